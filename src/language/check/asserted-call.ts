/**
 * `assert close(a, b)`: when the answer is no, the message shows what the function was given.
 *
 * The arguments are named first, in the order in which they are evaluated, and the call and the
 * message read the names.
 */

import { NOTHING, STRING, type Type } from "../../machine/types/type.ts";
import { finishing, type Body } from "./session.ts";
import { resolved } from "./solver.ts";
import type { Local, TypedExpression, TypedPart, TypedStatement } from "./typed.ts";

type Assert = TypedStatement & { kind: "assert" };
type Call = TypedExpression & { kind: "call" | "primitive" };

/** The same assertion with a message, when its condition is a call of shown things. */
export function withShownCall(body: Body, statement: Assert): TypedStatement {
  const { condition, span } = statement;
  if (condition.kind !== "call" && condition.kind !== "primitive") return statement;
  if (condition.self !== null || !condition.arguments.every((each) => isShown(body, each.type)))
    return statement;
  const order = condition.evaluationOrder ?? condition.arguments.map((_, index) => index);
  const named = condition.arguments.map((argument) => nameArgument(body, argument));
  const names = order.flatMap((index) => named[index].statement ?? []);
  const values = named.map(({ value }) => value);
  const call: Call = { ...condition, arguments: values, evaluationOrder: null };
  const parts = shownCall(condition, values);
  const message: TypedExpression = { kind: "interpolation", parts, type: STRING, span };
  const asserted: TypedStatement = { kind: "assert", condition: call, message, span };
  const block = { statements: [...names, asserted], value: null, type: NOTHING, span };
  return { kind: "expression", expression: { kind: "block", block, type: NOTHING, span }, span };
}

/** Plain data: what stands in a message without asking any bound. */
function isShown(body: Body, written: Type): boolean {
  const type = resolved(body.solver, written);
  switch (type.kind) {
    case "bool":
    case "int":
    case "float":
    case "string":
      return true;
    case "list":
      return isShown(body, type.element);
    default:
      return false;
  }
}

function nameArgument(
  body: Body,
  value: TypedExpression,
): { readonly statement: TypedStatement | null; readonly value: TypedExpression } {
  if (value.kind === "constant") return { statement: null, value };
  const { type, span } = value;
  const local: Local = finishing(body, { name: "shown'", type, isVar: false, span });
  return {
    statement: { kind: "let", pattern: { kind: "local", local }, value, span },
    value: finishing(body, { kind: "local", local, type, span }),
  };
}

/** `close(0.3, 0.4, 1e-9) does not hold` */
function shownCall(call: Call, values: readonly TypedExpression[]): TypedPart[] {
  const name = call.kind === "call" ? call.callee.name : call.primitive;
  const parts: TypedPart[] = [{ kind: "text", text: `${name}(` }];
  for (const [index, value] of values.entries()) {
    if (index > 0) parts.push({ kind: "text", text: ", " });
    parts.push({ kind: "value", value, digits: null, unit: null });
  }
  parts.push({ kind: "text", text: ") does not hold" });
  return parts;
}
