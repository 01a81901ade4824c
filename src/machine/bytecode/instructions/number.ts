/**
 * Instructions over Int, Float and Bool.
 *
 * Invariants: an Int is exact in −(2⁵³−1) … 2⁵³−1 and is never −0; a Float follows IEEE 754 with
 * rounding to nearest, without fusing; which NaN a register holds is never visible.
 */

import type { Certainty, Emission, Range } from "../emission.ts";
import { defineInstruction } from "../entry.ts";
import { out, read } from "../operand.ts";
import type { WasmOperator } from "../wasm-operator.ts";

const MAXIMUM = Number.MAX_SAFE_INTEGER;

const pushBoth = (e: Emission, a: number, b: number): void => {
  e.get(a);
  e.get(b);
};

/** Traps unless the i64 on the stack, which is exact, is an Int; leaves it there. */
const emitLimitTest = (e: Emission, a: number, b: number): void => {
  e.scratch("tee", "i64");
  e.i64(MAXIMUM);
  e.op("i64.add");
  e.i64(2 * MAXIMUM);
  e.op("i64.gt_u");
  e.trapIf(
    "overflow",
    () => e.number(a),
    () => e.number(b),
  );
  e.scratch("get", "i64");
};

/**
 * Addition and subtraction: |a ± b| < 2⁵⁴ is exact in i64, and a double past the limit never rounds
 * back to it.
 */
const intSum = (code: number, doc: string, script: string, operator: WasmOperator) =>
  defineInstruction({
    code,
    operands: { d: out("i"), a: read("i"), b: read("i") },
    traps: ["overflow"],
    doc,
    interpret: `
      const result = $a ${script} $b;
      if (result > MAXIMUM || result < -MAXIMUM) $trap(overflow, $a, $b);
      $d = result;`,
    emit: (e, { d, a, b }) => {
      pushBoth(e, a, b);
      e.op(operator);
      const known = e.certain();
      const other = operator === "i64.add" ? known.b : { low: -known.b.high, high: -known.b.low };
      if (known.a.low + other.low < -MAXIMUM || known.a.high + other.high > MAXIMUM) {
        emitLimitTest(e, a, b);
      }
      e.set(d);
    },
  });

/** Products below are exact in i64, and far from where a double would round up to 2⁶³. */
const EXACT = 4_611_686_018_427_387_904;

const largestOf = ({ low, high }: Range): number => Math.max(-low, high);

/** Traps when the product, rounded to a double, is no Int. */
const emitProductTest = (e: Emission, a: number, b: number): void => {
  e.number(a);
  e.number(b);
  e.op("f64.mul", "f64.abs");
  e.f64(MAXIMUM);
  e.op("f64.gt");
  e.trapIf(
    "overflow",
    () => e.number(a),
    () => e.number(b),
  );
};

/** The binary logarithm of a divisor that is a known power of two, else null. */
const shiftOf = ({ low, high }: Range): number | null =>
  low === high && low > 0 && low <= 0x4000_0000 && (low & (low - 1)) === 0
    ? 31 - Math.clz32(low)
    : null;

/** Whether rounding down is cutting off. */
const isNatural = ({ a, b }: Certainty): boolean => a.low >= 0 && b.low > 0;

const emitDivisorTest = (e: Emission, a: number, b: number): void => {
  const { low, high } = e.certain().b;
  if (low > 0 || high < 0) return;
  e.get(b);
  e.op("i64.eqz");
  e.trapIf("division", () => e.number(a));
};

/**
 * Whether the remainder in scratch i64 is not zero and its sign is not that of b: the quotient was
 * rounded up.
 */
const emitRoundedUp = (e: Emission, b: number): void => {
  e.scratch("get", "i64");
  e.i64(0);
  e.op("i64.ne");
  e.scratch("get", "i64");
  e.get(b);
  e.op("i64.xor");
  e.i64(0);
  e.op("i64.lt_s", "i32.and");
};

const floatArithmetic = (code: number, doc: string, script: string, operator: WasmOperator) =>
  defineInstruction({
    code,
    operands: { d: out("f"), a: read("f"), b: read("f") },
    doc,
    interpret: `$d = $a ${script} $b;`,
    emit: (e, { d, a, b }) => {
      pushBoth(e, a, b);
      e.op(operator);
      e.set(d);
    },
  });

