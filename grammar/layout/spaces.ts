/** Columns of tokens, and tokens that the layout makes or renames. */

import { tokenCode, type TokenName } from "../tokens.ts";
import { NO_COMMENTS, syntaxToken, type SyntaxToken } from "../tree.ts";

/** UTF-16 units between the start of a line and an offset on it. */
export function columnOf(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text.charCodeAt(at - 1) !== 10 && text.charCodeAt(at - 1) !== 13) at -= 1;
  return offset - at;
}

/** Makes another token of a token: the text stays. */
export function retype(token: SyntaxToken, name: TokenName): void {
  token.name = name;
  token.code = tokenCode(name);
}

/** A token that is not in the text, for the parser alone. */
export function virtualToken(name: TokenName, at: number): SyntaxToken {
  return syntaxToken(tokenCode(name), "", at, at, at, NO_COMMENTS, false, -1);
}
