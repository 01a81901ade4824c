/** Several operands evaluated in order, each safe from what the later ones change. */

import type { TypedExpression } from "../check/typed.ts";
import type { Value } from "./builder.ts";
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
  const sequence = order ?? expressions.map((_, index) => index);
  const values: Value[] = expressions.map(() => []);
  const lastChange = sequence.findLastIndex((index) => changesSomething(expressions[index]));
  for (const [step, index] of sequence.entries()) {
    const value = context.value(expressions[index]);
    values[index] = step < lastChange ? settled(context, value) : value;
  }
  return values;
}

/** The value, copied out of locals that may change. */
export function settled(context: Context, value: Value): Value {
  const waits = value.some((leaf) => !leaf.temporary && context.changing.has(leaf.register));
  return waits ? copied(context, value) : value;
}
