/**
 * A lost 2π: units that differ by `cycle`, where `TAU`, which is `1/cycle`, is what one forgot, or
 * was written as a plain number.
 */

import { divideUnits, isDimensionless } from "../../machine/types/unit-algebra.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import type { Edit } from "../../source/diagnostic.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import type { Body } from "./session.ts";
import { showBaseUnit } from "./show.ts";
import { resolved, resolvedUnit } from "./solver.ts";
import type { Local, TypedExpression } from "./typed.ts";
import { numberWithUnit, writtenAt } from "./written.ts";

/** What takes a value from one unit to the other: `TAU`, `1 / TAU`, `1[m]`, `TAU * 1[1/s]`. */
export function factorBetween(body: Body, found: UnitTerm, wanted: UnitTerm): string {
  const unit = resolvedUnit(body.solver, divideUnits(wanted, found));
  const factor = showBaseUnit(body.solver, unit);
  const exponent = unit.base.get("cycle");
  const isTurn = exponent?.denominator === 1 && Math.abs(exponent.numerator) === 1;
  const isPlain = isDimensionless(resolvedUnit(body.solver, found));
  if (!isTurn || (isPlain && !isTurnAlone(factor))) return numberWithUnit("1", factor);
  const others = new Map([...unit.base].filter(([name]) => name !== "cycle"));
  const rest = showBaseUnit(body.solver, { ...unit, base: others });
  if (exponent.numerator > 0) return `${rest === "1" ? "1" : numberWithUnit("1", rest)} / TAU`;
  return rest === "1" ? "TAU" : `TAU * ${numberWithUnit("1", rest)}`;
}

/** Whether a factor is 2π, or 1/2π, and nothing else. */
export function isTurnAlone(factor: string): boolean {
  return factor === "1/cycle" || factor === "cycle";
}

/** Why units differ by a cycle, for readers who think of both as numbers per second. */
export const COUNTS_TURNS = "`Hz` counts cycles, and each of them is an angle of `TAU`";

interface Factor {
  readonly value: TypedExpression;
  readonly isBelow: boolean;
}

/** Names and numbers as they were written, and what to write for them. */
interface Turn {
  readonly written: string;
  readonly better: string;
  readonly edits: readonly Edit[];
}

/**
 * What to write for a 2π or π in a product that has the unit `found`; null where the units differ
 * by something else, or the product has no such factor.
 */
export function plainTurn(
  body: Body,
  value: TypedExpression,
  [found, wanted]: readonly [UnitTerm, UnitTerm],
): ReportExtras | null {
  const factor = showBaseUnit(body.solver, divideUnits(wanted, found));
  if (!isTurnAlone(factor)) return null;
  const isBelow = factor === "cycle";
  const turn = adjacentTurn(body, value, isBelow) ?? singleTurn(body, value, isBelow);
  if (turn === null) return null;
  const { written, better, edits } = turn;
  if (written === "TAU") {
    const own = "but this program has its own: leave that out";
    return { help: [`differs by \`${factor}\`, which the library's \`TAU\` is, ${own}`] };
  }
  const meant = `write \`${better}\` for \`${written}\``;
  return { help: [`${COUNTS_TURNS}: ${meant}`], edits };
}

/** `2 * PI`, side by side. */
function adjacentTurn(body: Body, value: TypedExpression, isBelow: boolean): Turn | null {
  for (const { value: product, isBelow: isThere } of productsIn(
    new Map(body.facts.meanings),
    value,
    false,
  )) {
    if (isThere !== isBelow) continue;
    const [left, right] = [lastFactor(product.left), product.right];
    const numbers = [left, right].map((side) => plainNumber(body, side));
    const pi = numbers.findIndex(isPi);
    if (pi < 0 || !isTwo(numbers[1 - pi])) continue;
    const pair = { start: left.span.start, end: right.span.end };
    const span = pair.end === value.span.end ? pair : withParentheses(body, pair);
    const written = writtenAt(body, span);
    if (written === null) return null;
    const isHere = span.start >= value.span.start && span.end <= value.span.end;
    const isSure = isHere && numbers[pi] === PI && TWO_PI.test(written);
    const better = numbers[1 - pi] === 2 ? "TAU" : "-TAU";
    const confidence = isSure ? "certain" : "likely";
    return { written, better, edits: [{ span, replacement: better, confidence }] };
  }
  return null;
}

