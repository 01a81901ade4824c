/**
 * Which functions of the prelude a text may speak of, as far as its tokens say.
 *
 * A function without a type is mentioned by its name: `mean`. One with a type is mentioned by its
 * name behind a point or before what it is called with: `.evolve`, whatever the type. Names of
 * types are mentioned as they are, imaginary numbers as `2i`, and `Range` by `a..b`. A method of a
 * type whose values come from what names it is of use only where the type is mentioned as well: by
 * the text, or by what it may use.
 */

import type { TokenTable } from "../../../grammar/token-table.ts";
import { tokenCode } from "../../../grammar/tokens.ts";

/**
 * The mention of every method of a number that is a record: operators call them, unnamed, where
 * the type is mentioned or such a number is written.
 */
export const NUMBER_METHODS = "2i";

/** The record that `a..b` is, which no program can declare. */
export const RANGE = "Range";

/** What the mention of a method begins with. */
const METHOD = ".";

/** The mention of a method of any type: `.evolve`. */
export function methodMention(name: string): string {
  return METHOD + name;
}

/** Everything that the tokens from one up to another mention, to be looked up. Cost: linear. */
export function mentionsIn(
  tokens: TokenTable,
  from = 0,
  to: number = tokens.count,
): ReadonlySet<string> {
  const { codes, words } = tokens;
  const mentions = new Set<string>();
  /** By word of the text: 1 when it is a name, 2 when it is called. */
  const found = new Uint8Array(tokens.wordCount + 1);
  for (let index = from; index < to; index += 1) {
    const code = codes[index];
    if (code === NUMBER && isImaginary(tokens, index)) mentions.add(NUMBER_METHODS);
    if (code === DOT_DOT || code === DOT_DOT_EQUAL) mentions.add(RANGE);
    if (code !== NAME) continue;
    const isCalled =
      (index + 1 < to && codes[index + 1] === LEFT_PARENTHESIS) ||
      (index > from && codes[index - 1] === DOT);
    found[words[index]] |= isCalled ? 2 : 1;
  }
  for (let word = 1; word < found.length; word += 1) {
    if (found[word] === 0) continue;
    mentions.add(tokens.wordAt(word));
    if (found[word] > 1) mentions.add(methodMention(tokens.wordAt(word)));
  }
  return mentions;
}

/** `2i`, and `2[i]` with whatever brackets. */
function isImaginary(tokens: TokenTable, number: number): boolean {
  const { codes } = tokens;
  let at = number + 1;
  while (codes[at] === LEFT_BRACKET || codes[at] === LEFT_PARENTHESIS) at += 1;
  return (codes[at] === NAME || codes[at] === UNIT_SUFFIX) && tokens.image(at) === "i";
}

const DOT = tokenCode("Dot");
const DOT_DOT = tokenCode("DotDot");
const DOT_DOT_EQUAL = tokenCode("DotDotEqual");
const LEFT_BRACKET = tokenCode("LeftBracket");
const LEFT_PARENTHESIS = tokenCode("LeftParenthesis");
const NAME = tokenCode("Name");
const NUMBER = tokenCode("Number");
const UNIT_SUFFIX = tokenCode("UnitSuffix");
