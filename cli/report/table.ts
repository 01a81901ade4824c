/**
 * Columns of values as text: numbers with six digits aligned at their points, long tables shortened
 * in the middle, wide ones in blocks.
 */

import type { ModuleValue } from "../../src/index.ts";
import { type Column, columnLabel, displayed, type OutputTable } from "./columns.ts";
import type { Palette } from "./palette.ts";

const SHOWN_ROWS = 40;
const SIGNIFICANT_DIGITS = 6;
const WIDEST_CELL = 40;
const GAP = "  ";

/**
 * Lines of the table: a header, a rule, and the rows.
 *
 * @param width in characters; columns that do not fit stand in a further block below. Infinity for
 *   no limit
 */
export function renderTable(
  table: OutputTable,
  width: number,
  palette: Palette,
): readonly string[] {
  const rows = shownRows(table.rowCount);
  const columns = table.columns.map((column) => columnCells(column, rows));
  const lines: string[] = [];
  for (const block of blocksOf(columns, width)) {
    if (lines.length > 0) lines.push("");
    const [header, ...body] = ["", ...rows].map((_, line) =>
      block
        .map((cells) => cells[line])
        .join(GAP)
        .trimEnd(),
    );
    const rule = block.map((cells) => "─".repeat(cells[0].length)).join(GAP);
    lines.push(header, palette.faint(rule), ...body);
  }
  return lines;
}

/** Columns side by side as long as they fit; at least one in each block. */
function blocksOf(
  columns: readonly (readonly string[])[],
  width: number,
): readonly (readonly (readonly string[])[])[] {
  const blocks: (readonly string[])[][] = [];
  let used = 0;
  for (const cells of columns) {
    const needed = cells[0].length + GAP.length;
    if (blocks.length === 0 || used + needed > width + GAP.length) {
      blocks.push([]);
      used = 0;
    }
    blocks[blocks.length - 1].push(cells);
    used += needed;
  }
  return blocks;
}

/** Row numbers to show; null stands for the rows left out. */
function shownRows(count: number): readonly (number | null)[] {
  const all = Array.from({ length: Math.min(count, SHOWN_ROWS) }, (_, row) => row);
  if (count <= SHOWN_ROWS) return all;
  const half = SHOWN_ROWS / 2;
  return [...all.slice(0, half), null, ...all.slice(half).map((row) => row + count - SHOWN_ROWS)];
}

/** The header and the shown cells of a column, all of one width. */
function columnCells(column: Column, rows: readonly (number | null)[]): readonly string[] {
  const label = columnLabel(column);
  const texts = rows.map((row) => (row === null ? "…" : cellText(column, column.values[row])));
  if (!isNumeric(column)) {
    const width = Math.max(...[label, ...texts].map(widthOf));
    return [label, ...texts].map((text) => text + " ".repeat(width - widthOf(text)));
  }
  const aligned = alignAtPoint(texts);
  const width = Math.max(widthOf(label), ...aligned.map(widthOf));
  return [label, ...aligned].map((text) => " ".repeat(width - widthOf(text)) + text);
}

/** Pads numbers behind, so that right-aligned their points stand below each other. */
function alignAtPoint(texts: readonly string[]): readonly string[] {
  const tails = texts.map((text) => (/^-?\d+/u.test(text) ? text.replace(/^-?\d+/u, "") : ""));
  const longest = Math.max(0, ...tails.map((tail) => tail.length));
  return texts.map((text, index) =>
    /^-?\d/u.test(text) ? text + " ".repeat(longest - tails[index].length) : text,
  );
}

/** Columns of the terminal that a text takes: its code points. */
function widthOf(text: string): number {
  return [...text].length;
}

export function isNumeric(column: Column): boolean {
  return column.type.kind === "int" || column.type.kind === "float";
}

function cellText(column: Column, value: ModuleValue | null): string {
  if (value === null) return "–";
  if (column.type.kind === "float") return numberText(displayed(column, value as number));
  if (column.type.kind === "int") return String(value);
  const text = [...column.show(value).replaceAll(/\p{Cc}/gu, "·")];
  return text.length > WIDEST_CELL ? `${text.slice(0, WIDEST_CELL - 1).join("")}…` : text.join("");
}

/** Six significant digits, as few characters as they need. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (Object.is(value, -0)) return "-0";
  const magnitude = Math.abs(value);
  if (magnitude !== 0 && (magnitude < 1e-4 || magnitude >= 1e7)) {
    return value
      .toExponential(SIGNIFICANT_DIGITS - 1)
      .replace(/\.?0+e/u, "e")
      .replace("e+", "e");
  }
  const text = value.toPrecision(SIGNIFICANT_DIGITS);
  if (text.includes("e")) return String(Math.round(value));
  return text.includes(".") ? text.replace(/\.?0+$/u, "") : text;
}
