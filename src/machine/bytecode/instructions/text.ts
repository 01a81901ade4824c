/** Instructions over texts: joining, order, how values are shown, printing. */

import { defineInstruction } from "../entry.ts";
import { immediate, out, read, take } from "../operand.ts";

const show = <K extends "i" | "f" | "b">(
  kind: K,
  code: number,
  name: "show_int" | "show_float" | "show_bool",
  doc: string,
) =>
  defineInstruction({
    code,
    operands: { d: out("r", "string"), a: read(kind) },
    traps: ["fuel", "memory"],
    doc,
    interpret: `
      $lend
      $d = runtime.${name}($a) >>> 0;
      $settle`,
    emit: (e, { d, a }) => {
      if (kind === "b") e.get(a);
      else e.number(a);
      e.charged(name);
      e.set(d);
    },
  });

export const TEXT_INSTRUCTIONS = {
  text_concat: defineInstruction({
    code: 0x46,
    operands: { d: out("r", "string"), a: take("string"), b: read("r", "string") },
    traps: ["fuel", "memory"],
    doc: "The text a followed by the text b; in place when a is held once and has room.",
    interpret: `
      $lend
      $d = runtime.text_concat($a, $b) >>> 0;
      $settle`,
    emit: (e, { d, a, b }) => {
      e.get(a);
      e.get(b);
      e.charged("text_concat");
      e.set(d);
    },
  }),
  text_lt: defineInstruction({
    code: 0x47,
    operands: { d: out("b"), a: read("r", "string"), b: read("r", "string") },
    traps: ["fuel"],
    doc: "Whether a stands before b, compared by Unicode scalar values.",
    interpret: `
      $lend
      $d = runtime.text_lt($a, $b);
      $settle`,
    emit: (e, { d, a, b }) => {
      e.get(a);
      e.get(b);
      e.charged("text_lt");
      e.set(d);
    },
  }),
  int_show: show("i", 0x48, "show_int", "The decimal digits of a."),
  float_show: show("f", 0x49, "show_float", "The shortest decimal text that reads back as a."),
  bool_show: show("b", 0x4a, "show_bool", "`true` or `false`."),
  ref_show: defineInstruction({
    code: 0x4b,
    operands: { d: out("r", "string"), a: read("r", "any") },
    traps: ["fuel", "memory"],
    doc: "The text of a value of any type; a string is shown as itself.",
    interpret: `
      $lend
      $d = runtime.show($a) >>> 0;
      $settle`,
    emit: (e, { d, a }) => {
      e.get(a);
      e.charged("show");
      e.set(d);
    },
  }),
  float_show_fixed: defineInstruction({
    code: 0x4c,
    operands: { d: out("r", "string"), a: read("f"), digits: immediate("digits") },
    traps: ["fuel", "memory"],
    doc: "a with this many digits after the point, exactly rounded, ties to even.",
    interpret: `
      $lend
      $d = runtime.show_fixed($a, $digits) >>> 0;
      $settle`,
    emit: (e, { d, a, digits }) => {
      e.get(a);
      e.i32(digits);
      e.charged("show_fixed");
      e.set(d);
    },
  }),
  print: defineInstruction({
    code: 0x4d,
    operands: { a: read("r", "string") },
    traps: ["fuel", "output"],
    doc: "Adds the text a to the log, as one line.",
    interpret: `
      $lend
      runtime.print($a);
      $settle`,
    emit: (e, { a }) => {
      e.get(a);
      e.charged("print");
    },
  }),
};
