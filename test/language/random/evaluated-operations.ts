/** Operators and primitives of the plain evaluator. */

import type { TypedExpression, TypedOperator } from "../../../src/language/check/typed.ts";
import { isEqual, type Value } from "./evaluated-value.ts";
import { Stopped, Unknown } from "./evaluated-ways.ts";

/** An Int, and -0 is none. */
function exact(x: number): number {
  if (Math.abs(x) > Number.MAX_SAFE_INTEGER) throw new Stopped("overflow");
  return x + 0;
}

/** The rest of a division downwards. */
function modulo(a: number, b: number): number {
  const rest = a % b;
  return rest !== 0 && rest < 0 !== b < 0 ? rest + b : rest + 0;
}

/** What an operator gives. */
export function operate(operator: TypedOperator, left: Value, right: Value): Value {
  const [a, b] = [left as number, right as number];
  switch (operator) {
    case "int +":
      return exact(a + b);
    case "int -":
      return exact(a - b);
    case "int *":
      return exact(a * b);
    case "int div":
      if (b === 0) throw new Stopped("division");
      return Number((BigInt(a) - BigInt(modulo(a, b))) / BigInt(b));
    case "int %":
      if (b === 0) throw new Stopped("division");
      return modulo(a, b);
    case "float +":
      return a + b;
    case "float -":
      return a - b;
    case "float *":
      return a * b;
    case "float /":
      return a / b;
    case "string ++":
      return (left as string) + (right as string);
    case "list ++":
      return [...(left as readonly Value[]), ...(right as readonly Value[])];
    default:
      throw new Unknown(operator);
  }
}

/** Whether a comparison holds. */
export function compare(comparison: string, left: Value, right: Value): boolean {
  switch (comparison) {
    case "<":
      return left < right;
    case "<=":
      return left <= right;
    case ">":
      return left > right;
    case ">=":
      return left >= right;
    case "==":
      return isEqual(left, right);
    default:
      return !isEqual(left, right);
  }
}

/** `-x`, of a number or of a list of numbers. */
export function negated(operand: Value, isInt: boolean): Value {
  if (typeof operand !== "number") return (operand as readonly number[]).map((x) => -1 * x);
  return isInt && operand === 0 ? 0 : -operand;
}

/** `x^2` and `x^(1/2)`; other exponents have an order of their own. */
export function power(
  x: number,
  { numerator, denominator, type }: Extract<TypedExpression, { kind: "power" }>,
): Value {
  if (type.kind === "float" && numerator === 2 && denominator === 1) return x * x;
  if (type.kind === "float" && numerator === 1 && denominator === 2) return Math.sqrt(x);
  throw new Unknown("power");
}

/** What a primitive gives that changes nothing. */
export function primitive(name: string, values: readonly Value[]): Value {
  const [first, second, third] = values;
  const list = first as readonly Value[];
  switch (name) {
    case "List.length":
      return list.length;
    case "List.filled":
      if ((first as number) < 0) throw new Stopped("count");
      return Array.from({ length: first as number }, () => second);
    case "List.slice":
      return list.slice(...bounds(list.length, second, third));
    case "panic":
      throw new Stopped("panic");
    default:
      return ofText(name, first as string, values) ?? ofNumber(name, first as number);
  }
}

function ofText(
  name: string,
  text: string,
  [first, second, third]: readonly Value[],
): Value | null {
  switch (name) {
    case "String.length":
      return [...text].length;
    case "String.slice": {
      const signs = [...text];
      return signs.slice(...bounds(signs.length, second, third)).join("");
    }
    case "String.contains":
      return text.includes(second as string);
    case "String.starts_with":
      return text.startsWith(second as string);
    case "String.join":
      return (first as readonly string[]).join(second as string);
    case "String.repeat":
      if ((second as number) < 0) throw new Stopped("count");
      return text.repeat(second as number);
    case "String.codes":
      return Array.from(text, (sign) => sign.codePointAt(0)!);
    default:
      return null;
  }
}

function ofNumber(name: string, x: number): Value {
  switch (name) {
    case "sqrt":
      return Math.sqrt(x);
    case "abs":
      return Math.abs(x);
    case "is_finite":
      return Number.isFinite(x);
    case "floor":
      return converted(Math.floor(x));
    case "ceil":
      return converted(Math.ceil(x));
    case "trunc":
      return converted(Math.trunc(x));
    case "round":
      return converted(roundedToEven(x));
    default:
      throw new Unknown(name);
  }
}

/** What a primitive leaves in its place. */
export function changed(name: string, old: readonly Value[], values: readonly Value[]): Value {
  const [first] = values;
  switch (name) {
    case "map_remove_at":
      return old.toSpliced(first as number, 1);
    case "List.push":
      return [...old, first];
    case "List.truncate":
      if ((first as number) < 0 || (first as number) > old.length) throw new Stopped("truncation");
      return old.slice(0, first as number);
    default:
      throw new Unknown(name);
  }
}

/** From where to where a slice goes. */
function bounds(length: number, from: Value, to: Value): [number, number] {
  const [a, b] = [from as number, to as number];
  if (a < 0 || a > length || b < 0 || b > length || a > b) throw new Stopped("slice");
  return [a, b];
}

/** A Float that is to be an Int. */
function converted(x: number): number {
  if (!Number.isSafeInteger(x)) throw new Stopped("conversion");
  return x + 0;
}

function roundedToEven(x: number): number {
  const below = Math.floor(x);
  if (x - below !== 0.5) return Math.round(x);
  return below % 2 === 0 ? below : below + 1;
}
