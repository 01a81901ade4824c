/**
 * The allocator: blocks in size classes, a free list for each, new blocks at the break.
 *
 * Deterministic: the same calls give the same addresses and the same break on every machine.
 * Classes are multiples of 16 bytes in quarter steps between powers of two, so at most a fifth is
 * unused. A class never has more blocks than have lived in it at one time. A block carries no
 * header of its own: whoever frees it says how large it is.
 */
import { ALLOCATION_BYTES, ALLOCATION_FUEL } from "./costs";
import { BREAK, BREAK_LIMIT, REGION_START } from "./cells";
import { FREE_LISTS, LIVE_BLOCKS } from "./shared-layout";
import { charge, failWorld, trap, TRAP_MEMORY } from "./trap";

/** No block is larger; classes up to here fit the table of free lists. */
const MAXIMUM_BLOCK_BYTES: u64 = 0xffff_0000;
const CLASS_COUNT: usize = 112;
const PAGE_BITS: u64 = 16;
/** The host's memory grows by a whole number of these (4 MiB) while it can. */
const GROWTH_PAGES: u64 = 64;

/** Size class of a block of so many bytes, 1 … MAXIMUM_BLOCK_BYTES. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function classOf(bytes: u64): usize {
  const last = <u32>((bytes - 1) >> 4);
  if (last < 4) return last;
  const shift = 29 - clz<u32>(last);
  return (<usize>shift << 2) + (last >> shift);
}

/** The whole size of the block that is given for so many bytes. */
export function roundToClass(bytes: u64): u64 {
  if (bytes <= 64) return (bytes + 15) & ~15;
  const last = (bytes - 1) >> 4;
  const shift = 61 - clz<u64>(last);
  return ((last >> shift) + 1) << (shift + 4);
}

/** Empties the heap: it starts at `start` and its break may reach `start + limit`. */
export function resetAllocator(start: u32, limit: f64): void {
  store<u32>(REGION_START, start);
  store<u32>(LIVE_BLOCKS, 0);
  store<u64>(BREAK, <u64>start);
  store<u64>(BREAK_LIMIT, min<u64>(<u64>start + <u64>limit, 0x1_0000_0000));
  memory.fill(FREE_LISTS, 0, CLASS_COUNT << 2);
}

/** Makes the host's memory reach to `end`. */
function reach(end: u64): void {
  const present = <u64>memory.size();
  const needed = (end + 0xffff) >> PAGE_BITS;
  if (needed <= present) return;
  const generous = min<u64>((needed + GROWTH_PAGES - 1) & ~(GROWTH_PAGES - 1), 0x1_0000);
  if (memory.grow(<i32>(generous - present)) >= 0) return;
  if (memory.grow(<i32>(needed - present)) < 0) failWorld();
}

/** Moves the break to `end`, or traps. */
function raiseBreak(end: u64): void {
  if (end > load<u64>(BREAK_LIMIT)) trap(TRAP_MEMORY);
  reach(end);
  store<u64>(BREAK, end);
}

/**
 * A block of at least so many bytes, contents undefined, 16-byte aligned.
 *
 * Cost: 4 fuel, and 1 for 16 bytes of the block. Traps: fuel, then memory.
 */
export function allocate(bytes: u64): usize {
  if (bytes > MAXIMUM_BLOCK_BYTES) {
    charge(<i64>(bytes / ALLOCATION_BYTES) + ALLOCATION_FUEL);
    trap(TRAP_MEMORY);
  }
  const size = roundToClass(bytes);
  charge(<i64>(size / ALLOCATION_BYTES) + ALLOCATION_FUEL);
  const list = FREE_LISTS + (classOf(size) << 2);
  let block = <usize>load<u32>(list);
  if (block) {
    store<u32>(list, load<u32>(block));
  } else {
    const start = load<u64>(BREAK);
    raiseBreak(start + size);
    block = <usize>start;
  }
  store<u32>(LIVE_BLOCKS, load<u32>(LIVE_BLOCKS) + 1);
  return block;
}

/** Gives back a block that was allocated for so many bytes, or any number of its class. */
export function release(block: usize, bytes: u64): void {
  const list = FREE_LISTS + (classOf(bytes) << 2);
  store<u32>(block, load<u32>(list));
  store<u32>(list, <u32>block);
  store<u32>(LIVE_BLOCKS, load<u32>(LIVE_BLOCKS) - 1);
}

/**
 * Makes the last block of the heap larger where it stands; false when it is not the last, or when a
 * free block is as large.
 *
 * Cost: 1 fuel for 16 bytes added. Traps: fuel, then memory.
 */
export function extend(block: usize, bytes: u64, newBytes: u64): bool {
  const size = roundToClass(bytes);
  if (<u64>block + size != load<u64>(BREAK)) return false;
  if (newBytes > MAXIMUM_BLOCK_BYTES) return false;
  const newSize = roundToClass(newBytes);
  // A class gets a block only when none of its own is free: this bounds the heap.
  if (load<u32>(FREE_LISTS + (classOf(newSize) << 2))) return false;
  charge(<i64>((newSize - size) / ALLOCATION_BYTES));
  raiseBreak(<u64>block + newSize);
  return true;
}
