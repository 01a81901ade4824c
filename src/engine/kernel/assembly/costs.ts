/** What bulk work costs in fuel. Derived from src/machine/bulk-costs.ts: do not edit. */

/** Fuel of a block, besides its size; freeing it is prepaid. */
export const ALLOCATION_FUEL: i64 = 4;
/** Bytes of a block that one unit of fuel allocates. */
export const ALLOCATION_BYTES: u64 = 16;
/** Bytes that one unit of fuel copies or compares. */
export const BULK_BYTES: u64 = 8;
/** Bytes of a string that one unit of fuel looks at one by one. */
export const SCAN_BYTES: u64 = 2;
/** Bytes that one unit of fuel hands out. */
export const OUTPUT_BYTES: u64 = 4;
/** Fuel of each value that a walk (equality, hash, show, encode) enters. */
export const NODE_FUEL: i64 = 3;
/** Fuel of each cell of a map's table that is looked at, besides hash and comparison. */
export const PROBE_FUEL: i64 = 2;
/** Fuel of writing one number in decimal, besides its length. */
export const NUMBER_TEXT_FUEL: i64 = 50;
/** Fuel of each character of a number with a fixed count of digits. */
export const DIGIT_FUEL: i64 = 2;
/** Fuel of entering a kernel, for each oscillator. */
export const OSCILLATOR_ENTRY_FUEL: i64 = 40;
/** Fuel of one step of one oscillator. */
export const OSCILLATOR_STEP_FUEL: i64 = 40;
/** Fuel of the sine and cosine of one phase. */
export const OSCILLATOR_PHASOR_FUEL: i64 = 8;
/** Fuel of checking one edge of a graph. */
export const EDGE_ENTRY_FUEL: i64 = 3;
/** Fuel of one step over one edge. */
export const EDGE_STEP_FUEL: i64 = 6;
/** Fuel of one step of one node in eight replicas. */
export const REPLICA_NODE_FUEL: i64 = 12;
/** Fuel of one step over one edge in eight replicas, or of one edge of a spin that flips. */
export const REPLICA_EDGE_FUEL: i64 = 1;
/** Fuel of asking one spin whether it flips. */
export const SPIN_FUEL: i64 = 1;
/** Fuel of one random number of a list. */
export const RANDOM_FUEL: i64 = 40;
/** Fuel of one element of a list that is sorted. */
export const SORT_FUEL: i64 = 24;
