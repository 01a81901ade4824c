/** `LOW..5 =>`: ranges in patterns whose ends have names, which other languages allow. */

import type { TokenName } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { isMatchBrace, textOf, type Site } from "./line.ts";
import { type Phrase, phrase } from "./phrase.ts";
import { retype } from "./spaces.ts";

/** What stands before a pattern, where it does not begin its line. */
const BEFORE: ReadonlySet<TokenName> = new Set(["LeftBrace", "Comma", "Bar"]);
/** What stands behind one. */
const BEHIND: ReadonlySet<TokenName> = new Set(["FatArrow", "If", "Bar"]);

/** The range in a pattern, at its `..`. */
export function constantBounds(site: Site): Phrase | null {
  const { tokens, index } = site;
  if (index < 2) return null;
  const { startsLine } = tokens[index];
  const hasStart = !startsLine && isBound(tokens[index - 1]);
  const hasEnd = isBound(tokens[index + 1]) && !tokens[index + 1].startsLine;
  const isNegative = hasStart && tokens[index - 2].name === "Minus";
  const [from, to] = [index - (isNegative ? 2 : hasStart ? 1 : 0), index + (hasEnd ? 2 : 1)];
  const bounds = [hasStart ? tokens[index - 1] : null, hasEnd ? tokens[to - 1] : null];
  if (!bounds.some((bound) => bound?.name === "Name")) return null;
  const begins = tokens[from].startsLine || BEFORE.has(tokens[from - 1].name);
  if (!begins || !BEHIND.has(tokens[to].name) || !isMatchBrace(site)) return null;
  const low = hasStart ? `${textOf(site, from, index)} <= ` : "";
  const sign = tokens[index].name === "DotDotEqual" ? "<=" : "<";
  const high = hasEnd ? ` ${sign} ${textOf(site, index + 1, to)}` : "";
  const isWhole = tokens[to].name === "FatArrow" && tokens[from - 1].name !== "Bar";
  const found = phrase(
    site,
    { from, to, at: index },
    "a range in a pattern has numbers for its ends; names are compared behind an `if`",
    isWhole ? `n if ${low}n${high}` : null,
  );
  const edits = found.mistake.edits?.map((edit) => ({ ...edit, confidence: "likely" as const }));
  return { ...found, stream: [asNumber(tokens[from])], mistake: { ...found.mistake, edits } };
}

function isBound(token: SyntaxToken): boolean {
  return token.name === "Name" || token.name === "Number";
}

/** A pattern that no value is sure to match, so that nothing is said about the arms behind it. */
function asNumber(token: SyntaxToken): SyntaxToken {
  retype(token, "Number");
  (token as { image: string }).image = "0";
  return token;
}
