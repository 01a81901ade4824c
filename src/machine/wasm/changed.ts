/** Which registers hold something else behind an instruction. */

import type { Instruction, Mnemonic } from "../bytecode/instruction.ts";
import { operandsOf, valuesOf } from "../bytecode/operand-list.ts";

const changed = new Map<Mnemonic, readonly string[]>();

/** The operands that are written, taken or changed; worked out when an instruction is met first. */
function changedOperands(op: Mnemonic): readonly string[] {
  let names = changed.get(op);
  if (names === undefined) {
    const operands = operandsOf(op).filter(({ what, isRead }) => what === null && !isRead);
    names = operands.map(({ name }) => name);
    changed.set(op, names);
  }
  return names;
}

const NONE: readonly number[] = [];

/** The registers that an instruction writes, takes or changes, but for this operand. */
export function changedBy(instruction: Instruction, except: string | null): readonly number[] {
  const values = valuesOf(instruction);
  const names = changedOperands(instruction.op);
  let registers = NONE;
  for (let at = 0; at < names.length; at++) {
    if (names[at] === except) continue;
    const value = values[names[at]] as number | readonly number[];
    const own = typeof value === "number" ? [value] : value;
    registers = registers.length === 0 ? own : [...registers, ...own];
  }
  return registers;
}
