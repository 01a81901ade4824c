/** What came out of a sweep as tables: each line begins with the point it belongs to. */

import type { Module, ModuleValue } from "../../src/index.ts";
import type { Outcome } from "../outcome.ts";
import { type Column, columnOf, outputTables, type OutputTable } from "../report/columns.ts";
import type { Plan } from "./plan.ts";

/**
 * One table holds every output that each run has emitted once; an output with more has a table of
 * its own. Runs that trapped stand in neither.
 *
 * @param outcomes of the points, in their order
 */
export function sweepTables(
  module: Module,
  { axes }: Plan,
  outcomes: readonly Outcome[],
): readonly OutputTable[] {
  const fine = outcomes.filter(({ trap }) => trap === null);
  const tables = fine.map(({ result }) => outputTables(module, result.outputs));
  const rowCounts = (output: number): readonly number[] =>
    tables.map((each) => each[output].rowCount);
  const outputs = module.outputs.map((_, output) => output);
  const single = outputs.filter((output) => rowCounts(output).every((count) => count === 1));
  const joined = (output: number): readonly Column[] => {
    if (tables.length === 0) return [];
    return tables[0][output].columns.map((column, place) => ({
      ...column,
      values: tables.flatMap((each) => each[output].columns[place].values),
    }));
  };
  /** The point of each run as often as the run has rows. */
  const points = (counts: readonly number[]): readonly Column[] =>
    axes.map(({ parameter }) => {
      const { name, type } = module.parameters[parameter];
      const values = fine.flatMap(({ parameters }, run) =>
        Array.from<ModuleValue>({ length: counts[run] }).fill(parameters[parameter]),
      );
      return columnOf(module, name, type, values);
    });
  const together: OutputTable = {
    name: sharedName(module),
    type: "one row for each run",
    isRecord: true,
    columns: named(points(fine.map(() => 1)), single.flatMap(joined)),
    keyCount: axes.length,
    rowCount: fine.length,
  };
  const apart = outputs
    .filter((output) => !single.includes(output))
    .map((output): OutputTable => {
      const { name, type } = module.outputs[output];
      const counts = rowCounts(output);
      return {
        name,
        type: columnOf(module, name, type, []).typeText,
        isRecord: true,
        columns: named(points(counts), joined(output)),
        keyCount: axes.length,
        rowCount: counts.reduce((sum, count) => sum + count, 0),
      };
    });
  return single.length === 0 ? apart : [together, ...apart];
}

/** Columns of different names: a file with two of one name could not be read back. */
function named(points: readonly Column[], own: readonly Column[]): readonly Column[] {
  const taken = new Set(own.map(({ name }) => name));
  const free = (name: string): string => (taken.has(name) ? free(`swept_${name}`) : name);
  const seen = new Set<string>();
  const again = (name: string): string => (seen.has(name) ? again(`${name}_`) : name);
  return [
    ...points.map((column) => ({ ...column, name: free(column.name) })),
    ...own.map((column) => {
      const name = again(column.name);
      seen.add(name);
      return { ...column, name };
    }),
  ];
}

/** What the table is called that outputs share: no output has this name. */
export function sharedName(module: Module, name = "runs"): string {
  const isTaken = module.outputs.some((output) => output.name === name);
  return isTaken ? sharedName(module, `${name}_`) : name;
}
