/**
 * Units that do not agree: both in base units, the factor between them by name, and what was most
 * often meant.
 */

import type { Type } from "../../machine/types/type.ts";
import {
  divideUnits,
  isDimensionless,
  multiplyUnits,
  showUnit,
} from "../../machine/types/unit-algebra.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import type { Edit } from "../../source/diagnostic.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import { complain, type Body } from "./session.ts";
import { COUNTS_TURNS, plainTurn } from "./lost-turn.ts";
import { shapeOf } from "./number-shape.ts";
import { showBaseUnit, showFriendlyUnit, showType } from "./show.ts";
import { resolved, resolvedUnit } from "./solver.ts";
import type { TypedExpression } from "./typed.ts";
import { isSum, unitForNumber, unitsBeside, unitsOf } from "./unit-nearby.ts";
import { numberWithUnit, writtenAt } from "./written.ts";

type Units = readonly [found: UnitTerm, wanted: UnitTerm];
type FloatType = Type & { readonly kind: "float" };

/**
 * The rule unitsAgree, for a value in a place that needs another unit; `value` is null in a hole.
 */
export function reportUnits(
  body: Body,
  { span, value }: { span: Span; value: TypedExpression | null },
  [found, wanted]: Units,
  report: { message: string; because: ReportExtras; declared?: FloatType },
): void {
  const note =
    `in base units: \`${showBaseUnit(body.solver, found)}\` here, ` +
    `\`${showBaseUnit(body.solver, wanted)}\` needed`;
  const number = value === null ? undefined : body.facts.bareNumbers.get(value);
  const units = unitsOf(body, wanted, report.declared ?? null);
  const remedy =
    number === undefined
      ? (bareVariable(body, value, units) ?? factorRemedy(body, [found, wanted], value))
      : unitForNumber(span, number, units);
  complain(body, "unitsAgree", span, report.message, {
    ...remedy,
    ...report.because,
    notes: [...(report.because.notes ?? []), note],
  });
}

/** A variable that is a bare number: that lacks its unit where it is declared. */
function bareVariable(
  body: Body,
  value: TypedExpression | null,
  units: readonly string[],
): ReportExtras | null {
  if (value?.kind !== "local") return null;
  const declared = body.facts.meanings.get(value.local);
  const number = declared === undefined ? undefined : body.facts.bareNumbers.get(declared);
  if (declared === undefined || number === undefined) return null;
  const { help = [], edits } = unitForNumber(declared.span, number, units);
  const where = `give \`${value.local.name}\` its unit where it is declared`;
  if (help.length === 0) return null;
  return { help: help.map((text) => text.replace("give the number its unit", where)), edits };
}

/** The rule unitsAgree, for the two sides of a sum or a comparison. */
export function reportOperandUnits(
  body: Body,
  span: Span,
  operands: readonly [TypedExpression, TypedExpression],
  { message, needed }: { readonly message: string; readonly needed?: SumWithNeed },
): void {
  const units = operands.map((operand) => unitOf(body, operand));
  const [left, right] = units.map((unit) => showBaseUnit(body.solver, unit));
  const other = needed === undefined ? null : otherOperation(body, operands, units, needed);
  const [first, second] = operands;
  const remedy = numberRemedy(body, operands, units) ??
    other ??
    plainTurn(body, first, [units[0], units[1]]) ??
    plainTurn(body, second, [units[1], units[0]]) ?? {
      help: [factorHelp(body, [units[1], units[0]], "the right side ")],
    };
  complain(body, "unitsAgree", span, message, {
    labels: operands.map((operand) => ({
      span: operand.span,
      text: `\`${showType(body.solver, operand.type)}\``,
    })),
    notes: [`in base units: \`${left}\` and \`${right}\``],
    ...remedy,
  });
}

/** The unit that a sum is to have, and where its operator stands. */
export interface SumWithNeed {
  readonly type: Type;
  readonly operatorSpan: Span;
}

/** The product or the quotient, where it has the unit that is needed of the sum. */
function otherOperation(
  body: Body,
  operands: readonly [TypedExpression, TypedExpression],
  [left, right]: readonly UnitTerm[],
  { type, operatorSpan }: SumWithNeed,
): ReportExtras | null {
  const needed = resolved(body.solver, type);
  if (needed.kind !== "float" || !operands.every(({ kind }) => UNBOUND.has(kind))) return null;
  const wanted = showBaseUnit(body.solver, needed.unit);
  const [first, second] = operands.map(({ span }) => writtenAt(body, span));
  const units = { "*": multiplyUnits(left, right), "/": divideUnits(left, right) };
  for (const [operator, unit] of Object.entries(units)) {
    if (showBaseUnit(body.solver, unit) !== wanted || wanted.includes("_")) continue;
    if (first === null || second === null) return null;
    const shown = unitText(body, needed.unit, needed);
    return {
      help: [`\`${first} ${operator} ${second}\` is \`${shown}\`, which is needed here`],
      edits: [{ span: operatorSpan, replacement: operator, confidence: "likely" }],
    };
  }
  return null;
}

function unitOf(body: Body, expression: TypedExpression): UnitTerm {
  const whole = resolved(body.solver, expression.type);
  const type = whole.kind === "list" ? resolved(body.solver, whole.element) : whole;
  return shapeOf(body.solver, type)?.unit ?? { base: new Map(), variables: new Map() };
}

