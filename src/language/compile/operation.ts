/**
 * Arithmetic, powers and concatenation; the order of multiplications in a power is that of
 * power-chain.ts, x^−n is 1 / x^n.
 */

import type { Mnemonic } from "../../machine/bytecode/instruction.ts";
import type { Type } from "../../machine/types/type.ts";
import { powerChain } from "../power-chain.ts";
import type { Local, TypedExpression, TypedOperator } from "../check/typed.ts";
import type { Value } from "./leaf.ts";
import { at, copied, type Context, only, taken, target } from "./context.ts";
import { leaves, mentions } from "./effects.ts";
import { type ListOperator, combined, isListArithmetic } from "./elementwise.ts";
import { concatenated, textConstant } from "./joining.ts";
import { valueBefore } from "./operands.ts";
import { primitiveCall } from "./primitive.ts";

/** The largest |exponent| that is multiplied out in place. */
const LONGEST_CHAIN = 64;

type Of<Kind extends TypedExpression["kind"]> = Extract<TypedExpression, { kind: Kind }>;

const ARITHMETIC: Readonly<Partial<Record<TypedOperator, Mnemonic>>> = {
  "int +": "int_add",
  "int -": "int_sub",
  "int *": "int_mul",
  "int div": "int_div",
  "int %": "int_mod",
  "float +": "float_add",
  "float -": "float_sub",
  "float *": "float_mul",
  "float /": "float_div",
  "string ++": "text_concat",
  "list ++": "list_concat",
};

export function operation(
  context: Context,
  expression: Of<"operation">,
  into: number | null,
): Value {
  const { operator, left, right } = expression;
  if (operator === "string ++" || operator === "list ++") return concatenation(context, expression);
  if (isListArithmetic(operator)) return arithmeticOfLists(context, expression, operator);
  if (operator === "int ^") return intPower(context, expression);
  const a = valueBefore(context, left, right);
  const b = context.value(right);
  at(context, expression.span);
  return operator === "float ^"
    ? primitiveCall(context, "pow", [a, b], expression.type)
    : apply(context, operator, a, b, expression, into);
}

/** One arithmetic instruction over two values, which end here. */
export function apply(
  context: Context,
  operator: TypedOperator,
  a: Value,
  b: Value,
  result: Pick<TypedExpression, "type">,
  into: number | null,
): Value {
  const { builder } = context;
  const leaf = target(context, result.type, into);
  builder.emit({ op: ARITHMETIC[operator]!, d: leaf.register, a: only(a), b: only(b) });
  builder.release(a);
  builder.release(b);
  return leaf.alone;
}

/** `a ++ b`: takes a, so that a value held once grows in place. */
function concatenation(context: Context, expression: Of<"operation">): Value {
  const { left, right } = expression;
  const local = context.movable;
  context.movable = null;
  if (local !== null && grows(expression, local)) {
    if (left.kind === "operation") context.movable = local;
    const a = context.value(left);
    const b = context.value(right);
    at(context, expression.span);
    return concatenated(context, expression, a, b);
  }
  const a = valueBefore(context, left, right);
  const b = context.value(right);
  at(context, expression.span);
  return concatenated(context, expression, taken(context, a), b);
}

/** `a + b` over lists: takes the list on the left, so that the result may stand in its place. */
function arithmeticOfLists(
  context: Context,
  expression: Of<"operation">,
  operator: ListOperator,
): Value {
  const { left, right } = expression;
  const local = context.movable;
  context.movable = null;
  if (local !== null && grows(expression, local)) {
    if (left.kind === "operation") context.movable = local;
    const a = context.value(left);
    const b = context.value(right);
    at(context, expression.span);
    return combined(context, operator, [left, right], [a, b]);
  }
  const a = valueBefore(context, left, right);
  const b = context.value(right);
  at(context, expression.span);
  const values: [Value, Value] =
    left.type.kind === "list" ? [taken(context, a), b] : [a, taken(context, b)];
  return combined(context, operator, [left, right], values);
}

/**
 * Whether it is `local ++ …`, so that the local's own value may grow: nothing else reads it
 * before it is assigned.
 */
function grows(expression: TypedExpression, local: Local): boolean {
  if (expression.kind === "local") return expression.local === local;
  return (
    expression.kind === "operation" &&
    !mentions(expression.right, local) &&
    !leaves(expression.right) &&
    grows(expression.left, local)
  );
}

