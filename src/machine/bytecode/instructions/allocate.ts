/**
 * How the tier of WebAssembly makes small objects: out of the free list of their size where it has
 * a block, and else by the runtime.
 *
 * Not here: the size classes themselves, of which these are the first (the runtime's allocator).
 */

import { BULK_COSTS } from "../../bulk-costs.ts";
import {
  FREE_LISTS,
  LIVE_BLOCKS,
  OBJECT_COUNT,
  OBJECT_TYPE,
  RECORD_SLOTS,
} from "../../values/layout.ts";
import type { Emission } from "../emission.ts";

const costOf = (wanted: string): number => BULK_COSTS.find(({ name }) => name === wanted)!.value;

/** Up to here, classes of blocks are multiples of 16 bytes. */
const LARGEST_SMALL = 64;
const CLASS_BYTES = 16;

/** Leaves in scratch i32 a new object of a type with so many slots, which are undefined. */
export function emitNewObject(e: Emission, type: number, slots: number): void {
  const bytes = RECORD_SLOTS + 8 * slots;
  const useRuntime = (): void => {
    e.i32(type);
    e.charged("record_new");
    e.scratch("set", "i32");
  };
  if (bytes > LARGEST_SMALL) return useRuntime();
  const classes = Math.ceil(bytes / CLASS_BYTES);
  const list = FREE_LISTS + 4 * (classes - 1);
  const size = CLASS_BYTES * classes;
  const charge = costOf("ALLOCATION_FUEL") + Math.floor(size / costOf("ALLOCATION_BYTES"));
  e.i32(0);
  e.access("i32.load", list);
  e.scratch("tee", "i32");
  e.op("i32.eqz");
  e.lacks(charge);
  e.op("i32.or");
  return e.rarely(useRuntime, () => {
    e.spend(charge);
    e.i32(0);
    e.scratch("get", "i32");
    // a free block holds the next one
    e.access("i32.load", 0);
    e.access("i32.store", list);
    e.i32(0);
    e.i32(0);
    e.access("i32.load", LIVE_BLOCKS);
    e.i32(1);
    e.op("i32.add");
    e.access("i32.store", LIVE_BLOCKS);
    e.scratch("get", "i32");
    e.i32(1);
    e.access("i32.store", OBJECT_COUNT);
    e.scratch("get", "i32");
    e.i32(type);
    e.access("i32.store", OBJECT_TYPE);
  });
}
