/** What the layout says about words and characters of other languages and of word processors. */

import { LOOK_ALIKES } from "../look-alikes.ts";
import type { Mistake, MistakeLabel } from "../mistake.ts";
import { tokenRow, type TokenName } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { retype } from "./spaces.ts";

/** Words that begin a declaration elsewhere, when a name follows. */
export const DECLARING_WORDS: ReadonlyMap<string, TokenName> = new Map([
  ["def", "Fn"],
  ["func", "Fn"],
  ["function", "Fn"],
  ["fun", "Fn"],
  ["struct", "Record"],
  ["class", "Record"],
  ["const", "Let"],
]);

const WHAT_BEGINS: Partial<Record<TokenName, string>> = {
  Fn: "functions begin",
  Record: "records begin",
  Let: "constants begin",
};

/** Reads `def name` at the start of a line as `fn name`, with a report. */
export function readHabitWord(token: SyntaxToken, next: SyntaxToken | undefined): Mistake | null {
  if (token.name !== "Name" || next?.name !== "Name" || next.triviaStart === next.start)
    return null;
  const meant = DECLARING_WORDS.get(token.image);
  if (meant === undefined) return null;
  const word = tokenRow(meant).fixed as string;
  retype(token, meant);
  return replaced(
    "E0107",
    token,
    `${WHAT_BEGINS[meant]} with \`${word}\`, not with \`${token.image}\``,
    word,
  );
}

/** Reads a look-alike as the token it stands for; anything else is left out. */
export function readForeign(token: SyntaxToken): Mistake {
  const alike = LOOK_ALIKES.get(token.image);
  const shown = showCharacter(token.image);
  if (alike === undefined) {
    token.skipped = true;
    return {
      code: "E0101",
      start: token.start,
      end: token.end,
      message: `${shown} has no meaning here`,
      help: Object.hasOwn(SIGNS_ELSEWHERE, token.image) ? [SIGNS_ELSEWHERE[token.image]] : [],
    };
  }
  if (alike.token === null) token.skipped = true;
  else retype(token, alike.token);
  const message = `${shown} looks like \`${alike.write}\` but is another character`;
  return { ...replaced("E0101", token, message, alike.write), help: [`write \`${alike.write}\``] };
}

/** What is written here for signs that mean something in other languages. */
const SIGNS_ELSEWHERE: Readonly<Record<string, string>> = {
  "\\": "a system of equations is solved with `a.solve(b)`",
  "'": 'a matrix is transposed with `a.transposed()`, and strings stand in `"`',
  "@": "there are no decorators and no macros",
};

function showCharacter(image: string): string {
  const point = image.codePointAt(0) as number;
  const code = `U+${point.toString(16).toUpperCase().padStart(4, "0")}`;
  const isControl = point < 0x20 || (point >= 0x7f && point < 0xa0);
  return isControl ? `the character ${code}` : `\`${image}\` (${code})`;
}

/** Marks another place of one report, unless there are many. */
export function markAnother(labels: MistakeLabel[], { start, end }: SyntaxToken): void {
  if (labels.length < MOST_MARKED) labels.push({ span: { start, end }, text: "and here" });
}

const MOST_MARKED = 4;

/** `edits` is filled with one for every semicolon that ends a line, and `labels` with some. */
export function semicolonMistake(
  token: SyntaxToken,
  endsLine: boolean,
  edits: NonNullable<Mistake["edits"]>,
  labels: readonly MistakeLabel[],
): Mistake {
  const message = endsLine
    ? "a statement ends with its line, without `;`"
    : "statements stand on lines of their own, without `;`";
  return { code: "E0108", start: token.start, end: token.end, message, edits, labels };
}

/** `count++` */
export function incrementMistake(token: SyntaxToken): Mistake {
  const message = "`++` joins lists and strings; a place is counted up with `+= 1`";
  return replaced("E0107", token, message, " += 1");
}

function replaced(
  code: Mistake["code"],
  token: SyntaxToken,
  message: string,
  replacement: string,
): Mistake {
  const span = { start: token.start, end: token.end };
  return { code, ...span, message, edits: [{ span, replacement, confidence: "certain" }] };
}
