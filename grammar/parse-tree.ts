/**
 * Text → laid out tokens → lossless tree, with the mistakes: the lexer, the layout and the parser.
 *
 * A text without mistakes is read by the parser that is derived from the rules; at the first
 * mistake Chevrotain reads it again with the rules themselves, and recovers.
 * Never throws, whatever the text. Cost: linear.
 */

import { parseDirect } from "./direct-tree.ts";
import { layOut, type LayoutResult } from "./layout.ts";
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

/** A text as tokens. */
export interface LaidOutText {
  /** The tokens of the text, the end of the file last. */
  readonly tokens: readonly SyntaxToken[];
  readonly layout: LayoutResult;
  /** Those of the lexer. */
  readonly mistakes: readonly Mistake[];
}

/** The tokens of a text, or of what lies outside of some gaps in it. */
export function readTokens(content: string, gaps: readonly Gap[] = []): LaidOutText {
  const { tokens, mistakes } = lex(content, gaps);
  return { tokens, layout: layOut(content, tokens), mistakes };
}

/** Is there a mistake in the tokens themselves? */
export function hasMistake({ mistakes, layout }: LaidOutText): boolean {
  return mistakes.length > 0 || layout.mistakes.length > 0;
}

/** The tree of a text. */
export function parseTree(text: LaidOutText): TreeResult {
  const { tokens, layout, mistakes } = text;
  if (hasMistake(text)) return recover(tokens, layout, mistakes);
  const endOfFile = tokens[tokens.length - 1];
  const root = parseDirect(layout.stream, endOfFile);
  if (root === null) return recover(tokens, layout, mistakes);
  root.children.push(endOfFile);
  root.start = tokens[0].start;
  root.end = endOfFile.end;
  return { root, tokens, mistakes };
}

/** The same by the parser that recovers, whether there are mistakes or not. */
export function parseTreeRecovering({ tokens, layout, mistakes }: LaidOutText): TreeResult {
  return recover(tokens, layout, mistakes);
}
