/** Instructions that fill a register: constants, moves, counted references, parameters. */

import { defineInstruction } from "../entry.ts";
import { immediate, out, read, take } from "../operand.ts";
import { dropVariable, emitDrop, emitDup, SLOTS } from "./heap-access.ts";

type Scalar = "i" | "f" | "b";

const move = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { d: out(kind), a: read(kind) },
    doc: "Copies a into d.",
    interpret: "$d = $a;",
    emit: (e, { d, a }) => {
      e.get(a);
      e.set(d);
    },
  });

const parameter = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { d: out(kind), parameter: immediate("parameter") },
    doc: "The value of a parameter of the program.",
    interpret: `$d = ${SLOTS[kind].read("parameters + 8 * $parameter")};`,
    emit: (e, x) => {
      e.table("parameters");
      e.access(SLOTS[kind].load, 8 * x.parameter);
      e.set(x.d);
    },
  });

export const MOVE_INSTRUCTIONS = {
  int_const: defineInstruction({
    code: 0x18,
    operands: { d: out("i"), value: immediate("int") },
    doc: "A constant Int.",
    interpret: "$d = $value;",
    emit: (e, { d, value }) => {
      e.i64(value);
      e.set(d);
    },
  }),
  float_const: defineInstruction({
    code: 0x19,
    operands: { d: out("f"), value: immediate("float") },
    doc: "A constant Float; a NaN is the canonical one.",
    interpret: "$d = $value;",
    emit: (e, { d, value }) => {
      e.f64(value);
      e.set(d);
    },
  }),
  bool_const: defineInstruction({
    code: 0x1a,
    operands: { d: out("b"), value: immediate("bool") },
    doc: "A constant Bool.",
    interpret: "$d = $value;",
    emit: (e, { d, value }) => {
      e.i32(value ? 1 : 0);
      e.set(d);
    },
  }),
  text_const: defineInstruction({
    code: 0x1b,
    operands: { d: out("r", "string"), text: immediate("text") },
    doc: "A text of the module, shared: the module holds one count, so it is never unique.",
    interpret: `
      const text = ${SLOTS.r.read("texts + 4 * $text")};
      uints[text >>> 2]++;
      $d = text;`,
    emit: (e, { d, text }) => {
      e.table("texts");
      e.access("i32.load", 4 * text);
      e.scratch("set", "i32");
      emitDup(e);
      e.scratch("get", "i32");
      e.set(d);
    },
  }),
  int_move: move("i", 0x1c),
  float_move: move("f", 0x1d),
  bool_move: move("b", 0x1e),
  ref_move: defineInstruction({
    code: 0x1f,
    operands: { d: out("r", "same"), a: take("any") },
    doc: "Moves the reference a into d; a is empty after.",
    interpret: "$d = $a;",
    emit: (e, { d, a }) => {
      e.get(a);
      e.set(d);
    },
  }),
  ref_dup: defineInstruction({
    code: 0x20,
    operands: { d: out("r", "same"), a: read("r", "any") },
    doc: "A second counted reference to the object a.",
    interpret: `
      const object = $a;
      uints[object >>> 2]++;
      $d = object;`,
    emit: (e, { d, a }) => {
      e.get(a);
      e.scratch("tee", "i32");
      e.set(d);
      emitDup(e);
    },
  }),
  ref_drop: defineInstruction({
    code: 0x21,
    operands: { a: take("any") },
    doc: "Gives up the reference a; the last one frees the object and what it holds, at no charge.",
    interpret: `
      const object = $a;
      ${dropVariable("object")}`,
    emit: (e, { a }) => {
      if (e.certain().isLent) return;
      e.get(a);
      emitDrop(e);
    },
  }),
  int_parameter: parameter("i", 0x22),
  float_parameter: parameter("f", 0x23),
  bool_parameter: parameter("b", 0x24),
  ref_parameter: defineInstruction({
    code: 0x25,
    operands: { d: out("r", "parameter"), parameter: immediate("parameter") },
    doc: "The value of a parameter of the program, shared.",
    interpret: `
      const object = ${SLOTS.r.read("parameters + 8 * $parameter")};
      uints[object >>> 2]++;
      $d = object;`,
    emit: (e, x) => {
      e.table("parameters");
      e.access("i32.load", 8 * x.parameter);
      e.scratch("tee", "i32");
      e.set(x.d);
      emitDup(e);
    },
  }),
};
