/**
 * How large a module may be: one table, which decoder and verifier enforce.
 *
 * They keep every pass over a module bounded, and every accepted module within what a WebAssembly
 * engine takes (50 000 locals, 7.6 MB of code per function).
 * Not here: the limits of a run (machine/limits.ts).
 */

import type { ModuleValue } from "../types/module-type.ts";

export interface ModuleLimit {
  readonly maximum: number;
  readonly doc: string;
}

export const MODULE_LIMITS = {
  bytes: { maximum: 33_554_432, doc: "Bytes of a module, all sections together." },
  types: { maximum: 16_000, doc: "Entries of the table of types." },
  fields: { maximum: 1000, doc: "Fields of a record or a case, or elements of a tuple." },
  cases: { maximum: 1000, doc: "Cases of an enum." },
  texts: { maximum: 65_536, doc: "Entries of the table of texts." },
  textBytes: { maximum: 1_048_576, doc: "UTF-8 bytes of one text." },
  nameBytes: {
    maximum: 1024,
    doc: "UTF-8 bytes of the name of a record, enum, case, field, parameter or output.",
  },
  parameters: { maximum: 1000, doc: "Parameters of a program." },
  outputs: { maximum: 1000, doc: "Outputs of a program." },
  valueNesting: {
    maximum: 250,
    doc: "Values inside of each other, in the default of a parameter.",
  },
  functions: { maximum: 40_000, doc: "Functions." },
  signature: { maximum: 900, doc: "Parameters of a function, and its results." },
  registers: { maximum: 16_384, doc: "Registers of a function." },
  // the longest emission takes 163 bytes
  instructions: { maximum: 45_000, doc: "Instructions of a function." },
  functionSize: {
    maximum: 131_072,
    doc: "Instructions of a function, and registers in their lists, together.",
  },
  operands: { maximum: 10_000, doc: "Registers in the operand list of one instruction." },
  nesting: { maximum: 250, doc: "Blocks, loops and ifs open at one place." },
} as const satisfies Readonly<Record<string, ModuleLimit>>;

/** Digits after the point that a Float may be shown with. */
export const MOST_DIGITS = 17;

export type ModuleLimitName = keyof typeof MODULE_LIMITS;

/** How many values lie around the innermost one. Cost: linear, whatever the nesting. */
export function valueNesting(value: ModuleValue | null): number {
  const partsOf = (each: ModuleValue): readonly ModuleValue[] =>
    typeof each === "object" ? each : [];
  let nesting = 0;
  let level: readonly ModuleValue[] = value === null ? [] : partsOf(value);
  for (; level.length > 0; nesting += 1) level = level.flatMap(partsOf);
  return nesting;
}
