/** Fourier transforms against the sum that defines them, and against Parseval's theorem. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { calculate, listOf } from "./calculate.ts";

/** The definition; the angle is reduced exactly before a sine is taken. */
function transformed(real: readonly number[], imaginary: readonly number[]): [number[], number[]] {
  const n = real.length;
  const angle = (j: number, k: number) => (2 * Math.PI * ((j * k) % n)) / n;
  const sum = (part: (j: number, k: number) => number) =>
    real.map((_, k) => real.reduce((all, _x, j) => all + part(j, k), 0));
  return [
    sum((j, k) => real[j] * Math.cos(angle(j, k)) + imaginary[j] * Math.sin(angle(j, k))),
    sum((j, k) => imaginary[j] * Math.cos(angle(j, k)) - real[j] * Math.sin(angle(j, k))),
  ];
}

function expectNear(found: readonly number[], exact: readonly number[], size: number): void {
  expect(found.length).toBe(exact.length);
  for (const [index, value] of found.entries()) {
    expect(Math.abs(value - exact[index])).toBeLessThanOrEqual(1e-13 * size + 1e-300);
  }
}

const signal = fc.array(
  fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -9, max: 9 })),
  {
    maxLength: 40,
  },
);

test("any length: the sum of the definition, there and back", () => {
  fc.assert(
    fc.property(signal, (pairs) => {
      const [real, imaginary] = [0, 1].map((part) => pairs.map((pair) => pair[part]));
      const found = calculate(
        "let none: List[Float] = []\n" +
          `let signal = Spectrum { real: none ++ ${listOf(real)}, ` +
          `imaginary: ${listOf(imaginary)} }\n` +
          "let found = signal.transform()\nlet back = found.inverse()",
        ["found.real", "found.imaginary", "back.real", "back.imaginary", "found.powers()"],
      ) as number[][];
      const exact = transformed(real, imaginary);
      const size = real.reduce((all, x, index) => all + Math.hypot(x, imaginary[index]), 0);
      expectNear(found[0], exact[0], size);
      expectNear(found[1], exact[1], size);
      expectNear(found[2], real, size);
      expectNear(found[3], imaginary, size);
      const squares = real.reduce((all, x, index) => all + x * x + imaginary[index] ** 2, 0);
      const powers = found[4].reduce((all, x) => all + x, 0);
      expect(Math.abs(powers - real.length * squares)).toBeLessThanOrEqual(1e-12 * size * size);
    }),
    { numRuns: 25 },
  );
});

test("powers of a real signal add up to the mean of its squares", () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -99, max: 99 }), { minLength: 1, maxLength: 40 }),
      (xs) => {
        const [powers, frequencies] = calculate(`let xs = ${listOf(xs)}`, [
          "power_spectrum(xs)",
          `power_frequencies(${xs.length}, 10ms)`,
        ]) as number[][];
        expect(powers.length).toBe(Math.floor(xs.length / 2) + 1);
        expect(frequencies.length).toBe(powers.length);
        const mean = xs.reduce((all, x) => all + x * x, 0) / xs.length;
        expect(Math.abs(powers.reduce((all, x) => all + x, 0) - mean)).toBeLessThan(1e-11);
        expect(frequencies.at(-1)).toBeCloseTo(Math.floor(xs.length / 2) / (xs.length * 0.01), 9);
      },
    ),
    { numRuns: 20 },
  );
});

test("known transforms: a wave, an impulse, a constant, and 4 and 1000 points", () => {
  const [wave, impulse, constant, four] = calculate(
    "var xs: List[Float] = []\n" +
      "for i in 0..1000 { xs.push(3 * cos_cycles(Float(7 * i % 1000) / 1000 * 1[cycle])) }\n" +
      "let powers = power_spectrum(xs)",
    [
      "[powers[6], powers[7], powers[8]]",
      "fourier([1.0, 0, 0, 0]).real",
      "fourier([1.0, 1, 1]).real",
      "fourier([1.0, 2, 3, 4]).imaginary",
    ],
  ) as number[][];
  expectNear(wave, [0, 4.5, 0], 10);
  expect(impulse).toEqual([1, 1, 1, 1]);
  expectNear(constant, [3, 0, 0], 10);
  expect(four).toEqual([0, 2, 0, -2]);
});
