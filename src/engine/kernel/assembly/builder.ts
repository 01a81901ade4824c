/**
 * Builds one string piece by piece; its address lies in a cell because growing may move it.
 *
 * Cost: what the growing string costs (text.ts), and 1 fuel for 8 bytes of each piece.
 */
import { BUILDER } from "./cells";
import { copyBytes } from "./copy";
import { stringType } from "./descriptor";
import { DATA, lengthOf } from "./layout";
import { LIST_LENGTH } from "./shared-layout";
import { newText, reserveText } from "./text";
import { chargeBytes } from "./trap";

/** Room that a new string starts with: enough for any one number. */
const FIRST_CAPACITY: u64 = 32;

/** Starts an empty string. */
export function beginText(): void {
  store<u32>(BUILDER, <u32>newText(stringType(), 0, FIRST_CAPACITY));
}

/** Room for `added` bytes at the end; gives the address where they go. */
export function roomFor(added: u64): usize {
  chargeBytes(added);
  const text = reserveText(<usize>load<u32>(BUILDER), added);
  store<u32>(BUILDER, <u32>text);
  return text + DATA + <usize>lengthOf(text);
}

/** Says that so many bytes have been written into the room. */
export function advance(added: usize): void {
  const text = <usize>load<u32>(BUILDER);
  store<u32>(text, lengthOf(text) + <u32>added, LIST_LENGTH);
}

/** One ASCII character. */
export function appendByte(byte: u8): void {
  store<u8>(roomFor(1), byte);
  advance(1);
}

/** Up to eight ASCII characters, the first in the lowest byte. */
export function appendWord(word: u64, count: usize): void {
  const room = roomFor(count);
  for (let index: usize = 0; index < count; index++) {
    store<u8>(room + index, <u8>(word >> (<u64>index << 3)));
  }
  advance(count);
}

/** Bytes of UTF-8 from elsewhere. */
export function appendBytes(from: usize, count: u32): void {
  copyBytes(roomFor(<u64>count), from, <usize>count);
  advance(<usize>count);
}

/** The finished string. */
export function finishText(): usize {
  return <usize>load<u32>(BUILDER);
}
