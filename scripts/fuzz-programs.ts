/**
 * Random programs as text, from the parser to both tiers: `node scripts/fuzz-programs.ts [--count
 * 200000 | --minutes 10] [--seed 1]`.
 *
 * Each seed gives a well-typed program, which has to compile, to verify and to run alike, and some
 * give a damaged copy of it, which has to be refused or to run as soundly. Together they reach
 * every instruction and every trap.
 */

import { MNEMONICS } from "../src/machine/bytecode/instruction.ts";
import { createProgramCounters, tryProgramText } from "../test/language/random/try-program.ts";
import { gapsOf, summary } from "../test/machine/fuzz/tiers.ts";
import { eachSeed, fuzzCommand, type SeedChoice } from "./fuzz-seeds.ts";

/** Gives whether all is well; writes what it found. */
export function fuzzPrograms(choice: SeedChoice, write: (line: string) => void): boolean {
  const counters = createProgramCounters();
  let told = 0;
  eachSeed(choice, write, (seed) => {
    tryProgramText(seed, counters);
    for (; told < counters.failures.length; told += 1) write(counters.failures[told]);
    return told < 20;
  });
  write(summary(counters, MNEMONICS));
  const { damaged, accepted, evaluated } = counters;
  write(`evaluated ${evaluated}, damaged ${damaged}, accepted ${accepted}`);
  const gaps = gapsOf(counters, MNEMONICS);
  for (const gap of gaps) write(gap);
  return told === 0 && gaps.length === 0;
}

if (import.meta.main) fuzzCommand(200_000, fuzzPrograms);
