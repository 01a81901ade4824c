/**
 * A module whose proof costs far more than its size: many ways out of a block, each after many
 * changes.
 */

import type { Instruction } from "../../../src/machine/bytecode/instruction.ts";
import type { Module } from "../../../src/machine/bytecode/module.ts";
import { withCharges } from "../charged.ts";

/** `width` registers are written in a block, then `exits` ifs break out of it. */
export function expensiveModule(width: number, exits: number): Module {
  const code: Instruction[] = [
    { op: "enter", charge: 0 },
    { op: "bool_const", d: 0, value: true },
    { op: "block" },
  ];
  for (let d = 1; d <= width; d += 1) code.push({ op: "int_const", d, value: 1 });
  for (let count = 0; count < exits; count += 1) {
    code.push({ op: "if", a: 0 }, { op: "break", label: 1 }, { op: "end" });
  }
  code.push({ op: "end" }, { op: "return", values: [] });
  const registers = [
    { kind: "b" as const, type: null },
    ...Array.from({ length: width }, () => ({ kind: "i" as const, type: null })),
  ];
  return {
    types: [],
    texts: [],
    parameters: [],
    outputs: [],
    functions: [{ parameters: [], results: [], registers, code: withCharges(code) }],
    main: 0,
    debug: null,
  };
}
