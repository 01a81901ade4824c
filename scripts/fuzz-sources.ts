/**
 * Random and damaged texts through lexer, parser and formatter: `node scripts/fuzz-sources.ts
 * [--count 100000] [--seed 1]`.
 *
 * It prints counters, or the first fault. Every text must be read without an exception in bounded
 * time; tokens with what stands between them are the text; spans lie inside it; a text without
 * problems is formatted twice to the same text, with the same AST and the same comments.
 */

import { isDeepStrictEqual } from "node:util";
import { lex } from "../grammar/lexer.ts";
import { parseTree, parseTreeRecovering } from "../grammar/parse-tree.ts";
import { isToken, type SyntaxNode, tokensOf } from "../grammar/tree.ts";
import type { SourceFile } from "../src/language/ast.ts";
import { format } from "../src/language/format.ts";
import { parse, type ParseWithTree, parseWithTree } from "../src/language/parse.ts";
import { printTree } from "../src/language/print-tree.ts";
import { sourceText, type SourceText } from "../src/source/text.ts";
import { fuzzCommand, type SeedChoice } from "./fuzz-seeds.ts";
import { type Chance, chance, commentedProgram, randomSource } from "./random-source.ts";

export interface SourceFuzzCounts {
  sources: number;
  units: number;
  withProblems: number;
  problems: number;
  formatted: number;
  /** Reports by code. */
  codes: Record<string, number>;
}

/** What else to do with each text that was read; throws when something is wrong. */
export type Further = (text: SourceText, result: ParseWithTree) => void;

/** Reads `count` texts; throws with the seed and the text of the first fault. */
export function fuzzSources(
  count: number,
  seed: number,
  further: Further = () => {},
): SourceFuzzCounts {
  const counts: SourceFuzzCounts = {
    sources: 0,
    units: 0,
    withProblems: 0,
    problems: 0,
    formatted: 0,
    codes: {},
  };
  for (let number = 0; number < count; number += 1) {
    const content = randomSource(chance(seed + number));
    try {
      examine(sourceText("fuzz.reso", content), counts, further);
      examineCommented(content, chance(seed + number));
    } catch (reason) {
      throw new Error(`seed ${seed + number}, count 1:\n${content}\n`, { cause: reason });
    }
  }
  return counts;
}

function examine(text: SourceText, counts: SourceFuzzCounts, further: Further): void {
  const result = parseWithTree(text);
  counts.sources += 1;
  counts.units += text.content.length;
  counts.problems += result.problems.length;
  for (const { code } of result.problems) counts.codes[code] = (counts.codes[code] ?? 0) + 1;
  checkTokens(text, result);
  checkBothRoads(text, result);
  // the other parser takes longer than all of this: some texts are enough
  if (counts.sources % 4 === 1) checkBothParsers(text.content);
  checkSpans(text, result.file, result);
  if (result.problems.length > 0) counts.withProblems += 1;
  else {
    checkFormat(text, result);
    counts.formatted += 1;
  }
  further(text, result);
}

/** The AST that is made straight from the tokens is the one that is made from the tree. */
export function checkBothRoads(text: SourceText, { file, problems }: ParseWithTree): void {
  const straight = parse(text);
  if (!isDeepStrictEqual(straight.file, file)) throw new Error("two roads, two files");
  if (!isDeepStrictEqual(straight.problems, problems)) throw new Error("two roads, other reports");
}

/** The parser of texts without mistakes reads what the recovering one reads, or nothing. */
function checkBothParsers(content: string): void {
  const direct = parseTree(lex(content));
  const recovering = parseTreeRecovering(lex(content));
  if (outline(direct.root) !== outline(recovering.root)) throw new Error("two parsers, two trees");
  if (JSON.stringify(direct.mistakes) === JSON.stringify(recovering.mistakes)) return;
  throw new Error("two parsers, other mistakes");
}

/** A tree as text: kinds, places and depths. */
function outline(node: SyntaxNode): string {
  const parts = node.children.map((child) => (isToken(child) ? child.index : outline(child)));
  return `(${node.kind} ${node.start} ${node.end} ${node.depth}: ${parts.join(" ")})`;
}

/** The same text with comments behind some of its tokens, where it is still without problems. */
function examineCommented(content: string, random: Chance): void {
  if (parse(sourceText("fuzz.reso", content)).problems.length > 0) return;
  for (let count = 1; count <= 4; count += 1) {
    const text = sourceText("fuzz.reso", commentedProgram(random, content, count));
    const result = parseWithTree(text);
    if (result.problems.length > 0) continue;
    try {
      checkBothRoads(text, result);
      checkFormat(text, result);
    } catch (reason) {
      throw new Error(`with comments:\n${text.content}`, { cause: reason });
    }
  }
}

/** Tokens and trivia are the text. */
export function checkTokens(text: SourceText, result: ParseWithTree): void {
  let rebuilt = "";
  for (const token of tokensOf(result.tree)) {
    if (token.triviaStart !== rebuilt.length)
      throw new Error(`hole in the tree at ${rebuilt.length}`);
    rebuilt += text.content.slice(token.triviaStart, token.end);
  }
  if (rebuilt !== text.content) throw new Error("the tree is not the text");
}

function checkSpans(text: SourceText, file: SourceFile, result: ParseWithTree): void {
  const inside = (span: { start: number; end: number }): boolean =>
    span.start >= 0 && span.start <= span.end && span.end <= text.content.length;
  const waiting: unknown[] = [file, ...result.problems];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const [key, child] of Object.entries(value)) {
      if (
        (key === "span" || key === "operatorSpan") &&
        !inside(child as { start: number; end: number })
      ) {
        throw new Error(`span outside of the text: ${JSON.stringify(value).slice(0, 200)}`);
      }
      waiting.push(child);
    }
  }
}

/** Formatting twice is formatting once, and neither the AST nor a comment changes. */
export function checkFormat(text: SourceText, result: ParseWithTree): void {
  const once = format(text);
  const again = sourceText(text.path, once.text);
  const reread = parseWithTree(again);
  if (reread.problems.length > 0)
    throw new Error(
      `formatting broke the program:\n${once.text}\n${JSON.stringify(reread.problems)}`,
    );
  const twice = format(again);
  if (twice.text !== once.text)
    throw new Error(`not idempotent:\n${once.text}\n---\n${twice.text}`);
  const [before, after] = [printTree(result.file), printTree(reread.file)];
  if (before !== after) throw new Error(`the AST changed:\n${before}\n---\n${after}`);
  const [commentsBefore, commentsAfter] = [commentsOf(text, result), commentsOf(again, reread)];
  if (commentsBefore !== commentsAfter)
    throw new Error(`comments changed:\n${commentsBefore}\n---\n${commentsAfter}`);
}

function commentsOf(text: SourceText, result: ParseWithTree): string {
  const comments: string[] = [];
  for (const token of tokensOf(result.tree)) {
    for (const comment of token.comments)
      comments.push(text.content.slice(comment.start, comment.end));
  }
  return comments.join("").replaceAll(/\s/g, "");
}

/** Gives whether all is well; writes the counters, or what it found. */
export function tellFuzzedSources(
  { first, count }: SeedChoice,
  write: (line: string) => void,
  further?: Further,
): boolean {
  try {
    write(JSON.stringify(fuzzSources(count, first, further)));
    return true;
  } catch (reason) {
    const { message, cause } = reason as Error;
    write(`${message}${(cause as Error).stack}`);
    return false;
  }
}

if (import.meta.main) fuzzCommand(100_000, tellFuzzedSources);
