/** Which lines are drawn of the rows of one run, and of those of a sweep. */

import { expect, test } from "vitest";
import type { Column, OutputTable } from "../../../cli/report/columns.ts";
import { plotsOf } from "../../../cli/report/series.ts";

function column(name: string, kind: "int" | "float", values: readonly number[]): Column {
  const unit = kind === "float" ? "1" : "";
  const type = kind === "float" ? ({ kind, unit: null } as const) : ({ kind } as const);
  const shape = { typeIndex: 0, typeText: "", isOptional: false, baseUnit: unit, display: null };
  return { name, type, values, show: String, ...shape };
}

function table(keyCount: number, ...columns: readonly Column[]): OutputTable {
  const rowCount = columns[0].values.length;
  return { name: "rows", type: "Row", isRecord: true, columns, keyCount, rowCount };
}

/** The lines as texts: `label: x→y …`, behind the name of the axis. */
function drawn(of: OutputTable): readonly string[] {
  return plotsOf(of).flatMap(({ x: axis, series }) => [
    axis,
    ...series.map(({ label, x, y }) => `${label}: ${x.map((at, k) => `${at}→${y[k]}`).join(" ")}`),
  ]);
}

test("one run: the first column is the axis where it rises", () => {
  const t = column("t", "float", [0, 1, 2]);
  const x = column("x", "float", [5, 3, 4]);
  expect(drawn(table(0, t, x))).toEqual(["t", "x: 0→5 1→3 2→4"]);
  expect(drawn(table(0, x, t))).toEqual(["row", "x: 0→5 1→3 2→4", "t: 0→0 1→1 2→2"]);
});

test("one row for each run: a line for each value of the other parameter", () => {
  const n = column("n", "int", [1, 1, 1, 2, 2, 2]);
  const k = column("k", "float", [0, 1, 2, 0, 1, 2]);
  const r = column("r", "float", [5, 6, 7, 8, 9, 10]);
  const lines = ["k", "r, n = 1: 0→5 1→6 2→7", "r, n = 2: 0→8 1→9 2→10"];
  expect(drawn(table(2, n, k, r))).toEqual(lines);
});

test("more lines than can be told apart are their mean, and Floats are the axis", () => {
  const seeds = Array.from({ length: 10 }, (_, run) => run >> 1);
  const k = column(
    "k",
    "float",
    seeds.map((_, run) => run % 2),
  );
  const r = column(
    "r",
    "float",
    seeds.map((seed, run) => seed + 10 * (run % 2)),
  );
  expect(drawn(table(2, column("seed", "int", seeds), k, r))).toEqual([
    "k",
    "r, mean of 5: 0→2 1→12",
  ]);
});

test("several rows for each run: a line for each run", () => {
  const k = column("k", "float", [1, 1, 1, 2, 2]);
  const t = column("t", "float", [0, 1, 2, 0, 1]);
  const x = column("x", "float", [5, 6, 7, 8, 9]);
  expect(drawn(table(1, k, t, x))).toEqual(["t", "x, k = 1: 0→5 1→6 2→7", "x, k = 2: 0→8 1→9"]);
});
