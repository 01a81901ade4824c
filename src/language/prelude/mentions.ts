/**
 * Which functions of the prelude a text may speak of, as far as its tokens say.
 *
 * A function without a type is mentioned by its name: `mean`. One with a type is mentioned by its
 * name behind a point or before what it is called with: `.evolve`, whatever the type. Names of
 * types are mentioned as they are, imaginary numbers as `2i`, and `Range` by `a..b`. A method of a
 * type whose values come from what names it is of use only where the type is mentioned as well: by
 * the text, or by what it may use.
 */

import type { SyntaxToken } from "../../../grammar/tree.ts";

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

/** Everything that tokens mention, to be looked up. Cost: linear. */
export function mentionsIn(tokens: readonly SyntaxToken[]): ReadonlySet<string> {
  const called = new Set<string>();
  const mentions = new Set<string>();
  for (let index = 0; index < tokens.length; index += 1) {
    const { name, image } = tokens[index];
    if (name === "Number" && isImaginary(tokens, index)) mentions.add(NUMBER_METHODS);
    if (name === "DotDot" || name === "DotDotEqual") mentions.add(RANGE);
    if (name !== "Name") continue;
    mentions.add(image);
    const isCalled =
      tokens[index + 1]?.name === "LeftParenthesis" || tokens[index - 1]?.name === "Dot";
    if (isCalled) called.add(image);
  }
  for (const image of called) mentions.add(methodMention(image));
  return mentions;
}

/** `2i`, and `2[i]` with whatever brackets. */
function isImaginary(tokens: readonly SyntaxToken[], number: number): boolean {
  let at = number + 1;
  while (tokens[at]?.name === "LeftBracket" || tokens[at]?.name === "LeftParenthesis") at += 1;
  return tokens[at]?.image === "i";
}
