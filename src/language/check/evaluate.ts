/**
 * The value of a checked constant expression: IEEE operations in the order written, Ints checked.
 */

import type * as typed from "./typed.ts";
import { powerChain } from "../power-chain.ts";
import { evaluateAlgebra } from "./evaluate-algebra.ts";
import { shapeOf } from "./number-shape.ts";
import { complain, type Body } from "./session.ts";
import { isError } from "./solver.ts";

type Value = typed.ConstantValue;
type Of<Kind extends typed.TypedExpression["kind"]> = typed.TypedExpression & { kind: Kind };

/** The value, or null after a report. */
export function evaluate(body: Body, expression: typed.TypedExpression): Value | null {
  if (isError(expression.type)) return null;
  switch (expression.kind) {
    case "constant":
      return expression.value;
    case "operation":
      return evaluateOperation(body, expression);
    case "power":
      return evaluatePower(body, expression);
    case "negate":
    case "not":
    case "int-to-float":
      return evaluateUnary(body, expression);
    case "comparison":
      return evaluateComparison(body, expression);
    case "and":
    case "or":
      return evaluateLogic(body, expression);
    case "list":
    case "tuple":
      return evaluateAll(body, expression.kind, expression.elements);
    case "record":
      return evaluateRecord(body, expression);
    case "enum": {
      const values = evaluateFields(body, [], expression.fields);
      return values === null ? null : { kind: "enum", index: expression.index, values };
    }
    case "primitive":
      return evaluateRoot(body, expression);
    case "call":
      return evaluateCall(body, expression);
    default:
      return notConstant(body, expression);
  }
}

/** The rule constantIsConstant. */
function notConstant(body: Body, expression: typed.TypedExpression): null {
  const what =
    expression.kind === "call" || expression.kind === "primitive"
      ? "a call"
      : expression.kind === "parameter"
        ? "a parameter, whose value comes later"
        : "this";
  complain(
    body,
    "constantIsConstant",
    expression.span,
    `a constant is known before the program runs, and ${what} is not`,
    {
      notes: [
        "a constant is made of literals, constants, operators, `sqrt`, `Complex(…)` and " +
          "`Quaternion(…)`",
      ],
    },
  );
  return null;
}

function evaluateOperation(body: Body, expression: Of<"operation">): Value | null {
  const left = evaluate(body, expression.left);
  const right = evaluate(body, expression.right);
  if (left === null || right === null) return null;
  switch (expression.operator) {
    case "string ++":
      return { kind: "string", value: stringOf(left) + stringOf(right) };
    case "list ++":
      return { kind: "list", values: [...valuesOf(left), ...valuesOf(right)] };
    case "list +":
    case "list -":
    case "list *":
    case "list /":
      return evaluateLists(body, expression, left, right);
    case "float +":
      return float(numberOf(left) + numberOf(right));
    case "float -":
      return float(numberOf(left) - numberOf(right));
    case "float *":
      return float(numberOf(left) * numberOf(right));
    case "float /":
      return float(numberOf(left) / numberOf(right));
    case "float ^":
      return notConstant(body, expression);
    default:
      return evaluateInts(body, expression, BigInt(numberOf(left)), BigInt(numberOf(right)));
  }
}

/** Element by element; a number stands beside every element. */
function evaluateLists(
  body: Body,
  expression: Of<"operation">,
  left: Value,
  right: Value,
): Value | null {
  const [a, b] = [left, right].map((side) => ("values" in side ? side.values.map(numberOf) : null));
  const length = Math.max(a?.length ?? 0, b?.length ?? 0);
  if ((a ?? b)!.length !== (b ?? a)!.length) {
    const lengths = `one list has ${a!.length} elements and the other ${b!.length}`;
    complain(body, "constantIsConstant", expression.span, lengths);
    return null;
  }
  const values = [...Array(length).keys()].map((index) => {
    const [x, y] = [a?.[index] ?? numberOf(left), b?.[index] ?? numberOf(right)];
    return float(floatResult(expression.operator, x, y));
  });
  return { kind: "list", values };
}

function floatResult(operator: typed.TypedOperator, x: number, y: number): number {
  switch (operator) {
    case "list +":
      return x + y;
    case "list -":
      return x - y;
    case "list *":
      return x * y;
    default:
      return x / y;
  }
}

const LARGEST_INT = 2n ** 53n - 1n;

function evaluateInts(body: Body, expression: Of<"operation">, a: bigint, b: bigint): Value | null {
  const { operator } = expression;
  if ((operator === "int div" || operator === "int %") && b === 0n) {
    complain(body, "numberIsInRange", expression.span, "this divides by 0");
    return null;
  }
  if (operator === "int ^" && (b < 0n || (b > 64n && a * a > 1n)))
    return tooLarge(body, expression);
  const result = intResult(operator, a, b);
  if (result > LARGEST_INT || result < -LARGEST_INT) return tooLarge(body, expression);
  return { kind: "int", value: Number(result) };
}

/** Division rounds down and the remainder has the sign of the divisor. */
function intResult(operator: typed.TypedOperator, a: bigint, b: bigint): bigint {
  switch (operator) {
    case "int +":
      return a + b;
    case "int -":
      return a - b;
    case "int *":
      return a * b;
    case "int %":
      return ((a % b) + b) % b;
    case "int div":
      return (a - (((a % b) + b) % b)) / b;
    default:
      return wholePower(a, b);
  }
}