const floatFunction = (code: number, doc: string, script: string, operator: WasmOperator) =>
  defineInstruction({
    code,
    operands: { d: out("f"), a: read("f") },
    doc,
    interpret: `$d = ${script};`,
    emit: (e, { d, a }) => {
      e.get(a);
      e.op(operator);
      e.set(d);
    },
  });

const rounding = (code: number, doc: string, script: string, operator: WasmOperator) =>
  defineInstruction({
    code,
    operands: { d: out("i"), a: read("f") },
    traps: ["conversion"],
    doc: `${doc} Traps when a is not finite or the result is no Int.`,
    // adding 0 clears the sign of a zero
    interpret: `
      const result = ${script};
      if (!(result <= MAXIMUM && result >= -MAXIMUM)) $trap(conversion, $a);
      $d = result + 0;`,
    emit: (e, { d, a }) => {
      e.get(a);
      e.op(operator);
      e.scratch("tee", "f64");
      e.op("f64.abs");
      e.f64(MAXIMUM);
      e.op("f64.le", "i32.eqz");
      e.trapIf("conversion", () => e.get(a));
      e.scratch("get", "f64");
      e.op("i64.trunc_f64_s");
      e.set(d);
    },
  });

const comparison = <K extends "i" | "f" | "b">(
  kind: K,
  code: number,
  doc: string,
  script: string,
  operator: WasmOperator,
) =>
  defineInstruction({
    code,
    operands: { d: out("b"), a: read(kind), b: read(kind) },
    doc,
    interpret: `$d = $a ${script} $b ? 1 : 0;`,
    emit: (e, { d, a, b }) => {
      pushBoth(e, a, b);
      e.op(operator);
      e.set(d);
    },
  });

