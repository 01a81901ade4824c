/** `fn f(x, y)`, `fn Pair.norm(self)`: parameters without their types. */

import type { IRecognitionException } from "chevrotain";
import type { Mistake } from "./mistake.ts";
import type { SyntaxToken } from "./tree.ts";

/** The report, or null where something else is wrong. */
export function bareParameter(
  error: IRecognitionException,
  stuck: SyntaxToken,
  tokens: readonly SyntaxToken[],
): Mistake | null {
  const before = tokens[stuck.index - 1];
  const ends =
    stuck.name === "Comma" || stuck.name === "RightParenthesis" || stuck.name === "Equal";
  const isParameter = error.context.ruleStack.at(-1) === "functionParameter";
  if (!ends || !isParameter || error.message !== "Colon" || before?.name !== "Name") return null;
  const { start, end, image } = before;
  const owner = image === "self" || image === "this" ? ownerBefore(before, tokens) : null;
  const type = owner ?? "Float";
  const span = { start: end, end };
  return {
    code: "E0109",
    start,
    end,
    message: `while reading a parameter of a function: the type of \`${image}\` is missing`,
    help: [`write it behind the name: \`${image}: ${type}\``],
    isOwnCause: true,
    edits: owner === null ? [] : [{ span, replacement: `: ${owner}`, confidence: "certain" }],
  };
}

/** `Pair` in `fn Pair.norm(self)`. */
function ownerBefore(token: SyntaxToken, tokens: readonly SyntaxToken[]): string | null {
  const [owner, dot, , open] = tokens.slice(token.index - 4, token.index);
  return dot?.name === "Dot" && open.name === "LeftParenthesis" ? owner.image : null;
}
