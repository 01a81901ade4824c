/**
 * Outputs as CSV files that a parameter reads back: `--lines @lines.csv`.
 *
 * The header names columns with the units they are shown in, `power[MW]`; a number is the shortest
 * decimal of its value in that unit, so that reading it back may round the last bit.
 */

import { type ModuleValue, parseQuantity } from "../../src/index.ts";
import { type Column, displayed, type OutputTable, unitLabel } from "./columns.ts";

/** Decimal digits that every Float has. */
const SURE_DIGITS = 15;

/** The whole text of the file: a header, and a line for each value emitted. */
export function csvText(table: OutputTable): string {
  const lines = [table.columns.map((column) => cell(`${column.name}${unitLabel(column)}`))];
  for (let row = 0; row < table.rowCount; row += 1) {
    lines.push(table.columns.map((column) => cell(valueText(column, column.values[row]))));
  }
  return lines.map((cells) => `${cells.join(",")}\n`).join("");
}

/** The value as `fitText` reads it; what has parts is written as the language shows it. */
function valueText(column: Column, value: ModuleValue): string {
  if (typeof value === "string") return value;
  if (column.type.kind !== "float") return column.show(value);
  const shown = column.display === null ? (value as number) : inUnit(column, value as number);
  return Object.is(shown, -0) ? "-0" : String(shown);
}

/** A change of units leaves 30.000000000000004 where 30 is read back as the same. */
function inUnit(column: Column, value: number): number {
  const exact = displayed(column, value);
  const rounded = Number(exact.toPrecision(SURE_DIGITS));
  const reading = parseQuantity(`${rounded}${unitLabel(column)}`);
  return reading.ok && reading.value.value === value ? rounded : exact;
}

/** Quoted where the text would be read otherwise: trimmed, split, or skipped as an empty line. */
function cell(text: string): string {
  const isPlain = text !== "" && text.trim() === text && !/[",\r\n]/u.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
