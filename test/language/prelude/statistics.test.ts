/**
 * Statistics against exact fractions over random data, and against published data sets.
 *
 * Data sets: NIST StRD univariate summary statistics NumAcc1 to NumAcc4 (numerically hard on
 * purpose); F. Anscombe, Graphs in Statistical Analysis, The American Statistician 27 (1973).
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calculate, listOf, messageOf } from "./calculate.ts";
import type { Printed } from "./calculate.ts";
import { fraction, minus, over, plus, relativeError, times, toNumber, total } from "./exact.ts";
import type { Fraction } from "./exact.ts";

const sample = fc.array(
  fc.oneof(
    fc.integer({ min: -1000, max: 1000 }).map((x) => x / 8),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((x) => Math.fround(x)),
  ),
  { minLength: 3, maxLength: 40 },
);

function moments(xs: readonly number[], ys: readonly number[]): Fraction {
  const [a, b] = [xs, ys].map((side) => side.map(fraction));
  const n = fraction(xs.length);
  const products = total(a.map((x, index) => times(x, b[index])));
  return minus(products, over(times(total(a), total(b)), n));
}

/** How far it is off, in parts of 10⁻¹³ of this size. */
function errorOf(found: Printed, exact: number, size: number): number {
  return Math.abs((found as number) - exact) / (1e-13 * size + 1e-300);
}

test("variance, covariance and the line are those of exact fractions", () => {
  fc.assert(
    fc.property(sample, fc.infiniteStream(fc.integer({ min: -500, max: 500 })), (xs, stream) => {
      const ys = xs.map(() => (stream.next().value as number) / 4);
      const [xx, xy, yy] = [moments(xs, xs), moments(xs, ys), moments(ys, ys)];
      fc.pre(xx.numerator > 0n && yy.numerator > 0n);
      const below = fraction(xs.length - 1);
      const slope = over(xy, xx);
      const [found, covariance, correlation, fitted, intercept] = calculate(
        `let xs = ${listOf(xs)}\nlet ys = ${listOf(ys)}\nlet fit = linear_fit(xs, ys)`,
        ["variance(xs)", "covariance(xs, ys)", "correlation(xs, ys)", "fit.slope", "fit.intercept"],
      );
      const spread = toNumber(over(xx, below));
      expect(errorOf(found, spread, spread)).toBeLessThan(1);
      const both = Math.sqrt(spread) * Math.sqrt(toNumber(over(yy, below)));
      expect(errorOf(covariance, toNumber(over(xy, below)), both)).toBeLessThan(1);
      expect(errorOf(correlation, toNumber(over(xy, below)) / both, 1)).toBeLessThan(1);
      expect(errorOf(fitted, toNumber(slope), both / spread)).toBeLessThan(1);
      const means = [xs, ys].map((side) => over(total(side.map(fraction)), fraction(xs.length)));
      const exact = minus(means[1], times(slope, means[0]));
      const size = Math.abs(toNumber(means[1])) + (both / spread) * Math.abs(toNumber(means[0]));
      expect(errorOf(intercept, toNumber(exact), size + both)).toBeLessThan(1);
    }),
    { numRuns: 25 },
  );
});

test("quantiles are of type 7, and sums are cumulated from the left", () => {
  fc.assert(
    fc.property(sample, fc.integer({ min: 0, max: 32 }), (xs, part) => {
      const sorted = xs.toSorted((a, b) => a - b);
      const place = ((xs.length - 1) * part) / 32;
      const low = Math.floor(place);
      const high = Math.min(low + 1, xs.length - 1);
      const [a, b] = [fraction(sorted[low]), fraction(sorted[high])];
      const exact = toNumber(plus(a, times(fraction(place - low), minus(b, a))));
      const [quantile, sums] = calculate(`let xs = ${listOf(xs)}`, [
        `quantile(xs, ${part / 32} + 0.0)`,
        "cumulative_sum(xs)",
      ]);
      expect(errorOf(quantile, exact, Math.abs(sorted[low]) + Math.abs(sorted[high]))).toBeLessThan(
        1,
      );
      let running = 0;
      const expected = xs.map((x, index) => (running = index === 0 ? x : running + x));
      expect(sums).toEqual(expected.map((x) => x + 0));
    }),
    { numRuns: 25 },
  );
});

