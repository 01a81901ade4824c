/**
 * Statistics of samples against scipy (references.py), certified data, and theory.
 *
 * Wampler's data: NIST Statistical Reference Datasets, linear regression. The autocorrelation time
 * of φ x + noise is (1 + φ)/(1 − φ).
 */

import { expect, test } from "vitest";
import { calculate, listOf, messageOf } from "./calculate.ts";
import references from "./references.json" with { type: "json" };

const { xs, ys, ...known } = references.samples;

test("as scipy has them", () => {
  const found = calculate(
    `let xs = ${listOf(xs)}\nlet ys = ${listOf(ys)}\nlet one = t_test(xs, expected: 6.0)\n` +
      "let two = welch_test(xs, ys)",
    [
      "skewness(xs)",
      "kurtosis(xs)",
      "standard_error(xs)",
      "[one.t, one.freedom, one.p]",
      "[two.t, two.freedom, two.p]",
    ],
  ) as (number | number[])[];
  for (const [k, value] of Object.values(known).entries()) {
    const list = [value].flat();
    for (const [i, x] of [found[k]].flat().entries()) expect(x).toBeCloseTo(list[i], 12);
  }
});

test("Wampler's polynomial of degree 5 has the coefficients 1", () => {
  const places = [...Array(21).keys()];
  const exact = (x: number) => [0, 1, 2, 3, 4, 5].reduce((sum, k) => sum + x ** k, 0);
  const [found, inside] = calculate(
    `let fit = polynomial_fit(${listOf(places)}, ${listOf(places.map(exact))}, degree: 5)`,
    [`${listOf(places)}.map(|x| fit.at(x))`, "fit.at(10.5)"],
  ) as [number[], number];
  for (const x of places) expect(Math.abs(found[x] - exact(x)) / exact(20)).toBeLessThan(1e-14);
  expect(inside / exact(10.5)).toBeCloseTo(1, 12);
});

test("bins of any edges", () => {
  const [counts, outside, equal] = calculate(
    "let xs = [0.0, 0.1, 1.0, 1.5, 2.0, 5.0, 9.9, 10.0, 11.0, -1.0, 0.0 / 0.0]\n" +
      "let found = histogram_between(xs, [0.0, 1.0, 2.0, 10.0])\n" +
      "let even = histogram(xs, 0.0, 10.0, bins: 5)",
    ["found.counts", "found.outside", "histogram_between(xs, even.edges).counts == even.counts"],
  );
  expect([counts, outside, equal]).toEqual([[2, 2, 4], 3, true]);
});

test("the autocorrelation time of a process whose time is known", () => {
  const [times] = calculate(
    "var random = Random(seed: 8)\nvar times: List[Float] = []\nfor phi in [0.0, 0.5, 0.9] {\n" +
      "  var xs = random.normals(20_000)\n" +
      "  for i in 1..20_000 { xs[i] += phi * xs[i - 1] }\n" +
      "  times.push(autocorrelation_time(xs))\n}",
    ["times"],
  ) as number[][];
  expect(Math.abs(times[0] - 1)).toBeLessThan(0.1);
  expect(Math.abs(times[1] - 3)).toBeLessThan(0.4);
  expect(Math.abs(times[2] - 19)).toBeLessThan(4);
});

test("resampling finds the error of the mean", () => {
  const [spread, count] = calculate(
    `var random = Random(seed: 3)\nlet xs = ${listOf(xs)}\n` +
      "let means = random.bootstrap(xs, 4000, |sample| mean(sample))",
    ["standard_deviation(means)", "means.length()"],
  ) as number[];
  // The samples are of the list, whose variance has n and not n − 1 below.
  const expected = known.standard_error * Math.sqrt((xs.length - 1) / xs.length);
  expect(Math.abs(spread / expected - 1)).toBeLessThan(0.05);
  expect(count).toBe(4000);
});

test("weights, modes, moving averages, units", () => {
  expect(
    calculate("", [
      "weighted_mean([1[m], 2[m], 6[m]], [1[kg], 0[kg], 1[kg]])",
      "[mode([2, 1, 2, 1]), mode([5])]",
      'mode(["b", "a", "b"]) == "b"',
      "moving_average([1[m], 2[m], 6[m]], size: 3)",
      "moving_average([1.0, 2.0], size: 1)",
      "standard_error([1[s], 3[s]])",
      "polynomial_fit([2[s], 2[s]], [1[m], 3[m]], degree: 0).at(2[s])",
    ]),
  ).toEqual([3.5, [1, 5], true, [3], [1, 2], 1, 2]);
});

test.each([
  ["weighted_mean([1.0], [-1.0])", "weights are not negative"],
  ["weighted_mean([1.0], [0.0])", "some positive"],
  ["skewness([1.0, 1.0])", "all 1.0"],
  ["kurtosis([1.0])", "two elements are needed"],
  ["mode([1].take(0))", "no most frequent"],
  ["histogram_between([1.0], [0.0])", "two edges"],
  ["histogram_between([1.0], [0.0, 0.0])", "edges ascend"],
  ["moving_average([1.0], size: 2)", "2 neighbours of 1"],
  ["autocorrelation_time([1.0, 1.0])", "constant"],
  ["t_test([1.0, 1.0], expected: 1.0)", "all 1.0"],
  ["welch_test([1.0, 1.0], [2.0, 2.0])", "all equal"],
  ["polynomial_fit([1.0, 2.0], [1.0, 2.0], degree: 2)", "do not decide"],
  ["polynomial_fit([1.0, 1.0], [1.0, 2.0], degree: 1)", "depends"],
])("%s", (expression, part) => {
  expect(messageOf(`let _ = ${expression}`)).toContain(part);
});
