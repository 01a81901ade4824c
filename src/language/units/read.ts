/**
 * A unit as written (`m/s^2`) to its value; unknown names and scales without exact root are
 * listed.
 */

import { DIMENSIONLESS } from "../../machine/types/unit.ts";
import { divideUnits, multiplyUnits, raiseUnit } from "../../machine/types/unit-algebra.ts";
import { rational } from "../../machine/types/rational.ts";
import type { Span } from "../../source/span.ts";
import type { UnitSyntax } from "../ast.ts";
import {
  EXACT_ONE,
  type Exact,
  invertExact,
  multiplyExact,
  raiseExact,
  rootExact,
  sizeOf,
} from "./exact.ts";
import type { UnitValue } from "./find.ts";

export interface UnitProblem {
  readonly kind: "unknown" | "root" | "size";
  readonly name: string;
  readonly span: Span;
}

const ONE: UnitValue = { term: DIMENSIONLESS, scale: EXACT_ONE };

/**
 * The value of a unit as written.
 *
 * @param find what a name stands for: table, units of the program, unit variables
 * @param problems what does not resolve is added here and read as 1
 */
export function readUnit(
  syntax: UnitSyntax,
  find: (name: string) => UnitValue | null,
  problems: UnitProblem[],
): UnitValue {
  switch (syntax.kind) {
    case "one":
    case "error":
      return ONE;
    case "name": {
      const found = find(syntax.name);
      if (found === null) problems.push({ kind: "unknown", name: syntax.name, span: syntax.span });
      return found ?? ONE;
    }
    case "multiply":
    case "divide": {
      const left = readUnit(syntax.left, find, problems);
      const right = readUnit(syntax.right, find, problems);
      if (sizeOf(left.scale) + sizeOf(right.scale) > LARGEST_SCALE) {
        return tooLarge(syntax, problems);
      }
      return syntax.kind === "multiply"
        ? {
            term: multiplyUnits(left.term, right.term),
            scale: multiplyExact(left.scale, right.scale),
          }
        : {
            term: divideUnits(left.term, right.term),
            scale: multiplyExact(left.scale, invertExact(right.scale)),
          };
    }
    case "power": {
      const operand = readUnit(syntax.operand, find, problems);
      if (isTooLarge(operand.scale, syntax)) return tooLarge(syntax, problems);
      const root = rootExact(operand.scale, syntax.denominator);
      if (root === null) {
        problems.push({ kind: "root", name: showUnitSyntax(syntax), span: syntax.span });
        return ONE;
      }
      return {
        term: raiseUnit(operand.term, rational(syntax.numerator, syntax.denominator)),
        scale: raiseExact(root, syntax.numerator),
      };
    }
  }
}

/** Bits of a scale beyond which nothing is worked out; scales of real units have a hundred. */
const LARGEST_SCALE = 100_000;
const LARGEST_EXPONENT = 100;

function isTooLarge(scale: Exact, power: UnitSyntax & { kind: "power" }): boolean {
  const exponent = Math.abs(power.numerator);
  if (exponent > LARGEST_EXPONENT || power.denominator > LARGEST_EXPONENT) return true;
  return sizeOf(scale) * exponent > LARGEST_SCALE;
}

function tooLarge(syntax: UnitSyntax, problems: UnitProblem[]): UnitValue {
  problems.push({ kind: "size", name: showUnitSyntax(syntax), span: syntax.span });
  return ONE;
}

/** `m/s^2`, as people write it and as tables show it. */
export function showUnitSyntax(syntax: UnitSyntax): string {
  switch (syntax.kind) {
    case "one":
      return "1";
    case "error":
      return "?";
    case "name":
      return syntax.name;
    case "multiply":
      return `${showUnitSyntax(syntax.left)}*${showUnitOperand(syntax.right)}`;
    case "divide":
      return `${showUnitSyntax(syntax.left)}/${showUnitOperand(syntax.right)}`;
    case "power": {
      const { numerator, denominator } = syntax;
      const exponent = denominator === 1 ? String(numerator) : `(${numerator}/${denominator})`;
      return `${showUnitOperand(syntax.operand)}^${exponent}`;
    }
  }
}

function showUnitOperand(syntax: UnitSyntax): string {
  const text = showUnitSyntax(syntax);
  return syntax.kind === "multiply" || syntax.kind === "divide" ? `(${text})` : text;
}
