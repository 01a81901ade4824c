/**
 * One finished run with everything that is told about it: identity, inputs, result root, trap and
 * place.
 */

import {
  DEFAULT_LIMITS,
  encodeModule,
  type Limits,
  type Module,
  type ModuleValue,
  proveRun,
  type ProvenRun,
  resultRoot,
  run,
  type RunInput,
  type RunResult,
  type Tier,
  type VerifiedModule,
} from "../src/index.ts";
import type { DeepRunOrder } from "./deep-run.ts";
import type { LoadedProgram } from "./program.ts";

/** What a run is given. */
export interface RunOrder {
  readonly program: LoadedProgram;
  readonly parameters: readonly ModuleValue[];
  readonly limits: Limits;
  readonly tier: Tier;
}

export interface Outcome extends RunOrder {
  readonly module: Module;
  readonly result: RunResult;
  readonly proven: ProvenRun;
  /** The result root. */
  readonly root: string;
  readonly trap: OutcomeTrap | null;
}

/** A trap as people read it. */
export interface OutcomeTrap {
  readonly code: string;
  readonly message: string;
  /** `file:line:column`, or null without debug section. */
  readonly place: string | null;
  /** The open calls, innermost first: `measured (file:line:column)`. */
  readonly stack: readonly string[];
}

/**
 * Runs the program once.
 *
 * @throws {Fault} `machine/memory`
 */
export async function execute(order: RunOrder): Promise<Outcome> {
  const { program, parameters, limits, tier } = order;
  const result = await runModule(program.verified, { parameters, limits, tier });
  return await describeOutcome(order, result);
}

/**
 * Runs a module here, or where the stack is large enough for its depth limit.
 *
 * @throws {Fault} `machine/memory`
 */
export function runModule(verified: VerifiedModule, input: RunInput): Promise<RunResult> {
  return input.limits.depth > DEFAULT_LIMITS.depth
    ? deepRun({ module: encodeModule(verified.module), input })
    : Promise.resolve(run(verified, input));
}

/** Workers take a while to load, and few runs need one. */
async function deepRun(order: DeepRunOrder): Promise<RunResult> {
  const { runDeep } = await import("./deep-run.ts");
  return runDeep(order);
}

/** Everything that is told about a run that has ended. */
async function describeOutcome(order: RunOrder, result: RunResult): Promise<Outcome> {
  const { program, parameters, limits } = order;
  const { module } = program.verified;
  const proven = proveRun(module, parameters, limits, result);
  // most runs have none, and need no texts to point at
  const trap =
    result.trap === null
      ? null
      : (await import("./trap-place.ts")).describeTrap(program, result.trap);
  return { ...order, module, result, proven, root: resultRoot(proven), trap };
}
