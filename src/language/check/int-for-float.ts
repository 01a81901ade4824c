/** An Int where a Float is needed: whether to convert it, or to write its number otherwise. */

import type { Type } from "../../machine/types/type.ts";
import { isDimensionless } from "../../machine/types/unit-algebra.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { complain, type Body } from "./session.ts";
import { showFriendlyUnit, showType } from "./show.ts";
import { resolvedUnit } from "./solver.ts";
import type { Local, TypedExpression } from "./typed.ts";
import { numberWithUnit } from "./written.ts";

type FloatType = Type & { readonly kind: "float" };

/** The rule intAndFloatStayApart, for an Int in a place for a Float. */
export function intForFloat(
  body: Body,
  value: TypedExpression,
  wanted: FloatType,
  because: ReportExtras,
): void {
  const { span } = value;
  const { start, end } = span;
  const message = `this is an \`Int\`, but \`${showType(body.solver, wanted)}\` is needed`;
  const unit = unitOf(body, wanted);
  if (unit !== null && value.kind === "local") {
    if (blameWholeStart(body, value.local, span, wanted)) return;
  }
  if (unit !== null && value.kind === "constant" && value.value.kind === "int") {
    const help = [`write ${quantities(`${value.value.value}`, unit)} where it is declared`];
    complain(body, "intAndFloatStayApart", span, message, { ...because, help });
    return;
  }
  const tail = unit === null ? ")" : `) * ${numberWithUnit("1", unit)}`;
  const help =
    unit === null
      ? "convert it with `Float(…)`"
      : `convert it and give it its unit: \`Float(…${tail}\``;
  complain(body, "intAndFloatStayApart", span, message, {
    help: [help],
    edits: [
      { span: { start, end: start }, replacement: "Float(", confidence: "likely" },
      { span: { start: end, end }, replacement: tail, confidence: "likely" },
    ],
    ...because,
  });
}

/** Remembers the bare number that makes an Int of a variable. */
export function rememberWholeStart(body: Body, local: Local, written: ast.Expression): void {
  if (local.type.kind !== "int" || written.kind !== "number" || /^0[xb]/i.test(written.text))
    return;
  const start = { text: written.text, span: written.span, isReported: false };
  body.facts.wholeStarts.set(local, start);
}

/** The unit to write, or null where none is needed. */
function unitOf(body: Body, type: FloatType): string | null {
  const isPlain = isDimensionless(resolvedUnit(body.solver, type.unit));
  if (isPlain && (type.display === null || type.display.scale === 1)) return null;
  const unit = type.display?.text ?? showFriendlyUnit(body.solver, type.unit);
  return unit.includes("_") ? null : unit;
}

/** Times are most often short. */
function quantities(number: string, unit: string): string {
  return unit === "s"
    ? `\`${number}ms\` or \`${number}[s]\``
    : `\`${numberWithUnit(number, unit)}\``;
}

/**
 * Reports at the end of the body what an Int variable does among Floats, unless an assignment shows
 * that it was meant to be a Float.
 */
export function unlessBlamed(body: Body, value: TypedExpression, complaint: () => void): void {
  const start = value.kind === "local" ? body.facts.wholeStarts.get(value.local) : undefined;
  if (start === undefined) complaint();
  else
    body.waiting.push(() => {
      if (!start.isReported) complaint();
    });
}

/**
 * The rule intAndFloatStayApart, for a variable that is an Int because of the number it begins
 * with, as in `var total = 0`; reported once for each variable. Whether this is the cause.
 */
export function blameWholeStart(body: Body, local: Local, span: Span, float: Type): boolean {
  const start = body.facts.wholeStarts.get(local);
  if (start === undefined || float.kind !== "float") return false;
  if (start.isReported) return true;
  start.isReported = true;
  const unit = Number(start.text) === 0 ? null : unitOf(body, float);
  const better = unit === null ? `${start.text}.0` : numberWithUnit(start.text, unit);
  const shown = unit === null ? `\`${better}\`` : quantities(start.text, unit);
  const { end } = start.span;
  complain(
    body,
    "intAndFloatStayApart",
    span,
    `\`${local.name}\` is an \`Int\` because of \`${start.text}\`, ` +
      `and it meets \`${showType(body.solver, float)}\` here`,
    {
      labels: [{ span: start.span, text: "this is an `Int`" }],
      help: [`write ${shown} where \`${local.name}\` is declared`],
      edits: [
        {
          span: { start: end, end },
          replacement: better.slice(start.text.length),
          confidence: "likely",
        },
      ],
    },
  );
  return true;
}
