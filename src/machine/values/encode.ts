/**
 * Canonical bytes of values, what outputs and receipts are made of; the runtime writes the same.
 *
 * Int i64, Float f64 (one NaN), Bool one byte, String its length in bytes u32 and UTF-8, List its
 * length u32 and elements, tuples and records their parts in order, enums the number of the case
 * u32 and what it carries; little-endian. The type is not in the bytes.
 */

import { DecodeError } from "../../bytes/decode-error.ts";
import { ByteReader } from "../../bytes/reader.ts";
import { ByteWriter } from "../../bytes/writer.ts";
import type { ModuleType, ModuleValue } from "../types/module-type.ts";
import { slotTypes } from "./value.ts";

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
  const type = types[typeIndex];
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
      return;
    }
    case "list": {
      const elements = value as readonly ModuleValue[];
      writer.u32(elements.length);
      for (const element of elements) writeValue(writer, types, type.element, element);
      return;
    }
    case "tuple":
    case "record": {
      const parts = value as readonly ModuleValue[];
      for (const [index, slot] of slotTypes(type).entries()) {
        writeValue(writer, types, slot, parts[index]);
      }
      return;
    }
    case "enum": {
      const [tag, ...parts] = value as readonly ModuleValue[];
      writer.u32(tag as number);
      for (const [index, field] of type.cases[tag as number].fields.entries()) {
        writeValue(writer, types, field.type, parts[index]);
      }
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
  return new ValueReader(reader, types).read(typeIndex);
}

/**
 * Parts without bytes (records without fields) could be claimed in any number: so many are read,
 * and some for each byte.
 */
const FREE_PARTS = 65_536;
const PARTS_PER_BYTE = 64;

/** Reads values and counts their parts. */
class ValueReader {
  readonly #reader: ByteReader;
  readonly #types: readonly ModuleType[];
  #partsLeft: number;

  constructor(reader: ByteReader, types: readonly ModuleType[]) {
    this.#reader = reader;
    this.#types = types;
    this.#partsLeft = FREE_PARTS + PARTS_PER_BYTE * reader.remainingBytes;
  }

  read(typeIndex: number): ModuleValue {
    const type = this.#types[typeIndex];
    this.#partsLeft -= 1;
    if (this.#partsLeft < 0) throw new DecodeError("count", this.#reader.offset);
    switch (type.kind) {
      case "int":
        return this.#reader.i64();
      case "float":
        return this.#reader.f64();
      case "bool":
        return this.#reader.bool();
      case "string":
        return this.#string();
      case "list":
        return this.#list(type.element);
      case "tuple":
      case "record":
        return slotTypes(type).map((slot) => this.read(slot));
      case "enum": {
        const { offset } = this.#reader;
        const tag = this.#reader.u32();
        const found = type.cases[tag];
        if (found === undefined) throw new DecodeError("tag", offset);
        return [tag, ...found.fields.map((field) => this.read(field.type))];
      }
    }
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

  #list(element: number): readonly ModuleValue[] {
    const length = this.#reader.u32();
    const elements: ModuleValue[] = [];
    while (elements.length < length) elements.push(this.read(element));
    return elements;
  }
}
