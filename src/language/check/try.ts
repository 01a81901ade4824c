/** `value?`: what is there, or out of the function with what is missing. */

import type { Type } from "../../machine/types/type.ts";
import type { Edit } from "../../source/diagnostic.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { errorAt } from "./access.ts";
import { isOutcome, type EnumKind } from "./outcome.ts";
import { enumInfo } from "./record.ts";
import { complain, finishing, type Body } from "./session.ts";
import { showType } from "./show.ts";
import { isError, resolved, unify } from "./solver.ts";
import type { TypedExpression } from "./typed.ts";

/** The case that carries what is there. */
const SUCCESS: Readonly<Record<string, number>> = { Option: 1, Result: 0 };

/** The rule tryFits. */
export function checkTry(
  body: Body,
  expression: ast.Expression & { kind: "try" },
): TypedExpression {
  const { span } = expression;
  const operand = body.check.expression(body, expression.operand, null);
  const type = resolved(body.solver, operand.type);
  if (isError(type) || type.kind === "never") return errorAt(span);
  if (!isOutcome(body, type)) {
    complain(
      body,
      "tryFits",
      span,
      `\`?\` takes an \`Option\` or a \`Result\`, and this is \`${showType(body.solver, type)}\``,
    );
    return errorAt(span);
  }
  const result = resolved(body.solver, body.result);
  const { name, typeArguments } = type.enum;
  if (isError(result)) return errorAt(span);
  if (!isHandedOn(body, span, type, result)) return errorAt(span);
  return finishing(body, {
    kind: "try",
    operand,
    success: SUCCESS[name],
    result,
    type: typeArguments[0],
    span,
  });
}

/** The edits that make `Result[Int, String]` of `Int`. */
function wrapped(span: Span, name: string, failure: string): Edit[] {
  const [start, end] = [
    { start: span.start, end: span.start },
    { start: span.end, end: span.end },
  ];
  return [
    { span: start, replacement: `${name}[`, confidence: "likely" },
    { span: end, replacement: `${failure}]`, confidence: "likely" },
  ];
}

/** Whether what is missing can leave through the function's result; if not, it is reported. */
function isHandedOn(body: Body, span: ast.Node["span"], type: EnumKind, result: Type): boolean {
  const [, given] = type.enum.typeArguments;
  if (!isOutcome(body, result) || enumInfo(result.enum) !== enumInfo(type.enum)) {
    const shown = result.kind === "nothing" ? "nothing" : `\`${showType(body.solver, result)}\``;
    const subject = body.name === null ? "a test" : `\`${body.name}\``;
    const missing = given === undefined ? "`None`" : "the `Err`";
    const failure = given === undefined ? "" : `, ${showType(body.solver, given)}`;
    const { resultPlace } = body;
    const success = result.kind === "nothing" ? "()" : showType(body.solver, result);
    const better = `${type.enum.name}[${success}${failure}]`;
    const isOwn = resultPlace !== null && resultPlace.path === body.path;
    if (isOwn && body.name !== null) body.session.blamedResults.add(body.name);
    complain(body, "tryFits", span, `\`?\` hands on ${missing}, and ${subject} returns ${shown}`, {
      labels: isOwn ? [{ span: resultPlace.span, text: "this is what it returns" }] : [],
      edits: isOwn ? wrapped(resultPlace.span, type.enum.name, failure) : [],
      help: [
        body.name === null || body.name === "main"
          ? "take the value apart with `match` or `if let`"
          : `let it return \`${better}\`, or take it apart with \`match\``,
      ],
    });
    return false;
  }
  const [, wanted] = result.enum.typeArguments;
  if (given === undefined || unify(body.solver, given, wanted)) return true;
  complain(
    body,
    "tryFits",
    span,
    `this fails with \`${showType(body.solver, given)}\`, ` +
      `and \`${body.name}\` with \`${showType(body.solver, wanted)}\``,
    { help: ["take it apart with `match`, and make the other kind of `Err` of it"] },
  );
  return false;
}
