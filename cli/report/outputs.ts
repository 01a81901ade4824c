/** Outputs for people: a table each, and plots where the numbers make one. */

import type { Stream } from "../shell.ts";
import { type Column, columnLabel, displayed, type OutputTable, unitLabel } from "./columns.ts";
import { counted } from "./counted.ts";
import { paletteOf } from "./palette.ts";
import { type Plot, renderPlot } from "./plot.ts";
import { isNumeric, renderTable } from "./table.ts";

const FEWEST_POINTS = 3;
const MOST_PLOTS = 3;
const MOST_SERIES = 4;

/** Writes every output; plots only on a terminal. */
export function writeOutputs(out: Stream, tables: readonly OutputTable[]): void {
  const palette = paletteOf(out);
  for (const [index, table] of tables.entries()) {
    const facts = `(${table.type}, ${counted(table.rowCount, "row")})`;
    out.write(`${index === 0 ? "" : "\n"}${palette.strong(table.name)} ${palette.faint(facts)}\n`);
    if (table.rowCount === 0) continue;
    const width = out.isTerminal ? out.columns : Infinity;
    out.write(`${renderTable(table, width, palette).join("\n")}\n`);
    if (!out.isTerminal) continue;
    for (const plot of plotsOf(table)) {
      out.write(`\n${renderPlot(plot, out.columns, palette).join("\n")}\n`);
    }
  }
}

/**
 * One plot for each unit. The first numeric column is the horizontal axis where it rises, else the
 * number of the row; Float columns are the series, and Int columns where there are none.
 */
export function plotsOf(table: OutputTable): readonly Plot[] {
  const numeric = table.columns.filter(isNumeric);
  if (numeric.length === 0 || table.rowCount < FEWEST_POINTS) return [];
  const axis = numeric.length > 1 && rises(numeric[0]) ? numeric[0] : null;
  const others = numeric.filter((column) => column !== axis);
  const floats = others.filter(({ type }) => type.kind === "float");
  const drawn = floats.length > 0 ? floats : others;
  const units = [...new Set(drawn.map(unitLabel))].slice(0, MOST_PLOTS);
  const x = axis === null ? table.columns[0].values.map((_, row) => row) : numbers(axis);
  return units.map((unit) => ({
    x: axis === null ? "row" : columnLabel(axis),
    y: unit,
    series: drawn
      .filter((column) => unitLabel(column) === unit)
      .slice(0, MOST_SERIES)
      .map((column) => ({ label: column.name, x, y: numbers(column) })),
  }));
}

function rises(column: Column): boolean {
  return numbers(column).every((value, row, all) => row === 0 || value > all[row - 1]);
}

function numbers(column: Column): readonly number[] {
  return column.values.map((value) => (value === null ? NaN : displayed(column, value as number)));
}
