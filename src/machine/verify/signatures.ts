/** Pass over the functions' registers and signatures. */

import type { FunctionCode, Module } from "../bytecode/module.ts";
import { type Kind, registerKind } from "../types/register-kind.ts";
import type { Inspection } from "./refusal.ts";
import { type TypeTable } from "./type-table.ts";

interface Register {
  readonly kind: Kind;
  readonly type: number | null;
}

export function checkSignatures(module: Module, table: TypeTable, inspection: Inspection): void {
  for (const [index, fn] of module.functions.entries()) {
    inspection.functionIndex = index;
    for (const register of fn.parameters) checkRegister(register, table, inspection);
    for (const register of fn.results) checkRegister(register, table, inspection);
    for (const register of fn.registers) checkRegister(register, table, inspection);
    checkParameters(fn, inspection);
    checkInout(fn, inspection);
  }
  inspection.functionIndex = null;
}

function checkRegister({ kind, type }: Register, table: TypeTable, inspection: Inspection): void {
  const isReference = kind === "r";
  if (isReference !== (type !== null)) {
    inspection.refuse(
      "signature",
      isReference ? "a reference has no type" : `a register of kind \`${kind}\` has a type`,
    );
  }
  if (type === null) return;
  const exists = table.types[type] !== undefined;
  inspection.require(exists, "index", () => `a register has type ${type}, which is none`);
  if (!exists) return;
  inspection.require(
    registerKind(table.types[type]) === "r",
    "signature",
    () => `a reference has the type ${table.show(type)}, which is no object`,
  );
  inspection.require(
    table.isErased(type),
    "erased",
    () => `a register has the type ${table.show(type)}, which holds a unit`,
  );
}

function checkParameters(fn: FunctionCode, inspection: Inspection): void {
  for (const [index, parameter] of fn.parameters.entries()) {
    const register = fn.registers[index];
    inspection.require(
      register !== undefined &&
        register.kind === parameter.kind &&
        register.type === parameter.type,
      "signature",
      () => `register ${index} is not as parameter ${index}`,
    );
    inspection.require(
      (parameter.kind === "r") === (parameter.ownership !== null),
      "signature",
      () => `parameter ${index} is no reference and has an ownership, or the other way round`,
    );
  }
}

function checkInout(fn: FunctionCode, inspection: Inspection): void {
  const inouts = fn.parameters.filter((parameter) => parameter.ownership === "inout");
  for (const [index, parameter] of inouts.entries()) {
    const result = fn.results[index];
    inspection.require(
      result !== undefined && result.kind === parameter.kind && result.type === parameter.type,
      "signature",
      () => `result ${index} is not the inout parameter that should come back there`,
    );
  }
}
