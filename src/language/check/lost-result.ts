/**
 * `fn double(x: Float) { x * 2 }`: a function that has a value to give and does not declare it.
 *
 * Where such a result is used, every use of it goes wrong: the file is then checked again, with
 * one report where the function is declared.
 */

import type { Type } from "../../machine/types/type.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { ownDeclaration } from "./own-declaration.ts";
import { complain, type Body } from "./session.ts";
import { showType } from "./show.ts";
import { writtenAt } from "./written.ts";

/**
 * The rule valueIsReturned, for the value that a body ends with. Whether it is reported here,
 * because calls of the function go wrong without it.
 */
export function isLostResult(body: Body, expression: ast.Expression, type: Type): boolean {
  const declaration = declarationOf(body);
  const isLast = noteLostResult(body, expression.span);
  if (declaration === null || !isLast || !isBlamed(body)) return false;
  const { name } = declaration;
  const shown = showType(body.solver, type);
  const message = `\`${name.text}\` ends with \`${shown}\`, and declares no result`;
  complain(body, "valueIsReturned", name.span, message, {
    labels: [{ span: expression.span, text: "this value is lost" }],
    ...declaredResult(body, type),
  });
  return true;
}

/** Remembers that the value of a body is lost, if it stands at its end; whether it does. */
export function noteLostResult(body: Body, span: Span): boolean {
  const last = declarationOf(body)?.body.statements.at(-1)?.span;
  const isLast = last !== undefined && last.start <= span.start && span.end <= last.end;
  if (isLast) noteLostReturn(body);
  return isLast;
}

/** Remembers that a function gives a value that it does not declare. */
export function noteLostReturn(body: Body): void {
  if (declarationOf(body) !== null) body.session.lostResults.add(body.name!);
}

function isBlamed({ name, session }: Body): boolean {
  return name !== null && session.blamedResults.has(name);
}

/** What declares that the function gives a value of this type. */
export function declaredResult(body: Body, type: Type): ReportExtras {
  const declaration = declarationOf(body);
  if (declaration === null) return {};
  noteLostReturn(body);
  const shown = showType(body.solver, type);
  const { start } = declaration.body.span;
  const head = writtenAt(body, { start: declaration.span.start, end: start })?.trim();
  const better = head === undefined ? `-> ${shown}` : `${head} -> ${shown}`;
  const isKnown = !/[_?]/.test(shown);
  const edit = { span: { start, end: start }, replacement: `-> ${shown} ` };
  return {
    help: [`declare the result: \`${better}\``],
    edits: isKnown ? [{ ...edit, confidence: "likely" }] : [],
  };
}

/** The function of a program that is being checked, without a declared result; null for others. */
function declarationOf(body: Body): ast.FunctionDeclaration | null {
  const declaration = body.name === "main" ? null : ownDeclaration(body);
  return declaration?.result === null ? declaration : null;
}
