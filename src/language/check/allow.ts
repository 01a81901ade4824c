/** `// allow W0102: reason` on the line of a warning, or above it, takes the warning back. */

import type { Diagnostic } from "../../source/diagnostic.ts";
import { lineIndexAt } from "../../source/position.ts";
import { sourceText } from "../../source/text.ts";

/** The reports that no comment of the text allows. */
export function withoutAllowed(
  problems: readonly Diagnostic[],
  path: string,
  content: string,
): Diagnostic[] {
  if (!content.includes("// allow ")) return [...problems];
  const text = sourceText(path, content);
  const lines = content.split(/\r\n|\r|\n/);
  return problems.filter((problem) => {
    if (problem.severity !== "warning" || problem.path !== path) return true;
    const line = lineIndexAt(text, problem.span.start);
    return !allows(lines, line, problem.code);
  });
}

function allows(lines: readonly string[], line: number, code: string): boolean {
  if (allowed(lines[line] ?? "").includes(code)) return true;
  for (let above = line - 1; above >= 0 && isComment(lines[above]); above -= 1) {
    if (allowed(lines[above]).includes(code)) return true;
  }
  return false;
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith("//");
}

function allowed(line: string): string[] {
  const match = /\/\/ allow ((?:W\d{4})(?:, W\d{4})*): \S/.exec(line);
  return match === null ? [] : match[1].split(", ");
}
