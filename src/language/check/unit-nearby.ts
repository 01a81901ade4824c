/**
 * Which unit a bare number was meant to have beside a value: the one that the value was made with,
 * or a question where nothing tells.
 */

import type { Type } from "../../machine/types/type.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import { showUnitSyntax } from "../units/read.ts";
import { findInLayers, type Body } from "./session.ts";
import { showBaseUnit, showFriendlyUnit } from "./show.ts";
import { resolved } from "./solver.ts";
import type { Local, TypedExpression } from "./typed.ts";
import { numberWithUnit, writtenAt } from "./written.ts";

/** Units that people measure in, by the base unit: none of them is meant for sure. */
const CUSTOMARY: Readonly<Record<string, readonly string[]>> = {
  s: ["s", "min", "h"],
  m: ["m", "km"],
  kg: ["g", "kg"],
  "m/s": ["m/s", "km/h"],
  "cycle/s": ["Hz", "kHz"],
  "kg*m^2/s^3": ["W", "MW"],
  "kg*m^2/s^2": ["J", "kWh"],
};

const MOST_SHOWN = 3;

/** A bare number where a unit is needed is most often a number whose unit was not written. */
export function unitForNumber(span: Span, number: string, units: readonly string[]): ReportExtras {
  const known = units.filter((unit) => !unit.includes("_") && unit !== "1").slice(0, MOST_SHOWN);
  if (known.length === 0) return {};
  if (known.length > 1) {
    const choice = known.map((unit) => `\`${numberWithUnit(number, unit)}\``);
    return {
      help: [`give the number its unit: ${choice.slice(0, -1).join(", ")} or ${choice.at(-1)}`],
    };
  }
  const [unit] = known;
  const end = { start: span.end, end: span.end };
  return {
    help: [`give the number its unit: \`${numberWithUnit(number, unit)}\``],
    edits: [{ span: end, replacement: numberWithUnit("", unit), confidence: "likely" }],
  };
}

/** The units that a number may be meant in where it meets this value; one, if it is clear. */
export function unitsBeside(body: Body, value: TypedExpression, unit: UnitTerm): string[] {
  const seen = new Set<string>();
  collect(body, value, new Map(body.facts.meanings), seen);
  return seen.size > 0 ? [...seen] : unitsOf(body, unit, null);
}

/** The unit as it was declared; else those that are customary for it, or its own name. */
export function unitsOf(body: Body, unit: UnitTerm, declared: Type | null): string[] {
  const text = declared?.kind === "float" ? declared.display?.text : undefined;
  if (text !== undefined) return [text];
  const base = showBaseUnit(body.solver, unit);
  return Object.hasOwn(CUSTOMARY, base)
    ? [...CUSTOMARY[base]]
    : [showFriendlyUnit(body.solver, unit)];
}

/** The units of the numbers and declarations that a value is added up from. */
function collect(
  body: Body,
  value: TypedExpression,
  meanings: Map<Local, TypedExpression>,
  seen: Set<string>,
): void {
  const type = resolved(body.solver, value.type);
  const element = type.kind === "list" ? resolved(body.solver, type.element) : type;
  if (element.kind === "float" && element.display !== null) {
    seen.add(element.display.text);
    return;
  }
  switch (value.kind) {
    case "constant": {
      const unit = unitWritten(body, writtenAt(body, value.span) ?? "");
      if (unit !== null) seen.add(unit);
      return;
    }
    case "local": {
      const meaning = meanings.get(value.local);
      meanings.delete(value.local);
      if (meaning !== undefined) collect(body, meaning, meanings, seen);
      return;
    }
    case "negate":
      return collect(body, value.operand, meanings, seen);
    case "list":
      for (const each of value.elements) collect(body, each, meanings, seen);
      return;
    case "index":
    case "field":
      return collect(body, value.receiver, meanings, seen);
    case "operation":
      if (!isSum(value)) return;
      collect(body, value.left, meanings, seen);
      collect(body, value.right, meanings, seen);
      return;
    default:
  }
}

export function isSum(value: TypedExpression): boolean {
  return value.kind === "operation" && SUMS.has(value.operator);
}

const SUMS: ReadonlySet<string> = new Set(["float +", "float -", "list +", "list -"]);

/** The unit of a number, or of the number that a constant is. */
function unitWritten(body: Body, written: string): string | null {
  const match = UNIT_OF_NUMBER.exec(written);
  if (match !== null) return match[1] ?? match[2];
  const value = findInLayers(body.layer, "constants", written)?.declaration.value;
  return value?.kind === "number" && value.unit !== null ? showUnitSyntax(value.unit) : null;
}

/** `h` of `8h`, `km/h` of `120[km/h]` */
const UNIT_OF_NUMBER = /^-?[\d_.]+(?:[eE][+-]?\d+)?(?:(\p{L}+)|\[([^\]]+)\])$/u;
