/**
 * Numbers with a step as other languages write them: `0:2:10`, `0..10:2`, `0..10..2`,
 * `0..10 step 2`.
 */

import { steppedText, type Stepped } from "../stepped.ts";
import type { TokenName } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { closes, opens } from "./brackets.ts";
import { endsOperand, expressionStart, findOnLine, lineEnd, textOf, type Site } from "./line.ts";
import { type Phrase, phrase } from "./phrase.ts";

/** What a bound does not reach over. */
const BOUND_ENDS: ReadonlySet<TokenName> = new Set([
  "Colon",
  "DotDot",
  "DotDotEqual",
  "LeftBrace",
  "Comma",
  "Equal",
  "FatArrow",
  "Bar",
  "EndOfFile",
]);

const STEP_WORDS: ReadonlySet<string> = new Set(["step", "by"]);

/** What may stand before the step of `a..b`. */
const BEFORE_STEP: ReadonlySet<TokenName> = new Set(["Colon", "DotDot", "DotDotEqual"]);

/** `0..10:2`, `0..10..2`, `0..10 step 2`, at the `..`. */
export function steppedRange(site: Site): Phrase | null {
  const { tokens, index } = site;
  if (!endsOperand(tokens[index - 1])) return null;
  const to = boundEnd(site, index + 1);
  if (!BEFORE_STEP.has(tokens[to].name) && !isStepWord(tokens[to])) return null;
  const end = stepEnd(site, to + 1);
  if (to === index + 1 || end < 0) return null;
  const from = expressionStart(site, index);
  const numbers = {
    from: textOf(site, from, index),
    to: textOf(site, index + 1, to),
    step: textOf(site, to + 1, end),
    isInclusive: tokens[index].name === "DotDotEqual",
  };
  return written(site, { from, to: end, at: to }, numbers);
}

/** `0:2:10`, at the first `:`. */
export function steppedColons(site: Site): Phrase | null {
  const { tokens, index, opener, lineHead } = site;
  const isForm = opener?.name.startsWith("String") === true;
  if (isForm || !endsOperand(tokens[index - 1])) return null;
  const second = boundEnd(site, index + 1);
  if (second === index + 1 || tokens[second].name !== "Colon") return null;
  const end = boundEnd(site, second + 1);
  if (end === second + 1 || tokens[end].name === "Colon") return null;
  const from = expressionStart(site, index);
  const isInBrackets = opener !== null && lineHead !== null && opener.start > lineHead.start;
  // `f(x: 0:1:2)` and the like are left alone, and so is what a `let` declares
  const isList = isInBrackets && opener.index === from - 1 && tokens[from].name === "Number";
  if (!isList && (isInBrackets || !isBehindSign(site))) return null;
  const numbers = {
    from: textOf(site, from, index),
    to: textOf(site, second + 1, end),
    step: textOf(site, index + 1, second),
    isInclusive: true,
  };
  // `[0:0.1:1]` is a list with these numbers
  const isLiteral = isList && opener.name === "LeftBracket" && closes(tokens[end]);
  const range = isLiteral ? { from: from - 1, to: end + 1 } : { from, to: end };
  return written(site, { ...range, at: index }, numbers);
}

/** Behind the `in` of a `for`, or the `=` of a `let`. */
function isBehindSign(site: Site): boolean {
  const { lineHead, index } = site;
  if (lineHead === null) return false;
  const wanted = lineHead.name === "For" ? "In" : "Equal";
  if (wanted === "Equal" && lineHead.name !== "Let" && lineHead.name !== "Var") return false;
  const sign = findOnLine(site, lineHead.index, ({ name }) => name === wanted);
  return sign >= 0 && sign < index;
}

function isStepWord({ name, image }: SyntaxToken): boolean {
  return name === "Name" && STEP_WORDS.has(image);
}

/** Index behind a bound that begins at a token. */
function boundEnd(site: Site, from: number): number {
  const { tokens } = site;
  const end = lineEnd(site, from - 1);
  let depth = 0;
  let at = from;
  for (; at < end; at += 1) {
    const token = tokens[at];
    if (depth === 0 && (BOUND_ENDS.has(token.name) || (at > from && isStepWord(token)))) break;
    if (opens(token)) depth += 1;
    if (closes(token)) depth -= 1;
    if (depth < 0) break;
  }
  return at;
}

/** Index behind a step, `2`, `-1`, `0.5[s]` or `dt`; −1 where something else stands there. */
function stepEnd(site: Site, from: number): number {
  const end = boundEnd(site, from);
  return /^(?:-?\d\S*|[\p{L}_][\p{L}\d_]*)$/u.test(textOf(site, from, end)) ? end : -1;
}

function written(
  site: Site,
  range: { readonly from: number; readonly to: number; readonly at: number },
  numbers: Stepped,
): Phrase {
  const { written: text, isSure, message } = steppedText(numbers);
  const found = phrase(site, range, message, text);
  const edits = found.mistake.edits?.map((edit) =>
    isSure ? edit : { ...edit, confidence: "likely" as const },
  );
  return { ...found, mistake: { ...found.mistake, help: [], edits } };
}
