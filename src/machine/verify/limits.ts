/** Passes over sizes: nothing larger than the table of limits, and how many parts a module has. */

import { entryOf } from "../bytecode/instruction.ts";
import { MODULE_LIMITS, type ModuleLimitName, valueNesting } from "../bytecode/limits.ts";
import type { FunctionCode, Module, ModuleType } from "../bytecode/module.ts";
import { operandsOf, valuesOf } from "../bytecode/operand-list.ts";
import { childrenOf } from "./type-table.ts";
import type { Inspection } from "./refusal.ts";

/** How many things the passes walk over. */
export function countParts(module: Module): number {
  let parts = module.types.length + module.texts.length + module.functions.length;
  for (const type of module.types) parts += childrenOf(type).length;
  for (const fn of module.functions) {
    parts += fn.registers.length + fn.results.length + fn.code.length;
  }
  return parts;
}

export function checkLimits(module: Module, inspection: Inspection): void {
  const within = (limit: ModuleLimitName, found: number) => {
    const { maximum } = MODULE_LIMITS[limit];
    if (found <= maximum) return;
    inspection.refuse("limit", `\`${limit}\` is ${found}, and may be ${maximum} at most`);
  };
  within("types", module.types.length);
  within("texts", module.texts.length);
  within("parameters", module.parameters.length);
  within("outputs", module.outputs.length);
  within("functions", module.functions.length);
  for (const { default: value } of module.parameters) within("valueNesting", valueNesting(value));
  for (const type of module.types) {
    if (type.kind === "enum") {
      within("cases", type.cases.length);
      for (const { fields } of type.cases) within("fields", fields.length);
    } else within("fields", childrenOf(type).length);
    for (const name of namesOf(type)) within("nameBytes", utf8Bytes(name));
  }
  for (const text of module.texts) within("textBytes", utf8Bytes(text));
  for (const { name } of module.parameters) within("nameBytes", utf8Bytes(name));
  for (const { name } of module.outputs) within("nameBytes", utf8Bytes(name));
  for (const [index, fn] of module.functions.entries()) {
    inspection.functionIndex = index;
    checkFunction(fn, within);
  }
  inspection.functionIndex = null;
}

function checkFunction(
  fn: FunctionCode,
  within: (limit: ModuleLimitName, found: number) => void,
): void {
  within("signature", fn.parameters.length);
  within("signature", fn.results.length);
  within("registers", fn.registers.length);
  within("instructions", fn.code.length);
  let nesting = 0;
  let deepest = 0;
  let longest = 0;
  let size = fn.code.length;
  for (let index = 0; index < fn.code.length; index += 1) {
    const instruction = fn.code[index];
    const { flow } = entryOf(instruction.op);
    if (flow === "open") nesting += 1;
    if (flow === "end") nesting -= 1;
    deepest = Math.max(deepest, nesting);
    const operands = operandsOf(instruction.op);
    for (let at = 0; at < operands.length; at += 1) {
      const { name, isList } = operands[at];
      if (!isList) continue;
      const { length } = valuesOf(instruction)[name] as readonly number[];
      longest = Math.max(longest, length);
      size += length;
    }
  }
  within("nesting", deepest);
  within("operands", longest);
  within("functionSize", size);
}

function namesOf(type: ModuleType): readonly string[] {
  if (type.kind === "record") return [type.name, ...type.fields.map((field) => field.name)];
  if (type.kind === "enum") {
    const parts = type.cases.flatMap(({ name, fields }) => [name, ...fields.map((f) => f.name)]);
    return [type.name, ...parts];
  }
  if (type.kind === "float" && type.unit?.display) return [type.unit.display.text];
  return [];
}

function utf8Bytes(text: string): number {
  // three bytes per UTF-16 unit at most, so short texts need no counting
  return text.length * 3 <= MODULE_LIMITS.nameBytes.maximum
    ? text.length
    : new TextEncoder().encode(text).length;
}
