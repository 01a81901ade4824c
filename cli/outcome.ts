/**
 * One finished run with everything that is told about it: identity, inputs, result root, trap and
 * place.
 */

import { hrtime } from "node:process";
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
  TRAPS,
  type VerifiedModule,
} from "../src/index.ts";
import type { LoadedProgram } from "./program.ts";
import type { Watch } from "./watched-run.ts";

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
 * @param watch as {@link runModule} takes it
 * @throws {Fault} `machine/…`
 */
export async function execute(order: RunOrder, watch: Watch | null): Promise<Outcome> {
  const { program, parameters, limits, tier } = order;
  const result = await runModule(program.verified, { parameters, limits, tier }, watch);
  return await describeOutcome(order, result);
}

/** What a run may do in this thread, which it blocks: some tenths of a second at most. */
const SHORT_FUEL = 500_000_000;

/**
 * Runs a module: in this thread when it is over soon, which most are; else once more from its
 * start in a worker that can be watched. A run has one result, so nothing tells which of the two
 * it was.
 *
 * @param watch null when nobody does: then it runs in this thread to its end
 * @throws {Fault} `machine/…`
 */
export async function runModule(
  verified: VerifiedModule,
  input: RunInput,
  watch: Watch | null,
): Promise<RunResult> {
  const { limits } = input;
  let pace: number | undefined;
  if (watch === null) {
    const { compileHinted } = await import("./compile-hinted.ts");
    return run(verified, { ...input, compile: compileHinted });
  }
  if (limits.depth <= DEFAULT_LIMITS.depth && watch.timeout === undefined) {
    const fuel = Math.min(limits.fuel, SHORT_FUEL);
    // `performance` would be loaded by its first use, which takes longer than a short run
    const start = hrtime.bigint();
    const result = run(verified, { ...input, limits: { ...limits, fuel } });
    if (fuel === limits.fuel || result.trap?.code !== TRAPS.fuel.code) return result;
    pace = (1e9 * fuel) / Number(hrtime.bigint() - start);
  }
  // Workers take a while to load, and few runs need one.
  const { runWatched } = await import("./watched-run.ts");
  return await runWatched({ module: encodeModule(verified.module), input }, { pace, ...watch });
}

/** Everything that is told about a run that has ended. */
export async function describeOutcome(order: RunOrder, result: RunResult): Promise<Outcome> {
  const { program, parameters, limits } = order;
  const { module } = program.verified;
  // most runs have none, and need no texts to point at
  const trap =
    result.trap === null
      ? null
      : (await import("./trap-place.ts")).describeTrap(program, result.trap);
  let proven: ProvenRun | null = null;
  let root: string | null = null;
  const outcome: Outcome = {
    ...order,
    module,
    result,
    // who tests or measures never asks for these two
    get proven() {
      return (proven ??= proveRun(program.id, module, parameters, limits, result));
    },
    get root() {
      return (root ??= resultRoot(outcome.proven));
    },
    trap,
  };
  return outcome;
}
