/**
 * Edits of reports put into a text.
 *
 * The edits of one report belong together: all of them are made, or none.
 * Not here: whether the repaired program is sound (repair.ts), what a report proposes (each one's
 * own place).
 */

import type { Diagnostic, Edit } from "./diagnostic.ts";
import type { Span } from "./span.ts";

/**
 * A text with some edits made, which do not overlap. Those at one place are made in the order of
 * the list. Cost: linear.
 */
export function applyEdits(content: string, edits: readonly Edit[]): string {
  const ordered = edits.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  const parts: string[] = [];
  let at = 0;
  for (const { span, replacement } of ordered) {
    parts.push(content.slice(at, span.start), replacement);
    at = span.end;
  }
  parts.push(content.slice(at));
  return parts.join("");
}

/** Whether a report knows its repair for certain. */
export function isSure(diagnostic: Diagnostic): boolean {
  const { edits } = diagnostic;
  return edits.length > 0 && edits.every(({ confidence }) => confidence === "certain");
}

/**
 * The reports about a text whose sure edits can be made at once, in the order of the text: none
 * touches what another one changes, and no comment is lost.
 */
export function sureFixes(
  content: string,
  path: string,
  diagnostics: readonly Diagnostic[],
): Diagnostic[] {
  const taken: Span[] = [];
  return diagnostics.filter((diagnostic) => {
    if (diagnostic.path !== path || !isSure(diagnostic)) return false;
    const spans = diagnostic.edits.map(({ span }) => span);
    if (spans.some((span) => taken.some((other) => touch(span, other)))) return false;
    if (diagnostic.edits.some((edit) => losesComment(content, edit))) return false;
    taken.push(...spans);
    return true;
  });
}

function touch(a: Span, b: Span): boolean {
  const isInsertion = a.start === a.end || b.start === b.end;
  return isInsertion ? a.start <= b.end && b.start <= a.end : a.start < b.end && b.start < a.end;
}

function losesComment(content: string, { span, replacement }: Edit): boolean {
  return content.slice(span.start, span.end).includes("//") && !replacement.includes("//");
}
