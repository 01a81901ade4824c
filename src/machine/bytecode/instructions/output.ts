/** Instructions that emit a row of an output of the program. */

import { defineInstruction } from "../entry.ts";
import { immediate, read } from "../operand.ts";

const emitRow = <K extends "i" | "f" | "b">(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { output: immediate("output"), a: read(kind, "output") },
    traps: ["fuel", "output"],
    doc: "Adds a to the rows of an output of the program.",
  });

export const OUTPUT_INSTRUCTIONS = {
  emit_int: emitRow("i", 0x78),
  emit_float: emitRow("f", 0x79),
  emit_bool: emitRow("b", 0x7a),
  emit_ref: defineInstruction({
    code: 0x7b,
    operands: { output: immediate("output"), a: read("r", "output") },
    traps: ["fuel", "output"],
    doc: "Adds the value a to the rows of an output of the program, in its canonical encoding.",
  }),
};
