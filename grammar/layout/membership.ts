/** `x in xs`, `k not in xs`: what is asked with `contains` here. */

import type { TokenName } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { closes, opens } from "./brackets.ts";
import {
  closerOf,
  endsOperand,
  expressionStart,
  isOpenAt,
  lineEnd,
  lineStart,
  operandStart,
  textOf,
  type Site,
} from "./line.ts";
import { type Phrase, phrase } from "./phrase.ts";
import { rewritten } from "./rewrite.ts";

/** Words that stand before a condition. */
const BEFORE: ReadonlySet<TokenName> = new Set([
  "If",
  "ElseIf",
  "Else",
  "While",
  "Match",
  "And",
  "Or",
  "Not",
  "Bar",
  "BarBar",
  "StringMiddle",
]);

/** What ends the value that is asked. */
const BEHIND: ReadonlySet<TokenName> = new Set([
  "And",
  "Or",
  "If",
  "Else",
  "LeftBrace",
  "Comma",
  "Colon",
  "FatArrow",
  "Semicolon",
  "EqualEqual",
  "Question",
  "StringMiddle",
]);

/** Words whose own `in` follows them on the line. */
const WITH_IN: ReadonlySet<TokenName> = new Set(["For", "Param"]);

const MESSAGE = "`in` belongs to loops: a list, map, range or text is asked with `contains`";

/** The question at its `in`; null where that belongs to a loop or a parameter. */
export function membership(site: Site): Phrase | null {
  const { tokens, index, isInHole } = site;
  if (index === 0 || tokens[index].startsLine || belongsToWord(site)) return null;
  const isNegated = tokens[index - 1].name === "Not";
  const before = isNegated ? index - 1 : index;
  if (!endsOperand(tokens[before - 1])) return null;
  // `{v in km/h}` is about a unit
  if (isInHole && tokens[before - 1].name === "Name") return null;
  const from = conditionStart(site, before);
  const to = askedEnd(site, index + 1);
  if (to === index + 1) return null;
  const cut = cutRange(site, index + 1, to);
  if (cut !== null && cut.written === null) {
    return phrase(site, { from, to: cut.to, at: index }, MESSAGE, null);
  }
  const asked = cut?.written ?? askedText(site, index + 1, to);
  const value = rewritten(textOf(site, from, before));
  const call = `${isNegated ? "not " : ""}${asked}.contains(${value})`;
  return phrase(site, { from, to: cut?.to ?? to, at: index }, MESSAGE, call);
}

/** Whether it is the `in` of a `for` or of a `param`, which may begin on an earlier line. */
function belongsToWord(site: Site): boolean {
  const { tokens, index } = site;
  const start = lineStart(site, index);
  const isContinued = start > 0 && !tokens[start].afterLineEnd && !beginsBlock(tokens[start - 1]);
  if (isContinued) return true;
  for (let at = start; at < index; at += 1) {
    if (WITH_IN.has(tokens[at].name) && !isOpenAt(site, at, index)) return true;
  }
  return false;
}

/** `0:10`, whose colon is that of a range; null where a number is not followed by one. */
function cutRange(
  site: Site,
  from: number,
  colon: number,
): { readonly written: string | null; readonly to: number } | null {
  const { tokens } = site;
  const [first, last, behind] = [tokens[colon - 1], tokens[colon + 1], tokens[colon + 2]];
  if (tokens[colon].name !== "Colon" || first.name !== "Number" || last.startsLine) return null;
  if (last.name !== "Number" && last.name !== "Name") return null;
  const isWhole =
    from === colon - 1 && (behind.startsLine || closes(behind) || BEHIND.has(behind.name));
  return { written: isWhole ? `(${first.image}..=${last.image})` : null, to: colon + 2 };
}

function beginsBlock({ name }: SyntaxToken): boolean {
  return name === "LeftBrace" || name === "RightBrace" || name === "Colon";
}

function conditionStart(site: Site, before: number): number {
  let depth = 0;
  const start = expressionStart(site, before);
  for (let at = before - 1; at >= start; at -= 1) {
    const token = site.tokens[at];
    if (closes(token)) depth += 1;
    if (opens(token)) depth -= 1;
    if (depth === 0 && BEFORE.has(token.name)) return at + 1;
  }
  return start;
}

function askedEnd(site: Site, from: number): number {
  const end = lineEnd(site, from - 1);
  let depth = 0;
  for (let at = from; at < end; at += 1) {
    const token = site.tokens[at];
    if (depth === 0 && BEHIND.has(token.name)) return at;
    if (opens(token)) depth += 1;
    if (closes(token)) depth -= 1;
    if (depth < 0) return at;
  }
  return end;
}

/** What is asked, so that `.contains` can follow: `xs`, `(0..10)`, `[1, 2]` for `(1, 2)`. */
function askedText(site: Site, from: number, to: number): string {
  const { tokens } = site;
  const text = rewritten(textOf(site, from, to));
  const isWhole = closerOf(site, from) === to - 1;
  if (isWhole && tokens[from].name === "LeftParenthesis" && /^\([^()]*,/.test(text)) {
    return `[${text.slice(1, -1).replace(/,\s*$/, "")}]`;
  }
  const isOperand = isWhole || operandStart(site, to) === from;
  return isOperand ? text : `(${text})`;
}
