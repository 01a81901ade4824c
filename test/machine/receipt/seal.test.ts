/**
 * A sealed receipt is read back the same; any change of its file is named or makes it unreadable.
 */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Fault } from "../../../src/fault.ts";
import { seal, type Unsealed, unseal } from "../../../src/machine/receipt/seal.ts";
import { exampleReceipt } from "./example.ts";

const RECEIPT = exampleReceipt();
const TEXT = seal(RECEIPT);

/** What reading a changed file says; null when it is not even a receipt. */
function read(text: string): Unsealed | null {
  try {
    return unseal(text, "r.json");
  } catch (error) {
    if (error instanceof Fault && error.code === "receipt/unreadable") return null;
    throw error;
  }
}

/** Whether reading a changed file names a change, or gives nothing at all. */
function isNoticed(text: string): boolean {
  const answer = read(text);
  if (answer === null) return true;
  return /\S/u.test(answer.changes.join(""));
}

test("what is sealed is unsealed the same", () => {
  expect(unseal(TEXT, "r.json")).toEqual({ receipt: RECEIPT, changes: [] });
  const trapped = exampleReceipt(7);
  expect(trapped.trap?.message).toContain("7 is too much");
  expect(unseal(seal(trapped), "r.json")).toEqual({ receipt: trapped, changes: [] });
});

describe("one character", () => {
  const REPLACEMENTS = ["0", "1", "a", "f", "}", '"', " ", "\n", ",", "-", "\u00e9", "\uFEFF"];

  test("changed, at every place", () => {
    const unnoticed: string[] = [];
    for (let at = 0; at < TEXT.length; at += 1) {
      for (const character of [...REPLACEMENTS, String.fromCharCode(TEXT.charCodeAt(at) ^ 1)]) {
        const text = TEXT.slice(0, at) + character + TEXT.slice(at + 1);
        if (text !== TEXT && !isNoticed(text)) unnoticed.push(`${character} at ${at}`);
      }
    }
    expect(unnoticed).toEqual([]);
  });

  test("left out, at every place", () => {
    const unnoticed: number[] = [];
    for (let at = 0; at < TEXT.length; at += 1) {
      if (!isNoticed(TEXT.slice(0, at) + TEXT.slice(at + 1))) unnoticed.push(at);
    }
    expect(unnoticed).toEqual([]);
  });

  test("added, at every place", () => {
    const unnoticed: string[] = [];
    for (let at = 0; at <= TEXT.length; at += 1) {
      for (const character of ["0", " ", "\n", "\uFEFF"]) {
        const text = TEXT.slice(0, at) + character + TEXT.slice(at);
        if (!isNoticed(text)) unnoticed.push(`${character} before ${at}`);
      }
    }
    expect(unnoticed).toEqual([]);
  });
});

test("any other text is noticed", () => {
  const place = fc.nat(TEXT.length);
  fc.assert(
    fc.property(place, place, fc.string(), (one, other, inserted) => {
      const [from, to] = one < other ? [one, other] : [other, one];
      const text = TEXT.slice(0, from) + inserted + TEXT.slice(to);
      expect(text === TEXT || isNoticed(text)).toBe(true);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(isNoticed(text)).toBe(true);
    }),
  );
});

test("the field that has changed is named", () => {
  const changed = (from: string, to: string): readonly string[] =>
    unseal(TEXT.replace(from, to), "r.json").changes;
  const field = (name: string): string =>
    `field \`${name}\` has changed since the receipt was written, or its digest`;
  expect(changed(`"fuel": ${RECEIPT.fuel}`, '"fuel": 7')).toEqual([field("fuel")]);
  expect(changed('"tool": "resolang', '"tool": "Resolang')).toEqual([field("informative")]);
  expect(changed("counting", "Counting")).toEqual([field("log")]);
  expect(changed("counting", String.raw`\u0063ounting`)).toHaveLength(1);
  expect(changed('"status"', '"state"')).toEqual([
    "field `status` is missing",
    "field `state` belongs to no receipt",
  ]);
  const line = TEXT.split("\n").findIndex((content) => content.includes('"rows": 3')) + 1;
  expect(changed('"rows": 3', '"rows":  3')).toEqual([
    `line ${line} is not spelled as it was written`,
  ]);
  expect(changed('"rows": 3', '"rows": 3.0')).toEqual([
    `line ${line} is not spelled as it was written`,
  ]);
});

test("whole and yet no receipt of this version", () => {
  const sealed = (change: object): string => seal({ ...RECEIPT, ...change });
  const unreadable = (text: string): string => {
    try {
      unseal(text, "r.json");
      return "readable";
    } catch (error) {
      return error instanceof Fault ? `${error.code}: ${error.message}` : String(error);
    }
  };
  expect(unreadable(sealed({ schema: "resolang.receipt/2" }))).toBe(
    'receipt/unreadable: r.json is of version "resolang.receipt/2"; ' +
      'this reader knows "resolang.receipt/1"',
  );
  expect(unreadable(sealed({ fuel: -1 }))).toContain("its field `fuel` is not of the form");
  expect(unreadable(sealed({ log: [1] }))).toContain("its field `log` is not of the form");
  expect(unreadable(sealed({ limits: { ...RECEIPT.limits, depth: 2 ** 40 } }))).toContain("limits");
  expect(unreadable("null")).toContain("holds no JSON object");
  expect(unreadable("{")).toContain("is not a receipt: ");
});
