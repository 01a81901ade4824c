/**
 * Arithmetic over whole lists of Floats: element by element, with a list as long or with one
 * number; units combine as those of numbers do.
 */

import type { Type } from "../../machine/types/type.ts";
import { divideUnits, multiplyUnits } from "../../machine/types/unit-algebra.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import type { Operands, OperatorSite } from "./operator.ts";
import { complain, finishing, type Body } from "./session.ts";
import { FLOAT, floatOf, freshUnit, isUnknown, resolved, unify, unifyUnits } from "./solver.ts";
import type { TypedExpression } from "./typed.ts";
import { writtenAt } from "./written.ts";

type ListOperator = "list +" | "list -" | "list *" | "list /";

const LIST_OPERATORS: Partial<Record<ast.BinaryOperator, ListOperator>> = {
  "+": "list +",
  "-": "list -",
  "*": "list *",
  "/": "list /",
};

const WORKED_OUT: ReadonlySet<TypedExpression["kind"]> = new Set<TypedExpression["kind"]>([
  "operation",
  "power",
  "call",
  "primitive",
]);

/**
 * The lint productIsMeant: `[0.0] * 10`, which elsewhere is a list of ten elements. An element that
 * is worked out is hardly meant to be repeated: `[cos(t) - x[0]] * 20` is a system of one equation.
 */
function lintRepetition(body: Body, { span }: OperatorSite, operands: Operands): void {
  const list = operands.find(({ kind }) => kind === "list");
  const count = operands.find((operand) => operand !== list)!;
  const times = body.facts.bareNumbers.get(count) ?? "";
  if (list?.kind !== "list" || list.elements.length !== 1 || !/^\d+$/.test(times)) return;
  if (WORKED_OUT.has(list.elements[0].kind)) return;
  const element = writtenAt(body, list.elements[0].span) ?? "x";
  const filled = `List.filled(${times}, ${element})`;
  complain(body, "productIsMeant", span, "this is a list of one element, the product", {
    notes: ["`*` goes over the elements of a list, and does not repeat it"],
    help: [
      `a list of ${times} equal elements is \`${filled}\``,
      `if the product is meant, write it inside: \`[${times} * ${element}]\``,
    ],
    edits: [{ span, replacement: filled, confidence: "likely" }],
  });
}

/** The typed operation; or null where no side is a list of Floats, or the units do not agree. */
export function combineLists(
  body: Body,
  site: OperatorSite,
  operands: Operands,
): TypedExpression | null {
  const operator = LIST_OPERATORS[site.operator];
  const [a, b] = operands.map(({ type }) => elementUnit(body, type));
  if (operator === undefined || a === null || b === null) return null;
  const unit = combinedUnit(body, operator, a, b);
  if (unit === null) return null;
  const [left, right] = operands;
  const type: Type = { kind: "list", element: floatOf(unit) };
  const { span } = site;
  if (operator === "list *") lintRepetition(body, site, operands);
  const node: TypedExpression = { kind: "operation", operator, left, right, type, span };
  return finishing(body, node);
}

function combinedUnit(
  body: Body,
  operator: ListOperator,
  a: UnitTerm,
  b: UnitTerm,
): UnitTerm | null {
  if (operator === "list *") return multiplyUnits(a, b);
  if (operator === "list /") return divideUnits(a, b);
  return unifyUnits(body.solver, a, b) ? a : null;
}

/** The unit of a Float or of a list's Floats; elements that are not known yet become Floats. */
export function elementUnit(body: Body, type: Type): UnitTerm | null {
  const known = resolved(body.solver, type);
  if (known.kind === "float") return known.unit;
  if (known.kind !== "list") return null;
  const element = resolved(body.solver, known.element);
  if (element.kind === "float") return element.unit;
  if (!isUnknown(element)) return null;
  const unit = freshUnit(body.solver);
  unify(body.solver, element, floatOf(unit));
  return unit;
}

/** `-xs`: −1 times every element. */
export function negatedList(
  body: Body,
  operand: TypedExpression,
  span: Span,
): TypedExpression | null {
  const type = resolved(body.solver, operand.type);
  if (type.kind !== "list") return null;
  const unit = elementUnit(body, type);
  if (unit === null) return null;
  const value = { kind: "float", value: -1 } as const;
  const right: TypedExpression = { kind: "constant", value, type: FLOAT, span };
  const operator = "list *";
  const node: TypedExpression = { kind: "operation", operator, left: operand, right, type, span };
  return finishing(body, node);
}

/**
 * What the other side says about bare numbers: beside Floats, in a list or alone, they are Floats,
 * in a sum of the same unit. Null where the other side says nothing.
 */
export function hintBesideFloats(
  body: Body,
  other: Type | null,
  operand: ast.Expression,
  isSum: boolean,
): Type | null {
  if (other === null) return null;
  const known = resolved(body.solver, other);
  const element = resolved(body.solver, known.kind === "list" ? known.element : known);
  if (element.kind !== "float") return null;
  const hint = isSum ? element : FLOAT;
  return holdsList(operand) ? { kind: "list", element: hint } : hint;
}

/** Whether a list is written in this arithmetic of bare numbers. */
function holdsList(expression: ast.Expression): boolean {
  switch (expression.kind) {
    case "list":
      return true;
    case "parenthesised":
      return holdsList(expression.inner);
    case "unary":
      return holdsList(expression.operand);
    case "binary":
      return holdsList(expression.left) || holdsList(expression.right);
    default:
      return false;
  }
}