const TWO_PI = /^\(?(-?2(\.0*)? *\* *PI|PI *\* *-?2(\.0*)?)\)?$/;

/** An operand with the parentheses around it, where it has some. */
function withParentheses(body: Body, { start, end }: Span): Span {
  const wider = { start: start - 1, end: end + 1 };
  return /^\([^()]*\)$/.test(writtenAt(body, wider) ?? "") ? wider : { start, end };
}

/** A 2π or π alone, and a π with its 2 elsewhere. */
function singleTurn(body: Body, value: TypedExpression, isBelow: boolean): Turn | null {
  const meanings = new Map(body.facts.meanings);
  const factors = factorsOf(meanings, value, false).filter((factor) => factor.isBelow === isBelow);
  const numbers = factors.map((factor) => plainNumber(body, factor.value));
  const at = numbers.findIndex((number) => isPi(number) || isTwoPi(number));
  if (at < 0) return null;
  const { span } = factors[at].value;
  const written = writtenAt(body, span);
  if (written === null) return null;
  if (isTwoPi(numbers[at])) {
    return { written, better: "TAU", edits: [{ span, replacement: "TAU", confidence: "likely" }] };
  }
  if (numbers.some(isTwo)) return { written: `2 * ${written}`, better: "TAU", edits: [] };
  const better = isBelow ? "(TAU / 2)" : "TAU / 2";
  return { written, better, edits: [{ span, replacement: better, confidence: "likely" }] };
}

type Product = TypedExpression & { readonly kind: "operation" };

/** The products in a product, with whether they divide. */
function* productsIn(
  meanings: Map<Local, TypedExpression>,
  given: TypedExpression,
  isBelow: boolean,
): Generator<{ readonly value: Product; readonly isBelow: boolean }> {
  const value = meaningOf(meanings, given);
  if (value.kind === "negate") yield* productsIn(meanings, value.operand, isBelow);
  if (value.kind !== "operation" || !isProductOrQuotient(value)) return;
  if (isProduct(value)) yield { value, isBelow };
  yield* productsIn(meanings, value.left, isBelow);
  yield* productsIn(meanings, value.right, isProduct(value) ? isBelow : !isBelow);
}

/** What a name stands for, where a `let` says it; once for each, so that it ends soon. */
function meaningOf(meanings: Map<Local, TypedExpression>, value: TypedExpression): TypedExpression {
  if (value.kind !== "local") return value;
  const meaning = meanings.get(value.local) ?? value;
  meanings.delete(value.local);
  return meaning;
}

/** What stands before the last `*`: in `f * 2 * PI` the 2. */
function lastFactor(left: TypedExpression): TypedExpression {
  return left.kind === "operation" && isProduct(left) ? left.right : left;
}

function factorsOf(
  meanings: Map<Local, TypedExpression>,
  given: TypedExpression,
  isBelow: boolean,
): Factor[] {
  const value = meaningOf(meanings, given);
  if (value.kind === "negate") return factorsOf(meanings, value.operand, isBelow);
  if (value.kind !== "operation" || !isProductOrQuotient(value)) return [{ value, isBelow }];
  const right = isProduct(value) ? isBelow : !isBelow;
  return [...factorsOf(meanings, value.left, isBelow), ...factorsOf(meanings, value.right, right)];
}

function isProduct({ operator }: Product): boolean {
  return operator === "float *" || operator === "list *";
}

function isProductOrQuotient(value: Product): boolean {
  return isProduct(value) || value.operator === "float /" || value.operator === "list /";
}

/** The value of a number without unit; null for others. */
function plainNumber(body: Body, value: TypedExpression): number | null {
  if (value.kind !== "constant" || value.value.kind !== "float") return null;
  const type = resolved(body.solver, value.type);
  if (type.kind !== "float") return null;
  return isDimensionless(resolvedUnit(body.solver, type.unit)) ? value.value.value : null;
}

function isTwo(number: number | null): boolean {
  return number === 2 || number === -2;
}

const PI = 3.141592653589793;

/** `3.14` is meant for it, too. */
function isPi(number: number | null): boolean {
  return number !== null && Math.abs(number - PI) < 0.002;
}

function isTwoPi(number: number | null): boolean {
  return number !== null && Math.abs(number - 2 * PI) < 0.004;
}
