/**
 * Random programs in both tiers: `node scripts/fuzz-tiers.ts [--count 20000] [--seed 1] [--plant]`.
 *
 * Without `--plant` any difference, leak, refusal or host exception fails. With it, every
 * instruction in turn is emitted wrongly in the WebAssembly tier, and it fails when no program
 * finds out.
 */

import { parseArgs } from "node:util";
import { MNEMONICS, type Mnemonic } from "../src/machine/bytecode/instruction.ts";
import { TRAPS } from "../src/machine/trap.ts";
import { createCounters, summary, tryProgram } from "../test/machine/fuzz/tiers.ts";

/** Instructions that only structure code: nothing they emit can be wrong on its own. */
const STRUCTURE: readonly Mnemonic[] = ["block", "else", "end"];

/** Gives whether all is well; writes what it found. */
export function fuzzTiers(
  count: number,
  firstSeed: number,
  write: (line: string) => void,
): boolean {
  const counters = createCounters();
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    tryProgram(seed, counters);
    if (counters.failures.length >= 20) break;
  }
  write(summary(counters, MNEMONICS));
  for (const failure of counters.failures) write(failure);
  const isComplete =
    counters.instructions.size === MNEMONICS.length &&
    counters.traps.size === Object.keys(TRAPS).length;
  if (!isComplete && count >= 20_000) write("not every instruction and trap was reached");
  return counters.failures.length === 0 && (isComplete || count < 20_000);
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
      seed: { type: "string", default: "1" },
      plant: { type: "boolean", default: false },
    },
  });
  const seed = Number(values.seed);
  const write = (line: string): unknown => process.stdout.write(`${line}\n`);
  write(`seed ${seed}`);
  const isFine = values.plant
    ? fuzzPlants(Number(values.count ?? 2000), seed, write)
    : fuzzTiers(Number(values.count ?? 20_000), seed, write);
  process.exitCode = isFine ? 0 : 1;
}
