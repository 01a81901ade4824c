/** One row of an output is proven without the others, through the public interface. */

import { expect, test } from "vitest";
import { isRowProven, proveRow, type RowProof, splitRows } from "../../../src/index.ts";
import { exampleModule, exampleReceipt } from "./example.ts";

const { module } = exampleModule();
const [output] = exampleReceipt(4).outputs;
const bytes = new Uint8Array(Buffer.from(output.bytes, "base64"));
const rows = splitRows(module.types, module.outputs[0].type, bytes, output.rows) ?? [];

test("every row of an output is proven against its root", () => {
  expect(rows).toHaveLength(4);
  for (const row of rows.keys()) {
    const proof = proveRow({ name: output.name, rows }, row);
    expect(isRowProven(proof, output.root)).toBe(true);
    expect(isRowProven(JSON.parse(JSON.stringify(proof)) as RowProof, output.root)).toBe(true);
  }
});

test("nothing else is", () => {
  const proof = proveRow({ name: output.name, rows }, 2);
  const wrong: readonly Partial<RowProof>[] = [
    { row: 1 },
    { row: -1 },
    { rowCount: 2 },
    { bytes: `00${proof.bytes.slice(2)}` },
    { bytes: "no bytes" },
    { path: proof.path.slice(1) },
    { path: [...proof.path, proof.path[0]] },
    { path: ["", ...proof.path.slice(1)] },
    { path: proof.path.toReversed() },
  ];
  for (const change of wrong) expect(isRowProven({ ...proof, ...change }, output.root)).toBe(false);
  expect(isRowProven(proof, "f".repeat(64))).toBe(false);
  expect(isRowProven(proof, "")).toBe(false);
});
