/**
 * Arithmetic, powers and concatenation.
 *
 * Source of the order in powers: x^n is x, then for every further binary digit of n from the most significant one a squaring,
 * and a multiplication by x where the digit is 1; x^−n is 1 / x^n.
 */

import type { Mnemonic } from "../../machine/bytecode/instruction.ts";
import type { TypedExpression, TypedOperator } from "../check/typed.ts";
import type { Value } from "./builder.ts";
import { at, type Context, only, taken, target } from "./context.ts";
import { leaves, mentions } from "./effects.ts";
import { operands } from "./operands.ts";
import { primitiveCall } from "./primitive.ts";

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

/** The primitives behind `^` with an exponent that is not a literal. */
const POWERS = { "int ^": "Int.pow", "float ^": "pow" } as const;

export function operation(context: Context, expression: Of<"operation">, into: number | null): Value {
  const { operator, left, right } = expression;
  if (operator === "string ++" || operator === "list ++") return concatenation(context, expression);
  if (operator === "int ^" || operator === "float ^") {
    const values = operands(context, [left, right]);
    at(context, expression.place);
    return primitiveCall(context, POWERS[operator], values, expression.type);
  }
  const [a, b] = operands(context, [left, right]);
  at(context, expression.place);
  return apply(context, operator, a!, b!, expression, into);
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
  builder.emit(ARITHMETIC[operator]!, { d: leaf.register, a: only(a), b: only(b) });
  builder.release([...a, ...b]);
  return [leaf];
}

/** `a ++ b`: takes a, so that a value held once grows in place. */
function concatenation(context: Context, expression: Of<"operation">): Value {
  const { left, right } = expression;
  const local = context.movable;
  context.movable = null;
  if (local !== null && !mentions(right, local)) {
    if (left.kind === "local" && left.local === local) {
      const moved = context.value(left).map(({ register }) => ({ register, temporary: true }));
      const b = context.value(right);
      at(context, expression.place);
      return concatenated(context, expression, moved, b);
    }
    // Between the first take and the end the local is empty: nothing may leave the statement there.
    if (left.kind === "operation" && !leaves(right)) context.movable = local;
  }
  const [a, b] = operands(context, [left, right]);
  at(context, expression.place);
  return concatenated(context, expression, taken(context, a!), b!);
}

/** Joins two values of strings or lists, of which the first is taken whoever holds it. */
export function concatenated(
  context: Context,
  result: Pick<TypedExpression, "type">,
  a: Value,
  b: Value,
): Value {
  const { builder } = context;
  const leaf = target(context, result.type, null);
  const op = result.type.kind === "string" ? "text_concat" : "list_concat";
  builder.emit(op, { d: leaf.register, a: only(a), b: only(b) });
  builder.release([...a, ...b]);
  return [leaf];
}

export function power(context: Context, expression: Of<"power">): Value {
  const { operand, numerator, denominator } = expression;
  const { builder } = context;
  const isInt = expression.type.kind === "int";
  const base = context.value(operand);
  at(context, expression.place);
  if (denominator === 1 && Math.abs(numerator) <= 64) {
    if (numerator === 1) return base;
    const product = chain(context, base, Math.abs(numerator), expression, isInt);
    return numerator < 0 ? reciprocal(context, product, expression) : product;
  }
  if (numerator === 1 && denominator === 2) {
    const leaf = target(context, expression.type, null);
    builder.emit("float_sqrt", { d: leaf.register, a: only(base) });
    builder.release(base);
    return [leaf];
  }
  const exponent = target(context, expression.type, null);
  if (isInt) builder.emit("int_const", { d: exponent.register, value: numerator });
  else builder.emit("float_const", { d: exponent.register, value: numerator / denominator });
  return primitiveCall(context, isInt ? "Int.pow" : "pow", [base, [exponent]], expression.type);
}

function chain(
  context: Context,
  base: Value,
  exponent: number,
  result: Of<"power">,
  isInt: boolean,
): Value {
  const { builder } = context;
  const leaf = target(context, result.type, null);
  const multiply = isInt ? "int_mul" : "float_mul";
  if (exponent === 0) {
    builder.emit(isInt ? "int_const" : "float_const", { d: leaf.register, value: 1 });
    builder.release(base);
    return [leaf];
  }
  let current = only(base);
  for (const digit of exponent.toString(2).slice(1)) {
    builder.emit(multiply, { d: leaf.register, a: current, b: current });
    current = leaf.register;
    if (digit === "1") builder.emit(multiply, { d: leaf.register, a: current, b: only(base) });
  }
  if (current !== leaf.register) {
    builder.emit(isInt ? "int_move" : "float_move", { d: leaf.register, a: current });
  }
  builder.release(base);
  return [leaf];
}

function reciprocal(context: Context, product: Value, result: Of<"power">): Value {
  const { builder } = context;
  const leaf = target(context, result.type, null);
  builder.emit("float_const", { d: leaf.register, value: 1 });
  builder.emit("float_div", { d: leaf.register, a: leaf.register, b: only(product) });
  builder.release(product);
  return [leaf];
}
