/** A receipt is confirmed by running it again; a forged one is found however well it is sealed. */

import { describe, expect, test } from "vitest";
import { toHex } from "../../../src/bytes/hash.ts";
import { Fault } from "../../../src/fault.ts";
import { confirm } from "../../../src/machine/confirm.ts";
import type { Receipt } from "../../../src/machine/receipt/receipt.ts";
import { seal, unseal } from "../../../src/machine/receipt/seal.ts";
import { TIERS } from "../../../src/machine/run.ts";
import { exampleReceipt } from "./example.ts";

const RECEIPT = exampleReceipt();

/** What a new run says to a receipt that was sealed with this change in it. */
function findings(change: Partial<Receipt>, receipt = RECEIPT): readonly string[] {
  const { receipt: read, changes } = unseal(seal({ ...receipt, ...change }), "r.json");
  if (read === null || changes.length > 0) throw new Error("the seal is broken");
  return confirm(read, "wasm", "r.json").map(({ message }) => message);
}

/** The outputs with one byte of the first changed. */
function withByte(at: number, change: (byte: number) => number): Receipt["outputs"] {
  const [first, ...rest] = RECEIPT.outputs;
  const bytes = Buffer.from(first.bytes, "base64");
  bytes[at] = change(bytes[at]);
  return [{ ...first, bytes: bytes.toString("base64") }, ...rest];
}

describe.for(TIERS)("%s", (tier) => {
  test("confirms what either tier did", () => {
    for (const made of TIERS) {
      expect(confirm(exampleReceipt(3, made), tier, "r.json")).toEqual([]);
      expect(confirm(exampleReceipt(7, made), tier, "r.json")).toEqual([]);
    }
  });
});

test("both tiers write the same receipt", () => {
  expect(seal(exampleReceipt(4, "interpreter"))).toBe(seal(exampleReceipt(4, "wasm")));
  expect(seal(exampleReceipt(7, "interpreter"))).toBe(seal(exampleReceipt(7, "wasm")));
});

test("nothing forged", () => {
  expect(findings({})).toEqual([]);
});

describe("forged", () => {
  const other = "f".repeat(64);

  test("facts of the run", () => {
    expect(findings({ fuel: 7 })).toEqual([`fuel is ${RECEIPT.fuel}, and the receipt says 7`]);
    expect(findings({ result: other })).toEqual([
      `result is "${RECEIPT.result}", and the receipt says "${other}"`,
    ]);
    expect(findings({ program: other })[0]).toMatch(/^program is /u);
    expect(findings({ semantics: 2 })).toEqual(["semantics is 1, and the receipt says 2"]);
    expect(findings({ log: ["counting to 3", "more"] })).toEqual([
      "log has 1 entries, and the receipt says 2",
    ]);
    expect(findings({ log: ["counting to 4"] })).toEqual([
      'log[0] is "counting to 3", and the receipt says "counting to 4"',
    ]);
    expect(findings({ status: "trap" })).toEqual(['status is "ok", and the receipt says "trap"']);
  });

  test("a trap", () => {
    const trapped = exampleReceipt(7);
    expect(findings({ trap: null }, trapped)[0]).toMatch(
      /^trap is \{.*and the receipt says null$/u,
    );
    const trap = trapped.trap === null ? null : { ...trapped.trap, message: "fine" };
    expect(findings({ trap }, trapped)).toEqual([
      'trap.message is "assertion failed: 7 is too much", and the receipt says "fine"',
    ]);
  });

  test("parameters", () => {
    const [count, half] = RECEIPT.parameters;
    const withCount = (change: object): readonly string[] =>
      findings({ parameters: [{ ...count, ...change }, half] });
    expect(withCount({ value: "4" })).toEqual([
      'parameters[0].value is "3", and the receipt says "4"',
    ]);
    expect(withCount({ type: "Float" })).toHaveLength(1);
    expect(withCount({ bytes: "00" })).toEqual(["the bytes of `count` are no value of its type"]);
    expect(withCount({ bytes: toHex(Uint8Array.of(11, 0, 0, 0, 0, 0, 0, 0)) })).toEqual([
      "`count` is outside of its range",
    ]);
    expect(
      withCount({ bytes: toHex(Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0)), value: "2" }),
    ).toContain("output `rows` has 2 rows, and the receipt says 3");
    expect(findings({ parameters: [] })).toEqual(["the receipt has 0, and the program has 2"]);
  });

  test("limits", () => {
    expect(findings({ limits: { ...RECEIPT.limits, fuel: 20 } })[0]).toMatch(/^status is "trap"/u);
    expect(findings({ limits: { ...RECEIPT.limits, fuel: 2e12 } })[0]).toMatch(/^result is /u);
  });

  test("outputs, to the bit", () => {
    // The bytes of a row: number 8, third 8, length of the name 4, name 2, length of flags 4, flags
    // 1.
    const row = 27;
    expect(findings({ outputs: withByte(row, (byte) => byte ^ 1) })).toEqual([
      "output `rows`, row 1, column `number`, bit 0: the value is 1, and the receipt says 0",
    ]);
    expect(findings({ outputs: withByte(row + 15, (byte) => byte ^ 0x80) })).toEqual([
      "output `rows`, row 1, column `third`, bit 63: " +
        "the value is 333333.3333333333, and the receipt says -333333.3333333333",
    ]);
    expect(findings({ outputs: withByte(2 * row + 21, () => 0x37) })).toEqual([
      "output `rows`, row 2, column `name`, bit 45: the value is n2, and the receipt says n7",
    ]);
    expect(findings({ outputs: withByte(2 * row + 26, () => 0) })).toEqual([
      "output `rows`, row 2, column `flags`, bit 39: " +
        "the value is [true], and the receipt says [false]",
    ]);
    expect(findings({ outputs: withByte(16, () => 200) })).toEqual([
      "the bytes of output `rows` are not 3 rows of its type",
    ]);
  });

  test("the frame of outputs", () => {
    const [rows, halves] = RECEIPT.outputs;
    expect(findings({ outputs: [rows] })).toEqual([
      "the run has 2 outputs, and the receipt says 1",
    ]);
    expect(findings({ outputs: [rows, { ...halves, root: other }] })).toEqual([
      `the root of output \`halves\` is ${halves.root}, and the receipt says ${other}`,
    ]);
    expect(findings({ outputs: [rows, { ...halves, name: "wholes" }] })).toEqual([
      "the name of output `halves` is `halves`, and the receipt says `wholes`",
    ]);
    expect(findings({ outputs: [{ ...rows, rows: 2 }, halves] })).toEqual([
      "the bytes of output `rows` are not 2 rows of its type",
    ]);
  });

  test("a module that is none", () => {
    const module = "UkVTTz8=";
    expect(() => findings({ module })).toThrow(Fault);
    expect(() => findings({ module })).toThrow(
      /cannot be executed again: its module does not decode/u,
    );
  });
});

test("differences in outputs carry their place", () => {
  const receipt = { ...RECEIPT, outputs: withByte(0, (byte) => byte ^ 4) };
  expect(confirm(receipt, "wasm", "r.json")[0].place).toEqual({
    output: "rows",
    row: 0,
    column: "number",
    bit: 2,
  });
});
