/** Several operands evaluated in order, each safe from what the later ones change. */

import type { TypedExpression } from "../check/typed.ts";
import type { Value } from "./leaf.ts";
import { type Context, copied } from "./context.ts";
import { changesSomething } from "./effects.ts";

/**
 * The values of expressions, evaluated in `order` (indices, as they stand when null), given as
 * they stand.
 *
 * A value that still lies in a `var` local is copied when a later operand may change that local.
 */
export function operands(
  context: Context,
  expressions: readonly TypedExpression[],
  order: readonly number[] | null = null,
): Value[] {
  if (order !== null) return operandsInOrder(context, expressions, order);
  if (expressions.length === 0) return [];
  if (expressions.length === 1) return [context.value(expressions[0])];
  if (expressions.length === 2) {
    const first = valueBefore(context, expressions[0], expressions[1]);
    return [first, context.value(expressions[1])];
  }
  const values: Value[] = [];
  let lastChange: number | null = null;
  for (let step = 0; step < expressions.length; step += 1) {
    const value = context.value(expressions[step]);
    if (mayChange(context, value)) {
      lastChange ??= expressions.findLastIndex(changesSomething);
      values.push(lastChange > step ? copied(context, value) : value);
    } else values.push(value);
  }
  return values;
}

/** The value of an expression, safe from what the one that is evaluated next changes. */
export function valueBefore(
  context: Context,
  expression: TypedExpression,
  next: TypedExpression,
): Value {
  const value = context.value(expression);
  return mayChange(context, value) && changesSomething(next) ? copied(context, value) : value;
}

function operandsInOrder(
  context: Context,
  expressions: readonly TypedExpression[],
  order: readonly number[],
): Value[] {
  const given = operands(
    context,
    order.map((index) => expressions[index]),
  );
  const values: Value[] = [];
  for (const [step, index] of order.entries()) values[index] = given[step];
  return values;
}

/** The value, copied out of locals that what is evaluated later may change. */
export function settledBefore(
  context: Context,
  value: Value,
  later: readonly TypedExpression[],
): Value {
  return mayChange(context, value) && later.some(changesSomething) ? copied(context, value) : value;
}

/** The value, copied out of locals that may change. */
export function settled(context: Context, value: Value): Value {
  return mayChange(context, value) ? copied(context, value) : value;
}

/** Whether the value still lies in a `var` local. */
function mayChange(context: Context, value: Value): boolean {
  for (let index = 0; index < value.length; index += 1) {
    const { register, temporary } = value[index];
    if (!temporary && context.builder.isChanging(register)) return true;
  }
  return false;
}
