/**
 * Writes values as canonical bytes: every value has exactly one encoding, which `reader.ts`
 * enforces.
 */
import { assert } from "../fault.ts";

/** The bits of the one NaN that canonical bytes contain. */
export const CANONICAL_NAN_BITS = 0x7ff8_0000_0000_0000n;

/** The largest that one byte of a varint holds, and the last of the characters of one byte. */
const MOST_SHORT = 0x7f;

const textEncoder = new TextEncoder();

/**
 * Collects bytes. Fixed-width numbers are little-endian; lengths and counts are varints (unsigned
 * LEB128 in as few bytes as possible); text is UTF-8 behind its length in bytes.
 *
 * Every method asserts that its value is in range: a caller that passes another one is wrong.
 * Cost: amortised one copy of each byte.
 *
 * @example new ByteWriter().varint(300).text("ω").finish() // ac 02 02 cf 89
 */
export class ByteWriter {
  #bytes = new Uint8Array(64);
  #view = new DataView(this.#bytes.buffer);
  #length = 0;

  /** How many bytes are written so far. */
  get lengthBytes(): number {
    return this.#length;
  }

  /** One byte, 0 to 255. */
  u8(value: number): this {
    assertUnsigned(value, 0xff);
    const offset = this.#extend(1);
    this.#bytes[offset] = value;
    return this;
  }

  /** Two bytes, 0 to 65 535. */
  u16(value: number): this {
    assertUnsigned(value, 0xffff);
    const offset = this.#extend(2);
    this.#view.setUint16(offset, value, true);
    return this;
  }

  /** Four bytes, 0 to 2³² − 1. */
  u32(value: number): this {
    assertUnsigned(value, 0xffff_ffff);
    const offset = this.#extend(4);
    this.#view.setUint32(offset, value, true);
    return this;
  }

  /** Eight bytes, two's complement, a safe integer. */
  i64(value: number): this {
    assertSafe(value);
    const offset = this.#extend(8);
    this.#view.setBigInt64(offset, BigInt(value), true);
    return this;
  }

  /** Eight bytes of IEEE 754; any NaN becomes the canonical one, −0 stays −0. */
  f64(value: number): this {
    const offset = this.#extend(8);
    if (Number.isNaN(value)) this.#view.setBigUint64(offset, CANONICAL_NAN_BITS, true);
    else this.#view.setFloat64(offset, value, true);
    return this;
  }

  /** One byte, 0 or 1. */
  bool(value: boolean): this {
    return this.u8(value ? 1 : 0);
  }

  /** An unsigned safe integer in 1 to 8 bytes, seven bits each, low bits first. */
  varint(value: number): this {
    // nearly all are small
    if (value >= 0 && value <= MOST_SHORT) return this.u8(value);
    assertUnsigned(value, Number.MAX_SAFE_INTEGER);
    let rest = value;
    while (rest > 0x7f) {
      this.u8((rest % 0x80) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    return this.u8(rest);
  }

  /**
   * A safe integer of either sign. The first byte holds six bits of the magnitude, the sign as its
   * bit 6, and in bit 7 whether a varint with the rest of the magnitude follows.
   */
  signedVarint(value: number): this {
    assertSafe(value);
    const magnitude = Math.abs(value);
    const rest = Math.floor(magnitude / 0x40);
    this.u8((magnitude % 0x40) | (value < 0 ? 0x40 : 0) | (rest > 0 ? 0x80 : 0));
    return rest > 0 ? this.varint(rest) : this;
  }

  /** The bytes as they are, without a length. */
  raw(bytes: Uint8Array): this {
    const offset = this.#extend(bytes.length);
    this.#bytes.set(bytes, offset);
    return this;
  }

  /** The bytes behind their length. */
  blob(bytes: Uint8Array): this {
    return this.varint(bytes.length).raw(bytes);
  }

  /** Text as UTF-8 behind its length in bytes; it must not contain lone surrogates. */
  text(value: string): this {
    if (value.length <= MOST_SHORT && this.#shortText(value)) return this;
    assert(value.isWellFormed(), "text has no lone surrogates");
    return this.blob(textEncoder.encode(value));
  }

  /** The count of the items, then each as `write` does it. */
  list<Item>(items: readonly Item[], write: (writer: this, item: Item) => void): this {
    this.varint(items.length);
    for (const item of items) write(this, item);
    return this;
  }

  /** A tag of one byte, the length of the body, the body: what an older reader can skip. */
  section(tag: number, write: (body: ByteWriter) => void): this {
    const body = new ByteWriter();
    write(body);
    return this.u8(tag).blob(body.#written);
  }

  /** The count of the items and each as `write` does it, behind the length of all that. */
  sizedList<Item>(
    scratch: ByteWriter,
    items: readonly Item[],
    write: (writer: ByteWriter, item: Item) => void,
  ): this {
    scratch.#length = 0;
    return this.blob(scratch.list(items, write).#written);
  }

  /** A copy of everything written. */
  finish(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  get #written(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  /** Names are short and plain: to ask the host for their bytes takes longer. */
  #shortText(value: string): boolean {
    const offset = this.#extend(1 + value.length);
    const bytes = this.#bytes;
    bytes[offset] = value.length;
    for (let index = 0; index < value.length; index += 1) {
      const unit = value.charCodeAt(index);
      if (unit > MOST_SHORT) {
        this.#length = offset;
        return false;
      }
      bytes[offset + 1 + index] = unit;
    }
    return true;
  }

  /** Makes room for more bytes and gives the offset where they start; may replace `#view`. */
  #extend(count: number): number {
    const offset = this.#length;
    this.#length += count;
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2));
      grown.set(this.#bytes.subarray(0, offset));
      this.#bytes = grown;
      this.#view = new DataView(grown.buffer);
    }
    return offset;
  }
}

function assertUnsigned(value: number, maximum: number): void {
  const isFit = Number.isInteger(value) && value >= 0 && value <= maximum;
  // the message takes longer than all the rest
  if (!isFit) assert(false, `${value} is an integer from 0 to ${maximum}`);
}

function assertSafe(value: number): void {
  if (!Number.isSafeInteger(value)) assert(false, `${value} is a safe integer`);
}
