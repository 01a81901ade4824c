/**
 * Units and quantities as single words of a command line: `14deg/s`, `0.25rad/s`, `-3[MW]`.
 *
 * Not here: units inside programs, which the parser reads.
 */

import type { UnitSyntax } from "../ast.ts";
import { exactFromText, multiplyExact, nearestDouble } from "./exact.ts";
import { findUnit, type UnitValue } from "./find.ts";
import { readUnit, type UnitProblem } from "./read.ts";

/** A number with its unit: `value` is in base units, rounded once. */
export interface Quantity {
  readonly value: number;
  readonly unit: UnitValue;
  /** Text of the unit without brackets; empty when there is none. */
  readonly unitText: string;
}

/** What was read, or one sentence on why not. */
export type Reading<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly sentence: string };

/** Keeps nesting shallow. */
const MOST_WORDS = 200;

const DIGITS = String.raw`\d+(?:_\d+)*`;
const NUMBER = String.raw`(?:${DIGITS}(?:\.${DIGITS})?|\.${DIGITS})(?:[eE][+-]?\d+)?`;
const QUANTITY = new RegExp(String.raw`^\s*([+-]?)(${NUMBER})(.*)$`, "s");

/**
 * Reads `0.25rad/s`: a number, then perhaps a unit, with or without brackets.
 *
 * @example parseQuantity("14deg/s") // value 0.24434609527920614, unit 1/s
 */
export function parseQuantity(text: string): Reading<Quantity> {
  const match = QUANTITY.exec(text);
  if (match === null) return { ok: false, sentence: `\`${text}\` does not start with a number` };
  const [, sign, digits, rest] = match;
  const unitText = rest
    .trim()
    .replace(/^\[(.*)\]$/s, "$1")
    .trim();
  const unit = parseUnit(unitText === "" ? "1" : unitText);
  if (!unit.ok) return unit;
  const exact = exactFromText(digits.replaceAll("_", ""));
  const magnitude = nearestDouble(multiplyExact(exact, unit.value.scale));
  const value = sign === "-" ? -magnitude : magnitude;
  return { ok: true, value: { value, unit: unit.value, unitText } };
}

/** Reads a unit such as `m/s^2` or `/s`. */
export function parseUnit(text: string): Reading<UnitValue> {
  const reader: Reader = { words: text.match(/[\p{L}%°]+|\d+|\S/gu) ?? [], at: 0 };
  if (reader.words.length > MOST_WORDS) {
    return { ok: false, sentence: `a unit has at most ${MOST_WORDS} names, numbers and signs` };
  }
  const syntax =
    reader.words[0] === "/"
      ? readTail(reader, { kind: "one", span: NOWHERE })
      : readProduct(reader);
  if (syntax === null || reader.at < reader.words.length) {
    return { ok: false, sentence: `\`${text}\` is not a unit` };
  }
  const problems: UnitProblem[] = [];
  const value = readUnit(syntax, findUnit, problems);
  if (problems.length === 0) return { ok: true, value };
  const [problem] = problems;
  return problem.kind === "unknown"
    ? { ok: false, sentence: `there is no unit \`${problem.name}\`` }
    : { ok: false, sentence: `\`${problem.name}\` has no exact scale` };
}

interface Reader {
  readonly words: readonly string[];
  at: number;
}

const NOWHERE = { start: 0, end: 0 };

function readProduct(reader: Reader): UnitSyntax | null {
  const left = readPower(reader);
  return left === null ? null : readTail(reader, left);
}

function readTail(reader: Reader, first: UnitSyntax): UnitSyntax | null {
  let left = first;
  for (;;) {
    const operator = reader.words[reader.at];
    if (operator !== "*" && operator !== "/") return left;
    reader.at += 1;
    const right = readPower(reader);
    if (right === null) return null;
    left = { kind: operator === "*" ? "multiply" : "divide", left, right, span: NOWHERE };
  }
}

function readPower(reader: Reader): UnitSyntax | null {
  const operand = readAtom(reader);
  if (operand === null || reader.words[reader.at] !== "^") return operand;
  reader.at += 1;
  const isBracketed = take(reader, "(");
  const sign = take(reader, "-") ? -1 : 1;
  const numerator = readWhole(reader);
  const denominator = isBracketed && take(reader, "/") ? readWhole(reader) : 1;
  if (numerator === null || denominator === null || denominator === 0) return null;
  if (isBracketed && !take(reader, ")")) return null;
  return { kind: "power", operand, numerator: sign * numerator, denominator, span: NOWHERE };
}

function readAtom(reader: Reader): UnitSyntax | null {
  if (take(reader, "1")) return { kind: "one", span: NOWHERE };
  if (take(reader, "(")) {
    const inner = readProduct(reader);
    return inner !== null && take(reader, ")") ? inner : null;
  }
  const word = reader.words[reader.at];
  if (word === undefined || !/^\p{L}/u.test(word)) return null;
  reader.at += 1;
  return { kind: "name", name: word, span: NOWHERE };
}

function readWhole(reader: Reader): number | null {
  const word = reader.words[reader.at];
  if (word === undefined || !/^\d{1,3}$/.test(word)) return null;
  reader.at += 1;
  return Number(word);
}

function take(reader: Reader, word: string): boolean {
  if (reader.words[reader.at] !== word) return false;
  reader.at += 1;
  return true;
}
