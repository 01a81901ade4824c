/**
 * Outputs as CSV files that a parameter reads back: `--lines @lines.csv`.
 *
 * The header names columns with the units they are shown in, `power[MW]`; a number is the shortest
 * decimal of its value in that unit, so that reading it back may round the last bit.
 */

import type { ModuleType, ModuleValue } from "../../src/index.ts";
import { type Column, type OutputTable, unitLabel } from "./columns.ts";
import { inDisplayUnit, writtenText } from "./written.ts";

/** The whole text of the file: a header, and a line for each value emitted. */
export function csvText(types: readonly ModuleType[], table: OutputTable): string {
  const lines = [table.columns.map((column) => cell(`${column.name}${unitLabel(column)}`))];
  for (let row = 0; row < table.rowCount; row += 1) {
    lines.push(table.columns.map((column) => cell(valueText(types, column, column.values[row]))));
  }
  return lines.map((cells) => `${cells.join(",")}\n`).join("");
}

/** The value as `fitValue` reads it; `None` is an empty cell. */
function valueText(
  types: readonly ModuleType[],
  { type, typeIndex, isOptional, display }: Column,
  value: ModuleValue | null,
): string {
  if (value === null) return "";
  if (typeof value === "string") {
    const isTakenOtherwise = isOptional && /^(?:None|Some\(.*)?$/su.test(value);
    return isTakenOtherwise ? `Some(${writtenText(types, typeIndex, value)})` : value;
  }
  if (type.kind !== "float") return writtenText(types, typeIndex, value);
  const shown = inDisplayUnit(display, value as number);
  return Object.is(shown, -0) ? "-0" : String(shown);
}

/** Quoted where the text would be read otherwise: trimmed, split, or skipped as an empty line. */
function cell(text: string): string {
  const isPlain = text !== "" && text.trim() === text && !/[",\r\n]/u.test(text);
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
