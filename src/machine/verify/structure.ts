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
  for (const [index, instruction] of fn.code.entries()) {
    inspection.instructionIndex = index;
    const { op } = instruction;
    const { flow } = entryOf(op);
    inspection.require((op === "enter") === (index === 0), "enter", () =>
      index === 0 ? "the first instruction is not `enter`" : "`enter` stands inside of a function",
    );
    inspection.require(
      isReached || flow === "else" || flow === "end",
      "unreachable",
      () => `no path reaches this \`${op}\``,
    );
    checkIndices(module, fn, instruction, inspection);
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
  fn: FunctionCode,
  instruction: Instruction,
  inspection: Inspection,
): void {
  const values = valuesOf(instruction);
  for (const { name, operand } of operandsOf(instruction.op)) {
    const value = values[name];
    if (operand.role === "immediate") {
      checkImmediate(module, operand.what, value as number, inspection);
      continue;
    }
    if (typeof value === "object") {
      inspection.spend(value.length);
      for (const register of value) checkRegister(name, register, fn, inspection);
    } else {
      inspection.spend(1);
      checkRegister(name, value as number, fn, inspection);
    }
  }
}

function checkRegister(
  name: string,
  register: number,
  { registers }: FunctionCode,
  inspection: Inspection,
): void {
  inspection.require(
    registers[register] !== undefined,
    "index",
    () => `\`${name}\` is register ${register}, and there are ${registers.length} registers`,
  );
}

function checkImmediate(
  module: Module,
  what: ImmediateKind,
  value: number,
  inspection: Inspection,
): void {
  const within = (count: number) =>
    inspection.require(
      Number.isInteger(value) && value >= 0 && value < count,
      "index",
      () => `${what} ${value} does not exist, there are ${count}`,
    );
  switch (what) {
    case "type":
      within(module.types.length);
      return;
    case "text":
      within(module.texts.length);
      return;
    case "function":
      within(module.functions.length);
      return;
    case "parameter":
      within(module.parameters.length);
      return;
    case "output":
      within(module.outputs.length);
      return;
    case "primitive":
      inspection.require(
        primitiveSignature(value) !== null,
        "index",
        () => `there is no primitive ${value}`,
      );
      return;
    case "int":
      inspection.require(isInt(value), "value", () => `${showNumber(value)} is no Int`);
      return;
    case "digits":
      inspection.require(
        value <= MOST_DIGITS,
        "value",
        () => `${value} digits, ${MOST_DIGITS} are the most`,
      );
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
