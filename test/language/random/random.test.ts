/**
 * Random programs: what compiles is proven sound, prints what the plain evaluator says, costs the
 * same in both tiers, and leaves nothing behind; a damaged copy is refused or as sound.
 *
 * Another start: `SEED=12345 npx vitest run test/language/compile/random`; many of them:
 * `node scripts/fuzz-programs.ts`.
 */

import { expect, test } from "vitest";
import { createProgramCounters, tryProgramText } from "./try-program.ts";

const FIRST_SEED = Number(process.env["SEED"] ?? 1);
const COUNT = 120;

test(`programs of seeds ${FIRST_SEED} to ${FIRST_SEED + COUNT - 1}`, () => {
  const counters = createProgramCounters();
  for (let seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed += 1) tryProgramText(seed, counters);
  expect(counters.failures).toEqual([]);
  expect(counters.programs).toBe(COUNT);
  expect(counters.trapped).toBeLessThan(0.6 * COUNT);
  expect(counters.accepted).toBeGreaterThan(0);
});
