/**
 * Counting: who holds an object, freeing what nobody holds, and making an object one's own.
 *
 * Values are acyclic, so counting is complete. Dropping is iterative: dead blocks wait in a list
 * that is threaded through their counts.
 */
import { chargeBytes } from "./trap";
import { BREAK, DESCRIPTORS, REGION_START } from "./cells";
import { allocate, release, resetAllocator } from "./allocator";
import {
  DESCRIPTOR_COUNT,
  DESCRIPTOR_SLOTS,
  descriptorOf,
  elementShift,
  elementType,
  KIND_LIST,
  KIND_STRING,
  kindOf,
  slotCount,
  slotType,
} from "./descriptor";
import { countOf, DATA, lengthOf, sizeOf, SLOTS, typeOf } from "./layout";
import { LIST_CAPACITY, LIVE_BLOCKS } from "./shared-layout";

/** A new run: the heap is empty, starts at `start`, and may hold `limitBytes`. */
export function region_start(descriptors: u32, start: u32, limitBytes: f64): void {
  store<u32>(DESCRIPTORS, descriptors);
  resetAllocator(start, limitBytes);
}

/** The most bytes that the heap has had. */
export function region_break(): f64 {
  return <f64>(load<u64>(BREAK) - <u64>load<u32>(REGION_START));
}

/** Blocks that are not freed: 0 after a run that ends well. */
export function live_blocks(): u32 {
  return load<u32>(LIVE_BLOCKS);
}

export function dup(object: usize): void {
  store<u32>(object, countOf(object) + 1);
}

/**
 * One holder less; gives the list of the dead with this object put in front when it was the last.
 */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function lose(object: usize, dead: usize): usize {
  const count = countOf(object) - 1;
  store<u32>(object, count ? count : <u32>dead);
  return count ? dead : object;
}

/** Puts those children of a dead object that nobody else holds in front of the list of the dead. */
function loseChildren(object: usize, dead: usize): usize {
  const type = typeOf(object);
  const kind = kindOf(type);
  if (kind == KIND_STRING) return dead;
  if (kind == KIND_LIST) {
    if (kindOf(elementType(type)) < KIND_STRING) return dead;
    const end = object + DATA + (<usize>lengthOf(object) << 2);
    for (let at = object + DATA; at < end; at += 4) dead = lose(<usize>load<u32>(at), dead);
    return dead;
  }
  return loseSlots(object, descriptorOf(type), dead);
}

/** The same for an object with slots, whose type has this descriptor. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function loseSlots(object: usize, descriptor: usize, dead: usize): usize {
  const slots = <usize>load<u32>(descriptor, DESCRIPTOR_SLOTS);
  const bytes = <usize>load<u32>(descriptor, DESCRIPTOR_COUNT) << 3;
  for (let slot: usize = 0; slot < bytes; slot += 8) {
    if (kindOf(load<u32>(slots + slot)) < KIND_STRING) continue;
    dead = lose(<usize>load<u32>(object + SLOTS + slot), dead);
  }
  return dead;
}

/**
 * One holder less; frees the object, and what only it held, when there is none left. Costs nothing:
 * prepaid.
 */
export function drop(object: usize): void {
  let dead = lose(object, 0);
  while (dead) {
    const next = <usize>load<u32>(dead);
    const descriptor = descriptorOf(typeOf(dead));
    let rest: usize;
    if (load<u32>(descriptor) > KIND_LIST) {
      rest = loseSlots(dead, descriptor, next);
      release(dead, SLOTS + (<u64>load<u32>(descriptor, DESCRIPTOR_COUNT) << 3));
    } else {
      rest = loseChildren(dead, next);
      release(dead, sizeOf(dead));
    }
    dead = rest;
  }
}

/** Counts one more holder for every child of an object. */
export function dupChildren(object: usize): void {
  const type = typeOf(object);
  if (kindOf(type) == KIND_LIST) {
    dupElements(object, lengthOf(object));
    return;
  }
  const count = slotCount(type);
  for (let slot: u32 = 0; slot < count; slot++) {
    if (kindOf(slotType(type, slot)) >= KIND_STRING) {
      dup(<usize>load<u32>(object + SLOTS + (<usize>slot << 3)));
    }
  }
}

/**
 * Counts one more holder for each of the first `length` elements of a list, if they are references.
 */
export function dupElements(list: usize, length: u32): void {
  if (kindOf(elementType(typeOf(list))) < KIND_STRING) return;
  const end = list + DATA + (<usize>length << 2);
  for (let at = list + DATA; at < end; at += 4) dup(<usize>load<u32>(at));
}

/** Bytes of an object that are in use, header included. */
function usedBytes(object: usize): u64 {
  const type = typeOf(object);
  const kind = kindOf(type);
  if (kind == KIND_STRING) return DATA + <u64>lengthOf(object);
  if (kind != KIND_LIST) return SLOTS + (<u64>slotCount(type) << 3);
  return DATA + (<u64>lengthOf(object) << elementShift(kindOf(elementType(type))));
}

/**
 * The same object when only the caller holds it, else a shallow copy that only the caller holds.
 *
 * Cost of a copy: its allocation, and 1 fuel for 8 bytes. Traps: fuel, memory.
 */
export function unique(object: usize): usize {
  const count = countOf(object);
  if (count == 1) return object;
  const bytes = usedBytes(object);
  chargeBytes(bytes);
  const copy = allocate(bytes);
  memory.copy(copy, object, <usize>bytes);
  store<u32>(copy, 1);
  const kind = kindOf(typeOf(object));
  if (kind == KIND_STRING || kind == KIND_LIST) {
    // the copy's room may be smaller than the original's: it has none beyond its length
    store<u32>(copy, lengthOf(object), LIST_CAPACITY);
  }
  if (kind != KIND_STRING) dupChildren(copy);
  store<u32>(object, count - 1);
  return copy;
}
