/** `xs[1:3]`, `xs[1:]`, `xs[:-1]`: parts of lists as other languages write them. */

import type { TokenName } from "../tokens.ts";
import { closerOf, endsOperand, findOnLine, operandStart, textOf, type Site } from "./line.ts";
import { type Phrase, phrase } from "./phrase.ts";
import { rewritten } from "./rewrite.ts";

/** What may be repeated for its length. */
const SIMPLE = /^[\p{L}_][\p{L}\d_.]*(?:\[[^[\]]*\])?$/u;

/** Behind one of these, brackets hold what is declared: `fn larger[T: Ord]`. */
const DECLARING: ReadonlySet<TokenName> = new Set(["Fn", "Record", "Enum"]);

export function slice(site: Site): Phrase | null {
  const { tokens, index, opener } = site;
  if (opener?.name !== "LeftBracket" || opener.index < 1) return null;
  const before = tokens[opener.index - 1];
  const close = closerOf(site, opener.index);
  if (before.end !== opener.start || !endsOperand(before) || close < 0) return null;
  const from = operandStart(site, opener.index);
  if (DECLARING.has(tokens[from - 1]?.name)) return null;
  if (tokens.slice(opener.index, index).some(({ name }) => name === "Bar")) return null;
  const list = textOf(site, from, opener.index);
  const [first, last] = [textOf(site, opener.index + 1, index), textOf(site, index + 1, close)];
  const hasStep = findOnLine(site, index + 1, ({ name }) => name === "Colon") >= 0;
  const isCounted = last === "" || first.startsWith("-") || last.startsWith("-");
  const isShort = !hasStep && (SIMPLE.test(list) || !isCounted);
  const [start, end] = [first === "" ? "0" : first, last === "" ? "-0" : last].map((bound) =>
    fromFront(rewritten(bound), list),
  );
  const written = isShort ? `${list}.slice(${start}, ${end})` : null;
  const message = `a part of a list is written \`${written ?? "xs.slice(from, to)"}\``;
  const found = phrase(site, { from, to: close + 1, at: index }, message, written);
  return { ...found, mistake: { ...found.mistake, help: [] } };
}

/** `-1` is the last place elsewhere. */
function fromFront(bound: string, list: string): string {
  const back = /^-(\d+)$/.exec(bound)?.[1];
  if (back === undefined) return bound;
  return back === "0" ? `${list}.length()` : `${list}.length() - ${back}`;
}
