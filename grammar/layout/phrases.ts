/**
 * Phrases of other languages inside of a line: each becomes one token, with one report that says
 * what is written here.
 *
 * In: a token that may belong to such a phrase. Out: from where to where the phrase goes.
 * Not here: single words and signs (habits.ts, spellings.ts), blocks without braces
 * (word-blocks.ts).
 */

import { byCode } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import {
  closerOf,
  endsOperand,
  expressionEnd,
  expressionStart,
  findOnLine,
  isOpenAt,
  lineEnd,
  lineStart,
  textOf,
  type Site,
} from "./line.ts";
import { asConversion } from "./conversions.ts";
import { bitShift, mapLiteral, openRange, printedForm, wholeBits } from "./foreign-values.ts";
import { comprehension } from "./comprehension.ts";
import { constantBounds } from "./constant-bounds.ts";
import { holeForm } from "./hole-forms.ts";
import { looseNames } from "./loose-names.ts";
import { changingCall, dottedCall } from "./marked-calls.ts";
import { membership } from "./membership.ts";
import { type Phrase, phrase } from "./phrase.ts";
import { rewritten } from "./rewrite.ts";
import { openSlice, slice } from "./slices.ts";
import { steppedColons, steppedRange } from "./steps.ts";
import { readTypedName } from "./typed-names.ts";

/** By the code of a token, the phrases that it may belong to. */
export const PHRASES = byCode<(site: Site) => Phrase | null>({
  Question: ternary,
  If: trailingIf,
  For: (site) => looseNames(site) ?? comprehension(site),
  Let: looseNames,
  Var: looseNames,
  Colon: (site) => holeForm(site) ?? slice(site) ?? steppedColons(site),
  FatArrow: arrowFunction,
  Arrow: arrowFunction,
  As: asConversion,
  Bang: macro,
  Dot: dottedCall,
  Name: readTypedName,
  Print: (site) => printedRow(site) ?? printedForm(site),
  LeftBrace: mapLiteral,
  Foreign: wholeBits,
  Less: bitShift,
  Greater: bitShift,
  DotDot: rangePhrase,
  DotDotEqual: rangePhrase,
  In: membership,
});

/** The phrase that a token shows, or null. */
export function readPhrase(site: Site, token: SyntaxToken): Phrase | null {
  const phrase = PHRASES[token.code]?.(site) ?? null;
  // one that ends before its token would be read without an end
  return phrase !== null && phrase.to > site.index ? phrase : null;
}

function rangePhrase(site: Site): Phrase | null {
  return openSlice(site) ?? constantBounds(site) ?? openRange(site) ?? steppedRange(site);
}

/** `c ? a : b` */
function ternary(site: Site): Phrase | null {
  const { tokens, index } = site;
  if (!endsOperand(tokens[index - 1])) return null;
  // What `?` hands on may end its line, or stand before another field or argument.
  if (tokens[index + 1].startsLine) return null;
  const colon = findOnLine(site, index + 1, ({ name }) => name === "Colon" || name === "Comma");
  if (colon <= index + 1 || tokens[colon].name === "Comma") return null;
  const from = expressionStart(site, index);
  const to = expressionEnd(site, colon + 1);
  if (to === colon + 1) return null;
  const [condition, then] = [textOf(site, from, index), textOf(site, index + 1, colon)];
  const choice = `if ${condition} { ${then} } else { ${textOf(site, colon + 1, to)} }`;
  const written = rewritten(choice);
  return phrase(
    site,
    { from, to, at: index },
    "a choice is written `if … { … } else { … }`",
    written,
  );
}

/** `a if c else b`, `return a if c` */
function trailingIf(site: Site): Phrase | null {
  const { tokens, index } = site;
  const wordThen = findOnLine(site, index, ({ image }) => image === "then");
  if (wordThen >= 0) return ifThen(site, wordThen);
  const start = lineStart(site, index);
  if (start === index || !endsOperand(tokens[index - 1])) return null;
  const isBrace = findOnLine(
    site,
    index,
    ({ name }) => name === "LeftBrace" || name === "FatArrow",
  );
  if (isBrace >= 0) return null;
  const otherwise = findOnLine(site, index, ({ name }) => name === "Else");
  if (otherwise < 0) {
    const to = expressionEnd(site, index + 1);
    if (to !== lineEnd(site, index) || isOpenAt(site, index, to)) return null;
    if (site.opener?.name === "LeftBracket") return null;
    const condition = textOf(site, index + 1, to);
    const written = rewritten(`if ${condition} { ${textOf(site, start, index)} }`);
    return phrase(
      site,
      { from: start, to, at: index },
      "the condition comes first: `if … { … }`",
      written,
    );
  }
  // `[a if c else b for x in xs]` is a choice for each of a list
  if (findOnLine(site, otherwise, ({ name }) => name === "For") >= 0) return null;
  const from = expressionStart(site, index);
  const to = expressionEnd(site, otherwise + 1);
  const [value, condition] = [textOf(site, from, index), textOf(site, index + 1, otherwise)];
  const choice = `if ${condition} { ${value} } else { ${textOf(site, otherwise + 1, to)} }`;
  const written = rewritten(choice);
  return phrase(
    site,
    { from, to, at: index },
    "a choice is written `if … { … } else { … }`",
    written,
  );
}

