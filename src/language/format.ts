/**
 * The canonical layout of a program: two spaces, 100 columns, every comment kept.
 *
 * In: a source text. Out: the same program, laid out; a text with syntax errors comes back
 * unchanged.
 * Invariants: formatting twice is formatting once; the AST stays the same; spellings of numbers and
 * strings stay.
 */

import { tokensOf } from "../../grammar/tree.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { SourceText } from "../source/text.ts";
import type { Formatting } from "./format/formatting.ts";
import { nodeDocument } from "./format/nodes.ts";
import { print } from "./format/print.ts";
import { parseWithTree } from "./parse.ts";

/** Columns of a line, unless something on it cannot be broken. */
export const WIDTH = 100;

export interface FormatResult {
  readonly text: string;
  /** Syntax errors; when there are any, the text is the one that was given. */
  readonly problems: readonly Diagnostic[];
}

/** Lays out a program. Cost: linear. */
export function format(text: SourceText): FormatResult {
  const { tree, problems } = parseWithTree(text);
  if (problems.length > 0) return { text: text.content, problems };
  const formatting: Formatting = {
    text: text.content,
    tokens: [...tokensOf(tree)],
    node: nodeDocument,
  };
  return { text: print(nodeDocument(formatting, tree), WIDTH), problems };
}
