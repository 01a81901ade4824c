/**
 * A list of Floats in ascending order: −∞ … −0, 0 … ∞, NaN last.
 *
 * The bits of a double, those of a negative one below the sign turned round, ascend as signed
 * integers do, so any sort of them gives the same list. Short lists by insertion, others by their
 * bytes from the last to the first. Source: D. Knuth, The Art of Computer Programming 3, §5.2.
 */
import { allocate, release } from "./allocator";
import { SORT_FUEL } from "./costs";
import { DATA, lengthOf, typeOf } from "./layout";
import { list_new } from "./list";
import { charge } from "./trap";

/** Up to so many elements insertion is faster. */
const SHORT: u32 = 48;
const DIGITS: usize = 8;
/** Bytes of the counts of one digit's 256 values. */
const ROW: usize = 1024;

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function turned(bits: i64): i64 {
  return bits ^ ((bits >> 63) & 0x7fff_ffff_ffff_ffff);
}

/** A key; every NaN has the same one. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function keyOf(value: f64): i64 {
  return value == value ? turned(reinterpret<i64>(value)) : 0x7ff8_0000_0000_0000;
}

/** The digit of a key: signed keys ascend as unsigned ones whose first bit is turned round. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function digitOf(key: i64, digit: usize): usize {
  return <usize>(((<u64>key ^ 0x8000_0000_0000_0000) >> (<u64>digit << 3)) & 255);
}

function insert(start: usize, end: usize): void {
  for (let next = start + 8; next < end; next += 8) {
    const key = load<i64>(next);
    let at = next;
    while (at > start && load<i64>(at - 8) > key) {
      store<i64>(at, load<i64>(at - 8));
      at -= 8;
    }
    store<i64>(at, key);
  }
}

/** How often each digit has each of its values. */
function count(start: usize, end: usize, counts: usize): void {
  memory.fill(counts, 0, DIGITS * ROW);
  for (let at = start; at < end; at += 8) {
    const key = load<i64>(at);
    for (let digit: usize = 0; digit < DIGITS; digit++) {
      const cell = counts + digit * ROW + (digitOf(key, digit) << 2);
      store<u32>(cell, load<u32>(cell) + 1);
    }
  }
}

/** Puts the keys in the order of one digit; equal ones keep theirs. */
function distribute(from: usize, bytes: usize, to: usize, digit: usize, row: usize): void {
  let place: u32 = 0;
  for (let cell = row; cell < row + ROW; cell += 4) {
    const size = load<u32>(cell);
    store<u32>(cell, place);
    place += size;
  }
  for (let at = from; at < from + bytes; at += 8) {
    const key = load<i64>(at);
    const cell = row + (digitOf(key, digit) << 2);
    const index = load<u32>(cell);
    store<u32>(cell, index + 1);
    store<i64>(to + (<usize>index << 3), key);
  }
}

/** Sorts keys by one digit after the other; a digit that all keys share is passed over. */
function sortLong(start: usize, length: u32): void {
  const bytes = <usize>length << 3;
  const room = bytes + DIGITS * ROW;
  const scratch = allocate(<u64>room);
  const counts = scratch + bytes;
  count(start, start + bytes, counts);
  let from = start;
  let to = scratch;
  for (let digit: usize = 0; digit < DIGITS; digit++) {
    const row = counts + digit * ROW;
    if (load<u32>(row + (digitOf(load<i64>(from), digit) << 2)) == length) continue;
    distribute(from, bytes, to, digit, row);
    const other = from;
    from = to;
    to = other;
  }
  if (from != start) memory.copy(start, from, bytes);
  release(scratch, <u64>room);
}

/** A new list with the elements in ascending order. Cost: linear. Traps: fuel, memory. */
export function list_ascending(list: usize): usize {
  const length = lengthOf(list);
  charge(<i64>length * SORT_FUEL);
  const sorted = list_new(typeOf(list), length);
  const start = sorted + DATA;
  const bytes = <usize>length << 3;
  for (let at: usize = 0; at < bytes; at += 8) {
    store<i64>(start + at, keyOf(load<f64>(list + DATA + at)));
  }
  if (length > SHORT) sortLong(start, length);
  else if (length > 1) insert(start, start + bytes);
  for (let at = start; at < start + bytes; at += 8) store<i64>(at, turned(load<i64>(at)));
  return sorted;
}
