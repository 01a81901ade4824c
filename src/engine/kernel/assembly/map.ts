/**
 * Maps: finding, adding and removing entries.
 *
 * A map is an object of three slots: the list of its keys in the order in which they came, the list
 * of their values, and a string with the table. A cell of the table is empty (0) or the hash of a
 * key in its upper and one more than the place of the entry in its lower half; a key stands in the
 * first cell from that of its hash on that was free. At most two cells of three are in use.
 */
import { beginText, finishText } from "./builder";
import { PROBE_FUEL } from "./costs";
import { storeReferenceResult } from "./cells";
import { record_new } from "./record";
import {
  elementShift,
  elementType,
  KIND_BOOL,
  KIND_STRING,
  kindOf,
  slotType,
  stringType,
} from "./descriptor";
import { equal } from "./equal";
import { hashObject, hashWord } from "./hash";
import { drop, dup, unique } from "./heap";
import { DATA, lengthOf, SLOTS, typeOf } from "./layout";
import { list_grow, list_new } from "./list";
import { LIST_LENGTH } from "./shared-layout";
import { show } from "./show";
import { appendQuoted, show_bool, show_int } from "./show-scalar";
import { newText } from "./text";
import { charge, chargeBytes, trap, TRAP_BOUNDS, TRAP_KEY } from "./trap";

const KEYS: usize = SLOTS;
const VALUES: usize = SLOTS + 8;
const TABLE: usize = SLOTS + 16;

/** The first table; every further one is twice as large. */
const FIRST_CELLS: u32 = 8;

