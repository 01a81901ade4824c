/**
 * Text → AST and problems. Never throws, whatever the text; a broken part is an `error` node.
 *
 * In: a source text. Out: the AST, and reports in the order of the text, one for each cause; for
 * who asks, the lossless tree. A text without problems becomes its AST straight; the tree of any
 * other one is read with more care.
 * Not here: names, types and units (check/).
 */

import { lex, type Gap, type LexResult } from "../../grammar/lexer.ts";
import type { Mistake } from "../../grammar/mistake.ts";
import type { TokenTable } from "../../grammar/token-table.ts";
import type { SyntaxNode } from "../../grammar/tree.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import { lineIndexAt } from "../source/position.ts";
import { report } from "../source/report.ts";
import type { SourceText } from "../source/text.ts";
import type { SourceFile } from "./ast.ts";
import { mentionedIn } from "./parse/imports.ts";
import { parseStraight } from "./parse/straight.ts";
import { suspectsIn } from "./parse/suspects.ts";
import { readThroughTree } from "./parse/through-tree.ts";

export interface ParseResult {
  readonly file: SourceFile;
  readonly problems: readonly Diagnostic[];
  /** Where something was not read as it was meant. */
  readonly unread: readonly number[];
  /** All tokens of the text, the end of the file last. */
  readonly tokens: TokenTable;
}

export interface ParseWithTree extends ParseResult {
  readonly tree: SyntaxNode;
}

/** Reports that often follow from another one on the same line; they give way to it. */
const FOLLOWERS: ReadonlySet<string> = new Set(["E0109", "E0110", "E0111", "E0117"]);

/**
 * Reads a program, or what lies outside of some gaps in it. Cost: linear in the length of what is
 * read.
 */
export function parse(text: SourceText, gaps: readonly Gap[] = []): ParseResult {
  const read = lex(text.content, gaps);
  const file = read.mistakes.length > 0 ? null : parseStraight(read.table);
  if (file === null) return parseThroughTree(text, read);
  return { file: withTokens(file, read.table), problems: [], unread: [], tokens: read.table };
}

/** The same by way of the lossless tree, which is given too. */
export function parseWithTree(text: SourceText): ParseWithTree {
  return parseThroughTree(text, lex(text.content));
}

function parseThroughTree(text: SourceText, read: LexResult): ParseWithTree {
  const { tree, file, mistakes } = readThroughTree(read);
  const problems = oneForEachCause(text, mistakes).map((mistake) =>
    report(
      mistake.code,
      text.path,
      { start: mistake.start, end: mistake.end },
      mistake.message,
      mistake,
    ),
  );
  const unread = mistakes.filter((each) => !isUnderstood(each)).map(({ start }) => start);
  return { file: withTokens(file, read.table), problems, unread, tree, tokens: read.table };
}

/** A file with what its tokens alone tell. */
function withTokens(file: SourceFile, tokens: TokenTable): SourceFile {
  const mentioned = mentionedIn(tokens, file.imports);
  return { ...file, mentioned, suspects: suspectsIn(tokens) };
}

/** What is sure to be meant has been read so. */
function isUnderstood({ edits = [] }: Mistake): boolean {
  return edits.length > 0 && edits.every(({ confidence }) => confidence === "certain");
}

function oneForEachCause(text: SourceText, mistakes: readonly Mistake[]): Mistake[] {
  const sorted = mistakes.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const taken = new Map<number, Mistake>();
  for (const mistake of sorted) {
    if (!FOLLOWERS.has(mistake.code)) taken.set(lineIndexAt(text, mistake.start), mistake);
  }
  const lost = sorted.find(({ losesBlock }) => losesBlock === true)?.start ?? Infinity;
  return sorted.filter((mistake) => {
    if (mistake.start > lost && mistake.code === "E0117") return false;
    if (!FOLLOWERS.has(mistake.code) || mistake.isOwnCause === true) return true;
    const line = lineIndexAt(text, mistake.start);
    if (taken.has(line)) return false;
    taken.set(line, mistake);
    return true;
  });
}
