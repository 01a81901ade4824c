/**
 * The operands of each instruction as a list, made once: name and shape, in the order of the
 * encoding.
 */

import { entryOf, MNEMONICS, type Instruction, type Mnemonic } from "./instruction.ts";
import type { Operand } from "./operand.ts";

export interface NamedOperand {
  readonly name: string;
  readonly operand: Operand;
}

const lists = new Map<Mnemonic, readonly NamedOperand[]>(
  MNEMONICS.map((op) => [
    op,
    Object.entries(entryOf(op).operands).map(([name, operand]) => ({ name, operand })),
  ]),
);

/** The operands of an instruction, without its mnemonic. */
export function operandsOf(op: Mnemonic): readonly NamedOperand[] {
  return lists.get(op)!;
}

export type OperandData = number | boolean | readonly number[];

/** An instruction's operands by name, where which instruction it is does not matter. */
export function valuesOf(instruction: Instruction): Readonly<Record<string, OperandData>> {
  return instruction as unknown as Readonly<Record<string, OperandData>>;
}
