/**
 * Runs a verified module to its end in one of the tiers: the same result, bit for bit, in both.
 *
 * Not here: what stops and resumes (interpreter/execution.ts), receipts (receipt/), the choice of a
 * worker.
 */

import type { Team } from "../engine/kernel.ts";
import { assert } from "../fault.ts";
import type { ModuleValue, VerifiedModule } from "./bytecode/module.ts";
import { placeOf, siteBases } from "./bytecode/site.ts";
import type { Place } from "./bytecode/site.ts";
import { advance, createExecution, stackOf } from "./interpreter/execution.ts";
import type { Limits } from "./limits.ts";
import { countLiveBlocks, memoryPeakBytes, remainingFuel, startRegion } from "./region.ts";
import type { Region } from "./region.ts";
import { renderTrap, Trapped } from "./trapped.ts";
import { readFuel, readText } from "./values/heap.ts";
import { isInRange } from "./values/range.ts";
import type { EmitOptions } from "./wasm/emit-module.ts";
import { type Compile, executeWasm } from "./wasm/execute.ts";

export { memoryOfRuns } from "./region.ts";

export const TIERS = ["interpreter", "wasm"] as const;
export type Tier = (typeof TIERS)[number];

export interface RunInput {
  /** Values for the module's parameters, in order; each fits its type and range. */
  readonly parameters: readonly ModuleValue[];
  readonly limits: Limits;
  readonly tier: Tier;
  /** Threads that share the work of large kernels; decides no bit of the result. */
  readonly team?: Team;
  /** For tests alone: see {@link EmitOptions}. */
  readonly emit?: EmitOptions;
  /** How the host compiles what the tier of WebAssembly emits, where it has several ways. */
  readonly compile?: Compile;
}

export interface RunTrap {
  /** Of the table in trap.ts. */
  readonly code: number;
  readonly functionIndex: number;
  readonly instructionIndex: number;
  readonly message: string;
  /** The open calls, innermost first, at most 64: informative, not part of the result. */
  readonly stack: readonly Place[];
}

export interface RunResult {
  readonly status: "ok" | "trap";
  readonly trap: RunTrap | null;
  readonly fuelUsed: number;
  readonly memoryPeakBytes: number;
  /** The rows of each output, as canonical bytes. */
  readonly outputs: readonly (readonly Uint8Array[])[];
  readonly log: readonly string[];
  /** Blocks that the program left: 0 when it ended well. */
  readonly liveBlocks: number;
}

/** How a tier ended. */
interface Outcome {
  readonly trapped: Trapped | null;
  readonly site: number;
  readonly stack: readonly Place[];
  readonly remainingFuel: number;
}

function interpret(verified: VerifiedModule, region: Region, limits: Limits): Outcome {
  const execution = createExecution(verified, region, limits);
  advance(execution, Number.POSITIVE_INFINITY);
  const { state, trapped } = execution;
  const stack = trapped === null ? [] : stackOf(execution);
  return { trapped, site: state.program.sites[state.pc], stack, remainingFuel: state.fuel };
}

function execute(verified: VerifiedModule, region: Region, input: RunInput): Outcome {
  const { trapped, stack } = executeWasm(verified, region, input.limits, input);
  return { trapped, site: trapped?.site ?? 0, stack, remainingFuel: remainingFuel(region) };
}

/** Fuel that is left to the run in a memory, as far as it has told: perhaps of another thread. */
export function fuelLeft(memory: WebAssembly.Memory): number {
  return readFuel(memory);
}

/**
 * Runs `main`. The result depends on the module, the parameters and the limits alone.
 *
 * @throws {Fault} when the host has not enough memory for the limit
 * @throws {AssertionError} when the host's stack ended before the depth limit: our mistake, never a
 * result
 */
export function run(verified: VerifiedModule, input: RunInput): RunResult {
  const { module } = verified;
  const { limits, tier, parameters } = input;
  // the tier of WebAssembly relies on it
  const areInRange = module.parameters.every(({ range }, index) =>
    isInRange(range, parameters[index]),
  );
  assert(areInRange, "a parameter lies outside of its range");
  let region: Region;
  try {
    region = startRegion(module, parameters, limits, input.team ?? null);
  } catch (error) {
    if (error instanceof Trapped) return failAtStart(verified, error);
    throw error;
  }
  const outcome =
    tier === "wasm" ? execute(verified, region, input) : interpret(verified, region, limits);
  const { trapped } = outcome;
  return {
    status: trapped === null ? "ok" : "trap",
    trap: trapped === null ? null : describe(verified, region, outcome, trapped),
    fuelUsed: limits.fuel - outcome.remainingFuel,
    memoryPeakBytes: memoryPeakBytes(region),
    outputs: region.collected.outputs,
    log: region.collected.log,
    liveBlocks: countLiveBlocks(region),
  };
}

function describe(
  { module }: VerifiedModule,
  region: Region,
  { site, stack }: Outcome,
  { code, a, b, text }: Trapped,
): RunTrap {
  const captured = { a, b, text: text === null ? "" : readText(region.memory, text) };
  const place = placeOf(siteBases(module), site);
  return { code, ...place, message: renderTrap(code, captured), stack };
}

/**
 * The memory limit does not even hold the texts and parameters: a trap at the first instruction of
 * `main`.
 */
function failAtStart({ module }: VerifiedModule, { code, a, b }: Trapped): RunResult {
  const place = { functionIndex: module.main, instructionIndex: 0 };
  const message = renderTrap(code, { a, b, text: "" });
  return {
    status: "trap",
    trap: { code, ...place, message, stack: [place] },
    fuelUsed: 0,
    memoryPeakBytes: 0,
    outputs: module.outputs.map(() => []),
    log: [],
    liveBlocks: 0,
  };
}
