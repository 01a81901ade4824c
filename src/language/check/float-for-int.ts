/** A Float where an Int is needed: how to round it, or which number made an Int of the place. */

import type { Type } from "../../machine/types/type.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import { complain, type Body, type Reason } from "./session.ts";
import { showType } from "./show.ts";
import { resolved } from "./solver.ts";
import type { Local, TypedExpression } from "./typed.ts";
import { writtenAt } from "./written.ts";

/** The rule intAndFloatStayApart, for a Float in a place for an Int. */
export function floatForInt(
  body: Body,
  value: TypedExpression,
  found: Type,
  because: ReportExtras,
  { called }: Reason,
): void {
  const { span } = value;
  const message = `this is \`${showType(body.solver, found)}\`, but an \`Int\` is needed`;
  const extras =
    (called === undefined ? null : literalInLambda(body, called.local, called.index)) ??
    wholeNumber(body, value) ??
    rounding(body, span);
  complain(body, "intAndFloatStayApart", span, message, { ...because, ...extras });
}

/** `10.0` */
function wholeNumber(body: Body, value: TypedExpression): ReportExtras | null {
  const whole = /^(-?\d+)\.0*$/.exec(body.facts.bareNumbers.get(value) ?? "");
  if (whole === null) return null;
  const edit = { span: value.span, replacement: whole[1] };
  return {
    help: [`write \`${whole[1]}\`: an \`Int\` has no point`],
    edits: [{ ...edit, confidence: "likely" }],
  };
}

/** Four times in one line. */
const LONGEST_REPEATED = 12;

function rounding(body: Body, span: Span): ReportExtras {
  const whole = writtenAt(body, span) ?? "…";
  const written = whole.length > LONGEST_REPEATED ? "…" : whole;
  const ways = ["floor", "ceil", "round", "trunc"].map((name) => `\`${name}(${written})\``);
  return { help: [`say how to round it: ${ways.slice(0, -1).join(", ")} or ${ways.at(-1)}`] };
}

/** `|x| 2 * x`, whose `2` makes an Int of `x`. */
function literalInLambda(body: Body, local: Local, index: number): ReportExtras | null {
  const lambda = body.facts.meanings.get(local);
  if (lambda?.kind !== "lambda" || lambda.body.value === null) return null;
  const literal = numberBeside(lambda.body.value, lambda.parameters[index]);
  const parameter = writtenAt(body, lambda.parameters[index].span);
  const number = literal === null ? null : writtenAt(body, literal);
  if (literal === null || number === null || !/^\d+$/.test(number) || parameter === null)
    return null;
  const type = showType(body.solver, resolved(body.solver, lambda.type));
  const end = { start: literal.end, end: literal.end };
  return {
    labels: [{ span: literal, text: `this makes \`${local.name}\` a \`${type}\`` }],
    help: [`write \`${number}.0\` there, or \`|${parameter}: Float| …\``],
    edits: [{ span: end, replacement: ".0", confidence: "likely" }],
  };
}

/** The whole number that a parameter meets first. */
function numberBeside(value: TypedExpression, parameter: Local): Span | null {
  const parts = partsOf(value);
  const isBeside = parts.some((part) => part.kind === "local" && part.local === parameter);
  const number = parts.find((part) => part.kind === "constant" && part.value.kind === "int");
  if (isBeside && number !== undefined) return number.span;
  for (const part of parts) {
    const found = numberBeside(part, parameter);
    if (found !== null) return found;
  }
  return null;
}

function partsOf(value: TypedExpression): readonly TypedExpression[] {
  switch (value.kind) {
    case "operation":
      return [value.left, value.right];
    case "comparison":
      return value.operands;
    case "negate":
      return [value.operand];
    default:
      return [];
  }
}
