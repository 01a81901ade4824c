/**
 * A run one instruction at a time, in the interpreter, for whoever wants to see each: the same
 * module, parameters and limits as a run, and the same that it does.
 */

import type { ModuleValue, VerifiedModule } from "./bytecode/module.ts";
import { placeOf, siteBases } from "./bytecode/site.ts";
import { advance, createExecution } from "./interpreter/execution.ts";
import type { Progress } from "./interpreter/execution.ts";
import type { ExecutionState } from "./interpreter/state.ts";
import type { Limits } from "./limits.ts";
import { startRegion } from "./region.ts";
import type { Region } from "./region.ts";
import { Trapped } from "./trapped.ts";

/** The instruction that is run now. */
export interface Step {
  readonly state: ExecutionState;
  readonly functionIndex: number;
  readonly instructionIndex: number;
}

/** Both are told the same step. */
export interface Observer {
  before(step: Step): void;
  /** `opened` is the function that the instruction has called, or null. */
  after(step: Step, opened: number | null, hasTrapped: boolean): void;
}

export interface SteppedRun {
  readonly fuelUsed: number;
  /** Instructions that were run. */
  readonly instructions: number;
  /** The code of the trap that ended the run; null when it came to its end. */
  readonly trapCode: number | null;
}

/**
 * Runs `main` to its end or to a trap. Cost: some thirty times that of a run in the interpreter.
 *
 * @throws {Fault} when the host has not enough memory for the limit
 */
export function stepThrough(
  verified: VerifiedModule,
  parameters: readonly ModuleValue[],
  limits: Limits,
  observer: Observer,
): SteppedRun {
  const { module } = verified;
  let region: Region;
  try {
    region = startRegion(module, parameters, limits);
  } catch (error) {
    // The memory limit does not even hold the parameters.
    if (error instanceof Trapped) return { fuelUsed: 0, instructions: 0, trapCode: error.code };
    throw error;
  }
  const execution = createExecution(verified, region, limits);
  const { state } = execution;
  const { sites } = state.program;
  const bases = siteBases(module);
  const open = [module.main];
  const step = { state, functionIndex: module.main, instructionIndex: 0 };
  let instructions = 0;
  let progress: Progress = "running";
  while (progress === "running") {
    const { frameTop } = state;
    step.functionIndex = open[open.length - 1];
    step.instructionIndex = sites[state.pc] - bases[step.functionIndex];
    observer.before(step);
    progress = advance(execution, 1);
    instructions += 1;
    let opened: number | null = null;
    if (state.frameTop > frameTop) {
      opened = placeOf(bases, sites[state.pc]).functionIndex;
      open.push(opened);
    } else if (state.frameTop < frameTop) open.pop();
    observer.after(step, opened, progress === "trap");
  }
  const trapCode = execution.trapped?.code ?? null;
  return { fuelUsed: limits.fuel - state.fuel, instructions, trapCode };
}
