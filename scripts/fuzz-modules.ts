/**
 * Damaged modules through decoder, verifier and both tiers: `node scripts/fuzz-modules.ts [--count
 * 100000 | --minutes 10] [--seed 1]`.
 *
 * Each ends in a refusal or in a module, and a module runs alike in both tiers, without a leak or
 * an exception of the host.
 */

import { MACHINE_DIAGNOSTICS } from "../src/source/catalogue/machine.ts";
import { createModuleCounters, moduleSummary, tryModule } from "../test/machine/fuzz/modules.ts";
import { eachSeed, fuzzCommand, type SeedChoice } from "./fuzz-seeds.ts";

const CODES = Object.keys(MACHINE_DIAGNOSTICS).toSorted();
/** As many as it takes to expect every code. */
const FULL_COUNT = 100_000;

/** Gives whether all is well; writes what it found. */
export function fuzzModules(choice: SeedChoice, write: (line: string) => void): boolean {
  const counters = createModuleCounters();
  let count = 0;
  eachSeed(choice, write, (seed) => {
    tryModule(seed, counters);
    count += 1;
    return counters.failures.length < 20;
  });
  write(moduleSummary(counters, CODES));
  for (const failure of counters.failures) write(failure);
  const missing = CODES.filter((code) => !counters.codes.has(code));
  const isThorough =
    missing.length === 0 &&
    counters.afterHeader >= count / 2 &&
    counters.reachedVerifier >= (count * 3) / 10;
  if (count >= FULL_COUNT && !isThorough) write(`not hit: ${missing.join(" ")}`);
  return counters.failures.length === 0 && (isThorough || count < FULL_COUNT);
}

if (import.meta.main) fuzzCommand(FULL_COUNT, fuzzModules);
