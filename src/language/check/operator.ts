/**
 * Arithmetic, `++`, `and`, `or`, `not`, `-`: the kinds of their operands and the units of their
 * results.
 */

import { BOOL, INT, type Type } from "../../machine/types/type.ts";
import { divideUnits, multiplyUnits } from "../../machine/types/unit-algebra.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { combineAlgebra, negatedAlgebra } from "./algebra.ts";
import { algebraOf } from "./number-shape.ts";
import { combineLists, hintBesideFloats, negatedList } from "./elementwise.ts";
import { isLiteralArithmetic } from "./literal.ts";
import { fit, fits } from "./mismatch.ts";
import { checkPower } from "./power.ts";
import { refuse, unequalUnits } from "./refusal.ts";
import { complain, finishing, placeAt, type Body } from "./session.ts";
import { showType } from "./show.ts";
import {
  ERROR,
  FLOAT,
  floatOf,
  freshUnit,
  isError,
  isUnknown,
  resolved,
  unify,
  unifyUnits,
} from "./solver.ts";
import type { TypedExpression, TypedOperator } from "./typed.ts";
import { reportUnitProduct } from "./unit-product.ts";
import { isSimple, writtenAt } from "./written.ts";

type Binary = ast.Expression & { kind: "binary" };
export type Operands = readonly [TypedExpression, TypedExpression];
export interface OperatorSite extends Pick<Binary, "operator" | "operatorSpan" | "span"> {
  /** The type that is needed of the result, where one is known. */
  readonly needed?: Type | null;
  /** The sum of all that is added up, where the operation is written as a sum. */
  readonly whole?: ast.Expression;
}

/** `left operator right`. */
export function checkBinary(
  body: Body,
  expression: Binary,
  expected: Type | null,
): TypedExpression {
  const { operator } = expression;
  if (operator === "and" || operator === "or") return checkLogic(body, expression);
  if (operator === "^") return checkPower(body, expression, expected);
  if (operator !== "+" && operator !== "-") {
    if (reportUnitProduct(body, expression)) {
      return { kind: "tuple", elements: [], type: ERROR, span: expression.span };
    }
    return combine(body, expression, checkOperands(body, expression, expected));
  }
  const whole = body.facts.wholeSums.get(expression) ?? expression;
  if (operator === "+" && expression.left.kind === "binary")
    body.facts.wholeSums.set(expression.left, whole);
  const operands = checkOperands(body, expression, expected);
  const { operatorSpan, span } = expression;
  return combine(body, { operator, operatorSpan, span, needed: expected, whole }, operands);
}

/** The typed operation of two operands that have been checked. */
export function combine(body: Body, site: OperatorSite, operands: Operands): TypedExpression {
  const left = resolved(body.solver, operands[0].type);
  const right = resolved(body.solver, operands[1].type);
  if (isError(left) || isError(right)) return absorbed(operands, site.span);
  if (left.kind === "never") return operands[0];
  if (right.kind === "never") return operands[1];
  if (site.operator === "++") return concatenate(body, site, operands);
  if (left.kind === "variable" || right.kind === "variable") decideUnknown(body, left, right);
  const a = resolved(body.solver, left);
  const b = resolved(body.solver, right);
  if (a.kind === "int" && b.kind === "int") return combineInts(body, site, operands);
  if (a.kind === "float" && b.kind === "float") return combineFloats(body, site, operands, a, b);
  const number = combineAlgebra(body, site, operands);
  if (number !== null) return number;
  const whole = combineLists(body, site, operands);
  if (whole !== null) return whole;
  refuse(body, site, operands, a, b);
  return absorbed(operands, site.span);
}

/** An unknown operand, such as an element of `[]`, is of the kind of the other one. */
function decideUnknown(body: Body, left: Type, right: Type): void {
  if (isUnknown(left) && right.kind === "int") unify(body.solver, left, right);
  if (isUnknown(right) && left.kind === "int") unify(body.solver, right, left);
  if (isUnknown(left) && right.kind === "float")
    unify(body.solver, left, floatOf(freshUnit(body.solver)));
  if (isUnknown(right) && left.kind === "float")
    unify(body.solver, right, floatOf(freshUnit(body.solver)));
}

function absorbed(operands: Operands, span: Span): TypedExpression {
  return { kind: "tuple", elements: operands, type: ERROR, span };
}

/** Checks both; a bare whole number takes its kind from the other operand. */
function checkOperands(body: Body, expression: Binary, expected: Type | null): Operands {
  const { left, right, operator } = expression;
  const leftAdapts = isLiteralArithmetic(left);
  const rightAdapts = isLiteralArithmetic(right);
  const isSum = operator === "+" || operator === "-";
  if (!leftAdapts && !rightAdapts) {
    const hint = isSum || operator === "++" ? expected : null;
    const first = body.check.expression(body, left, hint);
    return [first, body.check.expression(body, right, hint)];
  }
  const hintFor = (side: ast.Expression, type: Type | null): Type | null =>
    operator === "++"
      ? hintFrom(body, type, leftAdapts && rightAdapts)
      : hintForNumbers(body, type, side, isSum);
  if (!rightAdapts) {
    const second = body.check.expression(body, right, null);
    return [body.check.expression(body, left, hintFor(left, second.type)), second];
  }
  const first = body.check.expression(body, left, leftAdapts ? hintFor(left, expected) : null);
  const hint = hintFor(right, leftAdapts ? expected : first.type);
  return [first, body.check.expression(body, right, hint)];
}

