/**
 * Text → lossless tree and mistakes: the lexer, the layout and the parser in a row.
 *
 * A text without mistakes is read by the parser that is derived from the rules; at the first
 * mistake Chevrotain reads it again with the rules themselves, and recovers.
 * Never throws, whatever the text. Cost: linear.
 */

import { parseDirect } from "./direct-parser.ts";
import { layOut, type LayoutResult } from "./layout.ts";
import { lex } from "./lexer.ts";
import type { Mistake } from "./mistake.ts";
import { parserMistakes } from "./mistakes.ts";
import { ResoParser } from "./parser.ts";
import { LIMITS } from "./limits.ts";
import { STOP } from "./tree-builder.ts";
import type { SyntaxNode, SyntaxToken } from "./tree.ts";
import { dressed } from "./vocabulary.ts";

export interface TreeResult {
  readonly root: SyntaxNode;
  /** The tokens of the text, the end of the file last. */
  readonly tokens: readonly SyntaxToken[];
  readonly mistakes: readonly Mistake[];
}

let parser: ResoParser | null = null;

/** The tree of a text. */
export function parseTree(content: string): TreeResult {
  const { tokens, mistakes } = lex(content);
  const layout = layOut(content, tokens);
  if (mistakes.length > 0 || layout.mistakes.length > 0) return recover(tokens, layout, mistakes);
  const endOfFile = tokens[tokens.length - 1];
  const root = parseDirect(layout.stream, endOfFile);
  if (root === null) return recover(tokens, layout, mistakes);
  root.children.push(endOfFile);
  root.first = 0;
  root.last = endOfFile.index;
  return { root, tokens, mistakes };
}

/** The same by the parser that recovers, whether there are mistakes or not. */
export function parseTreeRecovering(content: string): TreeResult {
  const { tokens, mistakes } = lex(content);
  return recover(tokens, layOut(content, tokens), mistakes);
}

function recover(
  tokens: readonly SyntaxToken[],
  layout: LayoutResult,
  mistakes: readonly Mistake[],
): TreeResult {
  parser ??= new ResoParser(false);
  const { tree } = parser;
  tree.reset(tokens);
  parser.input = dressed(layout.stream);
  try {
    parser.file();
  } catch (reason) {
    if (reason !== STOP) throw reason;
  }
  const endOfFile = tokens[tokens.length - 1];
  const root = tree.finish(
    tree.root ?? { kind: "file", children: [], first: -1, last: -1, depth: 0 },
  );
  const all = [...mistakes, ...layout.mistakes];
  if (tree.tooDeep !== null)
    all.push(tooDeep(tree.tooDeep.name === undefined ? endOfFile : tree.tooDeep, tree.isRow));
  else all.push(...parserMistakes(parser.errors, layout.stream, tokens));
  // The parser outlives the text: it keeps nothing of it.
  parser.input = [];
  tree.reset([]);
  return { root, tokens, mistakes: all };
}

function tooDeep(token: SyntaxToken, isRow: boolean): Mistake {
  return {
    code: "E0119",
    start: token.start,
    end: token.end,
    message: isRow
      ? `more than ${LIMITS.depth} operators or calls stand in one row here`
      : `the program nests more than ${LIMITS.depth} levels deep here`,
    help: isRow
      ? ["give parts of the row names with `let`, or go through a list with `for`"]
      : ["give inner parts names with `let`, or move them into functions"],
  };
}
