/**
 * Tokens of any text → its lossless tree, the AST of that, and mistakes.
 *
 * In: what the lexer read, mistakes included. Out: an AST without what the tokens alone tell.
 * Not here: which mistakes are reported (parse.ts).
 */

import type { LexResult } from "../../../grammar/lexer.ts";
import type { Mistake } from "../../../grammar/mistake.ts";
import { parseTree } from "../../../grammar/parse-tree.ts";
import type { SyntaxNode } from "../../../grammar/tree.ts";
import type { SourceFile } from "../ast.ts";
import { fileOf } from "./declarations.ts";
import { expressionOf } from "./expressions.ts";
import type { Reading } from "./reading.ts";
import { blockOf, statementOf } from "./statements.ts";

export interface ReadTree {
  readonly tree: SyntaxNode;
  readonly file: SourceFile;
  readonly mistakes: readonly Mistake[];
}

export function readThroughTree(read: LexResult): ReadTree {
  const { root, mistakes } = parseTree(read);
  const reading: Reading = {
    text: read.table.text,
    mistakes: [...mistakes],
    looseUnits: new Map(),
    expression: expressionOf,
    block: blockOf,
    statement: statementOf,
  };
  return { tree: root, file: fileOf(reading, root), mistakes: reading.mistakes };
}
