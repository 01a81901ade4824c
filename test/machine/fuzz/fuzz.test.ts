/** Small slices of the fuzzers, with a new seed each time; the full counts are `npm run fuzz`. */

import { expect, test } from "vitest";
import { createCounters, tryProgram } from "./tiers.ts";
import { createModuleCounters, tryModule } from "./modules.ts";
import { sliceSeed } from "./slice-seed.ts";

test("random programs run alike in both tiers", () => {
  const counters = createCounters();
  const first = sliceSeed();
  for (let seed = first; seed < first + 150; seed += 1) tryProgram(seed, counters);
  expect(counters.failures).toEqual([]);
});

test("damaged modules are refused, or run alike in both tiers", () => {
  const counters = createModuleCounters();
  const first = sliceSeed();
  for (let seed = first; seed < first + 800; seed += 1) tryModule(seed, counters);
  expect(counters.failures).toEqual([]);
});

const PLANTS = ["int_add", "list_get_float", "record_set_ref", "loop", "call"] as const;

test.each(PLANTS)("a wrong emission of %s is found", (plant) => {
  const counters = createCounters();
  for (let seed = 1; seed <= 300 && counters.failures.length === 0; seed += 1) {
    tryProgram(seed, counters, plant);
  }
  expect(counters.failures.length).toBeGreaterThan(0);
});
