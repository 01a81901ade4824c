/**
 * Whether random programs find wrong emissions: `node scripts/fuzz-plants.ts [--count 2000] [--seed
 * 1]`.
 *
 * Every instruction in turn is emitted wrongly in the WebAssembly tier, and that fails which so
 * many programs do not find.
 */

import { MNEMONICS, type Mnemonic } from "../src/machine/bytecode/instruction.ts";
import { createCounters, tryProgram } from "../test/machine/fuzz/tiers.ts";
import { fuzzCommand, type SeedChoice } from "./fuzz-seeds.ts";

/** Instructions that only structure code: nothing they emit can be wrong on its own. */
const STRUCTURE: readonly Mnemonic[] = ["block", "else", "end"];

/** Plants one wrong emission after another; gives whether each was found. */
export function fuzzPlants({ first, count }: SeedChoice, write: (line: string) => void): boolean {
  const survivors: Mnemonic[] = [];
  for (const plant of MNEMONICS) {
    if (STRUCTURE.includes(plant)) continue;
    const counters = createCounters();
    let seed = first;
    while (seed < first + count && counters.failures.length === 0) {
      tryProgram(seed, counters, plant);
      seed += 1;
    }
    if (counters.failures.length === 0) survivors.push(plant);
    write(`${plant}: ${counters.failures[0] ?? `not found by ${count} programs`}`);
  }
  write(`planted ${MNEMONICS.length - STRUCTURE.length}, not found ${survivors.length}`);
  return survivors.length === 0;
}

if (import.meta.main) fuzzCommand(2000, fuzzPlants);
