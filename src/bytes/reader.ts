/** Reads canonical bytes, and refuses every encoding that `writer.ts` would not have written. */
import { DecodeError } from "./decode-error.ts";
import type { DecodeReason } from "./decode-error.ts";
import { CANONICAL_NAN_BITS } from "./writer.ts";

const textDecoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Walks over bytes from the front. Each method reads what the method of the same name of
 * `ByteWriter` writes. The input may be hostile: nothing is ever allocated by a claimed length
 * before that many bytes are known to be there, and the work is linear in the input.
 *
 * All methods throw {@link DecodeError}, with the offset where the refused value starts.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #start: number;
  #offset = 0;

  /**
   * @param bytes the input; it is not copied, so it must not change while it is read
   * @param start offset of the input within a larger one, counted into the offsets of errors
   */
  constructor(bytes: Uint8Array, start = 0) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#start = start;
  }

  /** Where the next value starts. */
  get offset(): number {
    return this.#start + this.#offset;
  }

  /** How many bytes are left. */
  get remainingBytes(): number {
    return this.#bytes.length - this.#offset;
  }

  /** One byte. */
  u8(): number {
    return this.#view.getUint8(this.#advance(1));
  }

  /** Two bytes. */
  u16(): number {
    return this.#view.getUint16(this.#advance(2), true);
  }

  /** Four bytes. */
  u32(): number {
    return this.#view.getUint32(this.#advance(4), true);
  }

  /** Eight bytes that hold a safe integer. */
  i64(): number {
    const offset = this.offset;
    const value = Number(this.#view.getBigInt64(this.#advance(8), true));
    if (!Number.isSafeInteger(value)) refuse("range", offset);
    return value;
  }

  /** Eight bytes of IEEE 754; refuses every NaN but the canonical one. */
  f64(): number {
    const offset = this.offset;
    const at = this.#advance(8);
    const value = this.#view.getFloat64(at, true);
    if (Number.isNaN(value) && this.#view.getBigUint64(at, true) !== CANONICAL_NAN_BITS) {
      refuse("nan", offset);
    }
    return value;
  }

  /** One byte, 0 or 1. */
  bool(): boolean {
    const offset = this.offset;
    const value = this.u8();
    if (value > 1) refuse("boolean", offset);
    return value === 1;
  }

  /** An unsigned integer up to `maximum`, in as few bytes as possible. */
  varint(maximum: number = Number.MAX_SAFE_INTEGER): number {
    const offset = this.offset;
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.u8();
      value += (byte & 0x7f) * scale;
      if (value > maximum) refuse("range", offset);
      if (byte < 0x80) {
        if (byte === 0 && scale > 1) refuse("varint", offset);
        return value;
      }
      // Zero bits could go on for ever without making the value larger.
      if (scale > Number.MAX_SAFE_INTEGER) refuse("varint", offset);
    }
  }

  /** A safe integer of either sign. */
  signedVarint(): number {
    const offset = this.offset;
    const first = this.u8();
    let magnitude = first & 0x3f;
    if (first >= 0x80) {
      const rest = this.varint(Math.floor(Number.MAX_SAFE_INTEGER / 0x40));
      if (rest === 0) refuse("varint", offset);
      magnitude += rest * 0x40;
    }
    if ((first & 0x40) === 0) return magnitude;
    if (magnitude === 0) refuse("sign", offset);
    return -magnitude;
  }

  /** So many bytes as they are; a view of the input, not a copy. */
  raw(count: number): Uint8Array {
    const at = this.#advance(count);
    return this.#bytes.subarray(at, at + count);
  }

  /** Bytes behind their length; a view of the input, not a copy. */
  blob(): Uint8Array {
    return this.raw(this.varint());
  }

  /** UTF-8 text behind its length in bytes. */
  text(): string {
    const offset = this.offset;
    const bytes = this.blob();
    try {
      return textDecoder.decode(bytes);
    } catch {
      return refuse("utf8", offset);
    }
  }

  /** A count of items, refused when not even `leastBytes` bytes are left for each. */
  count(leastBytes = 1): number {
    const offset = this.offset;
    const count = this.varint();
    if (count * leastBytes > this.remainingBytes) refuse("count", offset);
    return count;
  }

  /**
   * The count of the items, then each as `read` does it; an item has `leastBytes` bytes or more.
   */
  list<Item>(read: (reader: this) => Item, leastBytes = 1): Item[] {
    const items: Item[] = [];
    for (let left = this.count(leastBytes); left > 0; left -= 1) items.push(read(this));
    return items;
  }

  /** The section with this `tag`: its body is given to `read`, which must read all of it. */
  section<Value>(tag: number, read: (body: ByteReader) => Value): Value {
    const offset = this.offset;
    if (this.u8() !== tag) refuse("tag", offset);
    const length = this.varint();
    const start = this.offset;
    const body = new ByteReader(this.raw(length), start);
    const value = read(body);
    body.end();
    return value;
  }

  /** Refuses whatever is left. */
  end(): void {
    if (this.remainingBytes > 0) refuse("trailing", this.offset);
  }

  /** Steps over so many bytes and gives where they start. */
  #advance(count: number): number {
    if (count > this.remainingBytes) refuse("truncated", this.offset);
    const offset = this.#offset;
    this.#offset += count;
    return offset;
  }
}

function refuse(reason: DecodeReason, offset: number): never {
  throw new DecodeError(reason, offset);
}
