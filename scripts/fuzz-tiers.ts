/**
 * Random programs in both tiers: `npm run fuzz:tiers`, for ten minutes, or `node
 * scripts/fuzz-tiers.ts [--count 20000 | --minutes 10] [--seed 1] [--plant]`.
 *
 * Without `--plant` any difference, leak, refusal or host exception fails. With it, every
 * instruction in turn is emitted wrongly in the WebAssembly tier, and it fails when no program
 * finds out.
 */

import { parseArgs } from "node:util";
import { MNEMONICS, type Mnemonic } from "../src/machine/bytecode/instruction.ts";
import { createCounters, gapsOf, summary, tryProgram } from "../test/machine/fuzz/tiers.ts";
import { eachSeed, type SeedChoice, seedChoice } from "./fuzz-seeds.ts";

/** Instructions that only structure code: nothing they emit can be wrong on its own. */
const STRUCTURE: readonly Mnemonic[] = ["block", "else", "end"];

/** Gives whether all is well; writes what it found. */
export function fuzzTiers(choice: SeedChoice, write: (line: string) => void): boolean {
  const counters = createCounters();
  eachSeed(choice, write, (seed) => {
    tryProgram(seed, counters);
    return counters.failures.length < 20;
  });
  write(summary(counters, MNEMONICS));
  const gaps = gapsOf(counters, MNEMONICS);
  for (const line of [...counters.failures, ...gaps]) write(line);
  return counters.failures.length === 0 && gaps.length === 0;
}

/** Plants one wrong emission after another; gives whether each was found. */
export function fuzzPlants(
  count: number,
  firstSeed: number,
  write: (line: string) => void,
): boolean {
  const survivors: Mnemonic[] = [];
  for (const plant of MNEMONICS) {
    if (STRUCTURE.includes(plant)) continue;
    const counters = createCounters();
    let seed = firstSeed;
    while (seed < firstSeed + count && counters.failures.length === 0) {
      tryProgram(seed, counters, plant);
      seed += 1;
    }
    if (counters.failures.length === 0) survivors.push(plant);
    write(`${plant}: ${counters.failures[0] ?? `not found by ${count} programs`}`);
  }
  write(`planted ${MNEMONICS.length - STRUCTURE.length}, not found ${survivors.length}`);
  return survivors.length === 0;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      count: { type: "string" },
      minutes: { type: "string" },
      seed: { type: "string" },
      plant: { type: "boolean", default: false },
    },
  });
  const choice = seedChoice(values, values.plant ? 2000 : 20_000);
  const write = (line: string): unknown => process.stdout.write(`${line}\n`);
  write(`seed ${choice.first}`);
  const isFine = values.plant
    ? fuzzPlants(choice.count, choice.first, write)
    : fuzzTiers(choice, write);
  process.exitCode = isFine ? 0 : 1;
}