export function power(context: Context, expression: Of<"power">): Value {
  const { operand, numerator, denominator } = expression;
  const { builder } = context;
  const base = context.value(operand);
  at(context, expression.span);
  if (denominator === 1 && Math.abs(numerator) <= LONGEST_CHAIN) {
    const product = chain(context, base, Math.abs(numerator), expression.type);
    return numerator < 0 ? reciprocal(context, product, expression.type) : product;
  }
  const leaf = target(context, expression.type, null);
  if (numerator === 1 && denominator === 2) {
    builder.emit({ op: "float_sqrt", d: leaf.register, a: only(base) });
    builder.release(base);
    return leaf.alone;
  }
  builder.emit({ op: "float_const", d: leaf.register, value: numerator / denominator });
  return primitiveCall(context, "pow", [base, leaf.alone], expression.type);
}

/** `Int ^ Int`: multiplications that trap when the power is no Int. */
function intPower(context: Context, expression: Of<"operation">): Value {
  const { left, right, type } = expression;
  if (right.kind === "constant" && typeof right.value === "object" && right.value.kind === "int") {
    const { value } = right.value;
    if (value >= 0 && value <= LONGEST_CHAIN) {
      const base = context.value(left);
      at(context, expression.span);
      return chain(context, base, value, type);
    }
  }
  const first = valueBefore(context, left, right);
  const second = context.value(right);
  const [base, exponent] = [copied(context, first), copied(context, second)];
  at(context, expression.span);
  return powerLoop(context, only(base), only(exponent), type, [...base, ...exponent]);
}

/**
 * The digits of the exponent from the least significant one: where it is 1 the power takes the
 * square reached so far. The base is squared only while digits are left, so a square that
 * overflows belongs to the result.
 */
function powerLoop(
  context: Context,
  base: number,
  exponent: number,
  type: Type,
  held: Value,
): Value {
  const { builder } = context;
  const leaf = target(context, type, null);
  const [zero, one, two, digit] = [0, 1, 2, 0].map((value) => {
    const constant = target(context, type, null);
    builder.emit({ op: "int_const", d: constant.register, value });
    return constant;
  });
  builder.emit({ op: "int_const", d: leaf.register, value: 1 });
  builder.open({ op: "if_int_lt", a: exponent, b: zero.register });
  builder.emit({
    op: "fail_panic",
    message: only(textConstant(context, "an Int has no negative power")),
  });
  builder.end();
  const loop = builder.open({ op: "loop", charge: 0 });
  builder.emit({ op: "int_mod", d: digit.register, a: exponent, b: two.register });
  builder.open({ op: "if_int_eq", a: digit.register, b: one.register });
  builder.emit({ op: "int_mul", d: leaf.register, a: leaf.register, b: base });
  builder.end();
  builder.emit({ op: "int_div", d: exponent, a: exponent, b: two.register });
  builder.open({ op: "if_int_eq", a: exponent, b: zero.register });
  builder.breakTo(loop);
  builder.end();
  builder.emit({ op: "int_mul", d: base, a: base, b: base });
  builder.end();
  builder.release([...held, zero, one, two, digit]);
  return leaf.alone;
}

function chain(context: Context, base: Value, exponent: number, type: Type): Value {
  const { builder } = context;
  if (exponent === 1) return base;
  const isInt = type.kind === "int";
  const leaf = target(context, type, null);
  const multiply = isInt ? "int_mul" : "float_mul";
  if (exponent === 0) {
    builder.emit({ op: isInt ? "int_const" : "float_const", d: leaf.register, value: 1 });
    builder.release(base);
    return leaf.alone;
  }
  let current = only(base);
  for (const step of powerChain(exponent)) {
    const factor = step === "square" ? current : only(base);
    builder.emit({ op: multiply, d: leaf.register, a: current, b: factor });
    current = leaf.register;
  }
  builder.release(base);
  return leaf.alone;
}

function reciprocal(context: Context, product: Value, type: Type): Value {
  const { builder } = context;
  const leaf = target(context, type, null);
  builder.emit({ op: "float_const", d: leaf.register, value: 1 });
  builder.emit({ op: "float_div", d: leaf.register, a: leaf.register, b: only(product) });
  builder.release(product);
  return leaf.alone;
}
