/**
 * `(a..b).map(f)`: a range is no value, so a function of ranges takes its bounds, the second one
 * excluded.
 */

import type * as ast from "../ast.ts";

type CallSyntax = ast.Expression & { kind: "call" };
type RangeSyntax = ast.Expression & { kind: "range" };

/** The call with the bounds of a range before the dot as its first arguments; others stay. */
export function withBounds(call: CallSyntax): CallSyntax {
  if (call.callee.kind !== "field") return call;
  const range = rangeIn(call.callee.receiver);
  if (range === null) return call;
  const receiver: ast.Expression = { kind: "name", name: "Range", span: range.span };
  const bounds = [range.from, endOf(range)].map((value): ast.Argument => ({
    name: null,
    value,
    span: value.span,
  }));
  const callee: ast.Expression = { ...call.callee, receiver };
  return { ...call, callee, arguments: [...bounds, ...call.arguments] };
}

function rangeIn(expression: ast.Expression): RangeSyntax | null {
  let inner = expression;
  while (inner.kind === "parenthesised") inner = inner.inner;
  return inner.kind === "range" ? inner : null;
}

/** The first number behind the range. */
function endOf({ to, inclusive }: RangeSyntax): ast.Expression {
  if (!inclusive) return to;
  const { span } = to;
  const right: ast.Expression = { kind: "number", text: "1", isFloat: false, unit: null, span };
  return { kind: "binary", operator: "+", operatorSpan: span, left: to, right, span };
}
