/**
 * Where things stand in the memory of a run: the cells that the tiers and the runtime share, and
 * the parts of an object.
 *
 * In memory: cells · the artefact's static data · type descriptors · tables of parameters and texts
 * · heap. A reference is the address of its object; a list has its elements at LIST_DATA, a string
 * its bytes of UTF-8, and both their length and room before it; a record and a boxed tuple have
 * slots of eight bytes.
 * Not here: the runtime's own cells (engine/kernel/assembly/cells.ts), type descriptors
 * (descriptors.ts).
 */

/** Cell of the remaining fuel, i64. */
export const FUEL_CELL = 16;
/** Cell of the present trap site, i32. */
export const SITE_CELL = 24;
/** First of sixteen cells of eight bytes, for primitives with several results. */
export const RESULT_CELLS = 64;

/** Cell of the number of blocks that are alive, u32. */
export const LIVE_BLOCKS = 260;
/** First of the cells with the first free block of each size class, u32 each. */
export const FREE_LISTS = 512;

/** Bytes from a reference to the count of references, u32; the interpreter leaves the 0 out. */
export const OBJECT_COUNT = 0;
/** Bytes from a reference to the index of the type, u32. */
export const OBJECT_TYPE = 4;
/** Bytes from a reference to the elements of a list, or the bytes of a string, as a count, u32. */
export const LIST_LENGTH = 8;
/** Bytes from a reference to how many elements or bytes there is room for, u32. */
export const LIST_CAPACITY = 12;
/** Bytes from a reference to the first element of a list or byte of a string. */
export const LIST_DATA = 16;
/** Bytes from a reference to the first slot of a record or boxed tuple. */
export const RECORD_SLOTS = 8;

/** Bytes from a reference to the list of a map's values. */
export const MAP_VALUES = 16;

/** What the artefact is compiled with, by the same names. */
export const LAYOUT: Readonly<Record<string, number>> = {
  FUEL_CELL,
  SITE_CELL,
  RESULT_CELLS,
  LIVE_BLOCKS,
  FREE_LISTS,
  OBJECT_COUNT,
  OBJECT_TYPE,
  LIST_LENGTH,
  LIST_CAPACITY,
  LIST_DATA,
  RECORD_SLOTS,
  MAP_VALUES,
};
