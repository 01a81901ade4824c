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
import type { Surroundings } from "./register-type.ts";
import { findUses, type Mode, Uses } from "./use.ts";

interface Structure {
  readonly op: Instruction["op"];
  readonly mark: number;
  readonly isReached: boolean;
  hasElse: boolean;
  /** What all ways out so far agree on, or null when there was none. */
  exit: Changes | null;
}

export function checkFlow(module: Module, table: TypeTable, inspection: Inspection): void {
  const states = new RegisterStates(module.functions, inspection);
  const uses = new Uses();
  const seen = new Map<number, boolean>();
  for (const [index, fn] of module.functions.entries()) {
    inspection.functionIndex = index;
    inspection.instructionIndex = null;
    states.enter(fn);
    const walk: Walk = {
      around: { module, table, fn, inspection },
      states,
      structures: [],
      isReached: true,
      uses,
      seen,
    };
    for (let position = 0; position < fn.code.length; position += 1) {
      inspection.instructionIndex = position;
      step(walk, fn.code[position]);
    }
  }
  inspection.instructionIndex = null;
}

interface Walk {
  readonly around: Surroundings;
  readonly states: RegisterStates;
  readonly structures: Structure[];
  isReached: boolean;
  /** Those of the current instruction. */
  readonly uses: Uses;
  /** Registers of the current instruction: whether one of its uses must be the only one. */
  readonly seen: Map<number, boolean>;
}

function step(walk: Walk, instruction: Instruction): void {
  const { states, structures, around } = walk;
  const { flow } = entryOf(instruction.op);
  around.inspection.spend(1);
  if (walk.isReached) findUses(instruction, around, walk.uses);
  else walk.uses.clear();
  readRegisters(walk, instruction);
  if (flow !== "open") writeRegisters(walk);
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
      writeRegisters(walk);
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

function readRegisters(walk: Walk, instruction: Instruction): void {
  const { around, uses } = walk;
  const { count, registers, modes } = uses;
  around.inspection.spend(count);
  checkAliases(walk);
  for (let at = 0; at < count; at += 1) {
    if (modes[at] !== "write") read(walk, instruction, registers[at], modes[at]);
  }
}

function writeRegisters(walk: Walk): void {
  const { count, registers, modes } = walk.uses;
  for (let at = 0; at < count; at += 1) {
    if (modes[at] === "write") write(walk, registers[at]);
  }
}

/** So many registers are compared each with each. */
const FEW = 8;

/**
 * No register is taken, changed, opened or closed while another operand reads it, and none is
 * written twice.
 */
function checkAliases({ uses, states, seen, around: { inspection } }: Walk): void {
  const { count, registers, modes } = uses;
  if (count < 2 || (count <= FEW && areDistinct(uses))) return;
  const check = (isWrite: boolean) => {
    seen.clear();
    for (let at = 0; at < count; at += 1) {
      const register = registers[at];
      const mode = modes[at];
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

/** Whether no register is read or taken twice, and none is written twice. */
function areDistinct({ count, registers, modes }: Uses): boolean {
  for (let at = 1; at < count; at += 1) {
    const isWrite = modes[at] === "write";
    for (let before = 0; before < at; before += 1) {
      if (registers[at] !== registers[before]) continue;
      if (isWrite === (modes[before] === "write")) return false;
    }
  }
  return true;
}

function read(walk: Walk, instruction: Instruction, register: number, mode: Mode): void {
  const { states, around } = walk;
  const { inspection } = around;
  const state = states.get(register);
  if (!states.isReference(register)) {
    if (state === WRITTEN) return;
    inspection.refuse("assigned", `register ${register} is not written on every path to here`);
    return;
  }
  if (mode === "close") {
    if (state !== openState(placeOf(instruction))) {
      inspection.refuse(
        "open",
        `register ${register} is ${showState(state)}, and not open at the place that is closed`,
      );
    }
    states.set(register, OWNED);
    return;
  }
  if (state === EMPTY) inspection.refuse("empty", `register ${register} is empty`);
  if (!(state < OPEN)) inspection.refuse("open", `register ${register} is open`);
  if (mode === "read") return;
  if (state === BORROWED) {
    inspection.refuse(
      "owned",
      `register ${register} is borrowed, and only an owned one can be given away or changed`,
    );
  }
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
    if (state !== EMPTY) {
      inspection.refuse(
        "overwrite",
        `register ${register} is ${showState(state)}, and would be overwritten`,
      );
    }
    states.set(register, OWNED);
    return;
  }
  if (states.isLocked(register)) {
    inspection.refuse("locked", `register ${register} holds the index of an open list`);
  }
  states.set(register, WRITTEN);
}
