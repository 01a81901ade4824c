/** What stands in the file being checked, for help that says what to write there. */

import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import type { Body } from "./session.ts";
import type { TypedExpression } from "./typed.ts";

/** Longer pieces are not repeated: help is one line. */
const LONGEST = 40;

/** `30deg`, `2[deg/s]` */
export function numberWithUnit(number: string, unit: string): string {
  return /^\p{L}+$/u.test(unit) ? `${number}${unit}` : `${number}[${unit}]`;
}

type Site = Pick<Body, "session" | "layer">;

/** The text of this span, if it is short and known. */
export function writtenAt({ session, layer }: Site, span: Span): string | null {
  const { text, user } = session;
  if (text === null || layer !== user) return null;
  const written = text.slice(span.start, span.end);
  return written === "" || written.length > LONGEST || /[\n`]/.test(written) ? null : written;
}

/** What to do with a call that was taken for a value, and changes a place instead. */
export function changeHelp(site: Site, value: TypedExpression): string[] {
  if ((value.kind !== "call" && value.kind !== "primitive") || value.self === null) return [];
  const place = writtenAt(site, value.self.span);
  if (place === null) return [];
  return [`it changes \`${place}\`: write it on a line of its own, and go on with \`${place}\``];
}

/** Whether `f(…)` binds no closer than the expression, so that it needs no parentheses. */
export function isSimple({ kind }: ast.Expression): boolean {
  return ["name", "call", "field", "index", "list", "parenthesised", "string"].includes(kind);
}

/**
 * The string that `name + " shows " + value` was meant to be, `"{name} shows {value}"`; null where
 * that is not sure or not short.
 */
export function interpolationOf(site: Site, sum: ast.Expression): string | null {
  const parts = operandsOf(sum).map((operand) => partOf(site, operand));
  const text = `"${parts.join("")}"`;
  return parts.includes(null) || text.length > LONGEST + LONGEST ? null : text;
}

/** `a`, `b` and `c` of `a + b + c`. */
function operandsOf(sum: ast.Expression): ast.Expression[] {
  if (sum.kind !== "binary" || sum.operator !== "+") return [sum];
  return [...operandsOf(sum.left), sum.right];
}

/** A string without its quotes, or a hole. */
function partOf(site: Site, operand: ast.Expression): string | null {
  const converted = convertedIn(operand);
  if (converted !== null) return partOf(site, converted);
  const written = writtenAt(site, operand.span);
  if (written === null) return null;
  if (operand.kind === "string")
    return /^"(?!"")[^]*"$/.test(written) ? written.slice(1, -1) : null;
  const fitsHole = isSimple(operand) && !/["{}|:]/.test(written);
  return fitsHole ? `{${written}}` : null;
}

/** `x` of `str(x)`, which a hole does not need. */
function convertedIn(operand: ast.Expression): ast.Expression | null {
  if (operand.kind !== "call" || operand.callee.kind !== "name") return null;
  const isConversion = ["str", "String", "string"].includes(operand.callee.name);
  const [first, second] = operand.arguments;
  return isConversion && second === undefined ? (first?.value ?? null) : null;
}

/** What `{}` is elsewhere: a map with nothing in it. */
export function emptyHelp(site: Site, { span }: Pick<TypedExpression, "span">): string[] {
  if (writtenAt(site, span)?.replaceAll(/\s/g, "") !== "{}") return [];
  return ["braces hold a block; a map with nothing in it is `Map.new()`, and a list `[]`"];
}
