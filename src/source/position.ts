/** Offsets as lines and columns, as people count them: from 1, in code points. */

import type { SourceText } from "./text.ts";

/** What people are shown: both count from 1, columns in Unicode code points. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * Index (from 0) of the line that holds an offset; offsets outside the text are clamped. Cost: log
 * lines.
 */
export function lineIndexAt(text: SourceText, offset: number): number {
  let low = 0;
  let high = text.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (text.lineStarts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Line and column of an offset as people count them. */
export function positionAt(text: SourceText, offset: number): Position {
  const inside = Math.max(0, Math.min(offset, text.content.length));
  const lineIndex = lineIndexAt(text, inside);
  let column = 1;
  for (let at = text.lineStarts[lineIndex]; at < inside; at += 1) {
    if (!isLowSurrogateOfPair(text.content, at)) column += 1;
  }
  return { line: lineIndex + 1, column };
}

function isLowSurrogateOfPair(content: string, at: number): boolean {
  const unit = content.charCodeAt(at);
  if (unit < 0xdc00 || unit > 0xdfff || at === 0) return false;
  const before = content.charCodeAt(at - 1);
  return before >= 0xd800 && before <= 0xdbff;
}
