/**
 * Which tokens the layout passes on without a look, because none of its rules is about them: most.
 */

import { byCode, tokenCode, TOKENS } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { closes, opens } from "./brackets.ts";
import { PHRASES } from "./phrases.ts";
import { SIGN_WORDS, SIGNS } from "./signs.ts";
import { PREFIXES, SPELLINGS } from "./spellings.ts";
import { LET_WORDS, TYPE_WORDS } from "./typed-names.ts";

const NAME = tokenCode("Name");

/** Names that a rule is about. */
const WORDS: ReadonlySet<string> = new Set([
  ...TYPE_WORDS.keys(),
  ...LET_WORDS,
  ...SIGN_WORDS,
  ...PREFIXES,
]);

/** Tokens with a case of their own in layout.ts. */
const OWN_CASES = byCode<true>({
  EndOfFile: true,
  Foreign: true,
  Semicolon: true,
  PlusPlus: true,
  StringMiddle: true,
});

/** By the code of a token, whether no rule is about any token like it. */
const PLAIN: readonly boolean[] = TOKENS.map((_, code) => {
  const rules = PHRASES[code] ?? SPELLINGS[code] ?? SIGNS[code] ?? OWN_CASES[code];
  return rules === undefined && !opens({ code }) && !closes({ code });
});

/** Is no rule of the layout about a token that stands in its line? */
export function isPlain({ code, image, skipped }: SyntaxToken): boolean {
  return (code === NAME ? !WORDS.has(image) : PLAIN[code]) && !skipped;
}
