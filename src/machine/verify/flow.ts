/**
 * Pass over every path of a function: what is written, held, open and given away where.
 *
 * One walk over the structured code. Registers are checked as one instruction uses them: first what
 * it reads and takes, then what it writes, so a register that is taken can be written by the same
 * instruction.
 */

import { entryOf, type Instruction } from "../bytecode/instruction.ts";
import type { Module } from "../bytecode/module.ts";
import type { Inspection } from "./refusal.ts";
import {
  BORROWED,
  EMPTY,
  OPEN,
  openState,
  OWNED,
  RegisterStates,
  showState,
  WRITTEN,
  type Changes,
} from "./register-states.ts";
import type { TypeTable } from "./type-table.ts";
import { usesOf, type Surroundings, type Use } from "./use.ts";

interface Structure {
  readonly op: Instruction["op"];
  readonly mark: number;
  readonly isReached: boolean;
  hasElse: boolean;
  /** What all ways out so far agree on, or null when there was none. */
  exit: Changes | null;
}

export function checkFlow(module: Module, table: TypeTable, inspection: Inspection): void {
  for (const [index, fn] of module.functions.entries()) {
    inspection.functionIndex = index;
    inspection.instructionIndex = null;
    const walk: Walk = {
      around: { module, table, fn, inspection },
      states: new RegisterStates(fn, inspection),
      structures: [],
      isReached: true,
      seen: new Map(),
    };
    for (const [position, instruction] of fn.code.entries()) {
      inspection.instructionIndex = position;
      step(walk, instruction);
    }
  }
  inspection.instructionIndex = null;
}

interface Walk {
  readonly around: Surroundings;
  readonly states: RegisterStates;
  readonly structures: Structure[];
  isReached: boolean;
  /** Registers of the current instruction: whether one of its uses must be the only one. */
  readonly seen: Map<number, boolean>;
}

function step(walk: Walk, instruction: Instruction): void {
  const { states, structures, around } = walk;
  const { flow } = entryOf(instruction.op);
  around.inspection.spend(1);
  const uses = walk.isReached ? usesOf(instruction, around) : [];
  readRegisters(walk, instruction, uses);
  if (flow !== "open") writeRegisters(walk, uses);
  switch (flow) {
    case "next":
      return;
    case "open":
      structures.push({
        op: instruction.op,
        mark: states.mark(),
        isReached: walk.isReached,
        hasElse: false,
        exit: null,
      });
      // what an instruction that opens a structure writes is there inside of it only
      writeRegisters(walk, uses);
      return;
    case "else":
      divide(walk);
      return;
    case "end":
      close(walk);
      return;
    case "leave":
      leave(walk, instruction);
  }
}

function divide(walk: Walk): void {
  const structure = walk.structures[walk.structures.length - 1];
  leaveTo(walk, structure);
  structure.hasElse = true;
  walk.states.undo(structure.mark);
  walk.isReached = structure.isReached;
}

function close(walk: Walk): void {
  const { states, structures } = walk;
  const structure = structures.pop()!;
  const { op, mark, isReached, hasElse } = structure;
  if (op === "loop") {
    if (walk.isReached) states.checkBackEdge(mark);
  } else {
    leaveTo(walk, structure);
  }
  states.undo(mark);
  const isSkipped = op !== "loop" && op !== "block" && !hasElse && isReached;
  if (isSkipped) structure.exit = states.joined(structure.exit, new Map());
  if (structure.exit !== null) states.apply(structure.exit);
  walk.isReached = structure.exit !== null;
}

/** A way to the end of a structure, if a path is here at all. */
function leaveTo(walk: Walk, structure: Structure): void {
  if (!walk.isReached) return;
  structure.exit = walk.states.joined(structure.exit, walk.states.changesSince(structure.mark));
}

function leave(walk: Walk, instruction: Instruction): void {
  const { states, structures, around } = walk;
  if (instruction.op === "break") {
    leaveTo(walk, structures[structures.length - 1 - instruction.label]);
  } else if (instruction.op === "continue") {
    states.checkBackEdge(structures[structures.length - 1 - instruction.label].mark);
  } else if (instruction.op === "return") {
    around.inspection.require(
      states.heldCount === 0,
      "leak",
      () => `${states.heldCount} references are still held at \`return\``,
    );
  }
  walk.isReached = false;
}

function readRegisters(walk: Walk, instruction: Instruction, uses: readonly Use[]): void {
  const { states, around, seen } = walk;
  around.inspection.spend(uses.length);
  checkAliases(uses, states, seen, around.inspection);
  for (const use of uses) {
    if (use.mode !== "write") read(walk, instruction, use);
  }
}

function writeRegisters(walk: Walk, uses: readonly Use[]): void {
  for (const { register, mode } of uses) {
    if (mode === "write") write(walk, register);
  }
}

/**
 * No register is taken, changed, opened or closed while another operand reads it, and none is
 * written twice.
 */
function checkAliases(
  uses: readonly Use[],
  states: RegisterStates,
  seen: Map<number, boolean>,
  inspection: Inspection,
): void {
  if (uses.length < 2) return;
  const check = (isWrite: boolean) => {
    seen.clear();
    for (const { register, mode } of uses) {
      if ((mode === "write") !== isWrite) continue;
      const isAlone = isWrite || (mode !== "read" && states.isReference(register));
      const before = seen.get(register);
      inspection.require(
        before === undefined || (!before && !isAlone),
        "alias",
        () =>
          `register ${register} stands twice in one instruction that takes, changes or writes it`,
      );
      seen.set(register, isAlone || before === true);
    }
  };
  check(false);
  check(true);
}

function read(walk: Walk, instruction: Instruction, { register, mode }: Use): void {
  const { states, around } = walk;
  const { inspection } = around;
  const state = states.get(register);
  if (!states.isReference(register)) {
    inspection.require(
      state === WRITTEN,
      "assigned",
      () => `register ${register} is not written on every path to here`,
    );
    return;
  }
  if (mode === "close") {
    inspection.require(
      state === openState(placeOf(instruction)),
      "open",
      () => `register ${register} is ${showState(state)}, and not open at the place that is closed`,
    );
    states.set(register, OWNED);
    return;
  }
  inspection.require(state !== EMPTY, "empty", () => `register ${register} is empty`);
  inspection.require(state < OPEN, "open", () => `register ${register} is open`);
  if (mode === "read") return;
  inspection.require(
    state !== BORROWED,
    "owned",
    () => `register ${register} is borrowed, and only an owned one can be given away or changed`,
  );
  if (mode === "take") states.set(register, EMPTY);
  if (mode === "open") states.set(register, openState(placeOf(instruction)));
}

/** The slot, or the register with the index, of an instruction that opens or closes. */
function placeOf(instruction: Instruction): { slot: number } | { index: number } {
  if ("slot" in instruction) return { slot: instruction.slot };
  return { index: "index" in instruction ? instruction.index : 0 };
}

function write({ states, around }: Walk, register: number): void {
  const { inspection } = around;
  if (states.isReference(register)) {
    const state = states.get(register);
    inspection.require(
      state === EMPTY,
      "overwrite",
      () => `register ${register} is ${showState(state)}, and would be overwritten`,
    );
    states.set(register, OWNED);
    return;
  }
  inspection.require(
    !states.isLocked(register),
    "locked",
    () => `register ${register} holds the index of an open list`,
  );
  states.set(register, WRITTEN);
}
