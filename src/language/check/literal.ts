/** Numbers: exact Ints, and Floats as the double nearest to the exact value in base units. */

import { INT, type Type } from "../../machine/types/type.ts";
import { DIMENSIONLESS } from "../../machine/types/unit.ts";
import type * as ast from "../ast.ts";
import { exactFromText, nearestDouble, scaledDouble } from "../units/exact.ts";
import { findUnit } from "../units/find.ts";
import { readUnitIn } from "./read-unit.ts";
import { recordOf } from "./record.ts";
import { complain, findInLayers, findVariable, finishing, type Body } from "./session.ts";
import { ERROR, FLOAT, floatOf, freshUnit, resolved } from "./solver.ts";
import type { ConstantValue, TypedExpression } from "./typed.ts";

type NumberSyntax = ast.Expression & { kind: "number" };

const LARGEST_INT = 2n ** 53n - 1n;

/** A number; a bare whole one is a Float where one is expected, and 0 fits any unit. */
export function checkNumber(
  body: Body,
  number: NumberSyntax,
  expected: Type | null,
): TypedExpression {
  const wanted = expected === null ? null : resolved(body.solver, expected);
  const isInt = isShortInt(number);
  if (isInt && wanted?.kind !== "float") return intConstant(number, Number(number.text), INT);
  if (isInt || isShortFloat(number)) {
    const value = Number(number.text);
    return floatConstant(body, number, value, value === 0 ? zeroType(body, wanted) : FLOAT);
  }
  if (number.unit !== null) {
    const factor = factorInPlace(body, number);
    if (factor !== null) {
      productWithoutStar(body, number, factor);
      return floatConstant(body, number, 0, ERROR);
    }
    const imaginary = checkImaginary(body, number);
    if (imaginary !== null) return imaginary;
    const unit = readUnitIn(body, number.unit);
    if (unit === null) return floatConstant(body, number, 0, ERROR);
    return floatConstant(body, number, scaledDouble(number.text, unit.scale), floatOf(unit.term));
  }
  const exact = exactFromText(number.text);
  if (number.isFloat || wanted?.kind === "float") {
    const value = nearestDouble(exact);
    return floatConstant(
      body,
      number,
      value,
      exact.numerator === 0n ? zeroType(body, wanted) : FLOAT,
    );
  }
  const value = exact.numerator / exact.denominator;
  if (value > LARGEST_INT) {
    outOfRange(body, number);
    return intConstant(number, 0, ERROR);
  }
  return intConstant(number, Number(value), INT);
}

function intConstant({ span }: NumberSyntax, value: number, type: Type): TypedExpression {
  const known = SMALL[value] ?? { kind: "int", value };
  return { kind: "constant", value: known, type, span };
}

/** The Ints that most programs have over and over. */
const SMALL: readonly ConstantValue[] = Array.from({ length: 64 }, (_, value) => ({
  kind: "int",
  value,
}));

/** `2i`: a Complex, where `i` is not declared as a unit. */
function checkImaginary(body: Body, number: NumberSyntax): TypedExpression | null {
  if (number.unit?.kind !== "name" || number.unit.name !== "i") return null;
  const isUnit =
    body.unitVariables.includes("i") || findInLayers(body.layer, "units", "i") !== null;
  const info = body.session.prelude.records.get("Complex");
  if (isUnit || info === undefined) return null;
  const re = floatConstant(body, number, 0, FLOAT);
  const im = floatConstant(body, number, nearestDouble(exactFromText(number.text)), FLOAT);
  const fields = [re, im].map((value, slot) => ({ slot, value }));
  const type: Type = recordOf(info, [], [DIMENSIONLESS]);
  return { kind: "record", base: null, fields, type, span: number.span };
}

/** The value whose name stands where a unit belongs, as in `2x` and `2PI`. */
function factorInPlace(body: Body, { unit }: NumberSyntax): string | null {
  if (unit?.kind !== "name" || findUnit(unit.name) !== null) return null;
  const { name } = unit;
  if (name === "π" || name === "pi") return "PI";
  if (findInLayers(body.layer, "units", name) !== null) return null;
  if (body.unitVariables.includes(name)) return null;
  const isValue =
    findVariable(body, name) !== null ||
    findInLayers(body.layer, "parameters", name) !== null ||
    findInLayers(body.layer, "constants", name) !== null;
  return isValue ? name : null;
}

