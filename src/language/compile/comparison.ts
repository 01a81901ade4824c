/**
 * Comparisons, truth values and branches.
 *
 * Invariants: a comparison of floats is never turned into its negation (a NaN would notice): arms
 * change places instead; every operand of a chain is evaluated at most once.
 */

import type { Mnemonic } from "../../machine/bytecode/instruction.ts";
import { BOOL, type Type } from "../../machine/types/type.ts";
import type { TypedComparison, TypedExpression } from "../check/typed.ts";
import type { DraftInstruction } from "./builder.ts";
import { type Leaf, lentLeaf, type Value } from "./leaf.ts";
import { at, type Context, only, target } from "./context.ts";
import { isSpread } from "./layout.ts";
import { settledBefore, valueBefore } from "./operands.ts";

type Of<Kind extends TypedExpression["kind"]> = Extract<TypedExpression, { kind: Kind }>;

/** What writes the code of an arm. */
export type Arm = () => void;

/**
 * A test that an `if` or a register can hold: the operation, its operands in its own order, and
 * whether its answer is turned round.
 */
interface Test {
  readonly word: "lt" | "le" | "eq";
  readonly isTurned: boolean;
  readonly a: number;
  readonly b: number;
}

function testOf(comparison: TypedComparison, left: number, right: number): Test {
  switch (comparison) {
    case "<":
      return { word: "lt", isTurned: false, a: left, b: right };
    case "<=":
      return { word: "le", isTurned: false, a: left, b: right };
    case ">":
      return { word: "lt", isTurned: false, a: right, b: left };
    case ">=":
      return { word: "le", isTurned: false, a: right, b: left };
    case "==":
      return { word: "eq", isTurned: false, a: left, b: right };
    case "!=":
      return { word: "eq", isTurned: true, a: left, b: right };
  }
}

/** Runs one of two arms by a condition; without `whenFalse` nothing happens when it is false. */
export function branch(
  context: Context,
  condition: TypedExpression,
  whenTrue: Arm,
  whenFalse: Arm | null,
): void {
  if (condition.kind === "not") {
    branch(context, condition.operand, whenFalse ?? nothing, whenTrue);
  } else if (condition.kind === "constant" && condition.value.kind === "bool") {
    if (condition.value.value) whenTrue();
    else whenFalse?.();
  } else if (condition.kind === "and" && whenFalse === null) {
    const inner: Arm = () => branch(context, condition.right, whenTrue, null);
    branch(context, condition.left, inner, null);
  } else if (condition.kind === "comparison" && condition.operands.length === 2) {
    const [first, second] = condition.operands;
    const left = valueBefore(context, first, second);
    const right = context.value(second);
    at(context, condition.span);
    const { type } = first;
    branchOnPair(context, condition.comparisons[0], type, [left, right], whenTrue, whenFalse);
  } else {
    const value = context.value(condition);
    at(context, condition.span);
    arms(context, { op: "if", a: only(value) }, whenTrue, whenFalse, [value]);
  }
}

/** Whether {@link branch} writes both arms, and the first one first. */
export function keepsOrder(condition: TypedExpression): boolean {
  switch (condition.kind) {
    case "not":
    case "constant":
      return false;
    case "and":
      return keepsOrder(condition.left) && keepsOrder(condition.right);
    case "comparison":
      return !condition.comparisons.includes("!=");
    default:
      return true;
  }
}

const BRANCHES = {
  int: { lt: "if_int_lt", le: "if_int_le", eq: "if_int_eq" },
  float: { lt: "if_float_lt", le: "if_float_le", eq: "if_float_eq" },
} as const;

const COMPARISONS = {
  int: { lt: "int_lt", le: "int_le", eq: "int_eq" },
  float: { lt: "float_lt", le: "float_le", eq: "float_eq" },
} as const;

const nothing: Arm = () => undefined;

/**
 * Runs one of two arms by one comparison of two values, which end before the arms unless they are
 * not temporary.
 */
export function branchOnPair(
  context: Context,
  comparison: TypedComparison,
  type: Type,
  [left, right]: readonly [Value, Value],
  whenTrue: Arm,
  whenFalse: Arm | null,
): void {
  const isNumber = type.kind === "int" || type.kind === "float";
  if (!isNumber) {
    const answer = compared(context, comparison, type, left, right, null);
    context.builder.release(left);
    context.builder.release(right);
    arms(context, { op: "if", a: only(answer) }, whenTrue, whenFalse, [answer]);
    return;
  }
  const test = testOf(comparison, only(left), only(right));
  const instruction = { op: BRANCHES[type.kind][test.word], a: test.a, b: test.b };
  if (test.isTurned) arms(context, instruction, whenFalse ?? nothing, whenTrue, [left, right]);
  else arms(context, instruction, whenTrue, whenFalse, [left, right]);
}

