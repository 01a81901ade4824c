/** Primitives over strings. Positions count Unicode scalar values, never bytes. */
import { stringListType } from "./descriptor";
import { dup } from "./heap";
import { DATA, lengthOf, typeOf } from "./layout";
import { list_grow, list_new } from "./list";
import { newText, text_new } from "./text";
import {
  charge,
  chargeBytes,
  chargeScan,
  trap,
  TRAP_BACKWARDS,
  TRAP_COUNT,
  TRAP_MEMORY,
  TRAP_SEPARATOR,
  TRAP_SLICE,
} from "./trap";

/** How many scalar values so many bytes of UTF-8 hold. */
function countScalars(from: usize, end: usize): u32 {
  let count: u32 = 0;
  for (; from < end; from++) if ((load<u8>(from) & 0xc0) != 0x80) count++;
  return count;
}

/** The length in scalar values. Cost: 1 fuel for 2 bytes. */
export function text_length(text: usize): f64 {
  chargeScan(<u64>lengthOf(text));
  return <f64>countScalars(text + DATA, text + DATA + lengthOf(text));
}

/** The address of the scalar value `index` places after `from`, which is not beyond `end`. */
function skipScalars(from: usize, end: usize, index: u32): usize {
  while (index > 0 && from < end) {
    from++;
    while (from < end && (load<u8>(from) & 0xc0) == 0x80) from++;
    index--;
  }
  return from;
}

/** A string of so many bytes at an address. */
export function copyText(type: u32, from: usize, bytes: usize): usize {
  chargeBytes(<u64>bytes);
  const text = text_new(type, <u32>bytes);
  memory.copy(text + DATA, from, bytes);
  return text;
}

/** Traps unless 0 ≤ from ≤ to ≤ length. */
export function demandSlice(from: f64, to: f64, length: f64): void {
  if (!(from >= 0 && from <= length)) trap(TRAP_SLICE, from, length);
  if (!(to >= 0 && to <= length)) trap(TRAP_SLICE, to, length);
  if (from > to) trap(TRAP_BACKWARDS, from, to);
}

/**
 * The scalar values from position `from` up to but without `to`. Cost: 1 fuel a byte. Traps: slice,
 * backwards.
 */
export function text_slice(text: usize, from: f64, to: f64): usize {
  const start = text + DATA;
  const end = start + lengthOf(text);
  chargeScan(<u64>lengthOf(text) * 2);
  const length = <f64>countScalars(start, end);
  demandSlice(from, to, length);
  const first = skipScalars(start, end, <u32>from);
  const last = skipScalars(first, end, <u32>to - <u32>from);
  return copyText(typeOf(text), first, last - first);
}

/**
 * Where `part` starts at or after `from`, or `end` when it is nowhere; every place looked at is
 * paid.
 */
export function findBytes(from: usize, end: usize, part: usize): usize {
  const length = <usize>lengthOf(part);
  if (length > end - from) return end;
  const last = end - length;
  for (let at = from; at <= last; at++) {
    if (((at - from) & 1) == 0) charge(1);
    if (length && load<u8>(at) != load<u8>(part + DATA)) continue;
    chargeBytes(<u64>length);
    if (memory.compare(at, part + DATA, length) == 0) return at;
  }
  return end;
}

/** Whether `part` occurs in `text`; the empty string always does. */
export function text_contains(text: usize, part: usize): bool {
  if (!lengthOf(part)) return true;
  const end = text + DATA + lengthOf(text);
  return findBytes(text + DATA, end, part) != end;
}

/** The pieces between the places where `separator` occurs. Traps: separator (empty). */
export function text_split(text: usize, separator: usize): usize {
  if (!lengthOf(separator)) trap(TRAP_SEPARATOR);
  let list = list_new(stringListType(), 0);
  let from = text + DATA;
  const end = from + lengthOf(text);
  while (true) {
    const at = findBytes(from, end, separator);
    const piece = copyText(typeOf(text), from, at - from);
    list = list_grow(list);
    store<u32>(list + DATA + (<usize>(lengthOf(list) - 1) << 2), <u32>piece);
    if (at == end) return list;
    from = at + lengthOf(separator);
  }
  return list;
}

/** The strings of a list one after the other, `separator` between them. */
export function text_join(list: usize, separator: usize): usize {
  const count = lengthOf(list);
  charge(<i64>count + 1);
  let total: u64 = count ? <u64>(count - 1) * <u64>lengthOf(separator) : 0;
  const end = list + DATA + (<usize>count << 2);
  for (let at = list + DATA; at < end; at += 4) total += <u64>lengthOf(<usize>load<u32>(at));
  if (total > 0xffff_ffff) trap(TRAP_MEMORY);
  chargeBytes(total);
  const text = newText(typeOf(separator), <u32>total, total);
  let to = text + DATA;
  for (let at = list + DATA; at < end; at += 4) {
    if (at != list + DATA) to = append(to, separator);
    to = append(to, <usize>load<u32>(at));
  }
  return text;
}

/** Copies a string to an address; gives the address after it. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function append(to: usize, text: usize): usize {
  memory.copy(to, text + DATA, lengthOf(text));
  return to + lengthOf(text);
}

/** The string `count` times. Traps: count (below 0), memory. */
export function text_repeat(text: usize, count: f64): usize {
  if (!(count >= 0)) trap(TRAP_COUNT, count, 0);
  if (count == 1) {
    dup(text);
    return text;
  }
  const total = count * <f64>lengthOf(text);
  if (total > 4294967295.0) trap(TRAP_MEMORY);
  chargeBytes(<u64>total);
  const repeated = newText(typeOf(text), <u32>total, <u64>total);
  const end = repeated + DATA + <usize>total;
  for (let to = repeated + DATA; to < end; to += lengthOf(text)) append(to, text);
  return repeated;
}