/** By repeated multiplication, for 0 ≤ exponent ≤ 64 or a base of −1, 0 or 1. */
function wholePower(base: bigint, exponent: bigint): bigint {
  if (exponent === 0n) return 1n;
  if (base * base <= 1n) return exponent % 2n === 0n ? base * base : base;
  let product = 1n;
  for (let count = 0n; count < exponent; count += 1n) product *= base;
  return product;
}

/** The rule numberIsInRange, for results. */
function tooLarge(body: Body, expression: typed.TypedExpression): null {
  complain(body, "numberIsInRange", expression.span, "the result is not an `Int`", {
    notes: ["an `Int` is a whole number from −(2^53 − 1) to 2^53 − 1 = 9007199254740991"],
  });
  return null;
}

function evaluatePower(body: Body, expression: Of<"power">): Value | null {
  const operand = evaluate(body, expression.operand);
  if (operand === null) return null;
  const { numerator, denominator } = expression;
  const x = numberOf(operand);
  if (numerator === 1 && denominator === 2) return float(Math.sqrt(x));
  if (denominator !== 1 || Math.abs(numerator) > 64) return notConstant(body, expression);
  if (numerator === 0) return float(1);
  let result = x;
  for (const step of powerChain(Math.abs(numerator))) result *= step === "square" ? result : x;
  return float(numerator < 0 ? 1 / result : result);
}

function evaluateUnary(
  body: Body,
  expression: Of<"negate" | "not" | "int-to-float">,
): Value | null {
  const operand = evaluate(body, expression.operand);
  if (operand === null) return null;
  if (expression.kind === "not") return { kind: "bool", value: !boolOf(operand) };
  if (expression.kind === "int-to-float") return float(numberOf(operand));
  return operand.kind === "int"
    ? { kind: "int", value: 0 - operand.value }
    : float(-numberOf(operand));
}

function evaluateComparison(body: Body, expression: Of<"comparison">): Value | null {
  const values: Value[] = [];
  for (const operand of expression.operands) {
    const value = evaluate(body, operand);
    if (value === null) return null;
    if (!("value" in value)) return notConstant(body, operand);
    values.push(value);
  }
  const holds = expression.comparisons.every((comparison, index) =>
    compare(comparison, scalarOf(values[index]), scalarOf(values[index + 1])),
  );
  return { kind: "bool", value: holds };
}

function compare<Scalar extends string | number | boolean>(
  comparison: typed.TypedComparison,
  a: Scalar,
  b: Scalar,
): boolean {
  switch (comparison) {
    case "==":
      return a === b;
    case "!=":
      return a !== b;
    case "<":
      return a < b;
    case "<=":
      return a <= b;
    case ">":
      return a > b;
    case ">=":
      return a >= b;
  }
}

function evaluateLogic(body: Body, expression: Of<"and" | "or">): Value | null {
  const left = evaluate(body, expression.left);
  const right = evaluate(body, expression.right);
  if (left === null || right === null) return null;
  const value =
    expression.kind === "and" ? boolOf(left) && boolOf(right) : boolOf(left) || boolOf(right);
  return { kind: "bool", value };
}

function evaluateAll(
  body: Body,
  kind: "list" | "tuple",
  elements: readonly typed.TypedExpression[],
): Value | null {
  const values: Value[] = [];
  for (const element of elements) {
    const value = evaluate(body, element);
    if (value === null) return null;
    values.push(value);
  }
  return { kind, values };
}

function evaluateRecord(body: Body, expression: Of<"record">): Value | null {
  const base = expression.base === null ? null : evaluate(body, expression.base);
  if (expression.base !== null && base === null) return null;
  const values = evaluateFields(body, base === null ? [] : valuesOf(base), expression.fields);
  return values === null ? null : { kind: "record", values };
}

function evaluateFields(
  body: Body,
  base: readonly Value[],
  fields: Of<"record">["fields"],
): readonly Value[] | null {
  const values: Value[] = [...base];
  for (const field of fields) {
    const value = evaluate(body, field.value);
    if (value === null) return null;
    values[field.slot] = value;
  }
  return values;
}

/** An operator of Complex and Quaternion numbers, or one that is made of its parts. */
function evaluateCall(body: Body, expression: Of<"call">): Value | null {
  const { callee } = expression;
  if (body.session.prelude.functions.get(callee.name)?.source?.typed !== callee)
    return notConstant(body, expression);
  const given: (readonly number[])[] = [];
  for (const argument of expression.arguments) {
    if (shapeOf(body.solver, argument.type) === null && argument.type.kind !== "int")
      return notConstant(body, expression);
    const value = evaluate(body, argument);
    if (value === null) return null;
    given.push("values" in value ? value.values.map(numberOf) : [numberOf(value)]);
  }
  const parts = evaluateAlgebra(callee.name, given);
  return parts === null
    ? notConstant(body, expression)
    : { kind: "record", values: parts.map(float) };
}

function evaluateRoot(body: Body, expression: Of<"primitive">): Value | null {
  if (expression.primitive !== "sqrt") return notConstant(body, expression);
  const operand = evaluate(body, expression.arguments[0]);
  return operand === null ? null : float(Math.sqrt(numberOf(operand)));
}

function float(value: number): Value {
  return { kind: "float", value };
}

function numberOf(value: Value): number {
  return value.kind === "int" || value.kind === "float" ? value.value : Number.NaN;
}

function stringOf(value: Value): string {
  return value.kind === "string" ? value.value : "";
}

function boolOf(value: Value): boolean {
  return value.kind === "bool" && value.value;
}

function scalarOf(value: Value): string | number | boolean {
  return "value" in value ? value.value : Number.NaN;
}

function valuesOf(value: Value): readonly Value[] {
  return "values" in value ? value.values : [];
}
