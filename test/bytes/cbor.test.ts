/** Canonical CBOR against the examples of RFC 8949, and against another encoder. */
import { encode, rfc8949EncodeOptions } from "cborg";
import { assert, constant, integer, letrec, property, string, uint8Array } from "fast-check";
import { array, dictionary, oneof } from "fast-check";
import { expect, test } from "vitest";
import { type Cbor, encodeCbor } from "../../src/bytes/cbor.ts";
import { toHex } from "../../src/bytes/hash.ts";

test.each<[Cbor, string]>([
  [0, "00"],
  [23, "17"],
  [24, "1818"],
  [255, "18ff"],
  [256, "190100"],
  [1_000_000, "1a000f4240"],
  [1_000_000_000_000, "1b000000e8d4a51000"],
  [-1, "20"],
  [-1000, "3903e7"],
  [null, "f6"],
  ["", "60"],
  ["\u00fc", "62c3bc"],
  [Uint8Array.of(1, 2, 3, 4), "4401020304"],
  [[1, [2, 3], [4, 5]], "8301820203820405"],
  [{ b: [2, 3], a: 1 }, "a26161016162820203"],
  [{ aa: 1, b: 2 }, "a261620262616101"],
])("%j is %s", (value, bytes) => {
  expect(toHex(encodeCbor(value))).toBe(bytes);
});

const { value } = letrec<{ value: Cbor }>((tie) => ({
  value: oneof(
    { depthSize: "small", withCrossShrink: true },
    constant(null),
    integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER }),
    string({ unit: "grapheme" }),
    uint8Array({ maxLength: 300 }),
    array(tie("value")),
    dictionary(string({ maxLength: 30 }), tie("value")),
  ),
}));

test("any value is encoded as another encoder does", () => {
  assert(
    property(value, (each) => {
      expect(toHex(encodeCbor(each))).toBe(toHex(encode(each, rfc8949EncodeOptions)));
    }),
  );
});

test("what is no safe integer is a mistake of ours", () => {
  for (const number of [0.5, 2 ** 53, Number.NaN, -(2 ** 60)]) {
    expect(() => encodeCbor(number)).toThrow("safe integers");
  }
  expect(() => encodeCbor("\ud800")).toThrow("surrogates");
});
