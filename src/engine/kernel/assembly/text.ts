/**
 * Strings: making, joining, comparing. UTF-8, never invalid: pieces are whole strings.
 *
 * Byte order of UTF-8 is the order of scalar values.
 */
import { chargeBytes, trap, TRAP_MEMORY } from "./trap";
import { allocate, extend, release, roundToClass } from "./allocator";
import { capacityOf, countOf, DATA, lengthOf, sizeOf, typeOf } from "./layout";
import { copyBytes } from "./copy";
import { LIST_CAPACITY, LIST_LENGTH, OBJECT_TYPE } from "./shared-layout";

/** A string of undefined bytes with room for `capacity` or more. */
export function newText(type: u32, length: u32, capacity: u64): usize {
  const bytes = DATA + capacity;
  const text = allocate(bytes);
  store<u32>(text, 1);
  store<u32>(text, type, OBJECT_TYPE);
  store<u32>(text, length, LIST_LENGTH);
  store<u32>(text, <u32>(roundToClass(bytes) - DATA), LIST_CAPACITY);
  return text;
}

/** A string of undefined bytes: the caller stores them at once. */
export function text_new(type: u32, byteLength: u32): usize {
  return newText(type, byteLength, <u64>byteLength);
}

/** Gives a string that only the caller holds room for `added` bytes more; it may move. */
export function reserveText(text: usize, added: u64): usize {
  const length = lengthOf(text);
  const total = <u64>length + added;
  if (total > 0xffff_ffff) trap(TRAP_MEMORY);
  if (total <= <u64>capacityOf(text)) return text;
  const capacity = max<u64>(total, <u64>length << 1);
  if (extend(text, sizeOf(text), DATA + capacity)) {
    store<u32>(text, <u32>(roundToClass(DATA + capacity) - DATA), LIST_CAPACITY);
    return text;
  }
  chargeBytes(<u64>length);
  const moved = newText(typeOf(text), length, capacity);
  memory.copy(moved + DATA, text + DATA, <usize>length);
  release(text, sizeOf(text));
  return moved;
}

/**
 * `first`, which is taken, followed by `second`; in place when only the caller holds `first` and it
 * has room.
 *
 * Cost: 1 fuel for 8 bytes of `second`, and what making room costs. Traps: fuel, memory.
 */
export function text_concat(first: usize, second: usize): usize {
  const length = lengthOf(first);
  const added = lengthOf(second);
  const total = <u64>length + <u64>added;
  if (total > 0xffff_ffff) trap(TRAP_MEMORY);
  chargeBytes(<u64>added);
  let text = first;
  if (countOf(first) == 1) {
    text = reserveText(first, <u64>added);
  } else {
    chargeBytes(<u64>length);
    text = newText(typeOf(first), length, total);
    memory.copy(text + DATA, first + DATA, <usize>length);
    store<u32>(first, countOf(first) - 1);
  }
  copyBytes(text + DATA + length, second + DATA, <usize>added);
  store<u32>(text, <u32>total, LIST_LENGTH);
  return text;
}

/**
 * Whether `first` comes before `second` in the order of scalar values. Cost: 1 fuel for 8 bytes of
 * the shorter.
 */
export function text_lt(first: usize, second: usize): bool {
  const length = min(lengthOf(first), lengthOf(second));
  chargeBytes(<u64>length);
  const difference = memory.compare(first + DATA, second + DATA, <usize>length);
  return difference < 0 || (difference == 0 && lengthOf(first) < lengthOf(second));
}
