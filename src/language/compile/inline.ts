/**
 * Arithmetic of Complex and Quaternion numbers where it stands: a function of theirs that is one
 * sum of products is compiled at the call, with its parameters as names of the argument registers.
 *
 * Invariants: nothing in such a function can trap, loop or change anything, so that order and
 * number of its instructions are all that a program can notice.
 */

import { NUMBER_RECORDS } from "../../machine/types/number-record.ts";
import type { Type } from "../../machine/types/type.ts";
import type { TypedExpression, TypedFunction } from "../check/typed.ts";
import { type Leaf, temporaryLeaf, type Value } from "./leaf.ts";
import { type Context, copied, held } from "./context.ts";
import { isSpread } from "./layout.ts";

const plain = new WeakMap<TypedFunction, boolean>();

/** Whether the function is compiled where it is called. */
export function isInline(context: Context, callee: TypedFunction): boolean {
  const { name, takesPlace, parameters, result } = callee;
  // to look at types is sooner done than to take the name apart
  if (takesPlace || !(isNumber(result) || parameters.some(({ type }) => isNumber(type))))
    return false;
  const dot = name.indexOf(".");
  if (!NUMBER_RECORDS.has(dot < 0 ? name : name.slice(0, dot))) return false;
  const known = plain.get(callee);
  if (known !== undefined) return known;
  context.enter(callee);
  const { statements, value } = callee.body;
  const found = statements.length === 0 && value !== null && isPlain(value);
  plain.set(callee, found);
  return found;
}

function isNumber(type: Type): boolean {
  return type.kind === "record" && NUMBER_RECORDS.has(type.record.name);
}

function isPlain(expression: TypedExpression): boolean {
  switch (expression.kind) {
    case "constant":
      return expression.value.kind === "float";
    case "local":
      return true;
    case "field":
      return isSpread(expression.receiver.type) && isPlain(expression.receiver);
    case "operation":
      return (
        ["float +", "float -", "float *", "float /"].includes(expression.operator) &&
        isPlain(expression.left) &&
        isPlain(expression.right)
      );
    case "negate":
      return expression.type.kind === "float" && isPlain(expression.operand);
    case "record":
      return (
        isSpread(expression.type) &&
        expression.base === null &&
        expression.fields.every((field) => isPlain(field.value))
      );
    default:
      return false;
  }
}

/** The value of a call of such a function; the arguments end here. */
export function inlined(context: Context, callee: TypedFunction, values: readonly Value[]): Value {
  const { builder } = context;
  for (const [index, parameter] of callee.parameters.entries()) {
    context.locals.set(parameter, held(values[index]));
  }
  const given = new Set(values.flat().flatMap((leaf) => (leaf.temporary ? [leaf.register] : [])));
  context.isShown = callee.place.path === context.path;
  const value = context.value(callee.body.value!);
  context.isShown = true;
  const result = value.flatMap((leaf): readonly Leaf[] => {
    if (leaf.temporary || !given.has(leaf.register)) return leaf.alone;
    return given.delete(leaf.register)
      ? temporaryLeaf(leaf.register).alone
      : copied(context, leaf.alone);
  });
  builder.release(values.flat().filter((leaf) => given.has(leaf.register)));
  return result;
}
