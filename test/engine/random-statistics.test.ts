/**
 * Random numbers of neighbouring counters, streams and seeds have nothing to do with each other.
 *
 * Each test is a number that is standard normal where that is so, at seeds that are fixed; one in
 * ten thousand would be beyond 3.9.
 */

import { describe, expect, test } from "vitest";
import { surprise } from "../chi-square.ts";
import { floatsAt, FREE, kernel } from "./kernel-under-test.ts";

const COUNT = 1 << 17;
const BEYOND = 3.9;

type Key = readonly [seed: number, stream: number, counter: number];

function uniforms([seed, stream, counter]: Key, count = COUNT): Float64Array {
  kernel["random_uniform_array"](seed, stream, counter, count, FREE);
  return floatsAt(FREE, count).slice();
}

function normals([seed, stream, counter]: Key, count = COUNT): Float64Array {
  kernel["random_normal_array"](seed, stream, counter, count, FREE);
  return floatsAt(FREE, count).slice();
}

/** Neighbours of a key: what two lists of numbers are taken from. */
const NEIGHBOURS: readonly (readonly [string, Key])[] = [
  ["the next counter", [7, 3, 1]],
  ["a counter 1,024 away", [7, 3, 1024]],
  ["a counter 2³² away", [7, 3, 2 ** 32]],
  ["the next stream", [7, 4, 0]],
  ["a stream 2⁴⁰ away", [7, 3 + 2 ** 40, 0]],
  ["the next seed", [8, 3, 0]],
  ["a seed that differs in one high bit", [7 + 2 ** 45, 3, 0]],
];

describe.each(NEIGHBOURS)("numbers of a key, and of %s", (_, key) => {
  test("pairs fill the unit square evenly", () => {
    const [xs, ys] = [uniforms([7, 3, 0]), uniforms(key)];
    const cells = Array.from({ length: 32 * 32 }, () => 0);
    const even = cells.map(() => COUNT / cells.length);
    for (const [i, x] of xs.entries()) {
      cells[32 * Math.floor(32 * x) + Math.floor(32 * ys[i])] += 1;
    }
    expect(Math.abs(surprise(cells, even))).toBeLessThan(BEYOND);
  });

  test("normal numbers are not correlated, nor are their squares", () => {
    const [xs, ys] = [normals([7, 3, 0]), normals(key)];
    const product = xs.reduce((sum, x, i) => sum + x * ys[i], 0);
    const squares = xs.reduce((sum, x, i) => sum + (x * x - 1) * (ys[i] * ys[i] - 1), 0);
    expect(Math.abs(product / Math.sqrt(COUNT))).toBeLessThan(BEYOND);
    expect(Math.abs(squares / Math.sqrt(4 * COUNT))).toBeLessThan(BEYOND);
  });
});

test("each of the 53 bits is 1 half of the time", () => {
  const ones = new Float64Array(53);
  for (const x of uniforms([1, 0, 0])) {
    let rest = x;
    for (let bit = 0; bit < 53; bit += 1) {
      rest *= 2;
      if (rest >= 1) {
        ones[bit] += 1;
        rest -= 1;
      }
    }
    expect(rest).toBe(0);
  }
  for (const count of ones) {
    expect(Math.abs(count - COUNT / 2) / Math.sqrt(COUNT / 4)).toBeLessThan(BEYOND);
  }
});

test("birthdays: equal gaps between 4,096 of 2³² days come as often as they should", () => {
  // In the mean n³/(4 m) = 4 a year: G. Marsaglia, W. Tsang, Journal of Statistical Software 7
  // (2002) 3.
  const years = 128;
  let equal = 0;
  for (let year = 0; year < years; year += 1) {
    const days = uniforms([2, year, 0], 4096).map((x) => Math.floor(x * 2 ** 32));
    days.sort();
    const gaps = days.map((day, i) => (i === 0 ? day : day - days[i - 1])).toSorted();
    equal += gaps.reduce((sum, gap, i) => sum + (i > 0 && gap === gaps[i - 1] ? 1 : 0), 0);
  }
  expect(Math.abs(equal - 4 * years) / Math.sqrt(4 * years)).toBeLessThan(BEYOND);
});

test("runs up are as long as chance makes them", () => {
  // A run of length k, the number behind it left out, has the probability k/(k + 1)!.
  const counts = [0, 0, 0, 0, 0];
  const xs = uniforms([3, 1, 0]);
  let runs = 0;
  for (let i = 0; i + 12 < COUNT;) {
    let length = 1;
    while (xs[i + length] > xs[i + length - 1]) length += 1;
    counts[Math.min(length, 5) - 1] += 1;
    runs += 1;
    i += length + 1;
  }
  const shares = [1 / 2, 1 / 3, 1 / 8, 1 / 30, 1 / 120];
  const expected = shares.map((share) => share * runs);
  expect(Math.abs(surprise(counts, expected))).toBeLessThan(BEYOND);
});

test("one bit of the key changes half of the words' bits", () => {
  const words = (key: Key): number[] => [0, 1, 2, 3].map((word) => kernel["philox"](...key, word));
  let changed = 0;
  let trials = 0;
  for (let bit = 0; bit < 52; bit += 1) {
    for (let part = 0; part < 3; part += 1) {
      const key: [number, number, number] = [9 + bit, 5 + part, 1000 + bit];
      const before = words(key);
      key[part] += 2 ** bit;
      const after = words(key);
      for (const [i, word] of before.entries()) {
        changed += ((word ^ after[i]) >>> 0).toString(2).replaceAll("0", "").length;
      }
      trials += 128;
    }
  }
  expect(Math.abs(changed - trials / 2) / Math.sqrt(trials / 4)).toBeLessThan(BEYOND);
});
