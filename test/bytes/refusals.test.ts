/** Every reason for which canonical bytes are refused, with the offset that is blamed. */
import { expect, test } from "vitest";
import { DECODE_REASONS, DecodeError } from "../../src/bytes/decode-error.ts";
import type { DecodeReason } from "../../src/bytes/decode-error.ts";
import { fromHex } from "../../src/bytes/hash.ts";
import { ByteReader } from "../../src/bytes/reader.ts";

/** Bytes, how they are read, and what is said about them. */
const REFUSALS: readonly [hex: string, (reader: ByteReader) => unknown, DecodeReason, number][] = [
  ["", (reader) => reader.u8(), "truncated", 0],
  ["0000", (reader) => reader.u32(), "truncated", 0],
  ["05616263", (reader) => reader.text(), "truncated", 1],
  ["80", (reader) => reader.varint(), "truncated", 1],
  ["8000", (reader) => reader.varint(), "varint", 0],
  ["ff00", (reader) => reader.varint(), "varint", 0],
  ["80808080808080808080808001", (reader) => reader.varint(), "varint", 0],
  ["ffffffffffffff10", (reader) => reader.varint(), "range", 0],
  ["08", (reader) => reader.varint(7), "range", 0],
  ["8000", (reader) => reader.signedVarint(), "varint", 0],
  ["ffffffffffffff20", (reader) => reader.signedVarint(), "range", 1],
  ["40", (reader) => reader.signedVarint(), "sign", 0],
  ["0000000000002000", (reader) => reader.i64(), "range", 0],
  ["02", (reader) => reader.bool(), "boolean", 0],
  ["010000000000f87f", (reader) => reader.f64(), "nan", 0],
  ["000000000000f8ff", (reader) => reader.f64(), "nan", 0],
  ["02c380", (reader) => [reader.text(), reader.end(), reader.u8()], "truncated", 3],
  ["02c328", (reader) => reader.text(), "utf8", 0],
  ["03eda080", (reader) => reader.text(), "utf8", 0],
  ["ffffffff0f", (reader) => reader.list((item) => item.u8()), "count", 0],
  ["020000", (reader) => reader.list((item) => item.u16(), 2), "count", 0],
  ["0000", (reader) => [reader.u8(), reader.end()], "trailing", 1],
  ["0701", (reader) => reader.section(7, (body) => body.u8()), "truncated", 2],
  ["07020000", (reader) => reader.section(7, (body) => body.u8()), "trailing", 3],
  ["0800", (reader) => reader.section(7, () => null), "tag", 0],
];

test.for(REFUSALS)("%s", ([hex, read, reason, offset]) => {
  const reader = new ByteReader(fromHex(hex)!);
  const error = errorOf(() => read(reader));
  expect(error).toBeInstanceOf(DecodeError);
  expect(error).toMatchObject({ reason, offset });
});

test("every reason is in the list above", () => {
  const hit = new Set(REFUSALS.map(([, , reason]) => reason));
  expect([...hit].toSorted()).toEqual(Object.keys(DECODE_REASONS).toSorted());
});

test("a byte order mark is text like any other", () => {
  expect(new ByteReader(fromHex("03efbbbf")!).text()).toBe("\ufeff");
});

function errorOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return null;
}
