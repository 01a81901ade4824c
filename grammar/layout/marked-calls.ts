/** Calls that other languages mark: `f.(xs)` for every element, `push!(xs, x)` for a change. */

import { closerOf, findOnLine, textOf, type Site } from "./line.ts";
import { type Phrase, phrase } from "./phrase.ts";
import { rewritten } from "./rewrite.ts";

/** What a dot may follow, so that it needs no parentheses. */
const SIMPLE = /^[\p{L}_][\p{L}\d_.]*(?:\([^()]*\)|\[[^[\]]*\])?$/u;

/** `sin.(xs)` */
export function dottedCall(site: Site): Phrase | null {
  const { tokens, index } = site;
  const [name, dot, open] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (open.name !== "LeftParenthesis" || open.start !== dot.end) return null;
  const close = closerOf(site, index + 1);
  if (name?.name !== "Name" || name.end !== dot.start || close < 0) return null;
  if (tokens[index - 2]?.name === "Dot") return null;
  const range = { from: index - 1, to: close + 1, at: index };
  const inside = textOf(site, index + 2, close);
  const isShort = SIMPLE.test(inside);
  const mapped = `${isShort ? inside : "xs"}.map(${name.image})`;
  const message = `a function goes over a list as \`${mapped}\``;
  const found = phrase(site, range, message, isShort ? mapped : null);
  // The message has said it; of a number nothing is mapped.
  const edits = found.mistake.edits?.map((edit) => ({ ...edit, confidence: "likely" as const }));
  return { ...found, mistake: { ...found.mistake, help: [], edits } };
}

/** Functions that change their first argument elsewhere, and what they are here. */
const CHANGING: Readonly<Record<string, string>> = {
  push: "push",
  pop: "pop",
  insert: "insert_at",
  deleteat: "remove_at",
};

/** Those that give a new value here. */
const GIVING: Readonly<Record<string, string>> = { sort: "sorted", reverse: "reversed" };

/** `push!(xs, 4)`; null for a name that no language gives to such a function. */
export function changingCall(
  site: Site,
  range: { readonly from: number; readonly to: number; readonly at: number },
): Phrase | null {
  const { tokens } = site;
  const name = tokens[range.from].image;
  const [isChange, isGiven] = [CHANGING, GIVING].map((names) => Object.hasOwn(names, name));
  if (!isChange && !isGiven) return null;
  const from = range.from + 3;
  const close = range.to - 1;
  const comma = findOnLine(site, from, (token) => token.name === "Comma");
  const end = comma < 0 || comma > close ? close : comma;
  const place = textOf(site, from, end);
  const rest = rewritten(end === close ? "" : textOf(site, end + 1, close));
  const isShort = /^[\p{L}_][\p{L}\d_.]*$/u.test(place);
  const shown = isShort ? place : "xs";
  if (isGiven) {
    const better = `${shown} = ${shown}.${GIVING[name]}()`;
    const message = `a list is put in order with \`${better}\``;
    return phrase(site, range, message, isShort && rest === "" ? better : null);
  }
  const call = `${shown}.${CHANGING[name]}(${isShort ? rest : "…"})`;
  const message = `what a function changes stands before the dot: \`${call}\``;
  return phrase(site, range, message, isShort ? call : null);
}
