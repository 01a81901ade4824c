/**
 * Tokens of a text without mistakes → AST, straight, without a tree in between.
 *
 * The derived parser says which parts a node has; what the node becomes stands in a table of
 * readers. A text with whatever needs a report is left to the readers of trees beside this file:
 * a reader that meets something of the kind throws MISTAKE.
 * Invariant: the AST is the one that the tree of the text becomes.
 */

import { DirectParser } from "../../../grammar/direct-parser.ts";
import { MISTAKE, readOrNull } from "../../../grammar/direct-stack.ts";
import { isUpper } from "../../../grammar/gates.ts";
import { layOutPlainly, type PlainLayout } from "../../../grammar/layout/plain-text.ts";
import type { Mistake } from "../../../grammar/mistake.ts";
import type { TokenTable } from "../../../grammar/token-table.ts";
import { kindCode, NODE_KINDS } from "../../../grammar/tree.ts";
import type { SourceFile } from "../ast.ts";
import { DECLARATION_READERS, fileOf } from "./straight/declarations.ts";
import { EXPRESSION_READERS } from "./straight/expressions.ts";
import { foldExpression, foldOperand } from "./straight/fold.ts";
import type { Parts, Reader, Readers } from "./straight/parts.ts";
import { PATTERN_READERS } from "./straight/patterns.ts";
import { STATEMENT_READERS } from "./straight/statements.ts";
import { TYPE_READERS } from "./straight/types.ts";

/**
 * The AST of the tokens of a text, without the names that it mentions; null when something in the
 * text needs a report.
 */
export function parseStraight(table: TokenTable): SourceFile | null {
  const layout = layOutPlainly(table);
  return layout === null ? null : readOrNull(() => new StraightParser(table, layout).whole());
}

const READERS: Readers = {
  ...TYPE_READERS,
  ...PATTERN_READERS,
  ...EXPRESSION_READERS,
  ...STATEMENT_READERS,
  ...DECLARATION_READERS,
};

const BY_CODE: readonly Reader[] = NODE_KINDS.map((kind) => READERS[kind] ?? refuse);

function refuse(): never {
  throw MISTAKE;
}

const OPERAND = kindCode("operand");

class StraightParser extends DirectParser implements Parts {
  readonly text: string;
  readonly table: TokenTable;
  readonly tokenCodes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly begins: Uint8Array;
  readonly row: unknown[] = [];
  readonly mistakes: Mistake[] = [];

  constructor(table: TokenTable, layout: PlainLayout) {
    super(layout);
    this.text = table.text;
    this.table = table;
    this.tokenCodes = table.codes;
    this.starts = table.starts;
    this.ends = table.ends;
    this.begins = layout.begins;
  }

  whole(): SourceFile {
    this.file();
    this.finish();
    if (this.mistakes.length > 0) throw MISTAKE;
    return this.top === 0 ? fileOf(this, 0, 0) : (this.values[0] as SourceFile);
  }

  protected isUpper(token: number): boolean {
    return isUpper(this.text.charCodeAt(this.starts[token]));
  }

  protected make(kind: number, from: number, to: number): unknown {
    return BY_CODE[kind](this, from, to);
  }

  protected fold(kind: number, from: number): void {
    if (kind === OPERAND) foldOperand(this, from, this.top);
    else foldExpression(this, from, this.top);
    this.top = from + 1;
  }
}