/** The rule unitIsDeclared, for a product. */
function productWithoutStar(body: Body, number: NumberSyntax, factor: string): void {
  const unit = number.unit as ast.UnitSyntax & { kind: "name" };
  const variable = findVariable(body, unit.name);
  if (variable !== null) variable.isUsed = true;
  const replacement = `${number.text} * ${factor}`;
  complain(body, "unitIsDeclared", unit.span, `there is no unit \`${unit.name}\``, {
    help: [
      `for the product write \`${replacement}\``,
      ...(unit.name === "i"
        ? [`for the number write \`Complex(0, ${number.text})\`: here \`i\` is a variable`]
        : []),
    ],
    edits: [{ span: number.span, replacement, confidence: "likely" }],
  });
}

/** Up to 15 digits nothing is rounded. */
function isShortInt({ text, isFloat, unit }: NumberSyntax): boolean {
  return !isFloat && unit === null && text.length <= 15;
}

/** Up to 20 digits the language of the host promises the nearest double. */
function isShortFloat({ text, isFloat, unit }: NumberSyntax): boolean {
  return isFloat && unit === null && text.length <= 20;
}

function zeroType(body: Body, wanted: Type | null): Type {
  return wanted?.kind === "float" ? wanted : floatOf(freshUnit(body.solver));
}

function floatConstant(
  body: Body,
  number: NumberSyntax,
  value: number,
  type: Type,
): TypedExpression {
  if (!Number.isFinite(value)) {
    complain(
      body,
      "numberIsInRange",
      number.span,
      `\`${shortened(number.text)}\` is too large for a \`Float\``,
      {
        notes: ["the largest `Float` is about 1.8e308"],
      },
    );
  }
  const { span } = number;
  const node: TypedExpression = { kind: "constant", value: { kind: "float", value }, type, span };
  if (number.unit === null) body.facts.bareNumbers.set(node, number.text);
  return finishing(body, node);
}

const LONGEST_SHOWN = 60;

/** Digits as a report repeats them. */
function shortened(text: string): string {
  return text.length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN)}…`;
}

/** The rule numberIsInRange, for whole numbers. */
function outOfRange(body: Body, number: NumberSyntax): void {
  const text = shortened(number.text);
  complain(body, "numberIsInRange", number.span, `\`${text}\` is too large for an \`Int\``, {
    notes: ["an `Int` is a whole number from −(2^53 − 1) to 2^53 − 1 = 9007199254740991"],
    help: [
      text === number.text
        ? `write \`${text}.0\` for the nearest \`Float\``
        : "write `.0` behind it for the nearest `Float`",
    ],
  });
}

/** Operators between whole numbers that may mean Floats. */
const ADAPTING: ReadonlySet<ast.BinaryOperator> = new Set(["+", "-", "*", "/", "^"] as const);

/**
 * Bare whole numbers and arithmetic of them, such as `1/2` or `-3`: they adapt to what is
 * expected.
 */
export function isLiteralArithmetic(expression: ast.Expression): boolean {
  switch (expression.kind) {
    case "name":
      return false;
    case "number":
      return !expression.isFloat && expression.unit === null;
    case "parenthesised":
      return isLiteralArithmetic(expression.inner);
    case "unary":
      return expression.operator === "-" && isLiteralArithmetic(expression.operand);
    case "binary":
      return (
        ADAPTING.has(expression.operator) &&
        isLiteralArithmetic(expression.right) &&
        isLiteralArithmetic(expression.left)
      );
    case "if": {
      const tail = tailOf(expression.then);
      const other = expression.else === null ? null : elseTail(expression.else);
      return (
        tail !== null && other !== null && isLiteralArithmetic(tail) && isLiteralArithmetic(other)
      );
    }
    case "list":
      return expression.elements.length > 0 && expression.elements.every(isLiteralArithmetic);
    default:
      return false;
  }
}

function elseTail(expression: ast.Expression): ast.Expression | null {
  return expression.kind === "block" ? tailOf(expression.block) : expression;
}

/** The value of a block as written, or null. */
export function tailOf(block: ast.Block): ast.Expression | null {
  const last = block.statements.at(-1);
  return last?.kind === "expression" ? last.expression : null;
}
