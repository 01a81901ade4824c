/**
 * Pass over the order of the tables: every type, text and function is used, and stands where it is first met.
 *
 * Types are met in the parameters, the outputs, then function by function in its parameters, results, registers and code,
 * each before what is inside of it; texts and functions in the code, `main` being function 0.
 */

import type { Instruction } from "../bytecode/instruction.ts";
import type { Module } from "../bytecode/module.ts";
import type { Inspection } from "./refusal.ts";
import { childrenOf } from "./type-table.ts";

export function checkOrder(module: Module, inspection: Inspection): void {
  const met = { types: 0, texts: 0, functions: 1 };
  const meet = (what: keyof typeof met, index: number): boolean => {
    inspection.require(
      index <= met[what],
      "order",
      () => `${index} of the ${what} is met before ${met[what]}`,
    );
    const isNew = index === met[what];
    if (isNew) met[what] += 1;
    return isNew;
  };
  const meetType = (type: number | null) => {
    if (type === null) return;
    const open = [type];
    for (let index = open.pop(); index !== undefined; index = open.pop()) {
      if (!meet("types", index)) continue;
      open.push(...[...childrenOf(module.types[index])].reverse());
    }
  };
  inspection.functionIndex = null;
  inspection.require(module.main === 0, "order", () => "`main` is not function 0");
  for (const { type } of module.parameters) meetType(type);
  for (const { type } of module.outputs) meetType(type);
  for (const [index, fn] of module.functions.entries()) {
    inspection.functionIndex = index;
    inspection.require(
      index < met.functions,
      "order",
      () => `no earlier function calls function ${index}`,
    );
    for (const { type } of fn.parameters) meetType(type);
    for (const { type } of fn.results) meetType(type);
    for (const { type } of fn.registers) meetType(type);
    for (const instruction of fn.code) {
      meetType(typeIn(instruction));
      if (instruction.op === "text_const") meet("texts", instruction.text);
      if (instruction.op === "call") meet("functions", instruction.function);
    }
  }
  inspection.functionIndex = null;
  for (const what of ["types", "texts", "functions"] as const) {
    inspection.require(
      met[what] >= module[what].length,
      "order",
      () => `${met[what]} of the ${what} is not used`,
    );
  }
}

function typeIn(instruction: Instruction): number | null {
  return "type" in instruction ? instruction.type : null;
}
