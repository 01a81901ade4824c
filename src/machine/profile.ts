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
import { calleeOf, rootOf } from "./call-tree.ts";
import type { CallNode } from "./call-tree.ts";
import type { Limits } from "./limits.ts";
import { stepThrough } from "./step-through.ts";
import type { SteppedRun } from "./step-through.ts";

/** A run, and what it cost in fuel. */
export interface Profile extends SteppedRun {
  readonly root: CallNode;
}

/** What the instructions of a function cost by themselves, and which of them pay for a region. */
interface Costs {
  readonly fuel: Float64Array;
  readonly pays: readonly boolean[];
  readonly returns: readonly boolean[];
}

const PAYERS: ReadonlySet<string> = new Set(["enter", "loop", "end", "continue"]);

function costsOf(module: Module): readonly Costs[] {
  return module.functions.map(({ code }) => ({
    fuel: Float64Array.from(code, fuelOf),
    pays: code.map(({ op }) => PAYERS.has(op)),
    returns: code.map(({ op }) => op === "return"),
  }));
}

/** Instructions between two signs of life: some tenths of a second. */
const SIGN_EVERY = 2 ** 21;

/**
 * Runs `main` one instruction at a time; a run of the same module, parameters and limits does the
 * same. Cost: some thirty times that of a run in the interpreter.
 *
 * @param tell told every now and then how much fuel is used
 * @throws {Fault} when the host has not enough memory for the limit
 */
export function profile(
  verified: VerifiedModule,
  parameters: readonly ModuleValue[],
  limits: Limits,
  tell: (fuelUsed: number) => void = () => undefined,
): Profile {
  const { module } = verified;
  const costs = costsOf(module);
  const root = rootOf(module);
  root.calls = 1;
  const chain = [root];
  let fuelBefore = 0;
  let toSign = SIGN_EVERY;
  const stepped = stepThrough(verified, parameters, limits, {
    before: ({ state }) => {
      fuelBefore = state.fuel;
    },
    after: ({ state, functionIndex, instructionIndex: index }, opened) => {
      const node = chain[chain.length - 1];
      const { fuel, pays, returns } = costs[functionIndex];
      const paid = fuelBefore - state.fuel;
      node.own[index] += fuel[index] + (pays[index] ? 0 : paid);
      node.untaken += (pays[index] ? paid : 0) - fuel[index];
      if (opened !== null) {
        const callee = calleeOf(module, chain, index, opened);
        callee.calls += 1;
        chain.push(callee);
      } else if (returns[index]) chain.pop();
      toSign -= 1;
      if (toSign > 0) return;
      toSign = SIGN_EVERY;
      tell(limits.fuel - state.fuel);
    },
  });
  return { root, ...stepped };
}
