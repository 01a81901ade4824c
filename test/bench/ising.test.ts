/** The benchmark of the Ising machine: its statistics, and the program that it measures. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { compileProgram } from "../../src/pipeline.ts";
import { timeToSolution, wilson } from "./ising/certainty.ts";

test("intervals are those of Wilson", () => {
  const [low, high] = wilson(81, 263);
  // R. Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3.
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.2553", "0.3662"]);
  expect(wilson(0, 20).map((each) => each.toFixed(4))).toEqual(["0.0000", "0.1611"]);
  expect(wilson(20, 20)[1]).toBe(1);
});

test("the time to solution is that of enough runs, and of one at least", () => {
  expect(timeToSolution(10, 0.9)).toBeCloseTo(20, 12);
  expect(timeToSolution(10, 0.99)).toBe(10);
  expect(timeToSolution(10, 1)).toBe(10);
  expect(timeToSolution(10, 0)).toBe(Infinity);
});

test("the program compiles without a report", () => {
  const path = "max-cut.reso";
  const text = readFileSync(new URL(`ising/${path}`, import.meta.url), "utf8");
  expect(compileProgram({ path, text }).diagnostics).toEqual([]);
});
