/**
 * The operands of each instruction as a list, made once: name and shape, in the order of the
 * encoding.
 */

import { entryOf, MNEMONICS, type Instruction, type Mnemonic } from "./instruction.ts";
import type { ImmediateKind, Operand } from "./operand.ts";

export interface NamedOperand {
  readonly name: string;
  readonly operand: Operand;
  /** What the number means that is no register; null for registers. */
  readonly what: ImmediateKind | null;
  /** Whether it is a counted list of registers. */
  readonly isList: boolean;
  /** Whether its registers are only read, and their references stay where they are. */
  readonly isRead: boolean;
}

// all have their parts in one order, so that reading one is fast
const namedOperand = ([name, operand]: readonly [string, Operand]): NamedOperand => ({
  name,
  operand,
  what: operand.role === "immediate" ? operand.what : null,
  isList: "signature" in operand,
  isRead: operand.role === "in" || operand.role === "ins",
});

const lists = new Map<Mnemonic, readonly NamedOperand[]>(
  MNEMONICS.map((op) => [op, Object.entries(entryOf(op).operands).map(namedOperand)]),
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
