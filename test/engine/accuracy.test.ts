/**
 * Every elementary function against exact values: at the worst points that scripts/accuracy.ts has
 * found, and at some of every kind.
 */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { accuracyTable, BOUNDS, exactPoints, measured } from "./exact-points.ts";

const points = readFileSync(new URL("accuracy-points.txt", import.meta.url), "utf8");
const found = measured(exactPoints(points));

test.for([...found])("%s keeps its bound", ([name, [{ error }]]) => {
  expect(error).toBeLessThanOrEqual(BOUNDS[name]);
});

test("every function of the table has points; the largest errors are known", async () => {
  expect([...found.keys()].toSorted()).toEqual(Object.keys(BOUNDS).toSorted());
  for (const errors of found.values()) expect(errors.length).toBeGreaterThan(50);
  await expect(accuracyTable(found)).toMatchFileSnapshot("accuracy.golden");
});
