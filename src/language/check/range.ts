/** Ranges as values: `a..b` is a record of the prelude with the bounds, the second one excluded. */

import { INT, NOTHING, type Type } from "../../machine/types/type.ts";
import type * as ast from "../ast.ts";
import { RANGE } from "../prelude/mentions.ts";
import { recordOf } from "./record.ts";
import { type Body } from "./session.ts";
import type { Local, TypedExpression, TypedStatement } from "./typed.ts";

type RangeSyntax = ast.Expression & { kind: "range" };

/** Both bounds, from left to right. */
export function checkBounds(body: Body, range: RangeSyntax): [TypedExpression, TypedExpression] {
  const text = "a range counts with Ints; points are `linspace(0.0, 1.0, count: 11)`";
  const reason = { text, place: null };
  const from = body.check.value(body, range.from, INT, reason);
  return [from, body.check.value(body, range.to, INT, reason)];
}

/** `a..b`, and `a..=b`, which is `a..b + 1`. */
export function checkRange(body: Body, range: RangeSyntax): TypedExpression {
  const { span } = range;
  const [from, to] = checkBounds(body, range);
  const values = [from, range.inclusive ? behind(to) : to];
  const fields = values.map((value, slot) => ({ slot, value }));
  const type = recordOf(body.session.prelude.records.get(RANGE)!, [], []);
  return { kind: "record", base: null, fields, type, span };
}

/** The first number behind the range. */
function behind(to: TypedExpression): TypedExpression {
  const { span } = to;
  const one: TypedExpression = {
    kind: "constant",
    value: { kind: "int", value: 1 },
    type: INT,
    span,
  };
  return { kind: "operation", operator: "int +", left: to, right: one, type: INT, span };
}

export function isRange(type: Type): boolean {
  return type.kind === "record" && type.record.name === RANGE;
}

/** The bounds of a range that is a value, and the `let` that holds it where it is worked out. */
export function boundsOf(
  range: TypedExpression,
  type: Type,
): {
  readonly from: TypedExpression;
  readonly to: TypedExpression;
  readonly held: TypedStatement | null;
} {
  const { span } = range;
  if (range.kind === "constant" && range.value.kind === "record") {
    const [from, to] = range.value.values.map((value): TypedExpression => ({
      kind: "constant",
      value,
      type: INT,
      span,
    }));
    return { from, to, held: null };
  }
  const isNamed = range.kind === "local";
  const local: Local = isNamed ? range.local : { name: "range", type, isVar: false, span };
  const receiver: TypedExpression = { kind: "local", local, type, span };
  const [from, to] = [0, 1].map((slot): TypedExpression => ({
    kind: "field",
    receiver,
    slot,
    type: INT,
    span,
  }));
  const held: TypedStatement | null = isNamed
    ? null
    : { kind: "let", pattern: { kind: "local", local }, value: range, span };
  return { from, to, held };
}

/** A statement behind the `let` of its range. */
export function behindLet(held: TypedStatement | null, loop: TypedStatement): TypedStatement {
  if (held === null) return loop;
  const { span } = loop;
  const block = { statements: [held, loop], value: null, type: NOTHING, span };
  return {
    kind: "expression",
    expression: { kind: "block", block, type: NOTHING, span },
    span,
  };
}
