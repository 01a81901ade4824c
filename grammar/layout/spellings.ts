/** Spellings of other languages inside of a line: each is read as what it means, and reported. */

import type { Mistake } from "../mistake.ts";
import { byCode } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import type { Site } from "./line.ts";
import { retype } from "./spaces.ts";

/** By the code of a token, the spelling that it may be part of. */
export const SPELLINGS = byCode<(site: Site, token: SyntaxToken) => Mistake | null>({
  Name: stringPrefix,
  UnitSuffix: digitsLetter,
  Dot: dottedOperator,
  Colon: resultColon,
});

/** The report on a spelling of another language; the token is then skipped or means another one. */
export function readSpelling(site: Site, token: SyntaxToken): Mistake | null {
  return SPELLINGS[token.code]?.(site, token) ?? null;
}

/** Names that stand before strings elsewhere. */
export const PREFIXES: ReadonlySet<string> = new Set(["f", "F", "b", "u"]);

/** `f"{x}"` */
function stringPrefix({ tokens, index }: Site, token: SyntaxToken): Mistake | null {
  const next = tokens[index + 1];
  const isString = next.name === "String" || next.name === "StringHead";
  if (!isString || next.start !== token.end || !PREFIXES.has(token.image)) return null;
  return skipped(token, `every string may have holes, without \`${token.image}\` before it`);
}

/** `"{x:.2f}"` */
function digitsLetter({ tokens, index, isInHole }: Site, token: SyntaxToken): Mistake | null {
  if (!isInHole) return null;
  const [colon, dot, digits] = tokens.slice(Math.max(0, index - 3), index);
  if (digits === undefined || colon.name !== "Colon" || dot.name !== "Dot") return null;
  if (!/^[efgEG]$/.test(token.image)) return null;
  return skipped(token, `\`.${digits.image}\` is enough to say how many digits are shown`);
}

/** `a .* b`, `sin.(xs)` */
function dottedOperator({ tokens, index }: Site, token: SyntaxToken): Mistake | null {
  const next = tokens[index + 1];
  if (next.start !== token.end) return null;
  switch (next.name) {
    case "LeftParenthesis":
      return skipped(token, "a function goes over a list as `xs.map(f)`");
    case "Star":
    case "Slash":
    case "Caret":
    case "Plus":
    case "Minus":
      return skipped(token, `\`${next.image}\` works on whole lists of Floats, without the \`.\``);
    default:
      return null;
  }
}

/** `fn f(x: Int): Int` */
function resultColon({ tokens, index, lineHead }: Site): Mistake | null {
  const token = tokens[index];
  const next = tokens[index + 1];
  const isFunction = lineHead?.name === "Fn" || lineHead?.name === "Pub";
  const isBehind = index > 0 && tokens[index - 1].name === "RightParenthesis";
  if (!isFunction || !isBehind || next.name !== "Name") return null;
  retype(token, "Arrow");
  const message = `a result is written \`-> ${next.image}\``;
  return replaced(token, message, " ->");
}

function skipped(token: SyntaxToken, message: string): Mistake {
  token.skipped = true;
  return replaced(token, message, "");
}

function replaced(token: SyntaxToken, message: string, replacement: string): Mistake {
  const span = { start: token.start, end: token.end };
  return {
    code: "E0107",
    ...span,
    message,
    edits: [{ span, replacement, confidence: "certain" }],
  };
}
