/**
 * Where a run spends its fuel: every instruction that the interpreter runs is counted under the
 * chain of calls that led to it.
 *
 * An instruction is told what it costs by itself, work in bulk included. A region is paid at its
 * dearest path, so something is left over where a cheaper one was taken: `untaken`. All of it
 * together is exactly the fuel of the run.
 * Not here: names and lines of source, pictures.
 */

import { fuelOf } from "./bytecode/charge.ts";
import type { Module, ModuleValue, VerifiedModule } from "./bytecode/module.ts";
import { placeOf, siteBases } from "./bytecode/site.ts";
import { advance, createExecution } from "./interpreter/execution.ts";
import type { Execution, Progress } from "./interpreter/execution.ts";
import type { Limits } from "./limits.ts";
import { startRegion } from "./region.ts";
import type { Region } from "./region.ts";
import { Trapped } from "./trapped.ts";

/** One chain of calls; a function that is called within itself is not told again. */
export interface ProfileNode {
  readonly functionIndex: number;
  /** How often it was called at the end of this chain. */
  calls: number;
  /** Fuel by instruction, without that of calls. */
  readonly own: Float64Array;
  /** Fuel that its regions were charged for paths that were not taken. */
  untaken: number;
  /** By function, in the order in which they were first called. */
  readonly callees: Map<number, ProfileNode>;
}

export interface Profile {
  readonly root: ProfileNode;
  readonly fuelUsed: number;
  /** Instructions that were run. */
  readonly instructions: number;
  /** The code of the trap that ended the run; null when it came to its end. */
  readonly trapCode: number | null;
}

/** What the instructions of a function cost by themselves, and which of them pay for a region. */
interface Costs {
  readonly fuel: Float64Array;
  readonly pays: readonly boolean[];
}

const PAYERS: ReadonlySet<string> = new Set(["enter", "loop", "end", "continue"]);

function costsOf(module: Module): readonly Costs[] {
  return module.functions.map(({ code }) => ({
    fuel: Float64Array.from(code, fuelOf),
    pays: code.map(({ op }) => PAYERS.has(op)),
  }));
}

/**
 * Runs `main` one instruction at a time; a run of the same module, parameters and limits does the
 * same. Cost: some thirty times that of a run in the interpreter.
 *
 * @throws {Fault} when the host has not enough memory for the limit
 */
export function profile(
  verified: VerifiedModule,
  parameters: readonly ModuleValue[],
  limits: Limits,
): Profile {
  const { module } = verified;
  const main = nodeOf(module, module.main);
  const region = started(module, parameters, limits);
  if (region instanceof Trapped) {
    return { root: main, fuelUsed: 0, instructions: 0, trapCode: region.code };
  }
  const execution = createExecution(verified, region, limits);
  const instructions = countInto([main], execution);
  const trapCode = execution.trapped?.code ?? null;
  return { root: main, fuelUsed: limits.fuel - execution.state.fuel, instructions, trapCode };
}

/** The region; or its trap, when the memory limit does not even hold the parameters. */
function started(
  module: Module,
  parameters: readonly ModuleValue[],
  limits: Limits,
): Region | Trapped {
  try {
    return startRegion(module, parameters, limits);
  } catch (error) {
    if (error instanceof Trapped) return error;
    throw error;
  }
}

/** Runs to the end, counts under the chain of open calls, and gives the number of instructions. */
function countInto(chain: ProfileNode[], execution: Execution): number {
  const { module, state } = execution;
  const { sites } = state.program;
  const costs = costsOf(module);
  const bases = siteBases(module);
  let instructions = 0;
  let progress: Progress = "running";
  while (progress === "running") {
    const node = chain[chain.length - 1];
    const instruction = sites[state.pc] - bases[node.functionIndex];
    const { fuel, frameTop } = state;
    progress = advance(execution, 1);
    instructions += 1;
    const cost = costs[node.functionIndex];
    const paid = fuel - state.fuel;
    const isPayer = cost.pays[instruction];
    node.own[instruction] += cost.fuel[instruction] + (isPayer ? 0 : paid);
    node.untaken += (isPayer ? paid : 0) - cost.fuel[instruction];
    if (state.frameTop > frameTop) {
      const { functionIndex } = placeOf(bases, sites[state.pc]);
      chain.push(calleeOf(module, chain, functionIndex));
    } else if (state.frameTop < frameTop) chain.pop();
  }
  return instructions;
}

function nodeOf(module: Module, functionIndex: number): ProfileNode {
  const own = new Float64Array(module.functions[functionIndex].code.length);
  return { functionIndex, calls: 1, own, untaken: 0, callees: new Map() };
}

/** The node of a call at the end of a chain. */
function calleeOf(
  module: Module,
  chain: readonly ProfileNode[],
  functionIndex: number,
): ProfileNode {
  const caller = chain[chain.length - 1];
  const known =
    caller.callees.get(functionIndex) ??
    chain.find((outer) => outer.functionIndex === functionIndex);
  if (known !== undefined) {
    known.calls += 1;
    return known;
  }
  const made = nodeOf(module, functionIndex);
  caller.callees.set(functionIndex, made);
  return made;
}
