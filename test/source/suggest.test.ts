/** The nearest name, or none. */

import { expect, test } from "vitest";
import { editDistance, suggest } from "../../src/source/suggest.ts";

const NAMES = ["coupling", "count", "order", "theory", "steps", "n", "mean", "Population"];

test.each([
  ["cuopling", "coupling"],
  ["couplng", "coupling"],
  ["Coupling", "coupling"],
  ["popluation", "Population"],
  ["step", "steps"],
  ["maen", "mean"],
  ["frequency", null],
  ["x", null],
  ["", null],
])("%s → %s", (name, nearest) => {
  expect(suggest(name, NAMES)).toBe(nearest);
});

test("swapped neighbours count one", () => {
  expect(editDistance("ab", "ba", 9)).toBe(1);
  expect(editDistance("abc", "abc", 9)).toBe(0);
  expect(editDistance("kitten", "sitting", 9)).toBe(3);
  expect(editDistance("kitten", "sitting", 2)).toBe(2);
});
