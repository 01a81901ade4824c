/**
 * Random variates at fixed seeds against their distributions: Kolmogorov–Smirnov for the continuous
 * ones, Pearson's chi-square for the discrete ones, moments.
 *
 * Critical values: √n D = 1.95 and chi-square at 3.1 deviations (E. Wilson, M. Hilferty, 1931) are
 * exceeded by one sample in a thousand; the seeds are fixed, so the answer is too.
 */

import { describe, expect, test } from "vitest";
import { surprise } from "../../chi-square.ts";
import { calculate, messageOf } from "./calculate.ts";

const COUNT = 8_000;

/** That many numbers of a stream. */
function drawn(expression: string, count = COUNT): number[] {
  const [numbers] = calculate(
    `var random = Random(seed: 20_260)\nvar xs = [${expression}]\n` +
      `for _ in 1..${count} { xs.push(${expression}) }`,
    ["xs"],
  );
  return numbers as number[];
}

/** √n times the largest distance between the numbers and a distribution. */
function distance(numbers: readonly number[], distribution: (x: number) => number): number {
  const n = numbers.length;
  const sorted = numbers.toSorted((a, b) => a - b);
  const gaps = sorted.map((x, index) => {
    const expected = distribution(x);
    return Math.max(expected - index / n, (index + 1) / n - expected);
  });
  return Math.sqrt(n) * Math.max(...gaps);
}

/** The distribution with a density, by Simpson's rule between `low` and `high`. */
function integrated(
  density: (x: number) => number,
  low: number,
  high: number,
): (x: number) => number {
  const steps = 4000;
  const width = (high - low) / steps;
  const sums = [0];
  for (let k = 0; k < steps; k++) {
    const x = low + k * width;
    const piece = density(x) + 4 * density(x + width / 2) + density(x + width);
    sums.push(sums[k] + (piece * width) / 6);
  }
  const whole = sums[steps];
  return (x) => {
    const place = Math.min(Math.max((x - low) / width, 0), steps - 1e-9);
    const k = Math.floor(place);
    return (sums[k] + (place - k) * (sums[k + 1] - sums[k])) / whole;
  };
}

const bell = integrated((x) => Math.exp((-x * x) / 2), -12, 12);
const vonMises = (k: number) =>
  integrated((x) => Math.exp(k * (Math.cos(2 * Math.PI * x) - 1)), -0.5, 0.5);

test.each([
  ["random.uniform()", (x: number) => x],
  ["random.between(-3[m], 5[m])", (x: number) => (x + 3) / 8],
  ["random.normal()", bell],
  ["random.normal_of(5.0, 2.0)", (x: number) => bell((x - 5) / 2)],
  ["random.lorentzian()", (x: number) => 0.5 + Math.atan(x) / Math.PI],
  ["random.lorentzian_of(1.0, 3.0)", (x: number) => 0.5 + Math.atan((x - 1) / 3) / Math.PI],
  ["random.exponential(2[s])", (x: number) => 1 - Math.exp(-x / 2)],
  ["random.von_mises(0[cycle], 0)", (x: number) => x + 0.5],
  ["random.von_mises(0[cycle], 1e-6)", (x: number) => x + 0.5],
  ["random.von_mises(0[cycle], 0.7)", vonMises(0.7)],
  ["random.von_mises(0[cycle], 30)", vonMises(30)],
  ["random.von_mises(0[cycle], 1e7) * 2 * PI * sqrt(1e7)", bell],
])("%s has its distribution", (expression, distribution) => {
  expect(distance(drawn(expression), distribution)).toBeLessThan(1.95);
});

test("phases of von Mises are wrapped around their mean", () => {
  const phases = drawn("random.von_mises(0.4[cycle], 4)", 2000);
  expect(phases.every((x) => -0.5 <= x && x < 0.5)).toBe(true);
  const [c, s] = [Math.cos, Math.sin].map((f) =>
    phases.reduce((sum, x) => sum + f(2 * Math.PI * x), 0),
  );
  expect(Math.atan2(s, c) / (2 * Math.PI)).toBeCloseTo(0.4, 2);
  // I₁(4)/I₀(4), Abramowitz & Stegun, table 9.8.
  expect(Math.hypot(c, s) / 2000).toBeCloseTo(0.8635, 2);
});

function tally(numbers: readonly number[], size: number): number[] {
  const counts = Array.from({ length: size }, () => 0);
  for (const x of numbers) counts[x] += 1;
  return counts;
}

const even = (size: number, count = COUNT): number[] =>
  Array.from({ length: size }, () => count / size);

test.each([
  ["random.index(7)", 7],
  ["random.integer(-2, 3) + 2", 6],
  ["random.choice([0, 1, 2])", 3],
  ["random.shuffled([0, 1, 2, 3, 4])[3]", 5],
  ["random.sample([0, 1, 2, 3, 4], count: 3)[2]", 5],
])("%s is even", (expression, size) => {
  expect(surprise(tally(drawn(expression), size), even(size))).toBeLessThan(3.1);
});

test("all orders are equally likely", () => {
  const [orders] = calculate(
    "var random = Random(seed: 5)\nvar orders = [random.permutation(4)]\n" +
      "for _ in 1..12_000 { orders.push(random.permutation(4)) }",
    ["orders"],
  ) as number[][][];
  const counts = new Map<string, number>();
  for (const order of orders) counts.set(order.join(""), (counts.get(order.join("")) ?? 0) + 1);
  expect(counts.size).toBe(24);
  expect(surprise([...counts.values()], even(24, 12_000))).toBeLessThan(3.1);
});