/** What a neighbour says about arithmetic of bare numbers, beside a number or a list. */
export function hintForNumbers(
  body: Body,
  type: Type | null,
  side: ast.Expression,
  isSum: boolean,
): Type | null {
  if (type === null) return null;
  if (resolved(body.solver, type).kind === "int") return isSum ? type : null;
  const shape = algebraOf(body.solver, type);
  if (shape !== null) return isSum ? floatOf(shape.unit) : FLOAT;
  return hintBesideFloats(body, type, side, isSum) ?? hintFrom(body, type, isSum);
}

/**
 * What a neighbour says about a bare number: in a sum its whole type, in a product only that it is
 * a Float.
 */
export function hintFrom(body: Body, type: Type | null, isSum: boolean): Type | null {
  if (type === null || isSum) return type;
  return resolved(body.solver, type).kind === "float" ? FLOAT : null;
}

const INT_OPERATORS: Partial<Record<ast.BinaryOperator, TypedOperator>> = {
  "+": "int +",
  "-": "int -",
  "*": "int *",
  div: "int div",
  "%": "int %",
};
const FLOAT_OPERATORS: Partial<Record<ast.BinaryOperator, TypedOperator>> = {
  "+": "float +",
  "-": "float -",
  "*": "float *",
  "/": "float /",
};

function combineInts(body: Body, site: OperatorSite, operands: Operands): TypedExpression {
  const operator = INT_OPERATORS[site.operator];
  if (operator !== undefined) {
    const [left, right] = operands;
    const { span } = site;
    return { kind: "operation", operator, left, right, type: INT, span };
  }
  intDivision(body, site, operands);
  return absorbed(operands, site.span);
}

/** The rule intDivisionIsNamed. */
function intDivision(body: Body, site: OperatorSite, operands: Operands): void {
  const span = site.operatorSpan;
  const isPlain = writtenAt(body, span) === "/";
  complain(body, "intDivisionIsNamed", span, "`/` divides Floats, and both sides are `Int`", {
    labels: operands.map((operand) => ({ span: operand.span, text: "`Int`" })),
    help: ["for the whole quotient write `div`", fractionHelp(operands)],
    edits: isPlain ? [{ span, replacement: "div", confidence: "likely" }] : [],
  });
}

function fractionHelp(operands: Operands): string {
  const isLiteral = operands.every(({ kind }) => kind === "constant");
  return isLiteral
    ? "for the fraction write a number with a point, such as `1.0 / 2`"
    : "for the fraction convert: `Float(a) / Float(b)`";
}

function combineFloats(
  body: Body,
  site: OperatorSite,
  operands: Operands,
  a: Type & { kind: "float" },
  b: Type & { kind: "float" },
): TypedExpression {
  const operator = FLOAT_OPERATORS[site.operator];
  if (operator === undefined) {
    floatRemainder(body, site);
    return absorbed(operands, site.span);
  }
  let unit = a.unit;
  if (operator === "float *") unit = multiplyUnits(a.unit, b.unit);
  else if (operator === "float /") unit = divideUnits(a.unit, b.unit);
  else if (!unifyUnits(body.solver, a.unit, b.unit)) {
    unequalUnits(body, site, operands, [a, b]);
    return absorbed(operands, site.span);
  }
  const [left, right] = operands;
  const { span } = site;
  const type = floatOf(unit);
  return finishing(body, { kind: "operation", operator, left, right, type, span });
}

/** The rule operatorFitsOperands, for `div` and `%` of Floats. */
function floatRemainder(body: Body, site: OperatorSite): void {
  complain(
    body,
    "operatorFitsOperands",
    site.operatorSpan,
    `\`${site.operator}\` works on Ints, and both sides are Floats`,
    {
      help:
        site.operator === "div" ? ["for the whole quotient of Floats write `floor(a / b)`"] : [],
    },
  );
}

function concatenate(body: Body, site: OperatorSite, operands: Operands): TypedExpression {
  const [left, right] = operands;
  const type = resolved(body.solver, left.type);
  if (type.kind !== "string" && type.kind !== "list") {
    refuse(body, site, operands, type, resolved(body.solver, right.type));
    return absorbed(operands, site.span);
  }
  const second = fits(body, right, type) ? right : otherSide(body, left, right, type);
  if (isError(second.type)) return absorbed(operands, site.span);
  const operator = type.kind === "string" ? "string ++" : "list ++";
  const { span } = site;
  return finishing(body, { kind: "operation", operator, left, right: second, type, span });
}

