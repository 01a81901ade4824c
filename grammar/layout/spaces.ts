/** What stands between tokens, and tokens that the layout makes or renames. */

import type { TokenName } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { T } from "../vocabulary.ts";

/** Is there a line end between a token and the one before it? */
export function hasLineEndBefore(text: string, token: SyntaxToken): boolean {
  for (let at = token.triviaStart; at < token.start; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || unit === 13) return true;
  }
  return false;
}

/** UTF-16 units between the start of a line and an offset on it. */
export function columnOf(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at -= 1;
  return offset - at;
}

/** Makes another token of a token: the text stays. */
export function retype(token: SyntaxToken, name: TokenName): void {
  const type = T[name];
  token.name = name;
  token.tokenType = type;
  token.tokenTypeIdx = type.tokenTypeIdx as number;
}

/** A token that is not in the text, for the parser alone. */
export function virtualToken(name: TokenName, at: number): SyntaxToken {
  const type = T[name];
  return {
    image: "",
    startOffset: at,
    endOffset: at - 1,
    tokenType: type,
    tokenTypeIdx: type.tokenTypeIdx as number,
    name,
    start: at,
    end: at,
    triviaStart: at,
    comments: [],
    index: -1,
    afterLineEnd: false,
    skipped: false,
  };
}
