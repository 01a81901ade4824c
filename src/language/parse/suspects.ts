/** Comments at the ends of lines that look like the second half of `n // 2`. */

import { tokenRow, type TokenName } from "../../../grammar/tokens.ts";
import type { SyntaxToken } from "../../../grammar/tree.ts";
import type { SuspectComment } from "../ast.ts";

/** A number, or one name with what may stand behind it; words of a sentence never fit. */
const DIVISOR = /^\/\/ ?((?:\d[\d_.]*|([A-Za-z_]\w*)(?:[.([].*[)\]])?)\)*)(?: +\/\/.*)?$/;

/** Lines that begin with one of these hold no arithmetic, or what they print stands behind it. */
const PLAIN_LINES: ReadonlySet<TokenName> = new Set([
  "Param",
  "Output",
  "Fn",
  "Record",
  "Unit",
  "Test",
  "Print",
  "Assert",
]);

/** Tokens that end an operand of a division. */
const OPERAND_ENDS: ReadonlySet<TokenName> = new Set([
  "Number",
  "Name",
  "RightParenthesis",
  "RightBracket",
]);

/** The comments of a text that may have been meant as divisors. Cost: linear. */
export function suspectsIn(text: string, tokens: readonly SyntaxToken[]): SuspectComment[] {
  const suspects: SuspectComment[] = [];
  let lineHead: SyntaxToken = tokens[0];
  let names: Set<string> | null = null;
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    const before = index === 0 ? undefined : tokens[index - 1];
    const comment = token.comments.length === 0 ? undefined : token.comments[0];
    if (before !== undefined && comment !== undefined && !comment.ownLine) {
      const match = DIVISOR.exec(text.slice(comment.start, comment.end).trimEnd());
      if (match !== null && divides(before, lineHead, comment.start)) {
        names ??= namesOf(tokens);
        const [, divisor, name] = match;
        // `let a = 2 // width` tells what the 2 is.
        const isKnown = name === undefined || (names.has(name) && before.name !== "Number");
        if (isKnown) suspects.push({ divisor, span: { start: comment.start, end: comment.end } });
      }
    }
    if (before === undefined || token.startsLine) lineHead = token;
  }
  return suspects;
}

/** Whether a comment follows an operand as an operator would. */
function divides(before: SyntaxToken, lineHead: SyntaxToken, start: number): boolean {
  if (!OPERAND_ENDS.has(before.name) || PLAIN_LINES.has(lineHead.name)) return false;
  if (before.name === "Name" && /^[A-Z][a-z]/.test(before.image)) return false;
  return start - before.end <= 1 && tokenRow(lineHead.name).class !== "bracket";
}

function namesOf(tokens: readonly SyntaxToken[]): Set<string> {
  return new Set(tokens.filter(({ name }) => name === "Name").map(({ image }) => image));
}
