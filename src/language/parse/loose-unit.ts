/**
 * `50 ms`, `3 seconds`, `9.81 m/s^2`: a unit that does not touch its number. It is reported, and
 * the number is read with it.
 */

import type { Mistake } from "../../../grammar/mistake.ts";
import type { SyntaxNode, SyntaxToken } from "../../../grammar/tree.ts";
import type { UnitSyntax } from "../ast.ts";
import { findUnit, unitInWords } from "../units/find.ts";
import type { Reading } from "./reading.ts";

/** Whether a token begins the unit of the number that stands before it; it is reported then. */
export function reportLooseUnit(
  reading: Reading,
  previous: SyntaxNode,
  token: SyntaxToken,
): boolean {
  const before = reading.text.slice(previous.start, previous.end);
  const number = /(?<![\w.])\d[\d_.]*$/.exec(before)?.[0];
  if (number === undefined || token.name !== "Name") return false;
  const compound = compoundUnitAt(reading.text, token.start);
  const end = token.start + (compound?.length ?? token.image.length);
  const single = findUnit(token.image) === null ? unitInWords(token.image) : token.image;
  if (compound === null && single === null) return false;
  const span = { start: token.start, end };
  const read = compound === null ? nameUnit(single as string, span) : unitFrom(compound, span);
  reading.looseUnits.set(previous.end, read);
  const written = compound === null ? (single as string) : `[${compound}]`;
  const message =
    compound === null
      ? `a unit touches its number: \`${number}${written}\``
      : `a unit of several parts stands in brackets: \`${number}${written}\``;
  reading.mistakes.push(looseMistake(span, previous.end, message, written));
  return true;
}

function looseMistake(
  { start, end }: { start: number; end: number },
  from: number,
  message: string,
  replacement: string,
): Mistake {
  const confidence = replacement.startsWith("[") ? "certain" : "likely";
  const edits = [{ span: { start: from, end }, replacement, confidence } as const];
  return { code: "E0114", start, end, message, edits };
}

/** Whether a node is nothing but a unit that a number before it has. */
export function isLooseUnit({ looseUnits }: Reading, { start, end }: SyntaxNode): boolean {
  for (const { span } of looseUnits.values())
    if (span.start === start && span.end === end) return true;
  return false;
}

/** The unit that stands at a place of a text, in words too, and its name; null for none. */
export function unitAt(text: string, start: number): { written: string; unit: UnitSyntax } | null {
  const word = /^\p{L}+/u.exec(text.slice(start, start + 60))?.[0] ?? "";
  const isWord = word !== "" && !/^[\p{L}\d_^*/]/u.test(text.slice(start + word.length));
  const name = findUnit(word) === null ? unitInWords(word) : word;
  const compound = compoundUnitAt(text, start);
  const written = compound ?? (isWord ? name : null);
  if (written === null) return null;
  const end = start + (compound ?? word).length;
  return { written, unit: unitFrom(written, { start, end }) };
}

/** A unit of several parts, without any space: `m/s^2`; null for anything else. */
function compoundUnitAt(text: string, start: number): string | null {
  const found = /^\p{L}+(?:\^-?\d+)?(?:[*/]\p{L}+(?:\^-?\d+)?)*/u.exec(
    text.slice(start, start + 60),
  );
  const unit = found?.[0] ?? "";
  if (!/[*/^]/.test(unit) || /^\w/.test(text.slice(start + unit.length))) return null;
  const names = unit.match(/\p{L}+/gu) ?? [];
  return names.every((name) => findUnit(name) !== null) ? unit : null;
}

/** `m/s^2` as it would have been read between brackets. */
function unitFrom(text: string, span: UnitSyntax["span"]): UnitSyntax {
  let read: UnitSyntax | null = null;
  for (const [, sign, name, exponent] of text.matchAll(/([*/]?)(\p{L}+)(?:\^(-?\d+))?/gu)) {
    const operand = nameUnit(name, span);
    const part: UnitSyntax =
      exponent === undefined
        ? operand
        : { kind: "power", operand, numerator: Number(exponent), denominator: 1, span };
    const kind = sign === "/" ? "divide" : "multiply";
    read = read === null ? part : { kind, left: read, right: part, span };
  }
  return read ?? { kind: "error", span };
}

function nameUnit(name: string, span: UnitSyntax["span"]): UnitSyntax {
  return { kind: "name", name, span };
}
