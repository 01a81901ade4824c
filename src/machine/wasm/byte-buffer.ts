/**
 * A growing buffer of WebAssembly's binary format: LEB128 numbers, names, and sizes that are filled
 * in afterwards.
 */

/** Sizes that are filled in afterwards take five bytes, whatever their value. */
const SIZE_BYTES = 5;

export class ByteBuffer {
  #bytes = new Uint8Array(4096);
  #view = new DataView(this.#bytes.buffer);
  length = 0;

  #reserve(count: number): void {
    if (this.length + count <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.length + count, 2 * this.#bytes.length));
    grown.set(this.#bytes);
    this.#bytes = grown;
    this.#view = new DataView(grown.buffer);
  }

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#reserve(1);
    this.#bytes[this.length++] = value;
  }

  /** An unsigned number below 2³². */
  unsigned(value: number): void {
    let rest = value;
    for (; rest > 127; rest = Math.floor(rest / 128)) this.byte((rest % 128) | 128);
    this.byte(rest);
  }

  /** A signed integer that a double holds exactly. */
  signed(value: number): void {
    let rest = value;
    // most are of one byte
    if (value >= -64 && value < 64) {
      this.byte(value & 127);
      return;
    }
    for (;;) {
      const low = ((rest % 128) + 128) % 128;
      rest = (rest - low) / 128;
      const isLast = (rest === 0 && low < 64) || (rest === -1 && low >= 64);
      this.byte(isLast ? low : low | 128);
      if (isLast) return;
    }
  }

  float(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.length, value, true);
    this.length += 8;
  }

  raw(bytes: Uint8Array | readonly number[]): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  name(text: string): void {
    const bytes = new TextEncoder().encode(text);
    this.unsigned(bytes.length);
    this.raw(bytes);
  }

  /** Writes what `body` writes, with its size before it. */
  sized(body: () => void): void {
    const start = this.length;
    this.#reserve(SIZE_BYTES);
    this.length += SIZE_BYTES;
    body();
    let rest = this.length - start - SIZE_BYTES;
    for (let index = 0; index < SIZE_BYTES; index++) {
      this.#bytes[start + index] = (rest & 127) | (index < SIZE_BYTES - 1 ? 128 : 0);
      rest = rest >>> 7;
    }
  }

  /** The bytes written so far, not copied. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length);
  }
}
