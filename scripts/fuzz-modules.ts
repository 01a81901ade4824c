/**
 * Damaged modules through decoder, verifier and both tiers: `node scripts/fuzz-modules.ts [--count
 * 100000] [--seed 1]`.
 *
 * Each ends in a refusal or in a module, and a module runs alike in both tiers, without a leak or
 * an exception of the host.
 */

import { parseArgs } from "node:util";
import { MACHINE_DIAGNOSTICS } from "../src/source/catalogue/machine.ts";
import { createModuleCounters, moduleSummary, tryModule } from "../test/machine/fuzz/modules.ts";

const CODES = Object.keys(MACHINE_DIAGNOSTICS).toSorted();
/** As many as it takes to expect every code. */
const FULL_COUNT = 100_000;

/** Gives whether all is well; writes what it found. */
export function fuzzModules(
  count: number,
  firstSeed: number,
  write: (line: string) => void,
): boolean {
  const counters = createModuleCounters();
  for (let seed = firstSeed; seed < firstSeed + count; seed += 1) {
    tryModule(seed, counters);
    if (counters.failures.length >= 20) break;
  }
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

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: String(FULL_COUNT) },
      seed: { type: "string", default: "1" },
    },
  });
  const seed = Number(values.seed);
  const write = (line: string): unknown => process.stdout.write(`${line}\n`);
  write(`seed ${seed}`);
  process.exitCode = fuzzModules(Number(values.count), seed, write) ? 0 : 1;
}