/**
 * The unit for a number beside a value that has one by declaration. Beside a computed value the
 * number is most often right, and the computation is not.
 */
function numberRemedy(
  body: Body,
  operands: readonly [TypedExpression, TypedExpression],
  units: readonly UnitTerm[],
): ReportExtras | null {
  const bare = operands.findIndex((operand) => body.facts.bareNumbers.has(operand));
  const other = operands[1 - bare];
  if (bare < 0 || !(UNBOUND.has(other.kind) || isSum(other))) return null;
  const { span } = operands[bare];
  const number = body.facts.bareNumbers.get(operands[bare]) as string;
  return unitForNumber(span, number, unitsBeside(body, other, units[1 - bare]));
}

/** The unit as it was declared, else by its own name. */
function unitText(body: Body, wanted: UnitTerm, declared: FloatType | null): string {
  return declared?.display?.text ?? showFriendlyUnit(body.solver, wanted);
}

/**
 * Whether a bare number stands where degrees or percent are declared: it would be radians or a
 * whole.
 */
export function lacksUnit(body: Body, value: TypedExpression, type: Type): boolean {
  if (type.kind !== "float" || type.display === null || type.display.scale === 1) return false;
  if (!isDimensionless(resolvedUnit(body.solver, type.unit))) return false;
  const isZero =
    value.kind === "constant" && value.value.kind === "float" && value.value.value === 0;
  return !isZero && isOfNumbers(body, value);
}

/** The rule unitsAgree, for a number that lacks the unit of the place it stands in. */
export function reportLackingUnit(
  body: Body,
  value: TypedExpression,
  type: FloatType,
  because: ReportExtras,
): void {
  const text = type.display?.text ?? "1";
  const { start, end } = value.span;
  const number = body.facts.bareNumbers.get(value);
  const open = number === undefined ? "(" : "";
  const tail = number === undefined ? `) * ${numberWithUnit("1", text)}` : numberWithUnit("", text);
  const edits: Edit[] = [
    { span: { start, end: start }, replacement: open, confidence: "likely" },
    { span: { start: end, end }, replacement: tail, confidence: "likely" },
  ];
  complain(body, "unitsAgree", value.span, `a unit is needed, \`${text}\``, {
    ...because,
    help: [`write \`${open}${number ?? "…"}${tail}\``],
    edits: number === undefined ? edits : edits.slice(1),
  });
}

/** Nothing but numbers without units, and arithmetic of them. */
function isOfNumbers(body: Body, value: TypedExpression): boolean {
  if (value.kind === "operation") {
    return isOfNumbers(body, value.left) && isOfNumbers(body, value.right);
  }
  return value.kind === "negate"
    ? isOfNumbers(body, value.operand)
    : body.facts.bareNumbers.has(value);
}

function factorRemedy(body: Body, units: Units, value: TypedExpression | null): ReportExtras {
  const plain = value === null ? null : plainTurn(body, value, units);
  if (plain !== null) return plain;
  const edits = tauEdit(body, units, value);
  const [found, wanted] = units;
  const written = value === null || edits.length === 0 ? null : writtenAt(body, value.span);
  if (written === null) return { help: [factorHelp(body, units, "")], edits };
  const factor = showBaseUnit(body.solver, divideUnits(wanted, found));
  const better = factor === "cycle" ? `${written} / TAU` : `TAU * ${written}`;
  const help = [`${COUNTS_TURNS}: write \`${better}\`?`];
  if (isCount(body, units)) help.push(`where events are counted: \`${written} * 1[cycle]\``);
  return { help, edits };
}

/** Whether a rate of events may be meant, where a frequency is needed. */
function isCount(body: Body, [found, wanted]: Units): boolean {
  const needed = showBaseUnit(body.solver, wanted);
  return needed === "cycle/s" && showBaseUnit(body.solver, found) === "1/s";
}

/** Names the factor that would repair a unit, where one thing explains it. */
function factorHelp(body: Body, [found, wanted]: Units, side: string): string {
  const shown = showBaseUnit(body.solver, divideUnits(wanted, found));
  if (!Object.hasOwn(FACTORS, shown)) return `they differ by \`${shown}\``;
  if (isCount(body, [found, wanted])) {
    const angular = `divide ${side}by \`TAU\` if it is angular`;
    return `differs by \`cycle\`: ${angular}, multiply by \`1[cycle]\` if it counts?`;
  }
  const [verb, what] = FACTORS[shown];
  return `differs by \`${shown}\`: ${verb} ${side}by ${what}?`;
}

/** What one usually forgot, by the missing factor. */
const FACTORS: Readonly<Record<string, readonly [verb: string, what: string]>> = {
  "1/cycle": ["multiply", "`TAU`, which is `1/cycle`"],
  cycle: ["divide", "`TAU`, which is `1/cycle`"],
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
  const { start, end } = value.span;
  const factor = showUnit(resolvedUnit(body.solver, divideUnits(wanted, found)));
  if (factor === "1/cycle") {
    return [{ span: { start, end: start }, replacement: "TAU * ", confidence: "likely" }];
  }
  if (factor !== "cycle") return [];
  return [{ span: { start: end, end }, replacement: " / TAU", confidence: "likely" }];
}
