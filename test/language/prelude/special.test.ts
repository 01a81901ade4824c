/**
 * The error and gamma functions against series in 80 decimals, factorials, and published tables.
 *
 * Tables: M. Abramowitz, I. Stegun, Handbook of Mathematical Functions, tables 6.1 and 7.1, 7.3.
 */

import { expect, test } from "vitest";
import { calculate, decimal, messageOf } from "./calculate.ts";
import { fraction, relativeError, toNumber } from "./exact.ts";

const SCALE = 10n ** 80n;
/** √π · 10⁸⁰, by Newton's method on π · 10¹⁶⁰. Digits of π: OEIS A000796. */
const ROOT_OF_PI = squareRoot(
  BigInt(
    "314159265358979323846264338327950288419716939937510582097494459230781640628620899" +
      "86280348253421170679821480865132823066470938446095505822317253594081284811174502",
  ),
);

function squareRoot(square: bigint): bigint {
  let root = 10n ** 81n;
  for (;;) {
    const next = (root + square / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
}

/** 2/√π Σ (−1)ⁿ x²ⁿ⁺¹ / (n! (2n + 1)) · 10⁸⁰: the alternating series, unlike the one in use. */
function exactErf(x: number): bigint {
  const { numerator, denominator } = fraction(x);
  const scaled = (numerator * SCALE) / denominator;
  const square = (scaled * scaled) / SCALE;
  let power = scaled;
  let sum = 0n;
  for (let n = 0n; power !== 0n; n += 1n) {
    sum += (n % 2n === 0n ? power : -power) / (2n * n + 1n);
    power = (power * square) / SCALE / (n + 1n);
  }
  return (2n * sum * SCALE) / ROOT_OF_PI;
}

function asNumber(scaled: bigint): number {
  return Number(scaled) / 1e80;
}

const PLACES = [...Array(60).keys()].map((index) => (index + 1) * 0.0973 + 2 ** -40);

test("erf and erfc against the series in 80 decimals", () => {
  const found = calculate(
    "",
    PLACES.flatMap((x) => [`erf(${decimal(x)})`, `erfc(${decimal(x)})`, `erf(${decimal(-x)})`]),
  ) as number[];
  for (const [index, x] of PLACES.entries()) {
    const exact = exactErf(x);
    const [erf, erfc, odd] = found.slice(3 * index);
    expect([x, Math.abs(erf - asNumber(exact)) < 4e-16]).toEqual([x, true]);
    expect([x, relativeError(erfc, asNumber(SCALE - exact)) < 1e-14]).toEqual([x, true]);
    expect(odd).toBe(-erf);
  }
});

test("published values", () => {
  const [half, two, far, farther] = calculate("", [
    "erf(0.5)",
    "erf(2.0)",
    "erfc(10.0)",
    "erfc(26.0)",
  ]) as number[];
  expect(half).toBeCloseTo(0.5204998778, 10);
  expect(two).toBeCloseTo(0.995322265, 10);
  expect(relativeError(far, 2.088487583762545e-45)).toBeLessThan(1e-14);
  expect(relativeError(farther, 5.663192408856143e-296)).toBeLessThan(1e-14);
  const gammas = calculate("", ["gamma(1.0 / 3)", "gamma(1.5)", "gamma(-0.5)"]) as number[];
  expect(relativeError(gammas[0], 2.678938534707748)).toBeLessThan(1e-14);
  expect(relativeError(gammas[1], 0.886226925452758)).toBeLessThan(1e-14);
  expect(relativeError(gammas[2], -3.544907701811032)).toBeLessThan(1e-14);
});

test("gamma of whole and half numbers", () => {
  const wholes = [...Array(170).keys()].map((n) => n + 1);
  const found = calculate(
    "",
    wholes.flatMap((n) => [`gamma(${n}.0)`, `gamma(${n}.5)`, `log_gamma(${n}.5)`]),
  ) as number[];
  let factorial = 1n;
  // Γ(n + ½) = Γ(½) (1/2)(3/2) … (n − ½)
  let half = ROOT_OF_PI / 2n;
  for (const n of wholes) {
    const [whole, between, logarithm] = found.slice(3 * (n - 1));
    if (n <= 23) expect(whole).toBe(Number(factorial));
    expect(relativeError(whole, Number(factorial))).toBeLessThan(1e-13);
    const exact = toNumber({ numerator: half, denominator: SCALE });
    expect([n, relativeError(between, exact) < 1e-13]).toEqual([n, true]);
    expect(Math.abs(logarithm - Math.log(exact))).toBeLessThan(1e-14 * Math.max(1, logarithm));
    factorial *= BigInt(n);
    half = (half * BigInt(2 * n + 1)) / 2n;
  }
});

test("beyond the range", () => {
  expect(
    calculate("let nothing = 0.0 / 0.0", [
      "erf(1.0 / 0.0)",
      "erf(-1.0 / 0.0)",
      "erfc(-1.0 / 0.0)",
      "erfc(30.0)",
      "erf(nothing)",
      "gamma(172.0)",
      "gamma(nothing)",
      "gamma(-300.5)",
    ]),
  ).toEqual([1, -1, 2, 0, null, Infinity, null, -0]);
  expect(messageOf("let _ = gamma(0.0)")).toContain("no value at 0.0");
  expect(messageOf("let _ = gamma(-3.0)")).toContain("no value at -3.0");
  expect(messageOf("let _ = log_gamma(0.0)")).toContain("positive numbers, not of 0.0");
});
