/** `xs[1:3]`, `xs[1:]`, `xs[:-1]`, `xs[..3]`: parts of lists as other languages write them. */

import type { TokenName } from "../tokens.ts";
import { closerOf, endsOperand, findOnLine, operandStart, textOf, type Site } from "./line.ts";
import { type Phrase, phrase } from "./phrase.ts";
import { rewritten } from "./rewrite.ts";

/** What may be repeated for its length. */
const SIMPLE = /^[\p{L}_][\p{L}\d_.]*(?:\[[^[\]]*\])?$/u;

/** Behind one of these, brackets hold what is declared: `fn larger[T: Ord]`. */
const DECLARING: ReadonlySet<TokenName> = new Set(["Fn", "Record", "Enum"]);

/** `xs[1:3]`, at its `:`. */
export function slice(site: Site): Phrase | null {
  const { tokens, index, opener } = site;
  const indexed = indexedAt(site);
  if (opener === null || indexed === null) return null;
  const { from, close, list } = indexed;
  if (DECLARING.has(tokens[from - 1]?.name)) return null;
  if (tokens.slice(opener.index, index).some(({ name }) => name === "Bar")) return null;
  const [first, last] = [textOf(site, opener.index + 1, index), textOf(site, index + 1, close)];
  const hasStep = findOnLine(site, index + 1, ({ name }) => name === "Colon") >= 0;
  const isCounted = last === "" || first.startsWith("-") || last.startsWith("-");
  const isShort =
    !hasStep && !hasComma(site, opener.index, close) && (SIMPLE.test(list) || !isCounted);
  const [start, end] = [first === "" ? "0" : first, last === "" ? "-0" : last].map((bound) =>
    fromFront(rewritten(bound), list),
  );
  const written = isShort ? `${list}.slice(${start}, ${end})` : null;
  const message = `a part of a list is written \`${written ?? "xs.slice(from, to)"}\``;
  const found = phrase(site, { from, to: close + 1, at: index }, message, written);
  return { ...found, mistake: { ...found.mistake, help: [] } };
}

/** `xs[..3]`, `xs[1..]`, `xs[..]`: a range without one of its ends. */
export function openSlice(site: Site): Phrase | null {
  const { tokens, index } = site;
  const indexed = indexedAt(site);
  if (indexed === null) return null;
  const { from, open, close, list } = indexed;
  const [isFromStart, isToEnd] = [open === index - 1, close === index + 1];
  if (!isFromStart && !isToEnd) return null;
  const first = isFromStart ? "0" : textOf(site, open + 1, index);
  const bound = textOf(site, index + 1, close);
  const isInclusive = tokens[index].name === "DotDotEqual";
  const last = isToEnd ? `${list}.length()` : isInclusive ? nextOf(bound) : bound;
  const isShort = !hasComma(site, open, close) && (SIMPLE.test(list) || !isToEnd);
  const written = isShort ? `${list}.slice(${rewritten(first)}, ${rewritten(last)})` : null;
  const message = `a part of a list is written \`${written ?? "xs.slice(from, to)"}\``;
  const found = phrase(site, { from, to: close + 1, at: index }, message, written);
  return { ...found, mistake: { ...found.mistake, help: [] } };
}

/** `rows[:, 0]`: brackets that take apart more than a list. */
function hasComma(site: Site, open: number, close: number): boolean {
  const comma = findOnLine(site, open + 1, ({ name }) => name === "Comma");
  return comma >= 0 && comma < close;
}

/** The number behind a bound. */
function nextOf(bound: string): string {
  return /^\d{1,9}$/.test(bound) ? String(Number(bound) + 1) : `${bound} + 1`;
}

/** What is indexed by the brackets around a token; null where they are no index. */
function indexedAt(site: Site): {
  readonly from: number;
  readonly open: number;
  readonly close: number;
  readonly list: string;
} | null {
  const { tokens, opener } = site;
  if (opener?.name !== "LeftBracket" || opener.index < 1) return null;
  const before = tokens[opener.index - 1];
  const close = closerOf(site, opener.index);
  if (before.end !== opener.start || !endsOperand(before) || close < 0) return null;
  const from = operandStart(site, opener.index);
  return { from, open: opener.index, close, list: textOf(site, from, opener.index) };
}

/** `-1` is the last place elsewhere. */
function fromFront(bound: string, list: string): string {
  const back = /^-(\d+)$/.exec(bound)?.[1];
  if (back === undefined) return bound;
  return back === "0" ? `${list}.length()` : `${list}.length() - ${back}`;
}
