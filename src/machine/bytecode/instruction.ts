/**
 * The instruction set: all entries under their mnemonics, and the types derived from them.
 *
 * Invariants: codes are unique and never reused; an entry without interpretation or emission does
 * not compile.
 * Not here: the entries themselves (instructions/), what an entry says (entry.ts).
 */

import type { InstructionEntry, OperandValues } from "./entry.ts";
import { AGGREGATE_INSTRUCTIONS } from "./instructions/aggregate.ts";
import { CONTROL_INSTRUCTIONS } from "./instructions/control.ts";
import { ENUM_INSTRUCTIONS } from "./instructions/enum.ts";
import { MAP_INSTRUCTIONS } from "./instructions/map.ts";
import { MOVE_INSTRUCTIONS } from "./instructions/move.ts";
import { NUMBER_INSTRUCTIONS } from "./instructions/number.ts";
import { OUTPUT_INSTRUCTIONS } from "./instructions/output.ts";
import { TEXT_INSTRUCTIONS } from "./instructions/text.ts";

export type { Flow, InstructionEntry, Operands, OperandValues } from "./entry.ts";

export const INSTRUCTIONS = {
  ...CONTROL_INSTRUCTIONS,
  ...MOVE_INSTRUCTIONS,
  ...NUMBER_INSTRUCTIONS,
  ...TEXT_INSTRUCTIONS,
  ...AGGREGATE_INSTRUCTIONS,
  ...ENUM_INSTRUCTIONS,
  ...MAP_INSTRUCTIONS,
  ...OUTPUT_INSTRUCTIONS,
};

export type Mnemonic = keyof typeof INSTRUCTIONS;

/** One instruction with its operands by name, `op` first: `{ op: "int_add", d: 3, a: 1, b: 2 }`. */
export type InstructionOf<M extends Mnemonic> = M extends Mnemonic
  ? { readonly op: M } & ((typeof INSTRUCTIONS)[M] extends InstructionEntry<infer O>
      ? OperandValues<O>
      : never)
  : never;

export type Instruction = InstructionOf<Mnemonic>;

export const MNEMONICS = Object.keys(INSTRUCTIONS) as readonly Mnemonic[];

// hosts find what is in a map twice as fast as a property whose name they do not know
const entries = new Map<Mnemonic, InstructionEntry>(
  Object.entries(INSTRUCTIONS) as [Mnemonic, InstructionEntry][],
);

/** The entry of a mnemonic, its operands seen as a plain table. */
export function entryOf(op: Mnemonic): InstructionEntry {
  return entries.get(op)!;
}

const mnemonicByCode = new Map<number, Mnemonic>(MNEMONICS.map((op) => [entryOf(op).code, op]));

/** The mnemonic of a code, or null when no instruction has it. */
export function mnemonicOf(code: number): Mnemonic | null {
  return mnemonicByCode.get(code) ?? null;
}
