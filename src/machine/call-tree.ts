/**
 * What a run cost by chains of calls: a tree of the functions that were open, from `main` on, with
 * what each instruction cost there, in fuel or in time.
 *
 * Invariants: a function that is called within itself has no node of its own there: what it costs
 * is told where it stands first.
 */

import type { Module } from "./bytecode/module.ts";

/** A function at the end of a chain of calls. */
export interface CallNode {
  readonly functionIndex: number;
  /** The instruction of the caller that calls it; 0 for `main`. */
  readonly callSite: number;
  /** How often it was called there; 0 where nobody counted. */
  calls: number;
  /** What each instruction cost, without what it called. */
  readonly own: Float64Array;
  /** What was paid for paths that were not taken. */
  untaken: number;
  /** In the order in which they were first called. */
  readonly callees: Map<number, CallNode>;
}

/** A tree of `main` alone. */
export function rootOf({ functions, main }: Module): CallNode {
  return nodeOf(main, 0, functions[main].code.length);
}

function nodeOf(functionIndex: number, callSite: number, instructions: number): CallNode {
  const own = new Float64Array(instructions);
  return { functionIndex, callSite, calls: 0, own, untaken: 0, callees: new Map() };
}

/** The node of what an instruction of a node calls. */
function childOf(
  { functions }: Module,
  caller: CallNode,
  callSite: number,
  functionIndex: number,
): CallNode {
  const key = callSite * functions.length + functionIndex;
  const known = caller.callees.get(key);
  if (known !== undefined) return known;
  const made = nodeOf(functionIndex, callSite, functions[functionIndex].code.length);
  caller.callees.set(key, made);
  return made;
}

/** The node of a function that an instruction at the end of a chain of nodes calls. */
export function calleeOf(
  module: Module,
  chain: readonly CallNode[],
  callSite: number,
  functionIndex: number,
): CallNode {
  const outer = chain.find((node) => node.functionIndex === functionIndex);
  return outer ?? childOf(module, chain[chain.length - 1], callSite, functionIndex);
}

/** What the instructions of a node cost, paths that were not taken included. */
export function ownCost({ own, untaken }: CallNode): number {
  return own.reduce((sum, cost) => sum + cost, untaken);
}

/** The same with everything that they call. */
export function totalCost(node: CallNode): number {
  let total = ownCost(node);
  for (const callee of node.callees.values()) total += totalCost(callee);
  return total;
}

/** The same tree with other costs; calls are those that there were. */
export function scaledCalls(module: Module, root: CallNode, factor: number): CallNode {
  const add = (into: CallNode, node: CallNode): void => {
    into.calls = node.calls;
    into.untaken = node.untaken * factor;
    for (const [index, cost] of node.own.entries()) into.own[index] = cost * factor;
    for (const callee of node.callees.values()) {
      add(childOf(module, into, callee.callSite, callee.functionIndex), callee);
    }
  };
  const scaled = rootOf(module);
  add(scaled, root);
  return scaled;
}

/**
 * The tree without some functions: what they cost is told at the instruction that calls them, and
 * what they call, too. `main` stays.
 */
export function foldCalls(
  module: Module,
  root: CallNode,
  isFolded: (functionIndex: number) => boolean,
): CallNode {
  const add = (into: CallNode, node: CallNode): void => {
    into.calls += node.calls;
    into.untaken += node.untaken;
    for (const [index, cost] of node.own.entries()) into.own[index] += cost;
    for (const callee of node.callees.values()) place(into, callee.callSite, callee);
  };
  const place = (into: CallNode, callSite: number, callee: CallNode): void => {
    if (!isFolded(callee.functionIndex)) {
      add(childOf(module, into, callSite, callee.functionIndex), callee);
      return;
    }
    into.own[callSite] += ownCost(callee);
    for (const inner of callee.callees.values()) place(into, callSite, inner);
  };
  const folded = rootOf(module);
  add(folded, root);
  return folded;
}
