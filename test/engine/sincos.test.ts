/**
 * Sine and cosine: exact bounds, hard arguments, special values, arrays, and the twin bit for bit.
 */
import { describe, expect, test } from "vitest";
import { bitsOfAll, floatsAt, FREE, kernel, testNumbers } from "./kernel-under-test.ts";
import { BITS, errorInUlps, fixed, pi, sincosCycles, sincosRadians } from "./reference.ts";
import { sincosCycles as twinCycles, sincosRadians as twinRadians } from "./twin/sincos.ts";

const { unit, anyDouble } = testNumbers("sincos", 20_261);

/** Ranges of arguments by name; each call gives another argument. */
const RANGES: Record<string, () => number> = {
  "|x| < 1/2": () => unit() - 0.5,
  "|x| < 4": () => 8 * unit() - 4,
  "|x| < 1e5": () => 2e5 * unit() - 1e5,
  "|x| < 2^20": () => 2 ** 21 * unit() - 2 ** 20,
  "small, to 2^-60": () => (unit() - 0.5) * 2 ** (-60 * unit()),
  "2^20 to 2^60": () => -(2 ** (20 + 40 * unit())),
  "2^60 to 2^1023": () => 2 ** (60 + 963 * unit()),
};

/** Doubles nearest to n·π/2, for a spread of n below 2^20 and the worst ones among all of them. */
function nearQuarters(): number[] {
  const found = [45.553093477052, 91.106186954104, 182.212373908208, 321_307.9594422229];
  for (let n = 1; n < 660_000; n += 1 + (n >> 5)) {
    const exact = (BigInt(n) * pi()) / 2n;
    found.push(Number(exact >> (BITS - 106n)) / 2 ** 106);
  }
  return found.flatMap((x) => [x, x * (1 + 2 ** -52), -x]);
}

/** Largest error in ulps of a kernel function over some arguments. */
function worst(
  name: string,
  xs: readonly number[],
  exact: (x: number) => { sin: bigint; cos: bigint },
): number {
  let largest = 0;
  for (const x of xs) {
    const { sin, cos } = exact(x);
    const suffix = name === "cycles" ? "_cycles" : "";
    largest = Math.max(largest, errorInUlps(kernel[`sin${suffix}`](x), sin));
    largest = Math.max(largest, errorInUlps(kernel[`cos${suffix}`](x), cos));
  }
  return largest;
}

describe("accuracy", () => {
  for (const [name, next] of Object.entries(RANGES)) {
    const xs = Array.from({ length: 400 }, next);
    test(`radians, ${name}: at most 0.8 ulp`, () => {
      expect(worst("radians", xs, sincosRadians)).toBeLessThan(0.8);
    });
    test(`cycles, ${name}: at most 0.9 ulp`, () => {
      expect(worst("cycles", xs, sincosCycles)).toBeLessThan(0.9);
    });
  }
  test("radians next to multiples of π/2", () => {
    expect(worst("radians", nearQuarters(), sincosRadians)).toBeLessThan(0.75);
  });
  test("the double closest to a multiple of π/2 of all", () => {
    const x = 6_381_956_970_095_103 * 2 ** 797;
    expect(kernel["cos"](x)).toBe(-4.687165924254628e-19);
    expect(errorInUlps(kernel["sin"](x), sincosRadians(x).sin)).toBeLessThan(0.6);
  });
  test("the reference itself: sin(1), cos(1), π", () => {
    const { sin, cos } = sincosRadians(1);
    expect(errorInUlps(0.8414709848078965, sin)).toBeLessThan(0.5);
    expect(errorInUlps(0.5403023058681398, cos)).toBeLessThan(0.5);
    expect(fixed(Math.PI) >> (BITS - 40n)).toBe(pi() >> (BITS - 40n));
  });
});

describe("special values", () => {
  test("NaN and infinities give the canonical NaN", () => {
    const names = ["sin", "cos", "sin_cycles", "cos_cycles", "tan_cycles"];
    for (const x of [Number.NaN, Infinity, -Infinity]) {
      const results = names.map((name) => kernel[name](x));
      expect(new Set(bitsOfAll(results))).toEqual(new Set(["7ff8000000000000"]));
    }
  });
  test("zero: radians keep its sign, cycles have no −0", () => {
    expect(bitsOfAll([kernel["sin"](-0), kernel["sin_cycles"](-0)])).toEqual([
      "8000000000000000",
      "0000000000000000",
    ]);
  });
  test("quarter turns are exact", () => {
    const xs = [0, 0.25, 0.5, 0.75, 1, -0.25, 2 ** 50 + 0.25, 2 ** 53, 1e300];
    expect(xs.map((x) => kernel["sin_cycles"](x))).toEqual([0, 1, 0, -1, 0, -1, 1, 0, 0]);
    expect(xs.map((x) => kernel["cos_cycles"](x))).toEqual([1, 0, -1, 0, 1, 0, 0, 1, 1]);
  });
  test("subnormal and tiny arguments", () => {
    expect(kernel["sin"](5e-324)).toBe(5e-324);
    expect(kernel["cos"](5e-324)).toBe(1);
    expect(kernel["sin_cycles"](5e-324)).toBe(3e-323);
  });
});

describe("bits", () => {
  const xs = Object.values(RANGES).flatMap((next) => Array.from({ length: 100 }, next));
  xs.push(...Array.from({ length: 500 }, anyDouble), 0, -0, Number.NaN, Infinity, 0.5, -0.5);
  const at = { x: FREE, sin: FREE + 16_384, cos: FREE + 32_768 };

  test("the scalar kernels equal the twin", () => {
    const names = ["sin", "cos", "sin_cycles", "cos_cycles"];
    const twins = [
      (x: number) => twinRadians(x).sin,
      (x: number) => twinRadians(x).cos,
      (x: number) => twinCycles(x).sin,
      (x: number) => twinCycles(x).cos,
    ];
    for (const [index, name] of names.entries()) {
      expect(bitsOfAll(xs.map((x) => kernel[name](x)))).toEqual(bitsOfAll(xs.map(twins[index])));
    }
  });
  for (const suffix of ["", "_cycles"]) {
    test(`sincos${suffix}_array equals one by one, for every length and place`, () => {
      for (const count of [0, 1, 2, 3, 4, 5, 7, 8, 64, xs.length]) {
        for (const shift of [0, 8]) {
          const some = xs.slice(xs.length - count);
          floatsAt(at.x + shift, count).set(some);
          const guard = floatsAt(at.sin + shift, count + 1);
          guard[count] = 12_345;
          kernel[`sincos${suffix}_array`](at.x + shift, at.sin + shift, at.cos + shift, count);
          expect(bitsOfAll(floatsAt(at.sin + shift, count))).toEqual(
            bitsOfAll(some.map((x) => kernel[`sin${suffix}`](x))),
          );
          expect(bitsOfAll(floatsAt(at.cos + shift, count))).toEqual(
            bitsOfAll(some.map((x) => kernel[`cos${suffix}`](x))),
          );
          expect(guard[count]).toBe(12_345);
        }
      }
    });
  }
});
