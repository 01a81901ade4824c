/**
 * Pass over the order of the tables: every type, text and function is used, and stands where it is
 * first met.
 *
 * Functions are met depth first from `main`, which is function 0. Types are met in the parameters,
 * the outputs, then function by function in its parameters, results, registers and code, each
 * before what is inside of it; texts in the code.
 */

import { type Instruction, MNEMONICS } from "../bytecode/instruction.ts";
import type { Module } from "../bytecode/module.ts";
import { operandsOf } from "../bytecode/operand-list.ts";
import type { Inspection } from "./refusal.ts";
import { childrenOf } from "./type-table.ts";

export function checkOrder(module: Module, inspection: Inspection): void {
  const met = { types: 0, texts: 0, functions: 0 };
  const meet = (what: keyof typeof met, index: number): boolean => {
    if (!(index <= met[what])) {
      inspection.refuse("order", `${index} of the ${what} is met before ${met[what]}`);
    }
    const isNew = index === met[what];
    if (isNew) met[what] += 1;
    return isNew;
  };
  const meetType = (type: number | null) => {
    if (type === null || type < met.types) return;
    if (!meet("types", type)) return;
    const open = [...childrenOf(module.types[type])].reverse();
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
    for (let at = 0; at < fn.code.length; at += 1) {
      const instruction = fn.code[at];
      if (instruction.op === "text_const") meet("texts", instruction.text);
      else if (TYPED.has(instruction.op)) meetType(typeIn(instruction));
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
  const callees: number[] = [];
  const { code } = module.functions[index];
  for (let at = 0; at < code.length; at += 1) {
    const instruction = code[at];
    if (instruction.op === "call") callees.push(instruction.function);
  }
  return callees;
}

/** Instructions that name a type. */
const TYPED: ReadonlySet<string> = new Set(
  MNEMONICS.filter((op) => operandsOf(op).some(({ name }) => name === "type")),
);

function typeIn(instruction: Instruction): number | null {
  return "type" in instruction ? instruction.type : null;
}
