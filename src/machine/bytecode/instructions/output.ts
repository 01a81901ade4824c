/** Instructions that emit a row of an output of the program. */

import { defineInstruction } from "../entry.ts";
import { immediate, read } from "../operand.ts";

type EmitFunction = "emit_int" | "emit_float" | "emit_bool" | "emit_ref";

const emitRow = <K extends "i" | "f" | "b">(kind: K, code: number, name: EmitFunction) =>
  defineInstruction({
    code,
    operands: { output: immediate("output"), a: read(kind, "output") },
    traps: ["fuel", "output"],
    doc: "Adds a to the rows of an output of the program.",
    interpret: `
      $lend
      runtime.${name}($output, $a);
      $settle`,
    emit: (e, { output, a }) => {
      e.i32(output);
      if (kind === "b") e.get(a);
      else e.number(a);
      e.charged(name);
    },
  });

export const OUTPUT_INSTRUCTIONS = {
  emit_int: emitRow("i", 0x78, "emit_int"),
  emit_float: emitRow("f", 0x79, "emit_float"),
  emit_bool: emitRow("b", 0x7a, "emit_bool"),
  emit_ref: defineInstruction({
    code: 0x7b,
    operands: { output: immediate("output"), a: read("r", "output") },
    traps: ["fuel", "memory", "output"],
    doc: "Adds the value a to the rows of an output of the program, in its canonical encoding.",
    interpret: `
      $lend
      runtime.emit_ref($output, $a);
      $settle`,
    emit: (e, { output, a }) => {
      e.i32(output);
      e.get(a);
      e.charged("emit_ref");
    },
  }),
};
