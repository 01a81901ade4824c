/**
 * Which functions of the prelude a text may speak of, as far as its tokens say.
 *
 * A function without a type is mentioned by its name: `mean`. One with a type is mentioned by its
 * name behind a point or before what it is called with: `.evolve`, whatever the type. Suffixes and
 * names of types are mentioned as they are.
 */

import type { SyntaxToken } from "../../../grammar/tree.ts";

/** The mention of a method of any type: `.evolve`. */
export function methodMention(name: string): string {
  return `.${name}`;
}

/** Everything that tokens mention, to be looked up; a thing may come more than once. */
export function eachMention(tokens: readonly SyntaxToken[], tell: (mention: string) => void): void {
  for (let index = 0; index < tokens.length; index += 1) {
    const { name, image } = tokens[index];
    if (name !== "Name" && name !== "UnitSuffix") continue;
    tell(image);
    const isCalled =
      tokens[index + 1]?.name === "LeftParenthesis" || tokens[index - 1]?.name === "Dot";
    if (isCalled) tell(methodMention(image));
  }
}
