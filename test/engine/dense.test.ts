/** Sums over all pairs: dense rows and ensembles of weights, against their twins bit for bit. */
import { describe, expect, test } from "vitest";
import { bitsOfAll, floatsAt, FREE, kernel, testNumbers } from "./kernel-under-test.ts";
import { sincosCycles } from "./twin/sincos.ts";
import { sumRow } from "./twin/sum.ts";

const { unit } = testNumbers("dense", 6);

const AT = {
  weights: FREE,
  first: FREE + 0x10000,
  second: FREE + 0x20000,
  out: FREE + 0x30000,
  other: FREE + 0x40000,
  scratch: FREE + 0x50000,
};

function random(count: number): number[] {
  return Array.from({ length: count }, () => unit() - 0.3);
}

/** Puts numbers into the kernel's memory. */
function place(at: number, values: readonly number[]): void {
  floatsAt(at, values.length).set(values);
}

describe("dense rows", () => {
  for (const n of [1, 2, 3, 4, 5, 6, 7, 8, 31, 64]) {
    test(`${n} × ${n}`, () => {
      const [weights, cosines, sines] = [random(n * n), random(n), random(n)];
      place(AT.weights, weights);
      place(AT.first, cosines);
      place(AT.second, sines);
      floatsAt(AT.out, n + 1)[n] = 777;
      kernel["dense_rows"](AT.weights, n, AT.first, AT.second, AT.out, AT.other);
      const expected = (values: readonly number[]): number[] =>
        values.map((_, row) => sumRow(values.map((value, j) => weights[row * n + j] * value)));
      expect(bitsOfAll(floatsAt(AT.out, n))).toEqual(bitsOfAll(expected(cosines)));
      expect(bitsOfAll(floatsAt(AT.other, n))).toEqual(bitsOfAll(expected(sines)));
      expect(floatsAt(AT.out, n + 1)[n]).toBe(777);
    });
  }
});

/** The sum over the pairs of one ensemble, in the order of the kernel. */
function sumOfPairs(phases: readonly number[], weights: readonly number[]): number {
  const n = phases.length;
  const phasors = phases.map((phase) => sincosCycles(phase));
  let total = 0;
  for (let i = 1; i < n; i += 1) {
    let [cos, sin] = [0, 0];
    for (let j = 0; j < i; j += 1) {
      const w = weights[i * n + j] + weights[j * n + i];
      cos += w * phasors[j].cos;
      sin += w * phasors[j].sin;
    }
    total += phasors[i].cos * cos + phasors[i].sin * sin;
  }
  return total;
}

describe("ensembles", () => {
  for (const n of [1, 2, 3, 4, 9, 16]) {
    test.for([0, 1, 2, 7])(`of ${n} oscillators, %s of them`, (count) => {
      const [weights, phases] = [random(n * n), random(n * count)];
      place(AT.weights, weights);
      place(AT.first, phases);
      floatsAt(AT.out, count + 1)[count] = 777;
      kernel["ensemble_coherences"](AT.first, count, n, AT.weights, AT.out, AT.scratch);
      const expected = Array.from({ length: count }, (_, ensemble) =>
        sumOfPairs(phases.slice(ensemble * n, (ensemble + 1) * n), weights),
      );
      expect(bitsOfAll(floatsAt(AT.out, count))).toEqual(bitsOfAll(expected));
      expect(floatsAt(AT.out, count + 1)[count]).toBe(777);
      const bytes = kernel["scratch_bytes_ensembles"](n);
      expect(bytes).toBeGreaterThanOrEqual(8 * n * (n - 1) * 0.5 + 64 * n);
    });
  }
  test("the sum over ordered pairs of w cos(θi − θj)", () => {
    const n = 5;
    const [weights, phases] = [random(n * n), random(n)];
    place(AT.weights, weights);
    place(AT.first, phases);
    kernel["ensemble_coherences"](AT.first, 1, n, AT.weights, AT.out, AT.scratch);
    let plain = 0;
    for (let i = 0; i < n; i += 1) {
      for (let j = 0; j < n; j += 1) {
        const angle = 2 * Math.PI * (phases[i] - phases[j]);
        if (i !== j) plain += weights[i * n + j] * Math.cos(angle);
      }
    }
    expect(floatsAt(AT.out, 1)[0]).toBeCloseTo(plain, 13);
  });
});
