/** `n as f64`: conversions of other languages, which are calls here. */

import { operandStart, textOf, type Site } from "./line.ts";
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
  const from = operandStart(site, index);
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
