/**
 * Which functions of the prelude a text may speak of, as far as its tokens say.
 *
 * A function without a type is mentioned by its name: `mean`. One with a type is mentioned by its
 * name behind a point or before what it is called with: `.evolve`, whatever the type. Suffixes and
 * names of types are mentioned as they are.
 */

import type { SyntaxToken } from "../../../grammar/tree.ts";

/** What the mention of a method begins with. */
export const METHOD = ".";

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
    if (name !== "Name" && name !== "UnitSuffix") continue;
    mentions.add(image);
    const isCalled =
      tokens[index + 1]?.name === "LeftParenthesis" || tokens[index - 1]?.name === "Dot";
    if (isCalled) called.add(image);
  }
  for (const image of called) mentions.add(methodMention(image));
  return mentions;
}
