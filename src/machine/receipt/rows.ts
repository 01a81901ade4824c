/** Rows of an output as bytes: cut out of what a receipt carries, and column by column. */

import { DecodeError } from "../../bytes/decode-error.ts";
import { ByteReader } from "../../bytes/reader.ts";
import type { ModuleType } from "../types/module-type.ts";
import { readValue } from "../values/encode.ts";

/**
 * The canonical bytes of each row of what stands one behind the other in `bytes`, or null when
 * these are not `count` values of the type.
 *
 * Cost: linear in the bytes and the count.
 */
export function splitRows(
  types: readonly ModuleType[],
  typeIndex: number,
  bytes: Uint8Array,
  count: number,
): readonly Uint8Array[] | null {
  const reader = new ByteReader(bytes);
  const rows: Uint8Array[] = [];
  try {
    while (rows.length < count) {
      const start = reader.offset;
      readValue(reader, types, typeIndex);
      rows.push(bytes.subarray(start, reader.offset));
    }
    reader.end();
  } catch (error) {
    if (error instanceof DecodeError) return null;
    throw error;
  }
  return rows;
}

/** One column of a row: a field of a record, or the whole value under the name of its output. */
export interface Cell {
  readonly column: string;
  readonly type: number;
  readonly bytes: Uint8Array;
}

/**
 * The columns of one row.
 *
 * @param row canonical bytes of a value of the type
 */
export function cellsOf(
  types: readonly ModuleType[],
  output: { readonly name: string; readonly type: number },
  row: Uint8Array,
): readonly Cell[] {
  const type = types[output.type];
  if (type.kind !== "record") return [{ column: output.name, type: output.type, bytes: row }];
  const reader = new ByteReader(row);
  return type.fields.map((field) => {
    const start = reader.offset;
    readValue(reader, types, field.type);
    return { column: field.name, type: field.type, bytes: row.subarray(start, reader.offset) };
  });
}
