/** Instructions over texts: joining, order, how values are shown, printing. */

import { defineInstruction } from "../entry.ts";
import { immediate, out, read, take } from "../operand.ts";

const show = <K extends "i" | "f" | "b">(kind: K, code: number, doc: string) =>
  defineInstruction({
    code,
    operands: { d: out("r", "string"), a: read(kind) },
    traps: ["fuel", "memory"],
    doc,
  });

export const TEXT_INSTRUCTIONS = {
  text_concat: defineInstruction({
    code: 0x46,
    operands: { d: out("r", "string"), a: take("string"), b: read("r", "string") },
    traps: ["fuel", "memory"],
    doc: "The text a followed by the text b; in place when a is held once and has room.",
  }),
  text_lt: defineInstruction({
    code: 0x47,
    operands: { d: out("b"), a: read("r", "string"), b: read("r", "string") },
    traps: ["fuel"],
    doc: "Whether a stands before b, compared by Unicode scalar values.",
  }),
  int_show: show("i", 0x48, "The decimal digits of a."),
  float_show: show("f", 0x49, "The shortest decimal text that reads back as a."),
  bool_show: show("b", 0x4a, "`true` or `false`."),
  ref_show: defineInstruction({
    code: 0x4b,
    operands: { d: out("r", "string"), a: read("r", "any") },
    traps: ["fuel", "memory"],
    doc: "The text of a value of any type; a string is shown as itself.",
  }),
  float_show_fixed: defineInstruction({
    code: 0x4c,
    operands: { d: out("r", "string"), a: read("f"), digits: immediate("digits") },
    traps: ["fuel", "memory"],
    doc: "a with this many digits after the point, exactly rounded, ties to even.",
  }),
  print: defineInstruction({
    code: 0x4d,
    operands: { a: read("r", "string") },
    traps: ["fuel", "output"],
    doc: "Adds the text a to the log, as one line.",
  }),
};
