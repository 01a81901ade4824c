/** `2/s`, `5 * m / s`: a number and names of units, as they are written by hand. */

import type * as ast from "../ast.ts";
import { findUnit } from "../units/find.ts";
import { complain, findFunction, findInLayers, findVariable, type Body } from "./session.ts";
import { numberWithUnit, writtenAt } from "./written.ts";

interface Product {
  readonly number: ast.Node["span"];
  /** What stands in the brackets: `1/s`, `m/s`. */
  readonly unit: string;
}

/**
 * The rule nameIsDeclared, for a number with units that no names here hide: whether it was
 * reported.
 */
export function reportUnitProduct(body: Body, expression: ast.Expression): boolean {
  if (expression.kind !== "binary" || leftmost(expression).kind !== "number") return false;
  const product = productOf(body, expression);
  if (product === null) return false;
  const number = writtenAt(body, product.number);
  const name = firstName(expression);
  if (number === null || name === null) return false;
  const written = numberWithUnit(number, product.unit);
  complain(body, "nameIsDeclared", name.span, `there is no \`${name.name}\` here`, {
    help: [`\`${name.name}\` is a unit: the number with its unit is written \`${written}\``],
    edits: [{ span: expression.span, replacement: written, confidence: "likely" }],
  });
  return true;
}

function leftmost(expression: ast.Expression): ast.Expression {
  let left = expression;
  while (left.kind === "binary" && (left.operator === "*" || left.operator === "/")) {
    left = left.left;
  }
  return left;
}

/** A number without a unit, and what it is multiplied with and divided by; null for all else. */
function productOf(body: Body, expression: ast.Expression): Product | null {
  if (expression.kind === "number") {
    return expression.unit === null ? { number: expression.span, unit: "" } : null;
  }
  if (expression.kind !== "binary") return null;
  const { operator, left, right } = expression;
  if (operator !== "*" && operator !== "/") return null;
  const [before, unit] = [productOf(body, left), unitText(body, right)];
  if (before === null || unit === null) return null;
  if (before.unit === "") return { ...before, unit: operator === "*" ? unit : `1/${unit}` };
  return { ...before, unit: `${before.unit}${operator}${unit}` };
}

/** `m`, `s^2`, `(s*m)`; null where something of it is no unit, or has another meaning here. */
function unitText(body: Body, expression: ast.Expression): string | null {
  switch (expression.kind) {
    case "name":
      return isBareUnit(body, expression.name) ? expression.name : null;
    case "parenthesised": {
      const inner = unitText(body, expression.inner);
      return inner === null ? null : `(${inner})`;
    }
    case "binary": {
      const { operator, left, right } = expression;
      if (operator !== "*" && operator !== "/" && operator !== "^") return null;
      const [first, second] = [
        unitText(body, left),
        operator === "^" ? exponentText(right) : unitText(body, right),
      ];
      return first === null || second === null ? null : `${first}${operator}${second}`;
    }
    default:
      return null;
  }
}

function exponentText(expression: ast.Expression): string | null {
  return expression.kind === "number" && /^\d$/.test(expression.text) ? expression.text : null;
}

function isBareUnit(body: Body, name: string): boolean {
  if (findUnit(name) === null || findVariable(body, name) !== null) return false;
  const isDeclared = (["parameters", "constants", "outputs"] as const).some(
    (kind) => findInLayers(body.layer, kind, name) !== null,
  );
  return !isDeclared && findFunction(body.session, body.layer, name) === null;
}

/** The first name, from the left. */
function firstName(expression: ast.Expression): (ast.Expression & { kind: "name" }) | null {
  switch (expression.kind) {
    case "name":
      return expression;
    case "parenthesised":
      return firstName(expression.inner);
    case "binary":
      return firstName(expression.left) ?? firstName(expression.right);
    default:
      return null;
  }
}
