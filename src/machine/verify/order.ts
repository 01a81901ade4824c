/**
 * Pass over the order of the tables: every type, text and function is used, and stands where it is
 * first met.
 *
 * Functions are met depth first from `main`, which is function 0. Types are met in the parameters,
 * the outputs, then function by function in its parameters, results, registers and code, each
 * before what is inside of it; texts in the code.
 */

import type { Instruction } from "../bytecode/instruction.ts";
import type { Module } from "../bytecode/module.ts";
import type { Inspection } from "./refusal.ts";
import { childrenOf } from "./type-table.ts";

export function checkOrder(module: Module, inspection: Inspection): void {
  const met = { types: 0, texts: 0, functions: 0 };
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
  const waiting = [0];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (meet("functions", index)) waiting.push(...calleesOf(module, index).reverse());
  }
  for (const { type } of module.parameters) meetType(type);
  for (const { type } of module.outputs) meetType(type);
  for (const [index, fn] of module.functions.entries()) {
    inspection.functionIndex = index;
    for (const { type } of fn.parameters) meetType(type);
    for (const { type } of fn.results) meetType(type);
    for (const { type } of fn.registers) meetType(type);
    for (const instruction of fn.code) {
      meetType(typeIn(instruction));
      if (instruction.op === "text_const") meet("texts", instruction.text);
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

function calleesOf(module: Module, index: number): number[] {
  return module.functions[index].code.flatMap((instruction) =>
    instruction.op === "call" ? [instruction.function] : [],
  );
}

function typeIn(instruction: Instruction): number | null {
  return "type" in instruction ? instruction.type : null;
}
