/**
 * Where a token ends that begins at an offset, read from the patterns of the token table.
 *
 * Texts are ASCII almost everywhere, so what the patterns say of each ASCII character stands in a
 * table, and the patterns themselves are asked about the rest.
 * Not here: strings (strings.ts), which token wins (lexer.ts).
 */

import { TOKENS, tokenCode, tokenRow, type TokenName, type TokenRow } from "./tokens.ts";

/** How many characters the tables know. */
const ASCII = 128;

/** The pattern of a token at one place of a text. */
function placed(name: TokenName): RegExp {
  return new RegExp((tokenRow(name).pattern as RegExp).source, "y");
}

export const NAME: RegExp = placed("Name");
export const NUMBER: RegExp = placed("Number");
const SPACE = placed("Space");

/** For each ASCII character, whether a pattern matches it behind a text that it matches. */
function members(pattern: RegExp, before: string): Uint8Array {
  return Uint8Array.from({ length: ASCII }, (_, unit) => {
    const text = before + String.fromCharCode(unit);
    return patternEnd(pattern, text, 0) === text.length ? 1 : 0;
  });
}

const IN_NAME = members(NAME, "a");
const DIGITS = members(NUMBER, "");
/** What may go on a number behind digits, or begin what does. */
const IN_NUMBER = Uint8Array.from({ length: ASCII }, (_, unit) => {
  const sign = String.fromCharCode(unit);
  return [`0${sign}`, `0${sign}0`].some((text) => patternEnd(NUMBER, text, 0) > 1) ? 1 : 0;
});
/** Without line ends, which are told by themselves. */
const IN_SPACE = members(SPACE, "").fill(0, 10, 11).fill(0, 13, 14);

/** What a character may begin; `other` is a string, a name behind `r`, or not ASCII. */
export const OPENS = { mark: 0, space: 1, line: 2, name: 3, number: 4, other: 5 } as const;

const OPENED: Uint8Array = Uint8Array.from({ length: ASCII }, (_, unit) => {
  if (opensString(unit)) return OPENS.other;
  if (unit === 10 || unit === 13) return OPENS.line;
  if (IN_SPACE[unit] === 1) return OPENS.space;
  if (patternEnd(NAME, String.fromCharCode(unit), 0) > 0) return OPENS.name;
  return DIGITS[unit] === 1 ? OPENS.number : OPENS.mark;
});

/** What a character may begin: one of OPENS. */
export function openedBy(unit: number): number {
  return unit < ASCII ? OPENED[unit] : OPENS.other;
}

/** `"`, `'`, `r` and quotes of word processors. */
export function opensString(unit: number): boolean {
  return unit === 34 || unit === 39 || unit === 114 || unit === 0x201c || unit === 0x2018;
}

/** Offset behind what a pattern matches at an offset; the offset itself when it does not. */
export function patternEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

export function nameEnd(text: string, from: number): number {
  return patternEnd(NAME, text, from);
}

/** The pattern decides when more than digits may belong to the number. */
export function numberEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < ASCII && DIGITS[unit] === 1) continue;
    return unit < ASCII && IN_NUMBER[unit] === 1 ? patternEnd(NUMBER, text, from) : at;
  }
  return text.length;
}

/** End of a run of ASCII space, which may be empty and has no line end in it. */
export function spaceEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && isPlainSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function isPlainSpace(unit: number): boolean {
  return unit < ASCII && IN_SPACE[unit] === 1;
}

/** Is there space at an offset, ASCII or not? */
export function isSpace(text: string, at: number): boolean {
  return patternEnd(SPACE, text, at) > at;
}

/** Is a character an ASCII letter, digit or `_`? */
export function isPlainInName(unit: number): boolean {
  return unit < ASCII && IN_NAME[unit] === 1;
}

/** Is a character one that the tables do not know? */
export function isForeign(unit: number): boolean {
  return unit >= ASCII;
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

/** Tokens that are always the same and begin with a character; of those that match, the first. */
export function fixedTokensAt(unit: number): readonly FixedToken[] {
  return FIXED[unit] ?? NONE;
}
