/** `x^k`: a literal rational exponent scales the unit; any other exponent needs plain numbers. */

import { rational } from "../../machine/types/rational.ts";
import { INT, type Type } from "../../machine/types/type.ts";
import { raiseUnit } from "../../machine/types/unit-algebra.ts";
import type { Rational } from "../../machine/types/unit.ts";
import type * as ast from "../ast.ts";
import type { ReportExtras } from "../../source/report.ts";
import { exactFromText } from "../units/exact.ts";
import { headOf } from "./head.ts";
import { powerOfAlgebra } from "./algebra.ts";
import { algebraOf } from "./number-shape.ts";
import { isLiteralArithmetic } from "./literal.ts";
import { complain, findFunction, finishing, type Body } from "./session.ts";
import { showType } from "./show.ts";
import { ERROR, FLOAT, floatOf, freshUnit, isError, isUnknown, resolved, unify } from "./solver.ts";
import type { TypedExpression } from "./typed.ts";

type Power = ast.Expression & { kind: "binary" };

export function checkPower(body: Body, expression: Power, expected: Type | null): TypedExpression {
  const exponent = literalExponent(expression.right);
  const [left, right] =
    exponent === null
      ? checkBoth(body, expression, expected)
      : [checkLiteralPower(body, expression, exponent, expected), null];
  if (isUnknown(resolved(body.solver, left.type)))
    unify(body.solver, left.type, floatOf(freshUnit(body.solver)));
  const base = resolved(body.solver, left.type);
  if (isError(base) || base.kind === "never") return { ...left, type: ERROR };
  if (right !== null && isError(resolved(body.solver, right.type))) return { ...left, type: ERROR };
  if (base.kind === "int") return powerOfInt(body, expression, left, exponent ?? right!);
  const number = exponent === null ? null : powerOfAlgebra(body, expression, left, exponent);
  if (number !== null) return number;
  if (base.kind !== "float") {
    complain(
      body,
      "operatorFitsOperands",
      expression.operatorSpan,
      `\`^\` does not work on \`${showType(body.solver, base)}\``,
      algebraOf(body.solver, base) === null
        ? powerHelp(body, base)
        : { help: ["other than whole powers are `.pow(…)`"] },
    );
    return { ...left, type: ERROR };
  }
  if (right !== null) return powerOfPlainFloat(body, expression, left, right);
  const { numerator, denominator } = exponent!;
  const type = floatOf(raiseUnit(base.unit, exponent!));
  const { span } = expression;
  return finishing(body, { kind: "power", operand: left, numerator, denominator, type, span });
}

/** Both sides; a bare whole number takes its kind from the other side. */
function checkBoth(
  body: Body,
  expression: Power,
  expected: Type | null,
): readonly [TypedExpression, TypedExpression] {
  const { left, right } = expression;
  if (isLiteralArithmetic(left) && !isLiteralArithmetic(right)) {
    const second = body.check.expression(body, right, null);
    return [body.check.expression(body, left, hintFrom(body, second.type)), second];
  }
  const first = body.check.expression(body, left, hintFrom(body, expected));
  return [first, body.check.expression(body, right, hintFrom(body, first.type))];
}

function hintFrom(body: Body, type: Type | null): Type | null {
  return type !== null && resolved(body.solver, type).kind === "float" ? FLOAT : null;
}

/**
 * The base below a literal exponent; fractional and negative powers of a bare number are Floats.
 */
function checkLiteralPower(
  body: Body,
  expression: Power,
  exponent: Rational,
  expected: Type | null,
): TypedExpression {
  const isWhole = exponent.denominator === 1 && exponent.numerator >= 0;
  const hint = isWhole ? hintFrom(body, expected) : FLOAT;
  return body.check.expression(body, expression.left, hint);
}

/** What makes powers of a type that has no `^`. */
function powerHelp(body: Body, base: Type): ReportExtras {
  const head = headOf(base);
  const isThere = head !== null && findFunction(body.session, body.layer, `${head}.power`) !== null;
  if (isThere) return { help: ["a power of it is `a.power(n)`"] };
  return base.kind === "list" ? { help: ["element by element it is `xs.map(|x| x^2)`"] } : {};
}

