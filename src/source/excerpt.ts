/** Lines of a source text with marks under them, as they stand in a report. */

import { lineIndexAt } from "./position.ts";
import type { Span } from "./span.ts";
import { lineText, type SourceText } from "./text.ts";

export interface Mark {
  readonly span: Span;
  /** What stands beside the underline; may be empty. */
  readonly text: string;
  /** `^` for the fault itself, `-` for what explains it. */
  readonly isMain: boolean;
}

export interface ExcerptPalette {
  readonly mark: (text: string) => string;
  readonly frame: (text: string) => string;
  readonly note: (text: string) => string;
}

/** Columns of a line that are shown at most; longer lines are cut round the mark. */
const WIDEST = 120;
const TAB = "    ";

interface LineMark {
  readonly lineIndex: number;
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
}

/** The marked lines with their numbers; a gap between lines that are not neighbours. */
export function excerpt(
  text: SourceText,
  marks: readonly Mark[],
  gutter: number,
  palette: ExcerptPalette,
): string[] {
  const perLine = new Map<number, LineMark[]>();
  for (const mark of marks) {
    const lineMark = markOnLine(text, mark);
    perLine.set(lineMark.lineIndex, [...(perLine.get(lineMark.lineIndex) ?? []), lineMark]);
  }
  const lines = [`${" ".repeat(gutter)} ${palette.frame("│")}`];
  let previous = -1;
  for (const lineIndex of [...perLine.keys()].toSorted((a, b) => a - b)) {
    if (previous >= 0 && lineIndex === previous + 2)
      lines.push(numbered(text, previous + 1, gutter, palette));
    else if (previous >= 0 && lineIndex > previous + 2)
      lines.push(`${" ".repeat(gutter)} ${palette.frame("·")}`);
    lines.push(...markedLine(text, lineIndex, perLine.get(lineIndex) ?? [], gutter, palette));
    previous = lineIndex;
  }
  return lines;
}

/** A span of several lines is marked on its first. */
function markOnLine(text: SourceText, mark: Mark): LineMark {
  const lineIndex = lineIndexAt(text, Math.min(mark.span.start, text.content.length));
  const lineStart = text.lineStarts[lineIndex];
  const { length } = lineText(text, lineIndex);
  const from = Math.min(mark.span.start - lineStart, length);
  const to = Math.max(from, Math.min(mark.span.end - lineStart, length));
  return { lineIndex, from, to, mark };
}

function numbered(
  text: SourceText,
  lineIndex: number,
  gutter: number,
  palette: ExcerptPalette,
): string {
  return frameLine(
    `${lineIndex + 1}`.padStart(gutter),
    clip(show(lineText(text, lineIndex)), 0),
    palette,
  );
}

function frameLine(margin: string, body: string, palette: ExcerptPalette): string {
  return `${palette.frame(`${margin} │`)}${body === "" ? "" : ` ${body}`}`;
}

function markedLine(
  text: SourceText,
  lineIndex: number,
  marks: readonly LineMark[],
  gutter: number,
  palette: ExcerptPalette,
): string[] {
  const line = lineText(text, lineIndex);
  const columns = marks.map((mark) => {
    const from = widthOf(show(line.slice(0, mark.from)));
    return { from, to: Math.max(from + 1, widthOf(show(line.slice(0, mark.to)))), mark: mark.mark };
  });
  const shift = shiftFor(widthOf(show(line)), Math.min(...columns.map((column) => column.from)));
  const lines = [frameLine(`${lineIndex + 1}`.padStart(gutter), clip(show(line), shift), palette)];
  const margin = " ".repeat(gutter);
  // Marks that share a line get a row each, the rightmost first; without text they share one.
  for (const row of rowsOf(columns)) {
    let body = "";
    let width = 0;
    for (const column of row) {
      const from = Math.max(0, column.from - shift);
      const length = Math.max(1, Math.min(column.to - shift, WIDEST) - from);
      const underline = (column.mark.isMain ? "^" : "-").repeat(length);
      body +=
        " ".repeat(Math.max(0, from - width)) +
        (column.mark.isMain ? palette.mark(underline) : palette.note(underline));
      width = from + length;
    }
    const { mark } = row[row.length - 1];
    if (mark.text !== "")
      body += ` ${mark.isMain ? palette.mark(mark.text) : palette.note(mark.text)}`;
    lines.push(frameLine(margin, body, palette));
  }
  return lines;
}

interface Column {
  readonly from: number;
  readonly to: number;
  readonly mark: Mark;
}

/** Marks in rows: one row may hold several as long as only its last has text and none overlap. */
function rowsOf(columns: readonly Column[]): Column[][] {
  const rows: Column[][] = [];
  for (const column of columns.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    const row = rows.find((candidate) => {
      const last = candidate[candidate.length - 1];
      return last.mark.text === "" && last.to <= column.from;
    });
    if (row === undefined) rows.push([column]);
    else row.push(column);
  }
  return rows;
}

/** Tabs as four spaces, other control characters as a middle dot. */
function show(line: string): string {
  return line.replaceAll("\t", TAB).replaceAll(/\p{Cc}/gu, "·");
}

/** Columns of a text: code points. */
function widthOf(text: string): number {
  let width = 0;
  for (const _ of text) width += 1;
  return width;
}

function shiftFor(width: number, from: number): number {
  return width <= WIDEST || from < WIDEST - 20 ? 0 : from - 40;
}

function clip(line: string, shift: number): string {
  const points = [...line];
  if (points.length <= WIDEST && shift === 0) return line;
  const cut = shift > 0 ? 1 : 0;
  const part = "…".repeat(cut) + points.slice(shift + cut, shift + WIDEST).join("");
  return `${part}${shift + WIDEST < points.length ? "…" : ""}`;
}
