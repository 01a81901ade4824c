/**
 * Values as other languages write them: `{"a": 1}`, `a << 4`, `print x:.2`, `0..` without an end.
 *
 * Not here: phrases of control and of functions (phrases.ts).
 */

import type { TokenName } from "../tokens.ts";
import {
  closerOf,
  endsOperand,
  expressionEnd,
  expressionStart,
  findOnLine,
  lineEnd,
  lineStart,
  textOf,
  type Site,
} from "./line.ts";
import { type Phrase, phrase } from "./phrase.ts";

/** Behind one of these stands a value. */
const BEFORE_VALUE: ReadonlySet<TokenName> = new Set([
  "Equal",
  "LeftParenthesis",
  "LeftBracket",
  "Comma",
  "Return",
  "Print",
  "In",
]);

const KEYS: ReadonlySet<TokenName> = new Set(["String", "Number", "True", "False"]);

/** `{"a": 1, "b": 2}` */
export function mapLiteral(site: Site): Phrase | null {
  const { tokens, index } = site;
  const before = tokens[index - 1]?.name;
  if (before === undefined || !BEFORE_VALUE.has(before)) return null;
  if (!KEYS.has(tokens[index + 1].name) || tokens[index + 2].name !== "Colon") return null;
  const close = closerOf(site, index);
  if (close < 0) return null;
  const entries: string[] = [];
  let from = index + 1;
  while (from < close) {
    const colon = findOnLine(site, from, ({ name }) => name === "Colon");
    const to = colon < 0 ? from : expressionEnd(site, colon + 1);
    if (to <= colon + 1) return null;
    entries.push(`(${textOf(site, from, colon)}, ${textOf(site, colon + 1, to)})`);
    from = to + 1;
  }
  const written = `Map.from([${entries.join(", ")}])`;
  const message = "a map is made from its entries: `Map.from([(key, value)])`";
  return phrase(site, { from: index, to: close + 1, at: index }, message, written);
}

/** What signs for the bits of Ints are called here. */
const BIT_FUNCTIONS: Readonly<Record<string, string>> = {
  "&": "and_32",
  "<<": "shift_left_32",
  ">>": "shift_right_32",
  "~": "not_32",
};

/** `a & b`, `~a`; `&xs` is a reference in Rust. */
export function wholeBits(site: Site): Phrase | null {
  const { tokens, index } = site;
  const { image, end } = tokens[index];
  if (image === "&" && !endsOperand(tokens[index - 1])) return reference(site);
  if (image === "&" && endsOperand(tokens[index - 1])) return bits(site, "&", index + 1);
  const isLone = image === "~" && tokens[index + 1].name !== "Equal";
  if (!isLone || tokens[index + 1].start !== end || endsOperand(tokens[index - 1])) return null;
  return bits(site, "~", index + 1);
}

/** `a << b`, `a >> b` */
export function bitShift(site: Site): Phrase | null {
  const { tokens, index } = site;
  const [token, next] = [tokens[index], tokens[index + 1]];
  const isTwice = next.name === token.name && next.start === token.end;
  if (!isTwice || !endsOperand(tokens[index - 1])) return null;
  return bits(site, token.image + next.image, index + 2);
}

function bits(site: Site, sign: string, behind: number): Phrase | null {
  const to = expressionEnd(site, behind);
  if (to === behind) return null;
  const name = BIT_FUNCTIONS[sign];
  const from = sign === "~" ? site.index : expressionStart(site, site.index);
  const operand = textOf(site, behind, to);
  const parts = sign === "~" ? [operand] : [textOf(site, from, site.index), operand];
  const found = phrase(
    site,
    { from, to, at: site.index },
    `bits of Ints have functions: \`Int.${name}(${sign === "~" ? "a" : "a, b"})\``,
    null,
  );
  const isPlain = parts.every((part) => /^[\w.]+$/.test(part));
  const help = isPlain ? [`write \`Int.${name}(${parts.join(", ")})\`, a word of 32 bits`] : [];
  return { ...found, mistake: { ...found.mistake, help } };
}

/** `f(&xs)`, `&mut xs` */
function reference(site: Site): Phrase | null {
  const { tokens, index } = site;
  const { name, image } = tokens[index + 1];
  if (name !== "Name") return null;
  const to = image === "mut" ? index + 2 : index + 1;
  if (tokens[to].name !== "Name") return null;
  const found = phrase(
    site,
    { from: index, to, at: index },
    "there are no references: a value is passed as it is",
    null,
  );
  const span = { start: tokens[index].start, end: tokens[to].start };
  const edits = [{ span, replacement: "", confidence: "certain" as const }];
  return { ...found, stream: [], mistake: { ...found.mistake, edits } };
}

/** `print x:.2` */
export function printedForm(site: Site): Phrase | null {
  const { index } = site;
  if (lineStart(site, index) !== index) return null;
  const end = lineEnd(site, index);
  const colon = findOnLine(site, index + 1, ({ name }) => name === "Colon");
  if (colon <= index + 1 || colon >= end - 1) return null;
  const form = textOf(site, colon + 1, end);
  if (!/^(?:\.\d+)?(?:\[[^\]]*\])?$/.test(form)) return null;
  const value = textOf(site, index + 1, colon);
  const written = /["{}]/.test(value) ? null : `print "{${value}:${form}}"`;
  return phrase(
    site,
    { from: index, to: end, at: colon },
    'digits and units are asked for in a hole of a string: `print "{x:.2}"`',
    written,
  );
}

/** `for i in 0.. {`, `let r = 5..` */
export function openRange(site: Site): Phrase | null {
  const { tokens, index } = site;
  const next = tokens[index + 1].name;
  const isLast = tokens[index].name === "DotDot" && lineEnd(site, index) === index + 1;
  const isOpen = next === "LeftBrace" || isLast;
  if (!isOpen || !endsOperand(tokens[index - 1])) return null;
  const from = expressionStart(site, index);
  const found = phrase(
    site,
    { from, to: index + 1, at: index },
    `a range has two ends: \`${textOf(site, from, index)}..n\``,
    null,
  );
  const help = ["to count without an end, count in a `loop`: `n += 1`"];
  return { ...found, mistake: { ...found.mistake, code: "E0109", help } };
}
