/** Outputs for people: a table each, and plots where the numbers make one. */

import type { Stream } from "../shell.ts";
import type { OutputTable } from "./columns.ts";
import { counted } from "./counted.ts";
import { paletteOf } from "./palette.ts";
import { renderPlot } from "./plot.ts";
import { plotsOf } from "./series.ts";
import { renderTable } from "./table.ts";

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
