/**
 * Random programs as text, from the parser to both tiers: `node scripts/fuzz-programs.ts [--count
 * 200000] [--seed 1]`.
 *
 * Each seed gives a well-typed program, which has to compile, to verify and to run alike, and a
 * damaged copy of it, which has to be refused or to run as soundly.
 */

import { parseArgs } from "node:util";
import { MNEMONICS } from "../src/machine/bytecode/instruction.ts";
import { createProgramCounters, tryProgramText } from "../test/language/compile/try-program.ts";
import { summary } from "../test/machine/fuzz/tiers.ts";

/** Gives whether all is well; writes what it found. */
export function fuzzPrograms(
  count: number,
  firstSeed: number,
  write: (line: string) => void,
): boolean {
  const counters = createProgramCounters();
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    tryProgramText(seed, counters);
    if (counters.failures.length >= 20) break;
  }
  write(summary(counters, MNEMONICS));
  const { damaged, accepted, failures } = counters;
  write(`damaged ${damaged}, accepted ${accepted}`);
  for (const failure of failures) write(failure);
  return failures.length === 0;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: "200000" },
      seed: { type: "string", default: "1" },
    },
  });
  const seed = Number(values.seed);
  const write = (line: string): unknown => process.stdout.write(`${line}\n`);
  write(`seed ${seed}`);
  process.exitCode = fuzzPrograms(Number(values.count), seed, write) ? 0 : 1;
}
