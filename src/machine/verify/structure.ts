/**
 * Pass over the structure of the code: nesting, labels, places that no path reaches, indices,
 * constants.
 */

import { showNumber } from "../bytecode/disassemble.ts";
import { entryOf, type Instruction } from "../bytecode/instruction.ts";
import { MOST_DIGITS } from "../bytecode/limits.ts";
import type { FunctionCode, Module } from "../bytecode/module.ts";
import { operandsOf, valuesOf } from "../bytecode/operand-list.ts";
import type { ImmediateKind } from "../bytecode/operand.ts";
import { primitiveSignature } from "../bytecode/primitive-signature.ts";
import { isInt } from "./interface.ts";
import type { Inspection } from "./refusal.ts";

/** A block, loop or if that is open. */
interface Structure {
  readonly op: Instruction["op"];
  readonly isReached: boolean;
  hasElse: boolean;
  isExitReached: boolean;
}

export function checkStructure(module: Module, inspection: Inspection): void {
  for (const [index, fn] of module.functions.entries()) {
    inspection.functionIndex = index;
    inspection.instructionIndex = null;
    inspection.require(fn.code.length > 0, "enter", () => "a function has no code");
    checkFunction(module, fn, inspection);
  }
  inspection.instructionIndex = null;
}

function checkFunction(module: Module, fn: FunctionCode, inspection: Inspection): void {
  const structures: Structure[] = [];
  let isReached = true;
  for (let index = 0; index < fn.code.length; index += 1) {
    const instruction = fn.code[index];
    inspection.instructionIndex = index;
    const { op } = instruction;
    const { flow } = entryOf(op);
    if ((op === "enter") !== (index === 0)) {
      const isFirst = index === 0;
      inspection.refuse(
        "enter",
        isFirst ? "the first instruction is not `enter`" : "`enter` stands inside of a function",
      );
    }
    if (!isReached && flow !== "else" && flow !== "end") {
      inspection.refuse("unreachable", `no path reaches this \`${op}\``);
    }
    checkIndices(module, fn, instruction, inspection);
    if (flow === "next") continue;
    if (flow === "open") structures.push({ op, isReached, hasElse: false, isExitReached: false });
    else if (flow === "else") isReached = enterElse(structures, isReached, inspection);
    else if (flow === "end") isReached = leaveStructure(structures, isReached, inspection);
    else if (flow === "leave") {
      checkLabel(instruction, structures, inspection);
      isReached = false;
    }
  }
  inspection.instructionIndex = Math.max(fn.code.length - 1, 0);
  inspection.require(structures.length === 0, "nesting", () => "a structure has no `end`");
  inspection.require(!isReached, "fall", () => "a path runs past the end of the function");
}

function enterElse(
  structures: readonly Structure[],
  isReached: boolean,
  inspection: Inspection,
): boolean {
  const structure = structures[structures.length - 1];
  const isIf = structure !== undefined && structure.op !== "block" && structure.op !== "loop";
  inspection.require(isIf && !structure.hasElse, "nesting", () => "this `else` divides no `if`");
  if (structure === undefined) return true;
  structure.hasElse = true;
  structure.isExitReached ||= isReached;
  return structure.isReached;
}

function leaveStructure(
  structures: Structure[],
  isReached: boolean,
  inspection: Inspection,
): boolean {
  const structure = structures.pop();
  inspection.require(structure !== undefined, "nesting", () => "this `end` closes nothing");
  if (structure === undefined) return true;
  const { op, hasElse, isExitReached } = structure;
  if (op === "loop") return isExitReached;
  const isSkipped = op !== "block" && !hasElse && structure.isReached;
  return isReached || isExitReached || isSkipped;
}

function checkLabel(
  instruction: Instruction,
  structures: readonly Structure[],
  inspection: Inspection,
): void {
  if (instruction.op !== "break" && instruction.op !== "continue") return;
  const { op, label } = instruction;
  const target = structures[structures.length - 1 - label];
  inspection.require(
    target !== undefined,
    "label",
    () => `\`${op} ${label}\` where ${structures.length} structures are open`,
  );
  inspection.require(
    op === "break" || target?.op === "loop",
    "label",
    () => "`continue` names no loop",
  );
  if (op === "break" && target !== undefined) target.isExitReached = true;
}

/** Every register and every index into a table exists, every constant is in its range. */
function checkIndices(
  module: Module,
  { registers }: FunctionCode,
  instruction: Instruction,
  inspection: Inspection,
): void {
  const values = valuesOf(instruction);
  const operands = operandsOf(instruction.op);
  for (let at = 0; at < operands.length; at += 1) {
    const { name, what } = operands[at];
    const value = values[name];
    if (what !== null) checkImmediate(module, what, value as number, inspection);
    else if (typeof value === "object") {
      inspection.spend(value.length);
      for (const register of value) checkRegister(name, register, registers, inspection);
    } else {
      inspection.spend(1);
      checkRegister(name, value as number, registers, inspection);
    }
  }
}

function checkRegister(
  name: string,
  register: number,
  registers: FunctionCode["registers"],
  inspection: Inspection,
): void {
  if (registers[register] !== undefined) return;
  inspection.refuse(
    "index",
    `\`${name}\` is register ${register}, and there are ${registers.length} registers`,
  );
}

function checkImmediate(
  module: Module,
  what: ImmediateKind,
  value: number,
  inspection: Inspection,
): void {
  switch (what) {
    case "type":
      checkIndex(what, value, module.types.length, inspection);
      return;
    case "text":
      checkIndex(what, value, module.texts.length, inspection);
      return;
    case "function":
      checkIndex(what, value, module.functions.length, inspection);
      return;
    case "parameter":
      checkIndex(what, value, module.parameters.length, inspection);
      return;
    case "output":
      checkIndex(what, value, module.outputs.length, inspection);
      return;
    case "primitive":
      if (primitiveSignature(value) === null) {
        inspection.refuse("index", `there is no primitive ${value}`);
      }
      return;
    case "int":
      if (!isInt(value)) inspection.refuse("value", `${showNumber(value)} is no Int`);
      return;
    case "digits":
      if (!(value <= MOST_DIGITS)) {
        inspection.refuse("value", `${value} digits, ${MOST_DIGITS} are the most`);
      }
      return;
    case "float":
    case "bool":
    case "slot":
    case "case":
    case "label":
    case "charge":
      return;
  }
}

function checkIndex(
  what: ImmediateKind,
  value: number,
  count: number,
  inspection: Inspection,
): void {
  if (Number.isInteger(value) && value >= 0 && value < count) return;
  inspection.refuse("index", `${what} ${value} does not exist, there are ${count}`);
}