/** A list or the table of a map. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function part(map: usize, which: usize): usize {
  return <usize>load<u32>(map + which);
}

/** A list or the table of a map that only the caller holds, made its own. */
function ownPart(map: usize, which: usize): usize {
  const own = unique(part(map, which));
  store<u32>(map + which, <u32>own);
  return own;
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
function keyKind(map: usize): u32 {
  return kindOf(elementType(typeOf(part(map, KEYS))));
}

/** A map without entries. Cost: its allocations. */
export function map_new(type: u32): usize {
  const keys = list_new(slotType(type, 0), 0);
  const values = list_new(slotType(type, 1), 0);
  const table = newText(stringType(), 0, 0);
  const map = record_new(type);
  store<u32>(map + KEYS, <u32>keys);
  store<u32>(map + VALUES, <u32>values);
  store<u32>(map + TABLE, <u32>table);
  return map;
}

/** How many entries there are. */
export function map_length(map: usize): f64 {
  return <f64>lengthOf(part(map, KEYS));
}

/** The list of the keys, once more. */
export function map_keys(map: usize): usize {
  const keys = part(map, KEYS);
  dup(keys);
  return keys;
}

/** The list of the values, once more. */
export function map_values(map: usize): usize {
  const values = part(map, VALUES);
  dup(values);
  return values;
}

/** The hash of a key as registers carry it: an Int, a Bool as 0 or 1, a reference. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function hashOf(kind: u32, key: f64): u32 {
  return kind >= KIND_STRING ? hashObject(<usize>key) : hashWord(<i64>key);
}

/** The key at a place, as registers carry it. */
function keyAt(keys: usize, kind: u32, place: u32): f64 {
  const at = keys + DATA + (<usize>place << <usize>elementShift(kind));
  if (kind == KIND_BOOL) return <f64>load<u8>(at);
  return kind < KIND_STRING ? <f64>load<i64>(at) : <f64>load<u32>(at);
}

/** Whether the key at a place is this one. */
function isKey(keys: usize, kind: u32, place: u32, key: f64): bool {
  const at = keys + DATA + (<usize>place << <usize>elementShift(kind));
  if (kind == KIND_BOOL) return load<u8>(at) == <u8>key;
  if (kind < KIND_STRING) return load<i64>(at) == <i64>key;
  const other = <usize>load<u32>(at);
  return other == <usize>key || equal(other, <usize>key);
}

/**
 * The place of a key, or −1. Cost: 2 fuel for each cell that is looked at, and what comparing a key
 * of the same hash costs.
 */
function search(map: usize, kind: u32, key: f64, hash: u32): i32 {
  const table = part(map, TABLE);
  const last = (lengthOf(table) >> 3) - 1;
  charge(PROBE_FUEL);
  if (last == <u32>-1) return -1;
  const keys = part(map, KEYS);
  let index = hash & last;
  while (true) {
    const cell = load<u64>(table + DATA + (<usize>index << 3));
    if (!cell) return -1;
    const place = <u32>cell - 1;
    if (<u32>(cell >> 32) == hash && isKey(keys, kind, place, key)) return <i32>place;
    charge(PROBE_FUEL);
    index = (index + 1) & last;
  }
  return -1;
}

/** Writes an entry into the first free cell for its hash; the table has one. */
function enterCell(table: usize, hash: u32, place: u32): void {
  const last = (lengthOf(table) >> 3) - 1;
  let index = hash & last;
  while (load<u64>(table + DATA + (<usize>index << 3))) {
    charge(PROBE_FUEL);
    index = (index + 1) & last;
  }
  store<u64>(table + DATA + (<usize>index << 3), (<u64>hash << 32) | <u64>(place + 1));
}

/** A table without entries. */
function newTable(cells: u32): usize {
  const bytes = <u64>cells << 3;
  chargeBytes(bytes);
  const table = newText(stringType(), <u32>bytes, bytes);
  memory.fill(table + DATA, 0, <usize>bytes);
  return table;
}

/** Gives the table of a map that only the caller holds room for one entry more. */
function reserveCell(map: usize, count: u32): usize {
  const table = part(map, TABLE);
  const cells = lengthOf(table) >> 3;
  if ((count + 1) * 3 <= cells << 1) return ownPart(map, TABLE);
  const larger = newTable(max(FIRST_CELLS, cells << 1));
  charge(<i64>count * PROBE_FUEL);
  const end = table + DATA + (<usize>cells << 3);
  // from cell to cell: the hashes stand in them
  for (let at = table + DATA; at < end; at += 8) {
    const cell = load<u64>(at);
    if (cell) enterCell(larger, <u32>(cell >> 32), <u32>cell - 1);
  }
  drop(table);
  store<u32>(map + TABLE, <u32>larger);
  return larger;
}

/** The place of a key, or −1. Cost: the hash of the key, and 2 fuel a probe. Traps: fuel. */
export function map_find(map: usize, key: f64): i32 {
  const kind = keyKind(map);
  return search(map, kind, key, hashOf(kind, key));
}

/** A key as it stands in a map that is shown. */
function showKey(kind: u32, key: f64): usize {
  if (kind == KIND_BOOL) return show_bool(key != 0);
  if (kind < KIND_STRING) return show_int(key);
  if (kind > KIND_STRING) return show(<usize>key);
  beginText();
  appendQuoted(<usize>key);
  return finishText();
}

/** The place of a key that is there. Traps: key, fuel. */
export function map_index(map: usize, key: f64): i32 {
  const place = map_find(map, key);
  if (place < 0) {
    trap(TRAP_KEY, <f64>showKey(keyKind(map), key));
  }
  return place;
}

/**
 * The map with an entry for the key, and in result cell 0 the address where the caller stores its
 * value at once: 0 stands there when the entry is new and its value a reference. The key is taken.
 *
 * Cost: that of finding, and on average constant room; a copy where others hold the map. Traps:
 * fuel, memory.
 */
export function map_place(map: usize, key: f64): usize {
  const kind = keyKind(map);
  const hash = hashOf(kind, key);
  let place = search(map, kind, key, hash);
  map = unique(map);
  let values: usize;
  if (place >= 0) {
    if (kind >= KIND_STRING) drop(<usize>key);
    values = ownPart(map, VALUES);
  } else {
    const count = lengthOf(part(map, KEYS));
    enterCell(reserveCell(map, count), hash, count);
    place = <i32>count;
    const keys = list_grow(part(map, KEYS));
    store<u32>(map + KEYS, <u32>keys);
    storeKey(keys, kind, count, key);
    values = list_grow(part(map, VALUES));
    store<u32>(map + VALUES, <u32>values);
    const valueKind = kindOf(elementType(typeOf(values)));
    if (valueKind >= KIND_STRING) store<u32>(values + DATA + (<usize>count << 2), 0);
  }
  const shift = <usize>elementShift(kindOf(elementType(typeOf(values))));
  storeReferenceResult(0, values + DATA + (<usize>place << shift));
  return map;
}

function storeKey(keys: usize, kind: u32, place: u32, key: f64): void {
  const at = keys + DATA + (<usize>place << <usize>elementShift(kind));
  if (kind == KIND_BOOL) store<u8>(at, <u8>key);
  else if (kind < KIND_STRING) store<i64>(at, <i64>key);
  else store<u32>(at, <u32>key);
}

/**
 * The list of values of a map, both held by the caller alone; gives the map, the list in cell 0.
 */
export function map_own(map: usize): usize {
  map = unique(map);
  storeReferenceResult(0, ownPart(map, VALUES));
  return map;
}

/** Takes the element at a place out of a list that only the caller holds. */
function removeElement(list: usize, place: u32): void {
  const kind = kindOf(elementType(typeOf(list)));
  const shift = <usize>elementShift(kind);
  const at = list + DATA + (<usize>place << shift);
  const behind = <usize>(lengthOf(list) - place - 1) << shift;
  chargeBytes(behind);
  if (kind >= KIND_STRING) drop(<usize>load<u32>(at));
  memory.copy(at, at + (<usize>1 << shift), behind);
  store<u32>(list, lengthOf(list) - 1, LIST_LENGTH);
}

/** The cell of the entry at a place, whose key has this hash. */
function cellOf(table: usize, hash: u32, place: u32): u32 {
  const last = (lengthOf(table) >> 3) - 1;
  let index = hash & last;
  while (load<u32>(table + DATA + (<usize>index << 3)) != place + 1) {
    charge(PROBE_FUEL);
    index = (index + 1) & last;
  }
  return index;
}

/** Lets every entry behind a place move one down. */
function moveDown(table: usize, place: u32): void {
  const bytes = lengthOf(table);
  chargeBytes(<u64>bytes);
  const end = table + DATA + <usize>bytes;
  for (let at = table + DATA; at < end; at += 8) {
    const found = load<u32>(at);
    if (found > place) store<u32>(at, found - 1);
  }
}

/** Empties a cell, and moves those back that it had kept from theirs. */
function emptyCell(table: usize, free: u32): void {
  const last = (lengthOf(table) >> 3) - 1;
  const start = table + DATA;
  store<u64>(start + (<usize>free << 3), 0);
  let index = free;
  while (true) {
    index = (index + 1) & last;
    charge(PROBE_FUEL);
    const cell = load<u64>(start + (<usize>index << 3));
    if (!cell) return;
    const home = <u32>(cell >> 32) & last;
    // the entry may stand anywhere from its home on: is the free cell between them?
    if (((index - home) & last) < ((index - free) & last)) continue;
    store<u64>(start + (<usize>free << 3), cell);
    store<u64>(start + (<usize>index << 3), 0);
    free = index;
  }
}

/**
 * The map without the entry at a place; the others keep their order. Cost: that of finding it; if
 * it is not the last, 1 fuel for 8 bytes of what stands behind it and of the table. Traps: bounds,
 * fuel, memory.
 */
export function map_remove(map: usize, place: f64): usize {
  const count = lengthOf(part(map, KEYS));
  if (!(place >= 0 && place < <f64>count)) trap(TRAP_BOUNDS, place, <f64>count);
  map = unique(map);
  const keys = ownPart(map, KEYS);
  const kind = keyKind(map);
  const hash = hashOf(kind, keyAt(keys, kind, <u32>place));
  const table = ownPart(map, TABLE);
  emptyCell(table, cellOf(table, hash, <u32>place));
  if (place + 1 < <f64>count) moveDown(table, <u32>place);
  removeElement(keys, <u32>place);
  removeElement(ownPart(map, VALUES), <u32>place);
  return map;
}
