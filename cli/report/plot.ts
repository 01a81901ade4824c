/**
 * Series as a plot of braille characters, each a grid of 2 × 4 dots, with round ticks on both axes.
 *
 * Not here: which columns of an output become which series (outputs.ts).
 */

import type { Palette } from "./palette.ts";
import { roundedScale, type Scale, type Tick, ticksOf } from "./ticks.ts";

export interface Series {
  readonly label: string;
  readonly x: readonly number[];
  readonly y: readonly number[];
}

export interface Plot {
  /** Label of the horizontal axis, with its unit. */
  readonly x: string;
  /** Unit of the vertical axis in brackets, or nothing. */
  readonly y: string;
  readonly series: readonly Series[];
}

const ROWS = 14;
const MOST_Y_TICKS = 6;
/** Characters that a tick of the horizontal axis has for itself. */
const X_TICK_ROOM = 8;
const NARROWEST = 24;
const WIDEST = 90;
const BRAILLE_BLANK = 0x2800;
/**
 * Bit of the dot in column 0 or 1 and row 0 to 3 of a character; Unicode block "Braille Patterns".
 */
const DOTS = [
  [0x01, 0x02, 0x04, 0x40],
  [0x08, 0x10, 0x20, 0x80],
] as const;

/**
 * Lines of a plot with both axes labelled; none when there is no finite point.
 *
 * @param columns width of the terminal in characters
 */
export function renderPlot(plot: Plot, columns: number, palette: Palette): readonly string[] {
  const x = scaleOf(plot.series.flatMap((one) => one.x));
  const tight = scaleOf(plot.series.flatMap((one) => one.y));
  if (x === null || tight === null) return [];
  const y = roundedScale(tight, MOST_Y_TICKS);
  const yTicks = ticksOf(y, MOST_Y_TICKS);
  const margin = Math.max(...yTicks.map(({ text }) => text.length));
  const width = Math.max(NARROWEST, Math.min(columns - margin - 3, WIDEST));
  const grid = drawDots(plot.series, x, y, width);
  const labels = new Map(yTicks.map((tick) => [Math.floor(rowOf(tick.value, y) / 4), tick.text]));
  const indent = " ".repeat(margin + 2);
  const legend = plot.series.map(({ label }, index) => `${palette.series("━━", index)} ${label}`);
  const title = plot.y === "" ? [] : [palette.faint(plot.y)];
  const body = grid.map((row, index) => {
    const text = labels.get(index);
    const axis = `${(text ?? "").padStart(margin)} ${text === undefined ? "│" : "┤"}`;
    return `${palette.faint(axis)}${cellsText(row, palette)}`;
  });
  const xTicks = ticksOf(x, Math.max(2, Math.floor(width / X_TICK_ROOM)));
  const { rule, texts } = horizontalAxis(xTicks, x, width);
  return [
    indent + [...title, ...legend].join("   "),
    ...body,
    palette.faint(`${" ".repeat(margin)} └${rule}`),
    palette.faint(indent + texts),
    indent + centred(plot.x, width),
  ];
}

function horizontalAxis(
  ticks: readonly Tick[],
  x: Scale,
  width: number,
): { readonly rule: string; readonly texts: string } {
  const rule = Array.from({ length: width }, () => "─");
  let texts = "";
  for (const { value, text } of ticks) {
    const column = Math.floor(columnOf(value, x, width) / 2);
    const start = Math.max(0, Math.min(column - Math.floor(text.length / 2), width - text.length));
    if (texts !== "" && start < texts.length + 1) continue;
    rule[column] = "┬";
    texts = texts.padEnd(start) + text;
  }
  return { rule: rule.join(""), texts };
}

function centred(text: string, width: number): string {
  return " ".repeat(Math.max(0, Math.floor((width - text.length) / 2))) + text;
}

/** The range of the finite values, widened where it is a point; null when they make no plot. */
export function scaleOf(values: readonly number[]): Scale | null {
  let from = Infinity;
  let to = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    from = Math.min(from, value);
    to = Math.max(to, value);
  }
  // Beyond these sizes steps of the axis overflow.
  const largest = Math.max(Math.abs(from), Math.abs(to));
  if (from > to || largest > 1e300) return null;
  if (largest < 1e-290) return { from: -1, to: 1 };
  // Less than what labels can tell is no range.
  if (to - from > largest * 1e-9) return { from, to };
  return { from: from - largest / 2, to: to + largest / 2 };
}

interface Cell {
  dots: number;
  owner: number;
}

/** Neighbours of one series are coloured together. */
function cellsText(row: readonly Cell[], palette: Palette): string {
  let text = "";
  let run = "";
  let owner = 0;
  for (const cell of row) {
    if (cell.dots !== 0 && cell.owner !== owner) {
      text += paintRun(run, owner, palette);
      run = "";
      owner = cell.owner;
    }
    run += cell.dots === 0 ? " " : String.fromCharCode(BRAILLE_BLANK + cell.dots);
  }
  return text + paintRun(run.trimEnd(), owner, palette);
}

function paintRun(run: string, owner: number, palette: Palette): string {
  const blank = run.length - run.trimStart().length;
  return run.trim() === "" ? run : run.slice(0, blank) + palette.series(run.slice(blank), owner);
}

/** The dot column of a value, from 0 at the left. */
function columnOf(value: number, { from, to }: Scale, width: number): number {
  return Math.round(((value - from) / (to - from)) * (width * 2 - 1));
}

/** The dot row of a value, from 0 at the top. */
function rowOf(value: number, { from, to }: Scale): number {
  return Math.round(((to - value) / (to - from)) * (ROWS * 4 - 1));
}

function drawDots(series: readonly Series[], x: Scale, y: Scale, width: number): Cell[][] {
  const grid = Array.from({ length: ROWS }, () =>
    Array.from({ length: width }, (): Cell => ({ dots: 0, owner: 0 })),
  );
  const dot = (column: number, row: number, owner: number): void => {
    const cell = grid[Math.floor(row / 4)][Math.floor(column / 2)];
    if (cell.dots === 0) cell.owner = owner;
    cell.dots |= DOTS[column % 2][row % 4];
  };
  for (const [owner, one] of series.entries()) {
    const at = (index: number): { column: number; row: number } | null =>
      Number.isFinite(one.x[index]) && Number.isFinite(one.y[index])
        ? { column: columnOf(one.x[index], x, width), row: rowOf(one.y[index], y) }
        : null;
    for (let index = 0; index < one.x.length; index += 1) {
      const to = at(index);
      if (to === null) continue;
      const from = (index > 0 ? at(index - 1) : null) ?? to;
      const steps = Math.max(1, Math.abs(to.column - from.column), Math.abs(to.row - from.row));
      for (let step = 0; step <= steps; step += 1) {
        const along = (start: number, end: number): number =>
          Math.round(start + ((end - start) * step) / steps);
        dot(along(from.column, to.column), along(from.row, to.row), owner);
      }
    }
  }
  return grid;
}
