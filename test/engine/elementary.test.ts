/** Elementary functions: largest error against exact values, special values, canonical NaN. */
import { describe, expect, test } from "vitest";
import { bitsOfAll, kernel, testNumbers } from "./kernel-under-test.ts";
import * as exact from "./reference.ts";
import { BITS, errorInUlps, fixed } from "./reference.ts";

const { unit } = testNumbers("elementary", 1614);
const ONE = 1n << BITS;

const times = (a: bigint, b: bigint): bigint => (a * b) >> BITS;
const over = (a: bigint, b: bigint): bigint => (a << BITS) / b;
const root = (a: bigint): bigint => exact.squareRoot(a << BITS);
const exponential = (x: bigint): bigint => exact.exp(x);
const inverse = (x: bigint): bigint => over(ONE, x);

/** A function of one argument: where it is tried, its exact value, the bound in ulps. */
type Case = readonly [
  name: string,
  argument: () => number,
  value: (x: bigint) => bigint,
  bound: number,
];

const between = (low: number, high: number) => () => low + (high - low) * unit();
const anySize = (low: number, high: number) => () => 2 ** between(low, high)();

function hyperbolicSine(x: bigint): bigint {
  return (exponential(x) - exponential(-x)) / 2n;
}

function hyperbolicCosine(x: bigint): bigint {
  return (exponential(x) + exponential(-x)) / 2n;
}

function arcsine(x: bigint): bigint {
  return exact.arctangent(over(x, root(ONE - times(x, x))));
}

const logarithmOf = (base: bigint) => (x: bigint) => over(exact.log(x), exact.log(base * ONE));

const CASES: readonly Case[] = [
  ["exp", between(-30, 30), exponential, 0.52],
  ["exp", between(-1, 1), exponential, 0.52],
  ["expm1", between(-2, 2), (x) => exponential(x) - ONE, 1.6],
  ["expm1", anySize(-40, -1), (x) => exponential(x) - ONE, 1.6],
  ["log", between(0.5, 2), (x) => exact.log(x), 0.53],
  ["log", anySize(-50, 100), (x) => exact.log(x), 0.53],
  ["log1p", between(-0.9, 5), (x) => exact.log(ONE + x), 0.9],
  ["log2", anySize(-50, 100), logarithmOf(2n), 0.6],
  ["log10", anySize(-50, 100), logarithmOf(10n), 1.7],
  ["tan", between(-1.5, 1.5), (x) => over(exact.sincos(x).sin, exact.sincos(x).cos), 0.9],
  ["tan", anySize(1, 19), (x) => over(exact.sincos(x).sin, exact.sincos(x).cos), 0.9],
  ["tan", anySize(20, 40), (x) => over(exact.sincos(x).sin, exact.sincos(x).cos), 2],
  ["asin", between(-0.99, 0.99), arcsine, 0.9],
  ["acos", between(-0.99, 0.99), (x) => exact.pi() / 2n - arcsine(x), 0.9],
  ["atan", between(-5, 5), (x) => exact.arctangent(x), 0.9],
  ["atan", anySize(-30, 30), (x) => exact.arctangent(x), 0.9],
  ["sinh", between(-1.2, 1.2), hyperbolicSine, 1.5],
  ["sinh", between(-30, 30), hyperbolicSine, 1.5],
  ["sinh", between(709, 710.47), hyperbolicSine, 2],
  ["cosh", between(-20, 20), hyperbolicCosine, 1.2],
  ["tanh", between(-0.7, 0.7), (x) => over(hyperbolicSine(x), hyperbolicCosine(x)), 1.5],
  ["tanh", between(-4, 4), (x) => over(hyperbolicSine(x), hyperbolicCosine(x)), 1.5],
];

