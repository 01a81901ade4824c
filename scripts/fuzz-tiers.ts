/**
 * Random programs in both tiers: `npm run fuzz:tiers`, for ten minutes, or `node
 * scripts/fuzz-tiers.ts [--count 20000 | --minutes 10] [--seed 1]`.
 *
 * Any difference, leak, refusal or exception of the host fails.
 */

import { MNEMONICS } from "../src/machine/bytecode/instruction.ts";
import { createCounters, gapsOf, summary, tryProgram } from "../test/machine/fuzz/tiers.ts";
import { eachSeed, fuzzCommand, type SeedChoice } from "./fuzz-seeds.ts";

/** Gives whether all is well; writes what it found. */
export function fuzzTiers(choice: SeedChoice, write: (line: string) => void): boolean {
  const counters = createCounters();
  let told = 0;
  eachSeed(choice, write, (seed) => {
    tryProgram(seed, counters);
    for (; told < counters.failures.length; told += 1) write(counters.failures[told]);
    return told < 20;
  });
  write(summary(counters, MNEMONICS));
  const gaps = gapsOf(counters, MNEMONICS);
  for (const gap of gaps) write(gap);
  return told === 0 && gaps.length === 0;
}

if (import.meta.main) fuzzCommand(20_000, fuzzTiers);
