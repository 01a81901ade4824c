/**
 * Values as canonical CBOR: the deterministic encoding of RFC 8949, section 4.2.1.
 *
 * Not here: floats and tags, which no record of ours has; reading.
 */

import { assert } from "../fault.ts";
import { ByteWriter } from "./writer.ts";

/** What can be encoded; a number is a safe integer. */
export type Cbor =
  | null
  | number
  | string
  | Uint8Array
  | readonly Cbor[]
  | { readonly [key: string]: Cbor };

/** Major types: the upper three bits of the first byte. */
const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, list: 4, map: 5 } as const;
const NULL = 0xf6;

const textEncoder = new TextEncoder();

/** The one encoding of a value. Cost: linear, and sorting the keys of a map. */
export function encodeCbor(value: Cbor): Uint8Array {
  const writer = new ByteWriter();
  write(writer, value);
  return writer.finish();
}

function write(writer: ByteWriter, value: Cbor): void {
  if (value === null) writer.u8(NULL);
  else if (typeof value === "number") {
    if (value < 0) writeHead(writer, MAJOR.negative, -1 - value);
    else writeHead(writer, MAJOR.unsigned, value);
  } else if (typeof value === "string") {
    assert(value.isWellFormed(), "text has no lone surrogates");
    const text = textEncoder.encode(value);
    writeHead(writer, MAJOR.text, text.length);
    writer.raw(text);
  } else if (value instanceof Uint8Array) {
    writeHead(writer, MAJOR.bytes, value.length);
    writer.raw(value);
  } else if (isList(value)) {
    writeHead(writer, MAJOR.list, value.length);
    for (const item of value) write(writer, item);
  } else writeMap(writer, value);
}

const isList = (value: Cbor): value is readonly Cbor[] => Array.isArray(value);

/** Entries in the order of the bytes of their keys. */
function writeMap(writer: ByteWriter, map: { readonly [key: string]: Cbor }): void {
  const entries = Object.entries(map).map(([key, value]) => ({ key: encodeCbor(key), value }));
  entries.sort((a, b) => compare(a.key, b.key));
  writeHead(writer, MAJOR.map, entries.length);
  for (const { key, value } of entries) write(writer.raw(key), value);
}

function compare(a: Uint8Array, b: Uint8Array): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return (a[at] ?? -1) - (b[at] ?? -1);
}

/** A major type with a number in as few bytes as possible, the highest byte first. */
function writeHead(writer: ByteWriter, major: number, count: number): void {
  assert(Number.isSafeInteger(count), "numbers are safe integers");
  const type = major << 5;
  if (count < 24) {
    writer.u8(type + count);
    return;
  }
  const log = count < 0x100 ? 0 : count < 0x1_0000 ? 1 : count < 0x1_0000_0000 ? 2 : 3;
  const bytes = 1 << log;
  const number = new DataView(new ArrayBuffer(8));
  number.setBigUint64(0, BigInt(count));
  writer.u8(type + 24 + log).raw(new Uint8Array(number.buffer, 8 - bytes));
}
