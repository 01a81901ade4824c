/** Comments at the ends of lines that look like the second half of `n // 2`. */

import type { TokenTable } from "../../../grammar/token-table.ts";
import { among, tokenCode, TOKENS } from "../../../grammar/tokens.ts";
import type { SuspectComment } from "../ast.ts";

/** A number, or one name with what may stand behind it; words of a sentence never fit. */
const DIVISOR = /^\/\/ ?((?:\d[\d_.]*|([A-Za-z_]\w*)(?:[.([].*[)\]])?)\)*)(?: +\/\/.*)?$/;

/** Lines that begin with one of these hold no arithmetic, or what they print stands behind it. */
const PLAIN_LINES = among("Param", "Output", "Fn", "Record", "Unit", "Test", "Print", "Assert");

/** Tokens that end an operand of a division. */
const OPERAND_ENDS = among("Number", "Name", "RightParenthesis", "RightBracket");

const NAME = tokenCode("Name");
const NUMBER = tokenCode("Number");

/** The comments of a text that may have been meant as divisors. Cost: linear. */
export function suspectsIn(tokens: TokenTable): SuspectComment[] {
  const suspects: SuspectComment[] = [];
  let names: Set<string> | null = null;
  for (const [index, [comment]] of tokens.comments) {
    if (index === 0 || comment.ownLine) continue;
    const { start, end } = comment;
    const match = DIVISOR.exec(tokens.text.slice(start, end).trimEnd());
    if (match === null || !divides(tokens, index - 1, start)) continue;
    names ??= namesOf(tokens);
    const [, divisor, name] = match;
    // `let a = 2 // width` tells what the 2 is.
    const isKnown = name === undefined || (names.has(name) && tokens.codes[index - 1] !== NUMBER);
    if (isKnown) suspects.push({ divisor, span: { start, end } });
  }
  return suspects;
}

/** Whether a comment follows an operand as an operator would. */
function divides(tokens: TokenTable, before: number, start: number): boolean {
  const { codes, lines, ends } = tokens;
  let head = before;
  while (head > 0 && lines[head] === 0) head -= 1;
  if (OPERAND_ENDS[codes[before]] === 0 || PLAIN_LINES[codes[head]] === 1) return false;
  if (codes[before] === NAME && /^[A-Z][a-z]/.test(tokens.image(before))) return false;
  return start - ends[before] <= 1 && TOKENS[codes[head]].class !== "bracket";
}

function namesOf(tokens: TokenTable): Set<string> {
  const names = new Set<string>();
  for (let index = 0; index < tokens.count; index += 1) {
    if (tokens.codes[index] === NAME) names.add(tokens.image(index));
  }
  return names;
}
