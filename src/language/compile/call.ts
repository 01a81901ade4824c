/**
 * Calls of functions.
 *
 * References are lent, tuples travel as their elements' registers. A `var` first parameter is
 * moved in and comes back as the first result; a tuple there travels as one box, so that it is
 * one register in every container.
 */

import { assert } from "../../fault.ts";
import type { TypedExpression } from "../check/typed.ts";
import type { Environment } from "./environment.ts";
import { lentLeaf, type Value } from "./leaf.ts";
import { at, type Context, copied, joined, registersOf } from "./context.ts";
import { inlined, isInline } from "./inline.ts";
import { callIn, valueCall } from "./lowering.ts";
import { operands } from "./operands.ts";
import { panic } from "./pattern.ts";
import { change, finish, prepare, type PreparedPlace } from "./place.ts";

type Call = Extract<TypedExpression, { kind: "call" }>;
type ValueCall = Extract<TypedExpression, { kind: "value-call" }>;

/** A call as it stands in the source. */
export function call(context: Context, expression: Call, into: number | null): Value {
  const { environment } = context;
  return environment === null || expression.callee.isPlain === true
    ? instanceCall(context, expression, into)
    : instanceCall(context, callIn(environment, expression, asItIs), into);
}

/** A call of a function value. */
export function callOfValue(context: Context, expression: ValueCall, into: number | null): Value {
  const { environment } = context;
  assert(environment !== null, "a copied body has calls in the place of calls of function values");
  return instanceCall(context, valueCall(environment, expression, asItIs), into);
}

/** Arguments are lowered when they are compiled. */
function asItIs(_: Environment, node: TypedExpression): TypedExpression {
  return node;
}

function instanceCall(context: Context, expression: Call, into: number | null): Value {
  const { builder } = context;
  const { callee, self, evaluationOrder } = expression;
  if (self === null) {
    const values = operands(context, expression.arguments, evaluationOrder);
    at(context, expression.span);
    if (isInline(context, callee)) return inlined(context, callee, values);
    const results = resultsOf(context, expression, into);
    const given = joined(values);
    emitCall(context, callee, results, given);
    builder.release(given);
    return results;
  }
  const place = prepare(context, self, expression.arguments);
  const values = lentBeside(
    context,
    place,
    operands(context, expression.arguments, evaluationOrder),
  );
  let results: Value = [];
  change(context, place, (old) => {
    at(context, expression.span);
    results = resultsOf(context, expression, into);
    // The place comes back in the register it went in.
    emitCall(context, callee, [...old, ...results], [...old, ...joined(values)]);
    return old;
  });
  builder.release(joined(values));
  finish(context, place);
  return results;
}

function resultsOf(context: Context, expression: Call, into: number | null): Value {
  if (into !== null) return lentLeaf(into).alone;
  return context.builder.temporaries(expression.callee.result);
}

function emitCall(context: Context, callee: Call["callee"], results: Value, values: Value): void {
  const { builder } = context;
  builder.emit({
    op: "call",
    results: registersOf(results),
    function: builder.numbers.function.of(callee),
    arguments: registersOf(values),
  });
  for (const leaf of results) builder.own(leaf.register);
  // the proof does not know that the function never comes back
  if (callee.result.kind === "never") panic(context, "this is never reached");
}

/**
 * The arguments beside a place: one that lies in the place itself was read before the place is
 * opened.
 */
export function lentBeside(
  context: Context,
  place: PreparedPlace,
  values: readonly Value[],
): Value[] {
  return values.map((value) => {
    const isPlace = value.some((leaf) => place.registers.includes(leaf.register));
    return isPlace ? copied(context, value) : value;
  });
}
