/**
 * One source text: its path, its content and where its lines start.
 *
 * Offsets count UTF-16 units. A line ends with `\n`, `\r\n` or a lone `\r`.
 * Not here: reading files and decoding UTF-8 (cli/), columns for people and editors (position.ts).
 */

export interface SourceText {
  /** As given by whoever supplied the text; shown in reports. */
  readonly path: string;
  readonly content: string;
  /** Offset of the first unit of each line; the first is 0. */
  readonly lineStarts: readonly number[];
}

/** A source text from its content. Cost: linear, once its lines are asked for. */
export function sourceText(path: string, content: string): SourceText {
  let lineStarts: readonly number[] | null = null;
  return {
    path,
    content,
    get lineStarts() {
      lineStarts ??= lineStartsOf(content);
      return lineStarts;
    },
  };
}

function lineStartsOf(content: string): readonly number[] {
  const lineStarts = [0];
  for (let offset = 0; offset < content.length; offset += 1) {
    const unit = content.charCodeAt(offset);
    if (unit === 10) lineStarts.push(offset + 1);
    else if (unit === 13 && content.charCodeAt(offset + 1) !== 10) lineStarts.push(offset + 1);
  }
  return lineStarts;
}

/** The text of a line (from 0) without its line end. */
export function lineText(text: SourceText, lineIndex: number): string {
  const start = text.lineStarts[lineIndex];
  if (start === undefined) return "";
  let end = text.lineStarts[lineIndex + 1] ?? text.content.length;
  while (end > start && isLineEnd(text.content.charCodeAt(end - 1))) end -= 1;
  return text.content.slice(start, end);
}

function isLineEnd(unit: number): boolean {
  return unit === 10 || unit === 13;
}
