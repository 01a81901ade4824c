/** Code written by tests, charged as the compiler would. */

import { chargesOf } from "../../src/machine/bytecode/charge.ts";
import type { Instruction } from "../../src/machine/bytecode/instruction.ts";

/** The same code, with the charge of each region put into its `enter` or `loop`. */
export function withCharges(code: readonly Instruction[]): readonly Instruction[] {
  const paid = code.slice();
  for (const [payer, charge] of chargesOf(code)) {
    const instruction = paid[payer];
    if (instruction?.op === "enter" || instruction?.op === "loop") {
      paid[payer] = { ...instruction, charge };
    }
  }
  return paid;
}
