/**
 * Units that do not agree: both in base units, the factor between them by name, and what was most
 * often meant.
 */

import { divideUnits, showUnit } from "../../machine/types/unit-algebra.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import type { Edit } from "../../source/diagnostic.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import { complain, type Body } from "./session.ts";
import { showBaseUnit, showFriendlyUnit, showType } from "./show.ts";
import { resolved, resolvedUnit } from "./solver.ts";
import type { TypedExpression } from "./typed.ts";

type Units = readonly [found: UnitTerm, wanted: UnitTerm];

/**
 * The rule unitsAgree, for a value in a place that needs another unit; `value` is null in a hole.
 */
export function reportUnits(
  body: Body,
  { span, value }: { span: Span; value: TypedExpression | null },
  [found, wanted]: Units,
  report: { message: string; because: ReportExtras },
): void {
  const note =
    `in base units: \`${showBaseUnit(body.solver, found)}\` here, ` +
    `\`${showBaseUnit(body.solver, wanted)}\` needed`;
  const isBare = value !== null && body.bareNumbers.has(value);
  const remedy = isBare
    ? unitForNumber(body, span, wanted)
    : factorRemedy(body, [found, wanted], value);
  complain(body, "unitsAgree", span, report.message, {
    ...remedy,
    ...report.because,
    notes: [...(report.because.notes ?? []), note],
  });
}

/** The rule unitsAgree, for the two sides of a sum or a comparison. */
export function reportOperandUnits(
  body: Body,
  span: Span,
  operands: readonly [TypedExpression, TypedExpression],
  message: string,
): void {
  const units = operands.map((operand) => unitOf(body, operand));
  const [left, right] = units.map((unit) => showBaseUnit(body.solver, unit));
  const bare = operands.findIndex((operand) => body.bareNumbers.has(operand));
  const remedy =
    bare < 0
      ? { help: [factorHelp(body, [units[1], units[0]], "the right side ")] }
      : unitForNumber(body, operands[bare].place.span, units[1 - bare]);
  complain(body, "unitsAgree", span, message, {
    labels: operands.map((operand) => ({
      span: operand.place.span,
      text: `\`${showType(body.solver, operand.type)}\``,
    })),
    notes: [`in base units: \`${left}\` and \`${right}\``],
    ...remedy,
  });
}

function unitOf(body: Body, expression: TypedExpression): UnitTerm {
  const whole = resolved(body.solver, expression.type);
  const type = whole.kind === "list" ? resolved(body.solver, whole.element) : whole;
  return type.kind === "float" ? type.unit : { base: new Map(), variables: new Map() };
}

/** A bare number where a unit is needed is most often a number whose unit was not written. */
function unitForNumber(body: Body, span: Span, wanted: UnitTerm): ReportExtras {
  const unit = showFriendlyUnit(body.solver, wanted);
  if (unit.includes("_") || unit === "1") return {};
  const end = { start: span.end, end: span.end };
  return {
    help: [`give the number its unit: \`[${unit}]\` behind it`],
    edits: [{ span: end, replacement: `[${unit}]`, confidence: "likely" }],
  };
}

function factorRemedy(body: Body, units: Units, value: TypedExpression | null): ReportExtras {
  return { help: [factorHelp(body, units, "")], edits: tauEdit(body, units, value) };
}

/** Names the factor that would repair a unit, where one thing explains it. */
function factorHelp(body: Body, [found, wanted]: Units, side: string): string {
  const shown = showBaseUnit(body.solver, divideUnits(wanted, found));
  if (!Object.hasOwn(FACTORS, shown)) return `they differ by \`${shown}\``;
  const [verb, what] = FACTORS[shown];
  return `differs by \`${shown}\`: ${verb} ${side}by ${what}?`;
}

/** What one usually forgot, by the missing factor. */
const FACTORS: Readonly<Record<string, readonly [verb: string, what: string]>> = {
  "1/cycle": ["multiply", "`TAU`"],
  cycle: ["divide", "`TAU`"],
  s: ["multiply", "a time"],
  "1/s": ["divide", "a time"],
  "cycle/s": ["multiply", "a frequency"],
  "s/cycle": ["divide", "a frequency"],
  m: ["multiply", "a length"],
  "1/m": ["divide", "a length"],
  kg: ["multiply", "a mass"],
  "1/kg": ["divide", "a mass"],
};

const UNBOUND: ReadonlySet<TypedExpression["kind"]> = new Set([
  "local",
  "parameter",
  "constant",
  "field",
  "index",
  "call",
  "primitive",
]);

/** A lost 2π in front of or behind an expression that nothing can pull apart. */
function tauEdit(body: Body, [found, wanted]: Units, value: TypedExpression | null): Edit[] {
  if (value === null || !UNBOUND.has(value.kind)) return [];
  const { start, end } = value.place.span;
  const factor = showUnit(resolvedUnit(body.solver, divideUnits(wanted, found)));
  if (factor === "1/cycle") {
    return [{ span: { start, end: start }, replacement: "TAU * ", confidence: "likely" }];
  }
  if (factor !== "cycle") return [];
  return [{ span: { start: end, end }, replacement: " / TAU", confidence: "likely" }];
}
