/** Two runs of one module, output by output: the first bit in which each pair differs. */

import { equalBytes } from "../../bytes/hash.ts";
import type { Module, ModuleOutput } from "../bytecode/module.ts";
import { decodeValue } from "../values/encode.ts";
import { showValue } from "../values/show.ts";
import type { Difference } from "./difference.ts";
import type { ReceiptOutput } from "./receipt.ts";
import { type Cell, cellsOf, splitRows } from "./rows.ts";

/**
 * The first difference of each output, in the order of the module.
 *
 * @param said by a receipt, perhaps wrongly
 * @param found by running the module
 */
export function compareOutputs(
  module: Module,
  said: readonly ReceiptOutput[],
  found: readonly ReceiptOutput[],
): readonly Difference[] {
  if (said.length !== found.length) {
    const counts = `${found.length} outputs, and the receipt says ${said.length}`;
    return [{ field: "outputs", message: `the run has ${counts}` }];
  }
  return module.outputs.flatMap((output, index) => {
    const message = compareNames(said[index], found[index]);
    if (message !== null) return [{ field: "outputs", message }];
    return compareRows(module, output, said[index], found[index]) ?? [];
  });
}

function compareNames(said: ReceiptOutput, found: ReceiptOutput): string | null {
  for (const fact of ["name", "type"] as const) {
    if (said[fact] !== found[fact]) {
      const facts = `\`${found[fact]}\`, and the receipt says \`${said[fact]}\``;
      return `the ${fact} of output \`${found.name}\` is ${facts}`;
    }
  }
  return null;
}

function compareRows(
  module: Module,
  output: ModuleOutput,
  said: ReceiptOutput,
  found: ReceiptOutput,
): Difference | null {
  const field = "outputs";
  const name = `output \`${output.name}\``;
  const rowsOf = (side: ReceiptOutput): readonly Uint8Array[] | null =>
    splitRows(
      module.types,
      output.type,
      new Uint8Array(Buffer.from(side.bytes, "base64")),
      side.rows,
    );
  const saidRows = rowsOf(said);
  const foundRows = rowsOf(found) ?? [];
  if (saidRows === null) {
    return { field, message: `the bytes of ${name} are not ${said.rows} rows of its type` };
  }
  for (const [row, bytes] of foundRows.entries()) {
    if (row >= saidRows.length) break;
    if (!equalBytes(bytes, saidRows[row])) {
      return compareCells(module, output, row, [saidRows[row], bytes]);
    }
  }
  if (saidRows.length !== foundRows.length) {
    const counts = `${foundRows.length} rows, and the receipt says ${saidRows.length}`;
    return { field, message: `${name} has ${counts}` };
  }
  if (said.root === found.root) return null;
  return {
    field,
    message: `the root of ${name} is ${found.root}, and the receipt says ${said.root}`,
  };
}

function compareCells(
  module: Module,
  output: ModuleOutput,
  row: number,
  [said, found]: readonly [Uint8Array, Uint8Array],
): Difference | null {
  const saidCells = cellsOf(module.types, output, said);
  for (const [index, cell] of cellsOf(module.types, output, found).entries()) {
    const saidCell = saidCells[index];
    if (equalBytes(cell.bytes, saidCell.bytes)) continue;
    const isNumber = ["int", "float"].includes(module.types[cell.type].kind);
    const bit = isNumber
      ? highestBit(saidCell.bytes, cell.bytes)
      : firstBit(saidCell.bytes, cell.bytes);
    const place = { output: output.name, row, column: cell.column, bit };
    const values = `${shown(module, cell)}, and the receipt says ${shown(module, saidCell)}`;
    const where = `output \`${output.name}\`, row ${row}, column \`${cell.column}\`, bit ${bit}`;
    return { field: "outputs", message: `${where}: the value is ${values}`, place };
  }
  return null;
}

/** The highest bit in which two little-endian numbers of equal length differ. */
function highestBit(a: Uint8Array, b: Uint8Array): number {
  let index = a.length - 1;
  while (index > 0 && a[index] === b[index]) index -= 1;
  return 8 * index + 31 - Math.clz32(a[index] ^ b[index]);
}

/** The first bit, from the start, in which two byte strings differ. */
function firstBit(a: Uint8Array, b: Uint8Array): number {
  let index = 0;
  while (a[index] === b[index]) index += 1;
  const bits = (a[index] ?? 0) ^ (b[index] ?? 0);
  return bits === 0 ? 8 * index : 8 * index + Math.clz32(bits) - 24;
}

function shown(module: Module, { type, bytes }: Cell): string {
  const text = showValue(module.types, type, decodeValue(module.types, type, bytes));
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