/** `if c then a else b` on one line */
function ifThen(site: Site, then: number): Phrase | null {
  const { index } = site;
  const otherwise = findOnLine(site, then, ({ name }) => name === "Else");
  if (otherwise < 0 || findOnLine(site, index, ({ name }) => name === "LeftBrace") >= 0)
    return null;
  const to = expressionEnd(site, otherwise + 1);
  const [condition, value] = [textOf(site, index + 1, then), textOf(site, then + 1, otherwise)];
  const choice = `if ${condition} { ${value} } else { ${textOf(site, otherwise + 1, to)} }`;
  const written = rewritten(choice);
  return phrase(
    site,
    { from: index, to, at: then },
    "a choice is written `if … { … } else { … }`",
    written,
  );
}

/** `x => x + 1`, `(x, y) -> x + y` where a value is expected. */
function arrowFunction(site: Site): Phrase | null {
  const { tokens, index } = site;
  const before = tokens[index - 1];
  let from = index - 1;
  if (before?.name === "RightParenthesis") {
    from = expressionStart(site, index);
    if (tokens[from].name !== "LeftParenthesis" || closerOf(site, from) !== index - 1) return null;
  } else if (before?.name !== "Name") return null;
  const edge = tokens[from - 1]?.name;
  const isValue = edge === "Equal" || edge === "LeftParenthesis" || edge === "Comma";
  if (!isValue || (edge !== "Equal" && site.opener?.name !== "LeftParenthesis")) return null;
  // `fn(Int) -> Int` and `f: (Int) -> Int` are types.
  if (tokens[lineStart(site, index)].name === "Fn") return null;
  const to = expressionEnd(site, index + 1);
  const parameters = textOf(site, from, index).replaceAll(/^\(|\)$/g, "");
  const names = parameters.match(/[\p{L}_][\p{L}\d_]*/gu) ?? [];
  const written = `|${parameters}| ${rewritten(textOf(site, index + 1, to), names)}`;
  return phrase(
    site,
    { from, to, at: index },
    `a function value is written \`|${parameters}| …\``,
    written,
  );
}

/** `vec![1, 2]`, `println!("{}", x)` */
function macro(site: Site): Phrase | null {
  const { tokens, index } = site;
  const [name, bang, open] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  const isCall = open.name === "LeftParenthesis" || open.name === "LeftBracket";
  if (name?.name !== "Name" || name.end !== bang.start || open.start !== bang.end || !isCall)
    return null;
  const close = closerOf(site, index + 1);
  if (close < 0) return null;
  const range = { from: index - 1, to: close + 1, at: index - 1 };
  const inside = textOf(site, index + 2, close);
  switch (name.image) {
    case "vec":
      return phrase(site, range, "a list is written `[1, 2, 3]`, without `vec!`", `[${inside}]`);
    case "println":
    case "print":
    case "eprintln":
      return phrase(site, range, 'a line is put out with `print "r = {r}"`', printedText(inside));
    case "assert":
      return phrase(
        site,
        range,
        "a condition is asserted with `assert x > 0`",
        `assert ${rewritten(inside)}`,
      );
    case "format":
      return phrase(site, range, 'a string has holes of its own: `"r = {r}"`', filled(inside));
    default:
      return (
        changingCall(site, range) ??
        phrase(site, range, `there are no macros: \`${name.image}!\` is none`, null)
      );
  }
}

function printedText(inside: string): string | null {
  const text = inside === "" ? '""' : filled(inside);
  return text === null ? null : `print ${text}`;
}

/** `"{} and {}", a, b` with its holes filled; null where that is not sure. */
function filled(inside: string): string | null {
  const match = /^"((?:[^"\\{}]|\\.|\{[\w:.?]*\})*)"(.*)$/s.exec(inside);
  if (match === null) return null;
  const values = match[2] === "" ? [] : splitRow(match[2].slice(1));
  let next = 0;
  const text = match[1].replaceAll(
    /\{(\w*)(?::\??(\.\d+)?\??)?\}/g,
    (_, name: string, digits?: string) => {
      const value = name === "" ? rewritten(values[next++] ?? "") : name;
      return `{${value}${digits === undefined ? "" : `:${digits}`}}`;
    },
  );
  return next === values.length ? `"${text}"` : null;
}

/** `a, f(b, c)` in its parts. */
function splitRow(row: string): string[] {
  const parts: string[] = [""];
  let depth = 0;
  for (const character of row) {
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** `print a, b` */
function printedRow(site: Site): Phrase | null {
  const { tokens, index } = site;
  if (lineStart(site, index) !== index) return null;
  const comma = findOnLine(site, index + 1, ({ name }) => name === "Comma");
  if (comma < 0 || comma === index + 1) return null;
  const parts: string[] = [];
  let from = index + 1;
  let to = from;
  for (;;) {
    to = expressionEnd(site, from);
    if (to === from) return null;
    parts.push(textOf(site, from, to));
    if (tokens[to].name !== "Comma" || to >= lineEnd(site, index)) break;
    from = to + 1;
  }
  const isPlain = parts.every((part) => !/["{}]/.test(part) || /^"[^"]*"$/.test(part));
  const text = parts.map((part) => (part.startsWith('"') ? part.slice(1, -1).trim() : `{${part}}`));
  const written = isPlain ? `print "${text.join(" ")}"` : null;
  return phrase(
    site,
    { from: index, to, at: comma },
    '`print` takes one text: `print "{a} {b}"`',
    written,
  );
}
