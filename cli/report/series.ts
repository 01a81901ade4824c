/**
 * Which columns of a table become which series of a plot.
 *
 * Rows that belong to one run are one line; runs that differ in one swept parameter alone are the
 * points of one; and where there are more lines than can be told apart, their mean is drawn.
 */

import { type Column, columnLabel, displayed, type OutputTable, unitLabel } from "./columns.ts";
import type { Plot, Series } from "./plot.ts";
import { isNumeric } from "./table.ts";

const FEWEST_POINTS = 3;
const MOST_PLOTS = 3;
const MOST_SERIES = 4;

/** Rows that one line leads through. */
interface Group {
  /** What they have in common: `n = 100`; empty where there is one group only. */
  readonly label: string;
  readonly rows: readonly number[];
}

/** The horizontal axis: a column, or the number of the row in its group. */
interface Layout {
  readonly axis: Column | null;
  readonly groups: readonly Group[];
}

/**
 * One plot for each unit. Float columns are the series, and Int columns where there are none.
 *
 * The horizontal axis is the first numeric column where it rises, else the number of the row. Where
 * each run has one row, it is the swept quantity with the most values: Floats go first, since Ints
 * are seeds and sizes.
 */
export function plotsOf(table: OutputTable): readonly Plot[] {
  const own = table.columns.slice(table.keyCount).filter(isNumeric);
  if (own.length === 0 || table.rowCount < FEWEST_POINTS) return [];
  const { axis, groups } = layoutOf(table, own);
  const others = own.filter((column) => column !== axis);
  const floats = others.filter(({ type }) => type.kind === "float");
  const drawn = floats.length > 0 ? floats : others;
  const units = [...new Set(drawn.map(unitLabel))].slice(0, MOST_PLOTS);
  return units.map((unit) => ({
    x: axis === null ? "row" : columnLabel(axis),
    y: unit,
    series: seriesOf(
      drawn.filter((column) => unitLabel(column) === unit),
      axis,
      groups,
    ),
  }));
}

function layoutOf(table: OutputTable, own: readonly Column[]): Layout {
  const keys = table.columns.slice(0, table.keyCount);
  const runs = groupsBy(keys, table.rowCount);
  if (runs.length === 1 || runs.some(({ rows }) => rows.length > 1)) {
    const isAxis = own.length > 1 && runs.every(({ rows }) => rises(own[0], rows));
    return { axis: isAxis ? own[0] : null, groups: runs };
  }
  const [axis = null] = keys
    .filter(isNumeric)
    .toSorted((one, other) => rank(other) - rank(one) || valueCount(other) - valueCount(one));
  const others = keys.filter((key) => key !== axis);
  return { axis, groups: groupsBy(axis === null ? [] : others, table.rowCount) };
}

function rank({ type }: Column): number {
  return type.kind === "float" ? 1 : 0;
}

function valueCount({ values }: Column): number {
  return new Set(values).size;
}

/** The rows by what stands in some columns, in the order of their first rows. */
function groupsBy(keys: readonly Column[], rowCount: number): readonly Group[] {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < rowCount; row += 1) {
    const label = keys.map((key) => `${key.name} = ${keyText(key, row)}`).join(", ");
    const rows = groups.get(label);
    if (rows === undefined) groups.set(label, [row]);
    else rows.push(row);
  }
  const isOne = groups.size === 1;
  return [...groups].map(([label, rows]) => ({ label: isOne ? "" : label, rows }));
}

function keyText(key: Column, row: number): string {
  const value = key.values[row];
  if (value === null) return "None";
  return isNumeric(key) ? String(numberAt(key, row)) : key.show(value);
}

function seriesOf(
  columns: readonly Column[],
  axis: Column | null,
  groups: readonly Group[],
): readonly Series[] {
  const all = groups.flatMap(({ label, rows }) =>
    columns.map((column): Series => ({
      label: label === "" ? column.name : `${column.name}, ${label}`,
      x: rows.map((row, place) => (axis === null ? place : numberAt(axis, row))),
      y: rows.map((row) => numberAt(column, row)),
    })),
  );
  if (groups.length === 1 || all.length <= MOST_SERIES) return all.slice(0, MOST_SERIES);
  return columns.slice(0, MOST_SERIES).map((column, place) => {
    const lines = all.filter((_, index) => index % columns.length === place);
    return meanOf(`${column.name}, mean of ${groups.length}`, lines);
  });
}

/** The mean at every place of the axis. */
function meanOf(label: string, lines: readonly Series[]): Series {
  const sums = new Map<number, { sum: number; count: number }>();
  for (const { x, y } of lines) {
    for (const [index, at] of x.entries()) {
      const { sum, count } = sums.get(at) ?? { sum: 0, count: 0 };
      sums.set(at, { sum: sum + y[index], count: count + 1 });
    }
  }
  const places = [...sums].toSorted(([one], [other]) => one - other);
  return {
    label,
    x: places.map(([at]) => at),
    y: places.map(([, { sum, count }]) => sum / count),
  };
}

function rises(column: Column, rows: readonly number[]): boolean {
  return rows.every(
    (row, place) => place === 0 || numberAt(column, row) > numberAt(column, rows[place - 1]),
  );
}

/** In the unit that people see; NaN for nothing. */
function numberAt(column: Column, row: number): number {
  const value = column.values[row];
  return value === null ? NaN : displayed(column, value as number);
}
