/**
 * Lists: making, growing, filling, joining. Elements are read and written by the tiers themselves.
 *
 * Room grows to twice what is used, so pushing costs O(1) on average. A list at the end of the heap
 * grows where it stands.
 */
import { chargeBytes, trap, TRAP_COUNT, TRAP_MEMORY } from "./trap";
import { allocate, extend, release, roundToClass } from "./allocator";
import { elementShift, elementType, kindOf } from "./descriptor";
import { dup, dupElements } from "./heap";
import { capacityOf, countOf, DATA, lengthOf, sizeOf, typeOf } from "./layout";
import { LIST_CAPACITY, LIST_LENGTH, OBJECT_TYPE } from "./shared-layout";

/** Binary logarithm of the bytes of this list type's elements. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function shiftOf(type: u32): u64 {
  return elementShift(kindOf(elementType(type)));
}

/** A list with room for `capacity` elements or more, its elements undefined. */
function newList(type: u32, length: u32, capacity: u64): usize {
  const shift = shiftOf(type);
  const bytes = DATA + (capacity << shift);
  const list = allocate(bytes);
  store<u32>(list, 1);
  store<u32>(list, type, OBJECT_TYPE);
  store<u32>(list, length, LIST_LENGTH);
  store<u32>(list, <u32>((roundToClass(bytes) - DATA) >> shift), LIST_CAPACITY);
  return list;
}

/** A list of undefined elements: the caller stores them at once. */
export function list_new(type: u32, length: u32): usize {
  return newList(type, length, <u64>length);
}

/** Gives a list that only the caller holds room for `capacity` elements; it may move. */
function reserve(list: usize, capacity: u64): usize {
  const type = typeOf(list);
  const shift = shiftOf(type);
  const bytes = DATA + (capacity << shift);
  if (extend(list, sizeOf(list), bytes)) {
    store<u32>(list, <u32>((roundToClass(bytes) - DATA) >> shift), LIST_CAPACITY);
    return list;
  }
  const length = lengthOf(list);
  const used = <u64>length << shift;
  chargeBytes(used);
  const moved = newList(type, length, capacity);
  memory.copy(moved + DATA, list + DATA, <usize>used);
  release(list, sizeOf(list));
  return moved;
}

/**
 * A copy with room for `capacity` elements; the caller's hold on the list goes over to the copy.
 */
function copyOut(list: usize, capacity: u64): usize {
  const type = typeOf(list);
  const length = lengthOf(list);
  const used = <u64>length << shiftOf(type);
  chargeBytes(used);
  const copy = newList(type, length, capacity);
  memory.copy(copy + DATA, list + DATA, <usize>used);
  dupElements(copy, length);
  store<u32>(list, countOf(list) - 1);
  return copy;
}

/** What a list that needs more room gets: at least `needed`, and twice what it uses. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function generous(length: u32, needed: u64): u64 {
  return max<u64>(needed, <u64>length << 1);
}

/**
 * The list, held by the caller alone and longer by one element, which the caller stores at once.
 *
 * Cost: nothing while there is room; else the new room, and 1 fuel for 8 bytes moved. Traps: fuel,
 * memory.
 */
export function list_grow(list: usize): usize {
  const length = lengthOf(list);
  const needed = <u64>length + 1;
  if (countOf(list) != 1) list = copyOut(list, generous(length, needed));
  else if (length == capacityOf(list)) list = reserve(list, generous(length, needed));
  store<u32>(list, length + 1, LIST_LENGTH);
  return list;
}

/** Checks a length that a program computed. Traps: count, memory. */
function lengthFrom(count: f64): u32 {
  if (!(count >= 0)) trap(TRAP_COUNT, count, 0);
  if (count >= 4294967296.0) trap(TRAP_MEMORY);
  return <u32>count;
}

/** A list of `count` undefined elements. Traps: count (below 0), fuel, memory. */
export function list_fill(type: u32, count: f64): usize {
  const length = lengthFrom(count);
  chargeBytes(<u64>length << shiftOf(type));
  return newList(type, length, <u64>length);
}

/** A list of `count` times the Int `value`. Cost: its allocation, 1 fuel for 8 bytes. */
export function list_fill_int(type: u32, count: f64, value: f64): usize {
  const list = list_fill(type, count);
  const end = list + DATA + (<usize>lengthOf(list) << 3);
  const integer = <i64>value;
  for (let at = list + DATA; at < end; at += 8) store<i64>(at, integer);
  return list;
}

/** A list of `count` times the Float `value`. */
export function list_fill_float(type: u32, count: f64, value: f64): usize {
  const list = list_fill(type, count);
  const end = list + DATA + (<usize>lengthOf(list) << 3);
  for (let at = list + DATA; at < end; at += 8) store<f64>(at, value);
  return list;
}

/** A list of `count` times the Bool `value`. */
export function list_fill_bool(type: u32, count: f64, value: u32): usize {
  const list = list_fill(type, count);
  memory.fill(list + DATA, <u8>value, <usize>lengthOf(list));
  return list;
}

/** A list of `count` times the same object, which the caller keeps. */
export function list_fill_ref(type: u32, count: f64, value: usize): usize {
  const list = list_fill(type, count);
  const length = lengthOf(list);
  const end = list + DATA + (<usize>length << 2);
  for (let at = list + DATA; at < end; at += 4) store<u32>(at, <u32>value);
  store<u32>(value, countOf(value) + length);
  return list;
}

/**
 * The elements of `first`, which is taken, and then those of `second`; in place when only the
 * caller holds `first` and it has room.
 *
 * Cost: 1 fuel for 8 bytes of `second`, and what making room costs. Traps: fuel, memory.
 */
export function list_concat(first: usize, second: usize): usize {
  const shift = shiftOf(typeOf(first));
  const length = lengthOf(first);
  const added = lengthOf(second);
  const total = <u64>length + <u64>added;
  if (total > 0xffff_ffff) trap(TRAP_MEMORY);
  const bytes = <u64>added << shift;
  chargeBytes(bytes);
  if (countOf(first) != 1) first = copyOut(first, total);
  else if (total > <u64>capacityOf(first)) first = reserve(first, generous(length, total));
  const end = first + DATA + (<usize>length << <usize>shift);
  memory.copy(end, second + DATA, <usize>bytes);
  store<u32>(first, <u32>total, LIST_LENGTH);
  if (shift == 2) {
    for (let at = end; at < end + <usize>bytes; at += 4) dup(<usize>load<u32>(at));
  }
  return first;
}
