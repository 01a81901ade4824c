/**
 * One execution in the interpreter, which can be stopped and resumed after any number of
 * instructions.
 *
 * Not here: the loop (loop.ts, derived), the result of a whole run (machine/run.ts).
 */

import type { Module, VerifiedModule } from "../bytecode/module.ts";
import { placeOf, siteBases, STACK_PLACES } from "../bytecode/site.ts";
import type { Place } from "../bytecode/site.ts";
import type { Limits } from "../limits.ts";
import { remainingFuel } from "../region.ts";
import type { Region } from "../region.ts";
import { Trapped } from "../trapped.ts";
import { runLoop } from "./loop.ts";
import { prepare } from "./prepare.ts";
import type { ExecutionState } from "./state.ts";

export interface Execution {
  readonly module: Module;
  readonly state: ExecutionState;
  /** What stopped it for good; null while it can go on and when it came to its end. */
  trapped: Trapped | null;
}

export type Progress = "running" | "ok" | "trap";

const FIRST_REGISTERS = 4096;
const FIRST_FRAMES = 512;
/**
 * Instructions that the loop runs at a time: few enough that the host, which compiles the loop
 * while it runs, enters what it has compiled by a new call; what it makes to go on in the middle of
 * a loop is slower.
 */
const SLICE = 20_000;

/**
 * A new execution of `main` in a region that was started for the module. Cost: linear in the
 * module's code.
 */
export function createExecution(
  { module }: VerifiedModule,
  region: Region,
  limits: Limits,
): Execution {
  const program = prepare(module, region.kernel);
  const registers = program.registerCounts[module.main];
  const state: ExecutionState = {
    program,
    region,
    stack: new Float64Array(Math.max(FIRST_REGISTERS, registers)),
    frames: new Int32Array(FIRST_FRAMES),
    frameTop: 0,
    base: 0,
    pc: program.entries[module.main],
    fuel: limits.fuel,
    depth: limits.depth,
    finished: false,
  };
  return { module, state, trapped: null };
}

/** Runs at most so many instructions. */
export function advance(execution: Execution, maxInstructions: number): Progress {
  const { state } = execution;
  if (execution.trapped !== null) return "trap";
  if (state.finished) return "ok";
  try {
    // sequences count as one instruction
    const { code, fused } = state.program;
    const own = maxInstructions === Number.POSITIVE_INFINITY ? fused : code;
    let left = maxInstructions;
    while (left > 0 && !state.finished) {
      const slice = Math.min(left, SLICE);
      left -= slice - runLoop(state, own, slice);
    }
  } catch (error) {
    if (!(error instanceof Trapped)) throw error;
    if (error.isFromRuntime) state.fuel = remainingFuel(state.region);
    execution.trapped = error;
    return "trap";
  }
  return state.finished ? "ok" : "running";
}

/** Where the execution stands, and the calls around it, innermost first, as far as is kept. */
export function stackOf({ module, state }: Execution): readonly Place[] {
  const bases = siteBases(module);
  const positions = [state.pc];
  for (let top = state.frameTop; top > 0 && positions.length < STACK_PLACES; top -= 2) {
    positions.push(state.frames[top - 2]);
  }
  return positions.map((position) => placeOf(bases, state.program.sites[position]));
}