/** The rules operatorFitsOperands and intAndFloatStayApart, for the power of an Int. */
function powerOfInt(
  body: Body,
  expression: Power,
  left: TypedExpression,
  exponent: Rational | TypedExpression,
): TypedExpression {
  const { span } = expression;
  if ("numerator" in exponent && (exponent.denominator !== 1 || exponent.numerator < 0)) {
    complain(
      body,
      "operatorFitsOperands",
      expression.operatorSpan,
      "an `Int` has only whole powers from 0 upwards",
      { help: ["convert the base: `Float(…)`"] },
    );
    return { ...left, type: ERROR };
  }
  const right =
    "numerator" in exponent ? body.check.expression(body, expression.right, INT) : exponent;
  const type = resolved(body.solver, right.type);
  if (isError(type) || !unify(body.solver, type, INT)) {
    complain(
      body,
      "intAndFloatStayApart",
      expression.operatorSpan,
      `\`^\` needs two Ints or two Floats, and the exponent is \`${showType(body.solver, type)}\``,
      { help: ["convert the base: `Float(…)`"] },
    );
    return { ...left, type: ERROR };
  }
  return { kind: "operation", operator: "int ^", left, right, type: INT, span };
}

/** The rule powerHasUnit: without a literal exponent neither side has a unit. */
function powerOfPlainFloat(
  body: Body,
  expression: Power,
  left: TypedExpression,
  right: TypedExpression,
): TypedExpression {
  const { span } = expression;
  const type = resolved(body.solver, right.type);
  if (!unify(body.solver, left.type, FLOAT)) {
    complain(
      body,
      "powerHasUnit",
      expression.right.span,
      "the unit of this power depends on the exponent, " +
        "so the base has no unit or the exponent is a literal",
      {
        labels: [{ span: expression.left.span, text: `\`${showType(body.solver, left.type)}\`` }],
        help: ["divide the base by a reference, such as `(x / 1[m])^k`"],
      },
    );
    return { ...left, type: ERROR };
  }
  if (type.kind === "int") {
    complain(
      body,
      "intAndFloatStayApart",
      expression.operatorSpan,
      "`^` needs two Ints or two Floats, and the exponent is an `Int`",
      { help: ["convert the exponent: `Float(…)`"] },
    );
    return { ...left, type: ERROR };
  }
  if (!unify(body.solver, type, FLOAT)) {
    complain(
      body,
      "powerHasUnit",
      expression.right.span,
      `an exponent is a plain number, and this is \`${showType(body.solver, type)}\``,
    );
    return { ...left, type: ERROR };
  }
  return { kind: "operation", operator: "float ^", left, right, type: FLOAT, span };
}

/**
 * `2`, `-1`, `0.5`, `(1/2)`: the exponent as a fraction, or null when it is not literal or too
 * long.
 */
export function literalExponent(expression: ast.Expression): Rational | null {
  switch (expression.kind) {
    case "parenthesised":
      return literalExponent(expression.inner);
    case "number": {
      if (expression.unit !== null) return null;
      // nine digits are small enough
      if (!expression.isFloat && expression.text.length <= 9)
        return rational(Number(expression.text));
      const { numerator, denominator } = exactFromText(expression.text);
      return smallFraction(numerator, denominator);
    }
    case "unary": {
      const operand = expression.operator === "-" ? literalExponent(expression.operand) : null;
      return operand === null ? null : rational(-operand.numerator, operand.denominator);
    }
    case "binary": {
      if (expression.operator !== "/") return null;
      const above = literalExponent(expression.left);
      const below = literalExponent(expression.right);
      if (above === null || below === null || below.numerator === 0) return null;
      return rational(above.numerator * below.denominator, above.denominator * below.numerator);
    }
    default:
      return null;
  }
}

/**
 * Exponents with up to nine digits above and below; longer ones are computed like any other
 * number.
 */
function smallFraction(numerator: bigint, denominator: bigint): Rational | null {
  const isSmall = numerator < 1_000_000_000n && denominator <= 1_000_000_000n;
  return isSmall ? rational(Number(numerator), Number(denominator)) : null;
}
