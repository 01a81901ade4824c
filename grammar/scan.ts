/**
 * Where a token ends that begins at an offset, read from the patterns of the token table.
 *
 * Texts are ASCII almost everywhere, so what the patterns say of each ASCII character stands in one
 * table, and the patterns themselves are asked about the rest.
 * Not here: strings (strings.ts), which token wins (lexer.ts).
 */

import { TOKENS, tokenCode, tokenRow, type TokenName, type TokenRow } from "./tokens.ts";

/** How many characters there are in a name for tables of them; the patterns know the others. */
const ASCII = 128;

/** The pattern of a token at one place of a text. */
function placed(name: TokenName): RegExp {
  return new RegExp((tokenRow(name).pattern as RegExp).source, "y");
}

const NAME: RegExp = placed("Name");
const NUMBER: RegExp = placed("Number");
const SPACE = placed("Space");

/** A part of a text, by offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The characters of a text, at least those in some ranges of it, and 0 behind the last one. */
export function unitsOf(text: string, ranges?: readonly Range[]): Uint16Array {
  const units = new Uint16Array(text.length + 1);
  const bytes = ENCODER.encode(text);
  // one byte each: all of them are ASCII
  if (bytes.length === text.length) units.set(bytes);
  else for (const range of ranges ?? [{ start: 0, end: text.length }]) copy(text, range, units);
  return units;
}

function copy(text: string, { start, end }: Range, units: Uint16Array): void {
  for (let at = start; at < end; at += 1) units[at] = text.charCodeAt(at);
}

const ENCODER = new TextEncoder();

/** What a character may begin; `other` is a string, a name behind `r`, or not ASCII. */
export const OPENS = { mark: 0, space: 1, line: 2, name: 3, number: 4, other: 5 } as const;
/** What a character may be inside of. */
export const IN = { name: 8, digits: 16, number: 32, space: 64, foreign: 128 } as const;
/** The bits of a class that say what it opens. */
export const OPENING = 7;

/** By character: what it opens, and what it may be inside of. */
export const CLASSES: Uint8Array = new Uint8Array(0x10000).fill(OPENS.other | IN.foreign);
for (let unit = 0; unit < ASCII; unit += 1) {
  const sign = String.fromCharCode(unit);
  const isWhole = (pattern: RegExp, text: string): boolean =>
    patternEnd(pattern, text, 0) === text.length;
  const goesOn = [`0${sign}`, `0${sign}0`].some((text) => patternEnd(NUMBER, text, 0) > 1);
  const isLine = unit === 10 || unit === 13;
  const isSpace = isWhole(SPACE, sign) && !isLine;
  CLASSES[unit] =
    opened(unit, isSpace) |
    (isWhole(NAME, `a${sign}`) ? IN.name : 0) |
    (isWhole(NUMBER, sign) ? IN.digits : 0) |
    (goesOn ? IN.number : 0) |
    (isSpace ? IN.space : 0);
}

function opened(unit: number, isSpace: boolean): number {
  const sign = String.fromCharCode(unit);
  if (opensString(unit)) return OPENS.other;
  if (unit === 10 || unit === 13) return OPENS.line;
  if (isSpace) return OPENS.space;
  if (patternEnd(NAME, sign, 0) > 0) return OPENS.name;
  return patternEnd(NUMBER, sign, 0) > 0 ? OPENS.number : OPENS.mark;
}

/** `"`, `'`, `r` and quotes of word processors. */
export function opensString(unit: number): boolean {
  return unit === 34 || unit === 39 || unit === 114 || unit === 0x201c || unit === 0x2018;
}

/** Offset behind what a pattern matches at an offset; the offset itself when it does not. */
function patternEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

export function nameEnd(text: string, from: number): number {
  return patternEnd(NAME, text, from);
}

/** The pattern decides when more than digits may belong to the number. */
export function numberEnd(text: string, units: Uint16Array, from: number): number {
  let at = from;
  while ((CLASSES[units[at]] & IN.digits) !== 0) at += 1;
  return (CLASSES[units[at]] & IN.number) !== 0 ? patternEnd(NUMBER, text, from) : at;
}

/** Is there space at an offset, ASCII or not? */
export function isSpace(text: string, at: number): boolean {
  return patternEnd(SPACE, text, at) > at;
}

/** Offset of the next line end. */
export function restOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at += 1;
  return at;
}

/** Behind the end of a comment between `/*` and its counterpart, which may be missing. */
export function blockCommentEnd(text: string, from: number): number {
  const close = text.indexOf("*/", from + 2);
  return close < 0 ? text.length : close + 2;
}

interface FixedToken {
  readonly code: number;
  readonly fixed: string;
}

const NONE: readonly FixedToken[] = [];
const FIXED: FixedToken[][] = [];
for (const { name, fixed, class: kind } of TOKENS as readonly TokenRow[]) {
  if (fixed === undefined || kind === "keyword" || name === "ElseIf") continue;
  (FIXED[fixed.charCodeAt(0)] ??= []).push({ code: tokenCode(name as TokenName), fixed });
}

/**
 * By a character, the code of the token that it always is, whatever stands behind it; 0, which is
 * the code of space, for others.
 */
export const LONE_MARKS: Uint8Array = new Uint8Array(ASCII);
for (const [unit, [first, second]] of FIXED.entries().filter(([, found]) => found !== undefined)) {
  if (second === undefined && first.fixed.length === 1) LONE_MARKS[unit] = first.code;
}

/** Tokens that are always the same and begin with a character; of those that match, the first. */
export function fixedTokensAt(unit: number): readonly FixedToken[] {
  return FIXED[unit] ?? NONE;
}