describe("accuracy", () => {
  for (const [index, [name, argument, value, bound]] of CASES.entries()) {
    test(`${name}, row ${index}: at most ${bound} ulp`, () => {
      let worst = 0;
      for (let k = 0; k < 250; k += 1) {
        const x = argument();
        worst = Math.max(worst, errorInUlps(kernel[name](x), value(fixed(x))));
      }
      expect(worst).toBeLessThan(bound);
    });
  }
  test("pow: at most 0.53 ulp", () => {
    for (let k = 0; k < 300; k += 1) {
      const [x, y] = [anySize(-10, 10)(), between(-8, 8)()];
      const value = exponential(times(fixed(y), exact.log(fixed(x))));
      expect(errorInUlps(kernel["pow"](x, y), value)).toBeLessThan(0.53);
    }
  });
  test("atan2: at most 1.4 ulp in the right half plane", () => {
    for (let k = 0; k < 300; k += 1) {
      const [y, x] = [between(-4, 4)(), between(0.01, 4)()];
      const value = exact.arctangent(over(fixed(y), fixed(x)));
      expect(errorInUlps(kernel["atan2"](y, x), value)).toBeLessThan(1.4);
    }
  });
  test("hypot: at most 1 ulp; cbrt: cubes back", () => {
    for (let k = 0; k < 300; k += 1) {
      const [x, y] = [between(-4, 4)(), between(-4, 4)()];
      const value = root(times(fixed(x), fixed(x)) + times(fixed(y), fixed(y)));
      expect(errorInUlps(kernel["hypot"](x, y), value)).toBeLessThan(1);
      const cube = (fixed(kernel["cbrt"](x)) ** 3n) >> (2n * BITS);
      expect(errorInUlps(x, cube)).toBeLessThan(4);
    }
  });
});

describe("special values", () => {
  const AT_POINTS: readonly (readonly [string, readonly number[], number])[] = [
    ["exp", [0], 1],
    ["exp", [-Infinity], 0],
    ["exp", [710], Infinity],
    ["log", [0], -Infinity],
    ["log", [1], 0],
    ["log2", [2 ** -1074], -1074],
    ["log10", [1000], 3],
    ["pow", [2, 0.5], Math.SQRT2],
    ["pow", [Number.NaN, 0], 1],
    ["pow", [-8, 3], -512],
    ["atan2", [0, -1], Math.PI],
    ["atan2", [-0, -1], -Math.PI],
    ["tanh", [40], 1],
    ["tanh", [-0], -0],
    ["tanh", [-Infinity], -1],
    ["sinh", [-0], -0],
    ["sinh", [-1e-300], -1e-300],
    ["sinh", [-711], -Infinity],
    ["cbrt", [27], 3],
    ["hypot", [3, 4], 5],
    ["hypot", [Infinity, Number.NaN], Infinity],
  ];
  for (const [name, operands, value] of AT_POINTS) {
    test(`${name}(${operands.join(", ")}) = ${value}`, () => {
      expect(bitsOfAll([kernel[name](...operands)])).toEqual(bitsOfAll([value]));
    });
  }
  test("every NaN is the canonical one", () => {
    const outside: readonly (readonly [string, ...number[]])[] = [
      ["log", -1],
      ["log2", -1],
      ["log10", -1],
      ["log1p", -2],
      ["asin", 2],
      ["acos", 2],
      ["tan", Infinity],
      ["pow", -8, 0.5],
      ...["exp", "expm1", "atan", "sinh", "cosh", "tanh", "cbrt"].map(
        (name) => [name, Number.NaN] as const,
      ),
      ["atan2", Number.NaN, 1],
      ["hypot", Number.NaN, 1],
    ];
    const results = outside.map(([name, ...operands]) => kernel[name](...operands));
    expect(new Set(bitsOfAll(results))).toEqual(new Set(["7ff8000000000000"]));
  });
});

test("the reference: e, ln 2, π/4", () => {
  expect(errorInUlps(Math.E, exponential(ONE))).toBeLessThan(0.5);
  expect(errorInUlps(Math.LN2, exact.log(2n * ONE))).toBeLessThan(0.5);
  expect(errorInUlps(Math.PI / 4, exact.arctangent(ONE))).toBeLessThan(0.5);
  expect(inverse(2n * ONE)).toBe(ONE / 2n);
});
