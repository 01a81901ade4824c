/** `// allow W0102: reason` on the line of a warning, or above it, takes the warning back. */

import type { Diagnostic } from "../../source/diagnostic.ts";
import { lineIndexAt } from "../../source/position.ts";
import type { Span } from "../../source/span.ts";
import { sourceText } from "../../source/text.ts";

/** What is left of the reports, and the comments that took none of them back. */
export interface Allowed {
  readonly problems: Diagnostic[];
  readonly idle: readonly IdleComment[];
}

export interface IdleComment {
  readonly span: Span;
  readonly code: string;
  readonly hasReason: boolean;
}

interface Permission {
  readonly code: string;
  readonly span: Span;
  readonly hasReason: boolean;
  isUsed: boolean;
}

/** The reports that no comment of the text allows. Cost: linear. */
export function withoutAllowed(
  problems: readonly Diagnostic[],
  path: string,
  content: string,
): Allowed {
  if (!content.includes("// allow W")) return { problems: [...problems], idle: [] };
  const text = sourceText(path, content);
  const lines = content.split(/\r\n|\r|\n/);
  const permissions = lines.map((line, index) => permissionsOn(line, text.lineStarts[index]));
  const left = problems.filter((problem) => {
    if (problem.severity !== "warning" || problem.path !== path) return true;
    const line = lineIndexAt(text, problem.span.start);
    const found = permissionFor(lines, permissions, line, problem.code);
    if (found !== null) found.isUsed = true;
    return found === null;
  });
  return { problems: left, idle: permissions.flat().filter(({ isUsed }) => !isUsed) };
}

function permissionFor(
  lines: readonly string[],
  permissions: readonly (readonly Permission[])[],
  line: number,
  code: string,
): Permission | null {
  const find = (index: number): Permission | null =>
    permissions[index]?.find((each) => each.hasReason && each.code === code) ?? null;
  const own = find(line);
  if (own !== null) return own;
  for (let above = line - 1; above >= 0 && isComment(lines[above]); above -= 1) {
    const found = find(above);
    if (found !== null) return found;
  }
  return null;
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith("//");
}

/** The codes of a line's comment, each where it is written. */
function permissionsOn(line: string, lineStart: number): Permission[] {
  const match = /\/\/ allow (W\d{4}(?:, W\d{4})*)(: \S)?/.exec(line);
  if (match === null) return [];
  const first = lineStart + match.index + "// allow ".length;
  return match[1].split(", ").map((code, index) => {
    const start = first + index * "W0000, ".length;
    const span = { start, end: start + code.length };
    return { code, span, hasReason: match[2] !== undefined, isUsed: false };
  });
}
