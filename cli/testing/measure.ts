/** Times of benches: interleaved, so that what else the machine does falls on all alike. */

import { DEFAULT_LIMITS, type Tier } from "../../src/index.ts";
import { execute, type Outcome, runModule } from "../outcome.ts";
import type { LoadedProgram } from "../program.ts";
import { defaultValues } from "./default-values.ts";

export const ROUNDS = 15;
/** In each round a bench runs until this time is over, and once at least. */
const ROUND_MILLISECONDS = 20;

export interface Bench {
  /** `file: name` */
  readonly name: string;
  readonly program: LoadedProgram;
}

/** What was measured of one bench. */
export interface Measured {
  readonly name: string;
  /** Time of one run: the median of the rounds, and the quartiles around it. */
  readonly milliseconds: number;
  readonly lower: number;
  readonly upper: number;
  /** The same on every machine. */
  readonly fuel: number;
  readonly memoryBytes: number;
}

/** A bench that trapped is told by its outcome. */
export type Answer = { readonly measured: Measured } | { readonly trapped: Outcome };

export async function measure(benches: readonly Bench[], tier: Tier): Promise<readonly Answer[]> {
  const first: Outcome[] = [];
  for (const { program } of benches) first.push(await runOnce(program, tier));
  const times: number[][] = benches.map(() => []);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, { program }] of benches.entries()) {
      if (first[index].trap === null) times[index].push(await timeOf(program, tier));
    }
  }
  return benches.map(({ name }, index) => {
    const outcome = first[index];
    if (outcome.trap !== null) return { trapped: outcome };
    const { fuelUsed: fuel, memoryPeakBytes: memoryBytes } = outcome.result;
    const [lower, milliseconds, upper] = quartiles(times[index]);
    return { measured: { name, milliseconds, lower, upper, fuel, memoryBytes } };
  });
}

function runOnce(program: LoadedProgram, tier: Tier): Promise<Outcome> {
  const parameters = defaultValues(program.verified.module);
  return execute({ program, parameters, limits: DEFAULT_LIMITS, tier }, null);
}

/** Milliseconds of one run, over as many runs as fit into a round. */
async function timeOf(program: LoadedProgram, tier: Tier): Promise<number> {
  const parameters = defaultValues(program.verified.module);
  const input = { parameters, limits: DEFAULT_LIMITS, tier };
  const start = performance.now();
  let now = start;
  let runs = 0;
  while (now - start < ROUND_MILLISECONDS) {
    await runModule(program.verified, input, null);
    runs += 1;
    now = performance.now();
  }
  return (now - start) / runs;
}

function quartiles(values: readonly number[]): readonly [number, number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)];
  return [at(0.25), at(0.5), at(0.75)];
}
