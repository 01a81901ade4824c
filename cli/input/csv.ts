/** A CSV file as a list of records or of single values; every fault names file, row and column. */

import { parse } from "csv-parse/sync";
import {
  equalUnits,
  Fault,
  type Module,
  type ModuleType,
  type ModuleValue,
  optionType,
  parseUnit,
  showDisplayUnit,
  suggest,
} from "../../src/index.ts";
import { quoted, termOf } from "./fit.ts";
import { fitValue } from "./fit-value.ts";

interface Row {
  readonly record: readonly string[];
  /** Lines of the file up to the end of this row. */
  readonly info: { readonly lines: number };
}

interface Heading {
  readonly name: string;
  readonly unit: string | null;
}

interface Column extends Heading {
  readonly index: number;
  /** Index of the type of its cells. */
  readonly type: number;
}

/** A file and what is asked of it. */
interface Source {
  readonly path: string;
  readonly module: Module;
}

/**
 * Reads a table: the header row names record fields, with units as in `load[MW]`; columns that the
 * program does not ask for are ignored. A list of single values takes a table of one column, a
 * record one of one row.
 *
 * @throws {Fault} `data/syntax`, `data/column`, `data/cell`
 */
export function readCsv(path: string, text: string, module: Module, type: number): ModuleValue {
  const wanted = module.types[type];
  if (wanted.kind !== "list" && wanted.kind !== "record") {
    throw new Fault(
      "data/syntax",
      `${path}: a CSV file gives a list or a record, not a ${wanted.kind}`,
    );
  }
  const element = wanted.kind === "list" ? module.types[wanted.element] : wanted;
  const [header, ...rows] = parseRows(path, text);
  if (header === undefined) {
    throw new Fault("data/syntax", `${path} is empty: its first row has to name the columns`);
  }
  const columns = columnsOf(
    { path, module },
    header,
    wanted.kind === "list" ? wanted.element : type,
  );
  const values = rows.map((row) => {
    refuseLongRow(path, header, row);
    const cells = columns.map((column) => readCell({ path, module }, row, column));
    return element.kind === "record" ? cells : cells[0];
  });
  if (wanted.kind === "list") return values;
  if (values.length === 1) return values[0];
  throw new Fault("data/syntax", `${path}: a record takes one row, and there are ${values.length}`);
}

function parseRows(path: string, text: string): readonly Row[] {
  try {
    return parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as unknown as readonly Row[];
  } catch (error) {
    const reason = error instanceof Error ? error.message : "not CSV";
    throw new Fault("data/syntax", `${path} is not well-formed CSV: ${reason}`, error);
  }
}

function columnsOf(source: Source, header: Row, elementType: number): readonly Column[] {
  const element = source.module.types[elementType];
  const headings = header.record.map(splitHeading);
  if (element.kind === "record") {
    return element.fields.map((field) =>
      findColumn(source, headings, field.name, field.type, element),
    );
  }
  if (headings.length === 1) {
    refuseValueAsHeader(source, header.record[0], elementType);
    return [checkUnit(source, { ...headings[0], index: 0, type: elementType })];
  }
  throw new Fault(
    "data/column",
    `${source.path}: a list of single values takes one column, and there are ${headings.length}`,
  );
}

/** A file without a header would lose its first value. */
function refuseValueAsHeader({ path, module }: Source, text: string, type: number): void {
  if (module.types[valueType(module, type)].kind === "string") return;
  const fitted = fitValue(module.types, type, text);
  if (!fitted.fits && fitted.missingUnit === undefined) return;
  throw new Fault(
    "data/column",
    `${path}: the first row names the column, and here it is the value ${text}: add a header`,
  );
}

function splitHeading(text: string): Heading {
  const parts = /^(?<name>[^[\]]*)\[(?<unit>[^[\]]*)\]$/u.exec(text);
  if (parts?.groups === undefined) return { name: text, unit: null };
  return { name: parts.groups["name"].trim(), unit: parts.groups["unit"].trim() };
}

function findColumn(
  source: Source,
  headings: readonly Heading[],
  name: string,
  type: number,
  record: Extract<ModuleType, { kind: "record" }>,
): Column {
  const { path } = source;
  const found = [...headings.entries()].filter(([, heading]) => heading.name === name);
  if (found.length === 1) {
    const [[index, heading]] = found;
    return checkUnit(source, { ...heading, index, type });
  }
  if (found.length > 1) {
    throw new Fault("data/column", `${path}: ${found.length} columns are named \`${name}\``);
  }
  const names = headings.map((heading) => heading.name);
  const near = suggest(name, names);
  const wanted = record.fields.map((field) => field.name).join(", ");
  throw new Fault(
    "data/column",
    `${path}: column \`${name}\` is missing${near === null ? "" : ` (is it \`${near}\`?)`}; ` +
      `${record.name} needs ${wanted}, and the file has ${names.join(", ")}`,
  );
}

const NAMES: Partial<Record<ModuleType["kind"], string>> = {
  int: "an Int",
  bool: "a Bool",
  string: "a String",
};

/** A unit in the heading has to be of the field's dimension. */
function checkUnit({ path, module }: Source, column: Column): Column {
  const { name, unit } = column;
  if (unit === null) return column;
  const type = module.types[valueType(module, column.type)];
  if (type.kind !== "float") {
    const needed = `the program needs ${NAMES[type.kind] ?? `a ${type.kind}`}, which has no unit`;
    throw new Fault("data/column", `${path}, column \`${name}\`: ${needed}, not [${unit}]`);
  }
  const reading = parseUnit(unit);
  if (!reading.ok)
    throw new Fault("data/column", `${path}, column \`${name}\`: ${reading.sentence}`);
  if (equalUnits(reading.value.term, termOf(type.unit))) return column;
  const wanted = type.unit === null ? "1" : showDisplayUnit(type.unit);
  const needed = wanted === "1" ? "a number without unit" : `a unit like ${wanted}`;
  throw new Fault(
    "data/column",
    `${path}, column \`${name}\`: the program needs ${needed}, not ${unit}`,
  );
}

/** What stands in a cell: of an `Option` what it may hold. */
function valueType({ types }: Module, type: number): number {
  return optionType(types, type)?.content ?? type;
}

function refuseLongRow(path: string, header: Row, { record, info }: Row): void {
  const extra = record.slice(header.record.length).find((cell) => cell !== "");
  if (extra === undefined) return;
  const counts = `${record.length} cells, and the header ${header.record.length}`;
  throw new Fault(
    "data/cell",
    `${path}, row ${info.lines}: the row has ${counts}; the first too many is ${quoted(extra)}`,
  );
}

function readCell({ path, module }: Source, row: Row, column: Column): ModuleValue {
  const { name, type, index } = column;
  const place = `${path}, row ${row.info.lines}, column \`${name}\``;
  const text = row.record[index];
  if (text === undefined) throw new Fault("data/cell", `${place}: the row ends before this column`);
  const isMissing = text === "" && optionType(module.types, type) !== null;
  const fitted = fitValue(module.types, type, isMissing ? "None" : text, column.unit);
  if (fitted.fits) return fitted.value;
  const hint =
    fitted.missingUnit === undefined ? "" : ` or ${name}[${fitted.missingUnit}] in the header`;
  throw new Fault("data/cell", `${place}: ${fitted.reason}${hint}`);
}
