/**
 * Laid out tokens → lossless tree and mistakes, whatever the mistakes: Chevrotain with the rules.
 *
 * The bundle loads this at the first mistake, since most programs have none.
 */

import type { LayoutResult } from "./layout.ts";
import { LIMITS } from "./limits.ts";
import type { Mistake } from "./mistake.ts";
import { parserMistakes } from "./mistakes.ts";
import type { TreeResult } from "./parse-tree.ts";
import { ResoParser } from "./parser.ts";
import { STOP } from "./tree-builder.ts";
import type { SyntaxToken } from "./tree.ts";
import { dressed } from "./vocabulary.ts";

let parser: ResoParser | null = null;

/** The tree of tokens and of what the layout made of them, with all mistakes. */
export function recover(
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
  const root = tree.finish(tree.root ?? { kind: "file", children: [], start: 0, end: 0, depth: 0 });
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
