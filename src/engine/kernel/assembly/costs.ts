/** What bulk work costs in fuel; every walk charges as it goes. */

/** Bytes of a block that one unit of fuel allocates (freeing it is prepaid). */
export const ALLOCATION_BYTES: u64 = 16;
/** Bytes that one unit of fuel copies, compares, shows or encodes. */
export const BULK_BYTES: u64 = 8;
/** Fuel of each value that a walk (equality, show, encode) enters. */
export const NODE_FUEL: i64 = 1;
/**
 * Fuel of one oscillator: entering a kernel, one step, one look at its phasor, a new phasor after
 * 256 steps.
 */
export const OSCILLATOR_ENTRY_FUEL: i64 = 40;
export const OSCILLATOR_STEP_FUEL: i64 = 10;
export const OSCILLATOR_PHASOR_FUEL: i64 = 8;
/** Fuel of one edge of a graph: checking it, one step. */
export const EDGE_ENTRY_FUEL: i64 = 3;
export const EDGE_STEP_FUEL: i64 = 6;
/** Fuel of one random number of a list. */
export const RANDOM_FUEL: i64 = 40;
