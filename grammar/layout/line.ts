/** Where a line, an operand and a pair of brackets begin and end, in tokens. */

import type { TokenName } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { closes, opens } from "./brackets.ts";

/** A text and its tokens. */
export interface Tokens {
  readonly text: string;
  readonly tokens: readonly SyntaxToken[];
}

/** Where the layout is: the token that it reads, and what stands around it. */
export interface Site extends Tokens {
  readonly index: number;
  /** The first token of the line. */
  readonly lineHead: SyntaxToken | null;
  /** The innermost bracket that is open here. */
  readonly opener: SyntaxToken | null;
  /** What closes it. */
  readonly close: TokenName | null;
  /** Inside of a hole of a string. */
  readonly isInHole: boolean;
}

/** What an expression cannot reach over. */
const EDGES: ReadonlySet<TokenName> = new Set([
  "Equal",
  "Return",
  "Print",
  "Assert",
  "Comma",
  "Semicolon",
  "FatArrow",
  "PlusEqual",
  "MinusEqual",
  "StarEqual",
  "SlashEqual",
  "ColonEqual",
  "In",
  "EndOfFile",
]);

/** Tokens that end an operand. */
export const OPERAND_ENDS: ReadonlySet<TokenName> = new Set([
  "Number",
  "Name",
  "UnitSuffix",
  "String",
  "StringTail",
  "True",
  "False",
  "RightParenthesis",
  "RightBracket",
]);

export function endsOperand(token: SyntaxToken | undefined): boolean {
  return token !== undefined && OPERAND_ENDS.has(token.name);
}

/** Index of the first token of the line of a token. */
export function lineStart({ tokens }: Tokens, index: number): number {
  let at = index;
  while (at > 0 && !tokens[at].startsLine) at -= 1;
  return at;
}

/** Index after the last token of the line of a token. */
export function lineEnd({ tokens }: Tokens, index: number): number {
  let at = index + 1;
  while (at < tokens.length - 1 && !tokens[at].startsLine) at += 1;
  return Math.min(at, tokens.length - 1);
}

/** The first token on the line at the depth of a token, from it on, or -1. */
export function findOnLine(
  source: Tokens,
  from: number,
  isWanted: (token: SyntaxToken, index: number) => boolean,
): number {
  const end = lineEnd(source, from);
  let depth = 0;
  for (let at = from; at < end; at += 1) {
    const token = source.tokens[at];
    if (depth === 0 && isWanted(token, at)) return at;
    if (opens(token)) depth += 1;
    if (closes(token)) depth -= 1;
    if (depth < 0) return -1;
  }
  return -1;
}

/** Index of the first token of the expression that ends before a token, on its line. */
export function expressionStart(source: Tokens, before: number): number {
  const start = lineStart(source, before - 1);
  let depth = 0;
  for (let at = before - 1; at >= start; at -= 1) {
    const token = source.tokens[at];
    if (closes(token)) depth += 1;
    if (opens(token)) depth -= 1;
    if (depth < 0 || (depth === 0 && EDGES.has(token.name))) return at + 1;
  }
  return start;
}

/** Index after the last token of the expression that begins at a token, on its line. */
export function expressionEnd(source: Tokens, from: number): number {
  const end = lineEnd(source, from);
  let depth = 0;
  for (let at = from; at < end; at += 1) {
    const token = source.tokens[at];
    if (opens(token)) depth += 1;
    if (closes(token)) depth -= 1;
    if (depth < 0 || (depth === 0 && EDGES.has(token.name))) return at;
  }
  return end;
}

/** Whether a bracket that opens from one token on is open before another one. */
export function isOpenAt({ tokens }: Tokens, from: number, to: number): boolean {
  let depth = 0;
  for (let at = from; at < to; at += 1) {
    if (opens(tokens[at])) depth += 1;
    if (closes(tokens[at])) depth -= 1;
  }
  return depth > 0;
}

/** Index of the token that closes the bracket at an index, on its line; -1 for none. */
export function closerOf({ tokens }: Tokens, opener: number): number {
  let depth = 0;
  for (let at = opener; at < tokens.length - 1; at += 1) {
    if (at > opener && tokens[at].startsLine) return -1;
    if (opens(tokens[at])) depth += 1;
    if (closes(tokens[at])) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** The text from one token up to another one. */
export function textOf({ text, tokens }: Tokens, from: number, to: number): string {
  return from >= to ? "" : text.slice(tokens[from].start, tokens[to - 1].end);
}

/** Where the names, calls and indices begin that end before a token. */
export function operandStart(source: Tokens, before: number): number {
  const { tokens } = source;
  let at = before;
  while (at > 0 && endsOperand(tokens[at - 1])) {
    const start = groupStart(source, at - 1);
    if (start < 0) return at;
    at = start;
    if (tokens[at - 1]?.name === "Dot") at -= 1;
    else if (tokens[at].name !== "LeftParenthesis" && tokens[at].name !== "LeftBracket") return at;
  }
  return at;
}

/** The bracket that a token closes, or the token itself; -1 where the line has none. */
function groupStart(source: Tokens, end: number): number {
  const { tokens } = source;
  if (tokens[end].name !== "RightParenthesis" && tokens[end].name !== "RightBracket") return end;
  let depth = 0;
  for (let at = end; at >= 0; at -= 1) {
    if (closes(tokens[at])) depth += 1;
    if (opens(tokens[at])) depth -= 1;
    if (depth === 0) return at;
    if (tokens[at].startsLine) return -1;
  }
  return -1;
}

/** Whether the innermost brace is that of a `match`. */
export function isMatchBrace({ text, tokens, opener }: Site): boolean {
  if (opener?.name !== "LeftBrace" || opener.index < 0) return false;
  const start = lineStart({ text, tokens }, opener.index);
  for (let at = opener.index - 1; at >= start; at -= 1) {
    // `match ({ … }) {` has a block in what it takes apart.
    if (tokens[at].name === "Match") return !isOpenAt({ text, tokens }, at, opener.index);
    if (tokens[at].name === "LeftBrace") return false;
  }
  return false;
}

/** Index of the first token in the hole of a string that a token stands in; −1 for none. */
export function holeStart({ tokens }: Tokens, index: number): number {
  let depth = 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const { name } = tokens[at];
    if (depth === 0 && (name === "StringHead" || name === "StringMiddle")) return at + 1;
    if (name === "StringTail") depth += 1;
    if (name === "StringHead") depth -= 1;
  }
  return -1;
}
