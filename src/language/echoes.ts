/** Reports of the checker that only follow from what the parser could not read. */

import type { Diagnostic } from "../source/diagnostic.ts";
import { lineIndexAt } from "../source/position.ts";
import { lineText, type SourceText } from "../source/text.ts";

const NAME_CODES: ReadonlySet<string> = new Set(["E0201", "E0206"]);

/**
 * The reports of the checker without echoes: what stands on a line that could not be read, and
 * names that such a line may have declared. Cost: linear.
 */
export function withoutEchoes(
  text: SourceText,
  unread: readonly Diagnostic[],
  checked: readonly Diagnostic[],
): Diagnostic[] {
  const errors = unread.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return [...checked];
  const lines = new Set(errors.map(({ span }) => lineIndexAt(text, span.start)));
  const words = new Set([...lines].flatMap((line) => wordsOf(lineText(text, line))));
  return checked.filter(({ path, span, code, severity }) => {
    // Lints on code that could not be read are about what was not read.
    if (severity === "warning" && code !== "W0107") return false;
    if (path !== text.path) return true;
    if (lines.has(lineIndexAt(text, span.start))) return false;
    return !NAME_CODES.has(code) || !words.has(text.content.slice(span.start, span.end));
  });
}

function wordsOf(line: string): string[] {
  return line.match(/[\p{L}_][\p{L}\p{N}_]*/gu) ?? [];
}
