/** Pass over the fuel: every region pays for its dearest path, no more and no less. */

import { chargesOf } from "../bytecode/charge.ts";
import type { Module } from "../bytecode/module.ts";
import type { Inspection } from "./refusal.ts";

export function checkCharges(module: Module, inspection: Inspection): void {
  for (const [index, fn] of module.functions.entries()) {
    inspection.functionIndex = index;
    for (const [payer, wanted] of chargesOf(fn.code)) {
      inspection.instructionIndex = payer;
      const instruction = fn.code[payer];
      const charge = "charge" in instruction ? instruction.charge : 0;
      inspection.require(
        charge === wanted,
        "charge",
        () => `the charge is ${charge}, and the dearest path of the region costs ${wanted}`,
      );
    }
  }
  inspection.instructionIndex = null;
}
