/** Families of the manual: what `resolang explain functions`, `units` and the like list. */

import {
  type CatalogueEntry,
  DIAGNOSTICS,
  manualPages,
  type ManualPage,
  TRAPS,
  unitsByDimension,
} from "../../src/index.ts";
import { firstSentence, wrapped } from "./manual-page.ts";
import type { Palette } from "./palette.ts";

/** Columns that a text has in the narrowest terminal. */
const NARROWEST = 20;

export interface Family {
  readonly name: string;
  readonly examples: readonly string[];
  readonly names: () => readonly string[];
  /** Name and one line each. */
  readonly rows: () => readonly (readonly [name: string, text: string])[];
}

export const FAMILIES: readonly Family[] = [
  family("functions", "function", ["linspace", "List.map", "Population.evolve"]),
  family("constants", "constant", ["PI", "TAU"]),
  family("types", "type", ["Float", "List", "Population"]),
  family("units", "unit", ["Hz", "deg", "MW"], unitRows),
  family("keywords", "keyword", ["param", "for", "test"]),
  family("operators", "operator", ["++", "^", "..="]),
  listed("diagnostics", ["E0301", "E0302"], () =>
    Object.entries<CatalogueEntry>(DIAGNOSTICS).map(([code, { title }]) => [code, title]),
  ),
  listed("traps", ["overflow", "bounds"], () =>
    Object.entries(TRAPS).map(([name, { message }]) => [name, message]),
  ),
];

function listed(name: string, examples: readonly string[], rows: Family["rows"]): Family {
  return { name, examples, rows, names: () => rows().map(([each]) => each) };
}

function family(
  name: string,
  kind: ManualPage["kind"],
  examples: readonly string[],
  rows?: Family["rows"],
): Family {
  const pages = (): readonly ManualPage[] =>
    manualPages().filter((page) => page.kind === kind && !page.isInner);
  const plain = (): readonly (readonly [string, string])[] =>
    pages().map((page) => [page.name, firstSentence(page.doc)]);
  return { name, examples, rows: rows ?? plain, names: () => pages().map((page) => page.name) };
}

/** A line for each dimension. */
function unitRows(): readonly (readonly [string, string])[] {
  return [...unitsByDimension()].map(([dimension, units]) => [
    dimension,
    units.map(({ name, doc }) => `${name} (${firstSentence(doc)})`).join(", "),
  ]);
}

/** The rows with their names in a column; long texts go on below themselves. */
export function familyText(
  { rows }: Pick<Family, "rows">,
  palette: Palette,
  columns: number,
): string {
  const listedRows = rows();
  const width = Math.max(...listedRows.map(([name]) => name.length)) + 2;
  const room = Math.max(NARROWEST, columns - width);
  return listedRows
    .map(([name, text]) => {
      const lines = wrapped(text, room).split("\n");
      return `${palette.strong(name.padEnd(width))}${lines.join(`\n${" ".repeat(width)}`)}`;
    })
    .join("\n");
}