function otherSide(
  body: Body,
  left: TypedExpression,
  right: TypedExpression,
  type: Type,
): TypedExpression {
  const text = (): string => `the left side is \`${showType(body.solver, type)}\``;
  return fit(body, right, type, { text, place: placeAt(body, left.span) });
}

const OPERAND_OF_AND = "an operand of `and` is a `Bool`";
const OPERAND_OF_OR = "an operand of `or` is a `Bool`";

function checkLogic(body: Body, expression: Binary): TypedExpression {
  const kind = expression.operator === "and" ? "and" : "or";
  const sentence = kind === "and" ? OPERAND_OF_AND : OPERAND_OF_OR;
  const left = checkTruth(body, expression.left, sentence);
  const right = checkTruth(body, expression.right, sentence);
  return { kind, left, right, type: BOOL, span: expression.span };
}

/** The rule conditionIsBool. */
export function checkTruth(
  body: Body,
  expression: ast.Expression,
  sentence: string,
): TypedExpression {
  const value = body.check.expression(body, expression, BOOL);
  const type = resolved(body.solver, value.type);
  if (type.kind === "bool" || type.kind === "never" || unify(body.solver, type, BOOL)) return value;
  complain(
    body,
    "conditionIsBool",
    expression.span,
    `${sentence}, and this is \`${showType(body.solver, type)}\``,
    truthHelp(body, expression, type),
  );
  return { ...value, type: ERROR };
}

/** What is true elsewhere: a number that is not 0, a list that is not empty. */
function truthHelp(body: Body, expression: ast.Expression, { kind }: Type): ReportExtras {
  const end = { start: expression.span.end, end: expression.span.end };
  const written = isSimple(expression) ? writtenAt(body, expression.span) : null;
  const rest = kind === "list" ? ".length() > 0" : kind === "int" ? " != 0" : " > 0";
  const verb = kind === "list" ? "ask for its length" : "compare it";
  if (kind !== "int" && kind !== "float" && kind !== "list") return {};
  return {
    help: [`${verb}: \`${written ?? (kind === "list" ? "xs" : "x")}${rest}\``],
    edits: written === null ? [] : [{ span: end, replacement: rest, confidence: "likely" }],
  };
}

/** The condition of an `if` or a `while`; the lint conditionVaries. */
export function checkCondition(
  body: Body,
  expression: ast.Expression,
  loop: Span | null,
): TypedExpression {
  if (isWrittenOut(expression)) {
    const isEndless = loop !== null && expression.kind === "bool" && expression.value;
    const extras: ReportExtras = isEndless
      ? {
          help: ["write `loop`"],
          edits: [{ span: loop, replacement: "loop", confidence: "certain" }],
        }
      : {};
    const message = "this condition is the same every time";
    complain(body, "conditionVaries", expression.span, message, extras);
  }
  return checkTruth(body, expression, "a condition is a `Bool`");
}

/** Made of literals alone. */
function isWrittenOut(expression: ast.Expression): boolean {
  switch (expression.kind) {
    case "bool":
    case "number":
      return true;
    case "parenthesised":
      return isWrittenOut(expression.inner);
    case "unary":
      return isWrittenOut(expression.operand);
    case "binary":
      return isWrittenOut(expression.left) && isWrittenOut(expression.right);
    case "comparison":
      return expression.operands.every(isWrittenOut);
    default:
      return false;
  }
}

/** `-x` and `not x`. */
export function checkUnary(
  body: Body,
  expression: ast.Expression & { kind: "unary" },
  expected: Type | null,
): TypedExpression {
  if (expression.operator === "not") {
    const operand = checkTruth(body, expression.operand, "`not` takes a `Bool`");
    return { kind: "not", operand, type: BOOL, span: expression.span };
  }
  const operand = body.check.expression(body, expression.operand, expected);
  const type = resolved(body.solver, operand.type);
  if (isError(type) || type.kind === "never") return operand;
  const { span } = expression;
  const whole = negatedList(body, operand, span) ?? negatedAlgebra(body, operand);
  if (whole !== null) return whole;
  if (type.kind !== "int" && type.kind !== "float") {
    complain(
      body,
      "operatorFitsOperands",
      expression.span,
      `\`-\` does not work on \`${showType(body.solver, type)}\``,
    );
    return { ...operand, type: ERROR };
  }
  const isNumber = expression.operand.kind === "number" && operand.kind === "constant";
  if (isNumber && (operand.value.kind === "int" || operand.value.kind === "float")) {
    const { kind, value: magnitude } = operand.value;
    const value = { kind, value: kind === "int" ? 0 - magnitude : -magnitude };
    const node: TypedExpression = { kind: "constant", value, type: operand.type, span };
    const written = body.facts.bareNumbers.get(operand);
    if (written !== undefined) body.facts.bareNumbers.set(node, `-${written}`);
    return finishing(body, node);
  }
  return finishing(body, { kind: "negate", operand, type: operand.type, span });
}
