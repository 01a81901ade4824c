/** A program's outputs as columns: what tables, plots and JSON are drawn from. */

import {
  decodeValue,
  type Module,
  type ModuleType,
  type ModuleValue,
  optionType,
  showBaseUnits,
  showModuleType,
  showValue,
} from "../../src/index.ts";
import { isRangeType } from "../input/range-type.ts";
import { writtenText } from "./written.ts";

export interface OutputTable {
  readonly name: string;
  /** Type of one emitted value, as the language writes it. */
  readonly type: string;
  readonly isRecord: boolean;
  readonly columns: readonly Column[];
  /** So many of the first columns say to which run of a sweep a row belongs. */
  readonly keyCount: number;
  readonly rowCount: number;
}

export interface Column {
  readonly name: string;
  /** Of an `Option`, what it may hold. */
  readonly typeIndex: number;
  readonly type: ModuleType;
  readonly typeText: string;
  readonly isOptional: boolean;
  /** Units of the values: `1` for plain numbers, empty for what is no Float. */
  readonly baseUnit: string;
  /** What people read: values are divided by `scale` and labelled `text`; null shows base units. */
  readonly display: { readonly text: string; readonly scale: number } | null;
  /** In base units; null where an `Option` is `None`. */
  readonly values: readonly (ModuleValue | null)[];
  /** A value as the language writes it. */
  readonly show: (value: ModuleValue) => string;
}

/** One table per output, in the order of the module. */
export function outputTables(
  module: Module,
  outputs: readonly (readonly Uint8Array[])[],
): readonly OutputTable[] {
  return module.outputs.map(({ name, type: typeIndex }, outputIndex) => {
    const rows = outputs[outputIndex].map((bytes) => decodeValue(module.types, typeIndex, bytes));
    const type = module.types[typeIndex];
    const isRecord = type.kind === "record";
    const columns = isRecord
      ? type.fields.map((field, slot) => {
          const values = rows.map((row) => (row as readonly ModuleValue[])[slot]);
          return columnOf(module, field.name, field.type, values);
        })
      : [columnOf(module, name, typeIndex, rows)];
    const typeText = showModuleType(module.types, typeIndex);
    return { name, type: typeText, isRecord, columns, keyCount: 0, rowCount: rows.length };
  });
}

/** The values of one output, one field or one parameter. */
export function columnOf(
  { types }: Module,
  name: string,
  declared: number,
  given: readonly ModuleValue[],
): Column {
  const option = optionType(types, declared);
  const typeIndex = option?.content ?? declared;
  const values =
    option === null
      ? given
      : given.map((value) => {
          const [tag, content] = value as readonly ModuleValue[];
          return tag === option.some ? content : null;
        });
  const type = types[typeIndex];
  const unit = type.kind === "float" ? (type.unit ?? { exponents: [], display: null }) : null;
  return {
    name,
    typeIndex,
    type,
    typeText: showModuleType(types, declared),
    isOptional: option !== null,
    baseUnit: unit === null ? "" : showBaseUnits(unit),
    display: unit?.display ?? null,
    values,
    show: (value) =>
      isRangeType(types, type)
        ? writtenText(types, typeIndex, value)
        : showValue(types, typeIndex, value),
  };
}

/** The unit that a column's numbers are shown in, in brackets; empty where there is none. */
export function unitLabel({ display, baseUnit }: Column): string {
  const unit = display?.text ?? baseUnit;
  return unit === "" || unit === "1" ? "" : `[${unit}]`;
}

/** The label of a column: its name, and behind it the unit that its numbers are shown in. */
export function columnLabel(column: Column): string {
  const unit = unitLabel(column);
  return unit === "" ? column.name : `${column.name} ${unit}`;
}

/** A number of the column as people see it, in the display unit. */
export function displayed(column: Column, value: number): number {
  return column.display === null ? value : value / column.display.scale;
}