test("all selections are equally likely, and take nothing twice", () => {
  const [taken] = calculate(
    "var random = Random(seed: 6)\nvar taken = [random.sample([0, 1, 2, 3], count: 2)]\n" +
      "for _ in 1..12_000 { taken.push(random.sample([0, 1, 2, 3], count: 2)) }",
    ["taken"],
  ) as number[][][];
  const counts = tally(
    taken.map(([a, b]) => 4 * a + b),
    16,
  );
  expect([0, 5, 10, 15].map((twice) => counts[twice])).toEqual([0, 0, 0, 0]);
  expect(
    surprise(
      counts.filter((_, k) => k % 5 !== 0),
      even(12, 12_000),
    ),
  ).toBeLessThan(3.1);
});

test("weights are probabilities", () => {
  const counts = tally(drawn("random.weighted_index([1.0, 0.0, 2.0, 5.0, 0.0])"), 5);
  expect([counts[1], counts[4]]).toEqual([0, 0]);
  const expected = [1, 2, 5].map((weight) => (COUNT * weight) / 8);
  expect(surprise([counts[0], counts[2], counts[3]], expected)).toBeLessThan(3.1);
  const chosen = drawn("random.weighted_choice([7, 9], [1[kg], 3[kg]])");
  const share = chosen.filter((x) => x === 9).length / COUNT;
  expect(share).toBeCloseTo(0.75, 1);
  const heads = drawn("if random.bernoulli(0.3) { 1 } else { 0 }");
  expect(surprise(tally(heads, 2), [0.7 * COUNT, 0.3 * COUNT])).toBeLessThan(3.1);
});

test.each([0.3, 3.5, 9.9, 10, 47, 1000])("Poisson numbers of mean %d", (mean) => {
  const numbers = drawn(`random.poisson(${mean} + 0.0)`);
  // Everything that is expected fewer than ten times is one class at either end.
  const logarithms = [-mean];
  for (let k = 1; k < 3 * mean + 40; k++) {
    logarithms.push(logarithms[k - 1] + Math.log(mean / k));
  }
  const expected = logarithms.map((x) => COUNT * Math.exp(x));
  const first = expected.findIndex((x) => x >= 10);
  const last = expected.findLastIndex((x) => x >= 10);
  const classes = last - first + 1;
  const place = (k: number) => Math.min(Math.max(k, first), last) - first;
  const pooled = Array.from({ length: classes }, () => 0);
  for (const [k, x] of expected.entries()) pooled[place(k)] += x;
  expect(surprise(tally(numbers.map(place), classes), pooled)).toBeLessThan(3.1);
  const average = numbers.reduce((a, b) => a + b, 0) / COUNT;
  expect(Math.abs(average - mean)).toBeLessThan(4 * Math.sqrt(mean / COUNT));
});

test("the largest mean of Poisson numbers", () => {
  const numbers = drawn("random.poisson(1e12)", 500);
  const deviations = numbers.map((x) => (x - 1e12) / 1e6);
  expect(distance(deviations, bell)).toBeLessThan(1.95);
});

test("streams, and parts that were split off, have nothing in common", () => {
  const [first, second, split] = calculate(
    "var a = Random(seed: 1)\nvar b = Random(seed: 1, stream: 1)\nvar c = a.split()",
    ["a.normals(10_000)", "b.normals(10_000)", "c.normals(10_000)"],
  ) as number[][];
  for (const [xs, ys] of [
    [first, second],
    [first, split],
    [second, split],
  ]) {
    const product = xs.reduce((sum, x, index) => sum + x * ys[index], 0);
    expect(Math.abs(product) / Math.sqrt(10_000)).toBeLessThan(3.1);
  }
});

describe("limits", () => {
  test("what leaves no choice", () => {
    const random = "var random = Random(seed: 1)\n";
    expect(
      calculate(random, [
        "random.integer(3, 3)",
        "random.poisson(0.0)",
        "random.exponential(0[s])",
        "random.permutation(1)",
        "random.sample([1, 2], count: 0)",
        "random.weighted_index([0.0, 0.0, 1.0])",
        "random.between(2.0, 2.0)",
      ]),
    ).toEqual([3, 0, 0, [0], [], 2, 2]);
  });

  test.each([
    ["random.integer(2, 1)", "lies no Int"],
    ["random.between(2.0, 1.0)", "lies nothing"],
    ["random.normal_of(0.0, -1.0)", "not negative"],
    ["random.lorentzian_of(0.0, -1.0)", "not negative"],
    ["random.exponential(-1.0)", "from 0 on, not -1.0"],
    ["random.bernoulli(1.5)", "0 to 1, and this is 1.5"],
    ["random.poisson(-1.0)", "0 to 1e12, not -1.0"],
    ["random.von_mises(0[cycle], -1.0)", "not negative"],
    ["random.permutation(-1)", "negative length"],
    ["random.choice([1].take(0))", "no choice"],
    ["random.weighted_index([1.0, -1.0])", "weights are not negative"],
    ["random.weighted_index([0.0, 0.0])", "add up to 0.0"],
    ["random.weighted_choice([1, 2], [1.0])", "2 elements, and 1 weights"],
    ["random.sample([1, 2], count: 3)", "3 of 2 elements"],
  ])("%s", (expression, part) => {
    expect(messageOf(`var random = Random(seed: 1)\nlet _ = ${expression}`)).toContain(part);
  });
});