export const NUMBER_INSTRUCTIONS = {
  int_add: intSum(0x28, "a + b.", "+", "i64.add"),
  int_sub: intSum(0x29, "a − b.", "-", "i64.sub"),
  int_mul: defineInstruction({
    code: 0x2a,
    operands: { d: out("i"), a: read("i"), b: read("i") },
    traps: ["overflow"],
    doc: "a · b.",
    // rounding is monotonic: the double product is past the limit exactly when the true one is
    interpret: `
      const result = $a * $b;
      if (result > MAXIMUM || result < -MAXIMUM) $trap(overflow, $a, $b);
      $d = result + 0;`,
    emit: (e, { d, a, b }) => {
      const { a: first, b: second } = e.certain();
      const largest = largestOf(first) * largestOf(second);
      // past this the product may not be exact in i64
      const isExact = largest < EXACT;
      if (!isExact) emitProductTest(e, a, b);
      pushBoth(e, a, b);
      e.op("i64.mul");
      if (isExact && largest > MAXIMUM) emitLimitTest(e, a, b);
      e.set(d);
    },
  }),
  int_neg: defineInstruction({
    code: 0x2b,
    operands: { d: out("i"), a: read("i") },
    doc: "−a; never overflows, the range being symmetric.",
    interpret: "$d = 0 - $a;",
    emit: (e, { d, a }) => {
      e.i64(0);
      e.get(a);
      e.op("i64.sub");
      e.set(d);
    },
  }),
  int_div: defineInstruction({
    code: 0x2c,
    operands: { d: out("i"), a: read("i"), b: read("i") },
    traps: ["division"],
    doc: "a ÷ b rounded down.",
    // a − a % b is exact and a multiple of b, so the quotient is exact
    interpret: `
      const divisor = $b;
      if (divisor === 0) $trap(division, $a);
      const remainder = $a % divisor;
      const quotient = ($a - remainder) / divisor;
      $d = (remainder !== 0 && remainder < 0 !== divisor < 0 ? quotient - 1 : quotient) + 0;`,
    emit: (e, { d, a, b }) => {
      const known = e.certain();
      const shift = shiftOf(known.b);
      if (shift !== null) {
        e.get(a);
        e.i64(shift);
        e.op("i64.shr_s");
        return e.set(d);
      }
      emitDivisorTest(e, a, b);
      pushBoth(e, a, b);
      if (isNatural(known)) {
        e.op("i64.div_s");
        return e.set(d);
      }
      e.op("i64.rem_s");
      e.scratch("set", "i64");
      pushBoth(e, a, b);
      e.op("i64.div_s");
      emitRoundedUp(e, b);
      e.op("i64.extend_i32_u", "i64.sub");
      return e.set(d);
    },
  }),
  int_mod: defineInstruction({
    code: 0x2d,
    operands: { d: out("i"), a: read("i"), b: read("i") },
    traps: ["division"],
    doc: "a − b · ⌊a ÷ b⌋: zero or the sign of b.",
    interpret: `
      const divisor = $b;
      if (divisor === 0) $trap(division, $a);
      const remainder = $a % divisor;
      $d = (remainder !== 0 && remainder < 0 !== divisor < 0
        ? remainder + divisor : remainder) + 0;`,
    emit: (e, { d, a, b }) => {
      const known = e.certain();
      if (shiftOf(known.b) !== null) {
        e.get(a);
        e.i64(known.b.high - 1);
        e.op("i64.and");
        return e.set(d);
      }
      emitDivisorTest(e, a, b);
      pushBoth(e, a, b);
      e.op("i64.rem_s");
      if (isNatural(known)) return e.set(d);
      e.scratch("tee", "i64");
      e.get(b);
      e.i64(0);
      emitRoundedUp(e, b);
      e.op("select", "i64.add");
      return e.set(d);
    },
  }),
  float_add: floatArithmetic(0x2e, "a + b.", "+", "f64.add"),
  float_sub: floatArithmetic(0x2f, "a − b.", "-", "f64.sub"),
  float_mul: floatArithmetic(0x30, "a · b.", "*", "f64.mul"),
  float_div: floatArithmetic(0x31, "a ÷ b.", "/", "f64.div"),
  float_neg: floatFunction(0x32, "−a: the sign turned, of zero too.", "-$a", "f64.neg"),
  float_sqrt: floatFunction(
    0x33,
    "The square root, correctly rounded.",
    "Math.sqrt($a)",
    "f64.sqrt",
  ),
  float_abs: floatFunction(0x34, "a without its sign.", "Math.abs($a)", "f64.abs"),
  int_to_float: defineInstruction({
    code: 0x35,
    operands: { d: out("f"), a: read("i") },
    doc: "The Float equal to a, always exact.",
    interpret: "$d = $a;",
    emit: (e, { d, a }) => {
      e.number(a);
      e.set(d);
    },
  }),
  float_floor: rounding(0x36, "The greatest Int not above a.", "Math.floor($a)", "f64.floor"),
  float_ceil: rounding(0x37, "The least Int not below a.", "Math.ceil($a)", "f64.ceil"),
  float_round: rounding(
    0x38,
    "The Int nearest to a, ties to even.",
    "roundTiesToEven($a)",
    "f64.nearest",
  ),
  float_trunc: rounding(0x39, "a without its fraction.", "Math.trunc($a)", "f64.trunc"),
  int_lt: comparison("i", 0x3a, "a < b.", "<", "i64.lt_s"),
  int_le: comparison("i", 0x3b, "a ≤ b.", "<=", "i64.le_s"),
  int_eq: comparison("i", 0x3c, "a = b.", "===", "i64.eq"),
  float_lt: comparison("f", 0x3d, "a < b; false with a NaN.", "<", "f64.lt"),
  float_le: comparison("f", 0x3e, "a ≤ b; false with a NaN.", "<=", "f64.le"),
  float_eq: comparison("f", 0x3f, "a = b; false with a NaN, and 0 = −0.", "===", "f64.eq"),
  bool_eq: comparison("b", 0x40, "a = b.", "===", "i32.eq"),
  bool_not: defineInstruction({
    code: 0x41,
    operands: { d: out("b"), a: read("b") },
    doc: "Not a.",
    interpret: "$d = 1 - $a;",
    emit: (e, { d, a }) => {
      e.get(a);
      e.op("i32.eqz");
      e.set(d);
    },
  }),
};
