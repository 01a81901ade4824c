/**
 * Canonical bytes of values, what outputs and receipts are made of; the runtime writes the same.
 *
 * Int i64, Float f64 (one NaN), Bool one byte, String its length in bytes u32 and UTF-8, List its
 * length u32 and elements, Map its length u32 and each key with its value, tuples and records their
 * parts in order, enums the number of the case u32 and what it carries; little-endian. The type is
 * not in the bytes.
 */

import { DecodeError } from "../../bytes/decode-error.ts";
import { ByteReader } from "../../bytes/reader.ts";
import { ByteWriter } from "../../bytes/writer.ts";
import type { ModuleType, ModuleValue } from "../types/module-type.ts";
import { hasDistinctKeys } from "./keys.ts";
import { slotTypes } from "./value.ts";
import { buildValue, walkValue } from "./walk.ts";
import type { Builder, ContainerType, LeafType, Opened } from "./walk.ts";

const textEncoder = new TextEncoder();
const textDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The canonical bytes of a value that fits its type. Cost: linear. */
export function encodeValue(
  types: readonly ModuleType[],
  typeIndex: number,
  value: ModuleValue,
): Uint8Array {
  const writer = new ByteWriter();
  writeValue(writer, types, typeIndex, value);
  return writer.finish();
}

/** Appends the canonical bytes of a value that fits its type. */
export function writeValue(
  writer: ByteWriter,
  types: readonly ModuleType[],
  typeIndex: number,
  value: ModuleValue,
): void {
  walkValue(types, typeIndex, value, {
    leaf: (type, leaf) => writeLeaf(writer, type, leaf),
    enter: (type, held) => {
      if (type.kind === "list") writer.u32(held.length);
      else if (type.kind === "map") writer.u32(held.length / 2);
      else if (type.kind === "enum") writer.u32(held[0] as number);
    },
  });
}

function writeLeaf(writer: ByteWriter, type: LeafType, value: ModuleValue): void {
  switch (type.kind) {
    case "int":
      writer.i64(value as number);
      return;
    case "float":
      writer.f64(value as number);
      return;
    case "bool":
      writer.bool(value as boolean);
      return;
    case "string": {
      const bytes = textEncoder.encode(value as string);
      writer.u32(bytes.length).raw(bytes);
    }
  }
}

/**
 * The value behind canonical bytes, all of which must be used.
 *
 * @throws {DecodeError} for any bytes that `encodeValue` does not write for this type
 */
export function decodeValue(
  types: readonly ModuleType[],
  typeIndex: number,
  bytes: Uint8Array,
): ModuleValue {
  const reader = new ByteReader(bytes);
  const value = readValue(reader, types, typeIndex);
  reader.end();
  return value;
}

/** Reads one value; see {@link decodeValue}. Cost: linear in the bytes that are left. */
export function readValue(
  reader: ByteReader,
  types: readonly ModuleType[],
  typeIndex: number,
): ModuleValue {
  return buildValue(types, typeIndex, new ValueReader(reader, types));
}

/**
 * Parts without bytes (records without fields) could be claimed in any number: so many are read,
 * and some for each byte.
 */
const FREE_PARTS = 65_536;
const PARTS_PER_BYTE = 64;

/** Reads values and counts their parts. */
class ValueReader implements Builder<ModuleValue> {
  readonly #reader: ByteReader;
  readonly #types: readonly ModuleType[];
  #partsLeft: number;

  constructor(reader: ByteReader, types: readonly ModuleType[]) {
    this.#reader = reader;
    this.#types = types;
    this.#partsLeft = FREE_PARTS + PARTS_PER_BYTE * reader.remainingBytes;
  }

  leaf(type: LeafType): ModuleValue {
    this.#count();
    switch (type.kind) {
      case "int":
        return this.#reader.i64();
      case "float":
        return this.#reader.f64();
      case "bool":
        return this.#reader.bool();
      case "string":
        return this.#string();
    }
  }

  open(type: ContainerType): Opened {
    this.#count();
    if (type.kind === "list") return { tag: 0, count: this.#reader.u32() };
    if (type.kind === "map") return { tag: 0, count: 2 * this.#reader.u32() };
    if (type.kind !== "enum") return { tag: 0, count: slotTypes(type).length };
    const { offset } = this.#reader;
    const tag = this.#reader.u32();
    const found = type.cases[tag];
    if (found === undefined) throw new DecodeError("tag", offset);
    return { tag, count: found.fields.length };
  }

  close(type: ContainerType, tag: number, parts: readonly ModuleValue[]): ModuleValue {
    if (type.kind === "map" && !hasDistinctKeys(this.#types, type, parts)) {
      throw new DecodeError("tag", this.#reader.offset);
    }
    return type.kind === "enum" ? [tag, ...parts] : parts;
  }

  #count(): void {
    this.#partsLeft -= 1;
    if (this.#partsLeft < 0) throw new DecodeError("count", this.#reader.offset);
  }

  #string(): string {
    const offset = this.#reader.offset;
    const bytes = this.#reader.raw(this.#reader.u32());
    try {
      return textDecoder.decode(bytes);
    } catch {
      throw new DecodeError("utf8", offset);
    }
  }
}
