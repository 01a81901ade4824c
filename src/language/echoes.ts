/** Reports of the checker that only follow from what the parser could not read. */

import type { Diagnostic } from "../source/diagnostic.ts";
import { lineIndexAt } from "../source/position.ts";
import { lineText, type SourceText } from "../source/text.ts";
import { isLibrary } from "./check/habits.ts";
import type { ParseResult } from "./parse.ts";

const NAME_CODES: ReadonlySet<string> = new Set(["E0201", "E0206"]);

/** The first line of a function or a test, as this language or another one writes it. */
const HEAD = /^(?:pub\s+)?(?:fn|def|func|function|fun|test|bench)\b\s*([\p{L}_][\p{L}\p{N}_]*)?/u;

/** Imports of other languages, which bring in names that the library has without them. */
const IMPORT = /^(?:import|from|use|using|require)\s+[\p{L}_]/u;

/**
 * The reports of the checker without echoes: what stands on a line that could not be read, and
 * names that such a line may have declared. What was read as it was meant has no echoes. Cost:
 * linear.
 */
export function withoutEchoes(
  text: SourceText,
  { problems, unread }: Pick<ParseResult, "problems" | "unread">,
  checked: readonly Diagnostic[],
): Diagnostic[] {
  if (!problems.some(({ severity }) => severity === "error")) return [...checked];
  const lines = new Set(unread.map((place) => lineIndexAt(text, place)));
  const declared = [...lines].map((line) => declaredOn(text, line));
  return checked.filter(({ path, span, code, severity }) => {
    // Lints on code that could not be read are about what was not read.
    if (severity === "warning" && code !== "W0107") return false;
    if (path !== text.path) return true;
    const line = lineIndexAt(text, span.start);
    if (lines.has(line)) return false;
    const word = text.content.slice(span.start, span.end);
    return !NAME_CODES.has(code) || !declared.some((each) => each.declares(word, line));
  });
}

interface Declared {
  /** Whether a name on a line may have been declared here. */
  declares(name: string, line: number): boolean;
}

/** The names that a line may declare; those of a function's parameters end with it. */
function declaredOn(text: SourceText, line: number): Declared {
  const content = lineText(text, line);
  const words = new Set(wordsOf(content));
  const head = HEAD.exec(content);
  if (IMPORT.test(content)) for (const word of words) if (isLibrary(word)) words.delete(word);
  if (head === null) return { declares: (name) => words.has(name) };
  let end = line + 1;
  const last = lineIndexAt(text, text.content.length);
  while (end <= last && !HEAD.test(lineText(text, end))) end += 1;
  return { declares: (name, at) => words.has(name) && (name === head[1] || at < end) };
}

function wordsOf(line: string): string[] {
  return line.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
}