test("every element lies in the bin of its edges", () => {
  fc.assert(
    fc.property(sample, fc.integer({ min: 1, max: 30 }), (xs, bins) => {
      const [edges, counts, outside] = calculate(
        `let found = histogram(${listOf(xs)}, -100.1, 77.3, ${bins})`,
        ["found.edges", "found.counts", "found.outside"],
      ) as [number[], number[], number];
      const expected = counts.map((_, bin) => {
        const isLast = bin === bins - 1;
        const isIn = (x: number) =>
          edges[bin] <= x && (isLast ? x <= edges[bins] : x < edges[bin + 1]);
        return xs.filter(isIn).length;
      });
      expect(counts).toEqual(expected);
      expect(outside + counts.reduce((a, b) => a + b, 0)).toBe(xs.length);
    }),
    { numRuns: 25 },
  );
});

describe("published data", () => {
  // [name, first, and the two that alternate; certified mean, deviation, autocorrelation at 1]
  test.each([
    ["NumAcc2", "1.2", "1.1", "1.3", 1.2, 0.1, -0.999],
    ["NumAcc3", "1000000.2", "1000000.1", "1000000.3", 1000000.2, 0.1, -0.999],
    ["NumAcc4", "10000000.2", "10000000.1", "10000000.3", 10000000.2, 0.1, -0.999],
  ])("%s", (_, first, low, high, mean, deviation, lag) => {
    const [found, spread, [, correlated]] = calculate(
      `var xs = [${first}]\nfor _ in 0..500 {\n  xs.push(${low})\n  xs.push(${high})\n}`,
      ["mean(xs)", "standard_deviation(xs)", "autocorrelation(xs, 1)"],
    ) as [number, number, number[]];
    expect(relativeError(found, mean)).toBeLessThan(1e-14);
    // The decimals are not doubles: at 10⁷ their rounding changes the ninth digit.
    expect(relativeError(spread, deviation)).toBeLessThan(1e-8);
    expect(relativeError(correlated, lag)).toBeLessThan(1e-7);
  });

  test("NumAcc1", () => {
    expect(
      calculate("let xs = [10000001.0, 10000003.0, 10000002.0]", [
        "mean(xs)",
        "standard_deviation(xs)",
        "autocorrelation(xs, 1)[1]",
      ]),
    ).toEqual([10000002, 1, -0.5]);
  });

  test("Anscombe's first set", () => {
    const [slope, intercept, correlation] = calculate(
      "let xs = [10.0, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]\n" +
        "let ys = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]\n" +
        "let fit = linear_fit(xs, ys)",
      ["fit.slope", "fit.intercept", "correlation(xs, ys)"],
    ) as number[];
    expect(slope).toBeCloseTo(0.500090909, 9);
    expect(intercept).toBeCloseTo(3.000090909, 9);
    expect(correlation).toBeCloseTo(0.816420516, 9);
  });
});

test("norms neither overflow nor vanish on the way", () => {
  expect(
    calculate("let none: List[Float] = []", [
      "norm([3.0, 4.0])",
      "norm([3e200, 4e200]) / 5e200",
      "norm([3e-200, 4e-200]) / 5e-200",
      "norm(none)",
      "norm([0.0, 0.0])",
      "norm([1.0, 1.0 / 0.0])",
      "dot(none, none)",
    ]).map((x) => Math.fround(x as number)),
  ).toEqual([5, 1, 1, 0, 0, Infinity, 0]);
});

test.each([
  ["let _ = variance([1.0])", "two elements"],
  ["let _ = quantile([1.0], 1.5)", "0 to 1"],
  ["let xs: List[Float] = []\nlet _ = median(xs)", "no quantiles"],
  ["let _ = autocorrelation([1.0, 1.0], 1)", "constant"],
  ["let _ = autocorrelation([1.0, 2.0], 2)", "lags are 0 to 1"],
  ["let _ = covariance([1.0, 2.0], [1.0])", "2 elements and the other 1"],
  ["let _ = linear_fit([1.0, 1.0], [1.0, 2.0])", "all 1.0"],
  ["let _ = histogram([1.0], 1.0, 1.0, 3)", "lower edge"],
  ["let _ = dot([1.0], [1.0, 2.0])", "1 elements and the other 2"],
])("%s", (statements, part) => {
  expect(messageOf(statements)).toContain(part);
});
