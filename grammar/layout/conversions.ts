/** `n as f64`: conversions of other languages, which are calls here. */

import { closerOf, endsOperand, textOf, type Site } from "./line.ts";
import { type Phrase, phrase } from "./phrase.ts";
import { rewritten } from "./rewrite.ts";

/** The functions that convert to numbers of other languages. */
const CONVERSIONS: Readonly<Record<string, "Float" | "trunc">> = {
  f32: "Float",
  f64: "Float",
  float: "Float",
  double: "Float",
  Float: "Float",
  i32: "trunc",
  i64: "trunc",
  u32: "trunc",
  u64: "trunc",
  usize: "trunc",
  isize: "trunc",
  int: "trunc",
  Int: "trunc",
};

/** `xs.len() as f64` */
export function asConversion(site: Site): Phrase | null {
  const { tokens, index, lineHead } = site;
  const type = tokens[index + 1].image;
  if (lineHead?.name === "Import" || !Object.hasOwn(CONVERSIONS, type)) return null;
  const from = operandStart(site);
  if (from === index) return null;
  const operand = rewritten(textOf(site, from, index));
  const isCount = CONVERSIONS[type] === "trunc" && operand.endsWith(".length()");
  const written = isCount
    ? operand
    : `${CONVERSIONS[type]}(${operand.replace(/^\((.*)\)$/, "$1")})`;
  const message = isCount
    ? "a length is an `Int` as it is"
    : `a conversion is a call: \`${CONVERSIONS[type]}(…)\``;
  return phrase(site, { from, to: index + 2, at: index }, message, written);
}

/** Where the names, calls and indices begin that end before a token. */
function operandStart(site: Site): number {
  const { tokens, index } = site;
  let at = index;
  while (at > 0 && endsOperand(tokens[at - 1])) {
    const start = groupStart(site, at - 1);
    if (start < 0) return at;
    at = start;
    if (tokens[at - 1]?.name === "Dot") at -= 1;
    else if (tokens[at].name !== "LeftParenthesis" && tokens[at].name !== "LeftBracket") return at;
  }
  return at;
}

/** The bracket that a token closes, or the token itself; -1 where the line has none. */
function groupStart(site: Site, end: number): number {
  const { tokens } = site;
  if (tokens[end].name !== "RightParenthesis" && tokens[end].name !== "RightBracket") return end;
  for (let at = end - 1; at >= 0 && !tokens[at + 1].startsLine; at -= 1)
    if (/^Left/.test(tokens[at].name) && closerOf(site, at) === end) return at;
  return -1;
}
