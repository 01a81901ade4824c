/**
 * Text → lossless tree and mistakes: the lexer, the layout and the parser in a row.
 *
 * A text without mistakes is read by the parser that is derived from the rules; at the first
 * mistake Chevrotain reads it again with the rules themselves, and recovers.
 * Never throws, whatever the text. Cost: linear.
 */

import { parseDirect } from "./direct-parser.ts";
import { layOut } from "./layout.ts";
import { lex, type Gap } from "./lexer.ts";
import type { Mistake } from "./mistake.ts";
import { recover } from "./recover.ts";
import type { SyntaxNode, SyntaxToken } from "./tree.ts";

export interface TreeResult {
  readonly root: SyntaxNode;
  /** The tokens of the text, the end of the file last. */
  readonly tokens: readonly SyntaxToken[];
  readonly mistakes: readonly Mistake[];
}

/** The tree of a text, or of what lies outside of some gaps in it. */
export function parseTree(content: string, gaps: readonly Gap[] = []): TreeResult {
  const { tokens, mistakes } = lex(content, gaps);
  const layout = layOut(content, tokens);
  if (mistakes.length > 0 || layout.mistakes.length > 0) return recover(tokens, layout, mistakes);
  const endOfFile = tokens[tokens.length - 1];
  const root = parseDirect(layout.stream, endOfFile);
  if (root === null) return recover(tokens, layout, mistakes);
  root.children.push(endOfFile);
  root.start = tokens[0].start;
  root.end = endOfFile.end;
  return { root, tokens, mistakes };
}

/** The same by the parser that recovers, whether there are mistakes or not. */
export function parseTreeRecovering(content: string): TreeResult {
  const { tokens, mistakes } = lex(content);
  return recover(tokens, layOut(content, tokens), mistakes);
}