function arms(
  context: Context,
  test: DraftInstruction,
  first: Arm,
  second: Arm | null,
  read: readonly Value[],
): void {
  const { builder } = context;
  builder.open(test);
  for (const value of read) builder.release(value);
  first();
  if (second !== null) {
    builder.else();
    second();
  }
  builder.end();
}

/** One comparison as a truth value; the operands stay. */
function compared(
  context: Context,
  comparison: TypedComparison,
  type: Type,
  left: Value,
  right: Value,
  into: number | null,
): Value {
  const { builder } = context;
  if (isSpread(type)) return comparedParts(context, comparison, [left, right], into);
  const answer = target(context, BOOL, into);
  // Strings have no `le`: a ≤ b is not (b < a).
  const isTextOrder = type.kind === "string" && comparison !== "==" && comparison !== "!=";
  const test = testOf(comparison, only(left), only(right));
  if (isTextOrder && test.word === "le") {
    builder.emit({ op: "text_lt", d: answer.register, a: test.b, b: test.a });
    builder.emit({ op: "bool_not", d: answer.register, a: answer.register });
  } else {
    const op = isTextOrder ? "text_lt" : comparisonOp(type, test.word);
    builder.emit({ op, d: answer.register, a: test.a, b: test.b });
    if (test.isTurned) builder.emit({ op: "bool_not", d: answer.register, a: answer.register });
  }
  return answer.alone;
}

const PART_EQUALITY = { i: "int_eq", f: "float_eq", b: "bool_eq", r: "ref_equal" } as const;

/** `==` and `!=` of values in several registers, up to the first register that differs. */
function comparedParts(
  context: Context,
  comparison: TypedComparison,
  [left, right]: readonly [Value, Value],
  into: number | null,
): Value {
  const { builder } = context;
  const answer = target(context, BOOL, null);
  for (const [index, { register: a }] of left.entries()) {
    if (index > 0) builder.open({ op: "if", a: answer.register });
    const op = PART_EQUALITY[builder.kind(a)];
    builder.emit({ op, d: answer.register, a, b: right[index]?.register ?? 0 });
  }
  for (const _ of left.slice(1)) builder.end();
  if (left.length === 0) builder.emit({ op: "bool_const", d: answer.register, value: true });
  if (comparison === "!=") builder.emit({ op: "bool_not", d: answer.register, a: answer.register });
  if (into === null) return answer.alone;
  builder.emit({ op: "bool_move", d: into, a: answer.register });
  builder.release(answer.alone);
  return lentLeaf(into).alone;
}

function comparisonOp(type: Type, word: "lt" | "le" | "eq"): Mnemonic {
  if (type.kind === "int" || type.kind === "float") return COMPARISONS[type.kind][word];
  return type.kind === "bool" ? "bool_eq" : "ref_equal";
}

/** A comparison or a chain of them as a truth value. */
export function comparison(
  context: Context,
  expression: Of<"comparison">,
  into: number | null,
): Value {
  const { builder } = context;
  const { operands: parts, comparisons } = expression;
  const type = parts[0].type;
  if (parts.length === 2) {
    const left = valueBefore(context, parts[0], parts[1]);
    const right = context.value(parts[1]);
    at(context, expression.span);
    const answer = compared(context, comparisons[0], type, left, right, into);
    builder.release(left);
    builder.release(right);
    return answer;
  }
  const answer = target(context, BOOL, null);
  const visit = (index: number, left: Value): void => {
    const right = chained(context, parts, index + 1);
    at(context, expression.span);
    compared(context, comparisons[index], type, left, right, answer.register);
    builder.release(left);
    if (index + 1 < comparisons.length) {
      builder.open({ op: "if", a: answer.register });
      visit(index + 1, right);
      // What the arm used up is still owned when the arm is not taken.
      builder.else();
    }
    builder.release(right);
    if (index + 1 < comparisons.length) builder.end();
  };
  visit(0, chained(context, parts, 0));
  return answer.alone;
}

/** Operand `index` of a chain, safe from what the next one changes. */
export function chained(context: Context, parts: readonly TypedExpression[], index: number): Value {
  const value = context.value(parts[index]);
  return settledBefore(context, value, parts.slice(index + 1));
}

/** `a and b`, `a or b` as a truth value; b is evaluated only when it decides. */
export function logical(
  context: Context,
  expression: Of<"and" | "or">,
  into: number | null,
): Value {
  const { builder } = context;
  const answer: Leaf = target(context, BOOL, into);
  const put = (part: TypedExpression): void => {
    const value = context.value(part, answer.register);
    if (only(value) !== answer.register) {
      builder.emit({ op: "bool_move", d: answer.register, a: only(value) });
    }
    builder.release(value);
  };
  put(expression.left);
  at(context, expression.span);
  builder.open({ op: "if", a: answer.register });
  if (expression.kind === "or") builder.else();
  put(expression.right);
  builder.end();
  return answer.alone;
}
