/**
 * Instructions over Int, Float and Bool.
 *
 * Invariants: an Int is exact in −(2⁵³−1) … 2⁵³−1 and is never −0; a Float follows IEEE 754 with rounding to
 * nearest, without fusing; which NaN a register holds is never visible.
 */

import { defineInstruction } from "../entry.ts";
import { out, read } from "../operand.ts";

const intArithmetic = (code: number, doc: string) =>
  defineInstruction({
    code,
    operands: { d: out("i"), a: read("i"), b: read("i") },
    traps: ["overflow"],
    doc,
  });

const intDivision = (code: number, doc: string) =>
  defineInstruction({
    code,
    operands: { d: out("i"), a: read("i"), b: read("i") },
    traps: ["division"],
    doc,
  });

const floatArithmetic = (code: number, doc: string) =>
  defineInstruction({ code, operands: { d: out("f"), a: read("f"), b: read("f") }, doc });

const floatFunction = (code: number, doc: string) =>
  defineInstruction({ code, operands: { d: out("f"), a: read("f") }, doc });

const rounding = (code: number, doc: string) =>
  defineInstruction({
    code,
    operands: { d: out("i"), a: read("f") },
    traps: ["conversion"],
    doc: `${doc} Traps when a is not finite or the result is no Int.`,
  });

const comparison = <K extends "i" | "f" | "b">(kind: K, code: number, doc: string) =>
  defineInstruction({ code, operands: { d: out("b"), a: read(kind), b: read(kind) }, doc });

export const NUMBER_INSTRUCTIONS = {
  int_add: intArithmetic(0x28, "a + b."),
  int_sub: intArithmetic(0x29, "a − b."),
  int_mul: intArithmetic(0x2a, "a · b."),
  int_neg: defineInstruction({
    code: 0x2b,
    operands: { d: out("i"), a: read("i") },
    doc: "−a; never overflows, the range being symmetric.",
  }),
  int_div: intDivision(0x2c, "a ÷ b rounded down."),
  int_mod: intDivision(0x2d, "a − b · ⌊a ÷ b⌋: zero or the sign of b."),
  float_add: floatArithmetic(0x2e, "a + b."),
  float_sub: floatArithmetic(0x2f, "a − b."),
  float_mul: floatArithmetic(0x30, "a · b."),
  float_div: floatArithmetic(0x31, "a ÷ b."),
  float_neg: floatFunction(0x32, "−a: the sign turned, of zero too."),
  float_sqrt: floatFunction(0x33, "The square root, correctly rounded."),
  float_abs: floatFunction(0x34, "a without its sign."),
  int_to_float: defineInstruction({
    code: 0x35,
    operands: { d: out("f"), a: read("i") },
    doc: "The Float equal to a, always exact.",
  }),
  float_floor: rounding(0x36, "The greatest Int not above a."),
  float_ceil: rounding(0x37, "The least Int not below a."),
  float_round: rounding(0x38, "The Int nearest to a, ties to even."),
  float_trunc: rounding(0x39, "a without its fraction."),
  int_lt: comparison("i", 0x3a, "a < b."),
  int_le: comparison("i", 0x3b, "a ≤ b."),
  int_eq: comparison("i", 0x3c, "a = b."),
  float_lt: comparison("f", 0x3d, "a < b; false with a NaN."),
  float_le: comparison("f", 0x3e, "a ≤ b; false with a NaN."),
  float_eq: comparison("f", 0x3f, "a = b; false with a NaN, and 0 = −0."),
  bool_eq: comparison("b", 0x40, "a = b."),
  bool_not: defineInstruction({
    code: 0x41,
    operands: { d: out("b"), a: read("b") },
    doc: "Not a.",
  }),
};
