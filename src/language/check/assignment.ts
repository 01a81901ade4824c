/** `place = value` and `place += value`. */

import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { updateOfAlgebra } from "./algebra.ts";
import { blameWholeStart } from "./int-for-float.ts";
import { isLiteralArithmetic } from "./literal.ts";
import { fit, fits } from "./mismatch.ts";
import { valueNames } from "./access.ts";
import { combine, hintForNumbers, hintFrom } from "./operator.ts";
import { changeablePlace } from "./place.ts";
import {
  complain,
  findFunction,
  findInLayers,
  findVariable,
  placeAt,
  type Body,
  type Reason,
  type Variable,
  bind,
} from "./session.ts";
import { showType } from "./show.ts";
import { ERROR, isError, resolved } from "./solver.ts";
import { rememberWholeStart } from "./int-for-float.ts";
import { didYouMean } from "./suggestion.ts";
import type { TypedExpression, TypedPlace, TypedStatement } from "./typed.ts";

type Assignment = ast.Statement & { kind: "assign" };

export function checkAssignment(body: Body, statement: Assignment): TypedStatement | null {
  if (statement.place.kind === "name" && isNew(body, statement.place.name)) {
    undeclared(body, statement, statement.place);
    return null;
  }
  const old = checkTarget(body, statement.place);
  return statement.operator === null
    ? assign(body, statement, old)
    : update(body, statement, statement.operator, old);
}

/** Whether a name stands for nothing at all, which an assignment does not change. */
function isNew(body: Body, name: string): boolean {
  const { layer } = body;
  return (
    findVariable(body, name) === null &&
    findInLayers(layer, "parameters", name) === null &&
    findInLayers(layer, "constants", name) === null &&
    findInLayers(layer, "outputs", name) === null &&
    findInLayers(layer, "records", name) === null &&
    findFunction(body.session, layer, name) === null
  );
}

/** The rule nameIsDeclared, for `critical = 2 * width`; from here on the name is known. */
function undeclared(
  body: Body,
  statement: Assignment,
  { name, span }: ast.Expression & { kind: "name" },
): void {
  const value = body.check.expression(body, statement.value, null);
  const near = didYouMean(name, span, valueNames(body));
  const known = resolved(body.solver, value.type);
  const isKnown = known.kind !== "nothing" && near.edits === undefined;
  const type = isKnown && statement.operator === null ? known : ERROR;
  const local = { name, type, isVar: true, span };
  rememberWholeStart(body, local, statement.value);
  const variable: Variable = {
    local,
    origin: "var",
    keyword: null,
    isUsed: true,
    isChanged: statement.operator !== null,
  };
  const isOutermost = (body.scope.outer?.outer ?? null) === null;
  bind(body, name, variable);
  // At the end of the body it is known whether the name changes later.
  body.waiting.push(() => {
    const word = variable.isChanged ? "var" : "let";
    const isSure = near.edits === undefined && isOutermost && statement.operator === null;
    const confidence = isSure ? "certain" : "likely";
    const start = { start: span.start, end: span.start };
    complain(body, "nameIsDeclared", span, `there is no \`${name}\` here`, {
      help: [...(near.help ?? []), `a new name is declared: \`${word} ${name} = …\``],
      edits: near.edits ?? [{ span: start, replacement: `${word} `, confidence }],
    });
  });
}

/** The place as an expression; a variable that is only written is not used. */
function checkTarget(body: Body, place: ast.Expression): TypedExpression {
  const variable = place.kind === "name" ? findVariable(body, place.name) : null;
  const wasUsed = variable?.isUsed ?? false;
  const value = body.check.expression(body, place, null);
  if (variable !== null) variable.isUsed = wasUsed;
  return value;
}

function assign(body: Body, statement: Assignment, old: TypedExpression): TypedStatement | null {
  if (isError(old.type)) {
    const { place } = statement;
    const variable = place.kind === "name" ? findVariable(body, place.name) : null;
    if (variable !== null) variable.isChanged = true;
    body.check.expression(body, statement.value, null);
    return null;
  }
  const target = changeablePlace(body, old, { name: null });
  const reason = reasonOf(body, old, target);
  const value = body.check.value(body, statement.value, old.type, reason);
  return target === null ? null : { kind: "assign", target, value, span: statement.span };
}

function reasonOf(body: Body, old: TypedExpression, target: TypedPlace | null): Reason {
  const text = (): string => `\`${describe(old)}\` is \`${showType(body.solver, old.type)}\``;
  const place = placeAt(body, target === null ? old.span : declarationOf(target));
  return old.kind === "local" ? { text, place, local: old.local } : { text, place };
}

function declarationOf(target: TypedPlace): Span {
  return target.path.length === 0 ? target.local.span : target.span;
}

function describe(expression: TypedExpression): string {
  return expression.kind === "local" ? expression.local.name : "the place";
}

function update(
  body: Body,
  statement: Assignment,
  operator: ast.BinaryOperator,
  old: TypedExpression,
): TypedStatement | null {
  const isSum = operator === "+" || operator === "-" || operator === "++";
  const isBare = operator !== "++" && isLiteralArithmetic(statement.value);
  const hint = isBare
    ? hintForNumbers(body, old.type, statement.value, isSum)
    : hintFrom(body, old.type, isSum);
  const right = body.check.expression(body, statement.value, hint);
  const target = isError(old.type) ? null : changeablePlace(body, old, { name: null });
  if (operator === "^" || operator === "and" || operator === "or") {
    noSuchAssignment(body, statement, operator);
    return null;
  }
  const operatorSpan = operatorSpanOf(statement);
  const met = resolved(body.solver, right.type);
  if (old.kind === "local" && blameWholeStart(body, old.local, statement.value.span, met))
    return null;
  const result = combine(body, { operator, operatorSpan, span: statement.span }, [old, right]);
  if (target === null || isError(result.type)) return null;
  if (result.kind !== "operation" && result.kind !== "call") return null;
  if (!fits(body, result, old.type) && isMisfit(body, result, operator, old, target)) return null;
  if (result.kind === "call") return updateOfAlgebra(body, target, result, right, statement.span);
  return {
    kind: "update",
    target,
    operator: result.operator,
    value: result.right,
    span: statement.span,
  };
}

/** Whether what a short form makes does not go where it came from, which is reported. */
function isMisfit(
  body: Body,
  result: TypedExpression,
  operator: ast.BinaryOperator,
  old: TypedExpression,
  target: TypedPlace,
): boolean {
  const text = (): string =>
    `\`${describe(old)}\` is \`${showType(body.solver, old.type)}\`, ` +
    `and \`${operator}=\` would change that`;
  return isError(
    fit(body, result, old.type, { text, place: placeAt(body, declarationOf(target)) }).type,
  );
}

/** The operator lies between the place and the value. */
function operatorSpanOf({ place, value }: Assignment): ast.Node["span"] {
  return { start: place.span.end, end: value.span.start };
}

/** The rule operatorFitsOperands, for operators without a short form. */
function noSuchAssignment(body: Body, statement: Assignment, operator: ast.BinaryOperator): void {
  complain(body, "operatorFitsOperands", statement.span, `there is no \`${operator}=\``, {
    help: [`write it out: \`x = x ${operator} …\``],
  });
}
