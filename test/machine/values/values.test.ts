/**
 * Values outside the heap: what fits, canonical bytes and what is refused as bytes.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { DecodeError } from "../../../src/bytes/decode-error.ts";
import type { DecodeReason } from "../../../src/bytes/decode-error.ts";
import { fromHex, toHex } from "../../../src/bytes/hash.ts";
import type { ModuleType, ModuleValue } from "../../../src/machine/types/module-type.ts";
import { decodeValue, encodeValue } from "../../../src/machine/values/encode.ts";
import { quote, showFloat, showValue } from "../../../src/machine/values/show.ts";
import { fits } from "../../../src/machine/values/value.ts";
import { sameValue } from "../equal-values.ts";
import { typedPairs } from "../random-values.ts";

const INT = 0;
const FLOAT = 1;
const BOOL = 2;
const STRING = 3;
const INTS = 4;
const POINT = 5;
const EMPTY = 6;
const EMPTIES = 7;
const TYPES: readonly ModuleType[] = [
  { kind: "int" },
  { kind: "float", unit: null },
  { kind: "bool" },
  { kind: "string" },
  { kind: "list", element: INT },
  {
    kind: "record",
    name: "Point",
    fields: [
      { name: "x", type: FLOAT },
      { name: "isFixed", type: BOOL },
    ],
  },
  { kind: "record", name: "Empty", fields: [] },
  { kind: "list", element: EMPTY },
];

test("what fits a type, and what does not", () => {
  const fitting: readonly [number, ModuleValue][] = [
    [INT, -3],
    [INT, Number.MAX_SAFE_INTEGER],
    [FLOAT, Number.NaN],
    [FLOAT, -0],
    [STRING, "ω"],
    [INTS, []],
    [POINT, [1, true]],
    [EMPTY, []],
  ];
  const others: readonly [number, ModuleValue][] = [
    [INT, 0.5],
    [INT, -0],
    [INT, 2 ** 53],
    [INT, true],
    [FLOAT, "1"],
    [BOOL, 1],
    [STRING, "\ud800"],
    [INTS, [1, 0.5]],
    [INTS, 1],
    [POINT, [1]],
    [POINT, [1, true, 2]],
    [EMPTY, [1]],
  ];
  for (const [type, value] of fitting)
    expect([value, fits(TYPES, type, value)]).toEqual([value, true]);
  for (const [type, value] of others)
    expect([value, fits(TYPES, type, value)]).toEqual([value, false]);
});

test("canonical bytes", () => {
  const cases: readonly [number, ModuleValue, string][] = [
    [INT, 1, "0100000000000000"],
    [INT, -2, "feffffffffffffff"],
    [FLOAT, 1, "000000000000f03f"],
    [FLOAT, -0, "0000000000000080"],
    [FLOAT, Number.NaN, "000000000000f87f"],
    [BOOL, true, "01"],
    [STRING, "ω", "02000000cf89"],
    [INTS, [1], "010000000100000000000000"],
    [POINT, [1, false], "000000000000f03f00"],
    [EMPTY, [], ""],
    [EMPTIES, [[], []], "02000000"],
  ];
  for (const [type, value, hex] of cases) {
    expect(toHex(encodeValue(TYPES, type, value))).toBe(hex);
    expect(sameValue(decodeValue(TYPES, type, fromHex(hex)!), value)).toBe(true);
  }
});

test("bytes that no value has are refused, with the reason and the place", () => {
  const cases: readonly [number, string, DecodeReason, number][] = [
    [INT, "01", "truncated", 0],
    [INT, "0100000000000000ff", "trailing", 8],
    [INT, "ffffffffffffff7f", "range", 0],
    [FLOAT, "010000000000f87f", "nan", 0],
    [BOOL, "02", "boolean", 0],
    [STRING, "03000000cf89", "truncated", 4],
    [STRING, "01000000cf", "utf8", 0],
    [INTS, "ffffffff", "truncated", 4],
    [POINT, "000000000000f03f02", "boolean", 8],
    [EMPTIES, "ffffffff", "count", 4],
  ];
  for (const [type, hex, reason, offset] of cases) {
    let refused: unknown = null;
    try {
      decodeValue(TYPES, type, fromHex(hex)!);
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(DecodeError);
    const { reason: found, offset: at } = refused as DecodeError;
    expect([hex, found, at]).toEqual([hex, reason, offset]);
  }
});

test("any bytes are one value or none", () => {
  fc.assert(
    fc.property(typedPairs, fc.uint8Array({ maxLength: 60 }), ([types], bytes) => {
      try {
        const value = decodeValue(types, types.length - 1, bytes);
        expect(encodeValue(types, types.length - 1, value)).toEqual(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(DecodeError);
      }
    }),
  );
});

test("values as text", () => {
  expect(showValue(TYPES, POINT, [1, true])).toBe("Point { x: 1.0, isFixed: true }");
  expect(showValue(TYPES, EMPTY, [])).toBe("Empty {}");
  expect(showValue(TYPES, INTS, [1, -2])).toBe("[1, -2]");
  expect(showValue(TYPES, STRING, 'a "b"')).toBe('a "b"');
  expect(quote('{"\\\n\u0007')).toBe('"\\{\\"\\\\\\n\\u{7}"');
  expect([1, 1e21, 1.5e-7, -0, 0.1, 1e20].map(showFloat)).toEqual([
    "1.0",
    "1e21",
    "1.5e-7",
    "-0.0",
    "0.1",
    "100000000000000000000.0",
  ]);
});
