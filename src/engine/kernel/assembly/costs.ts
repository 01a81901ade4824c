/** What bulk work costs in fuel; every walk charges as it goes. */

/** Bytes of a block that one unit of fuel allocates (freeing it is prepaid). */
export const ALLOCATION_BYTES: u64 = 16;
/** Bytes that one unit of fuel copies, compares, shows or encodes. */
export const BULK_BYTES: u64 = 8;
/** Fuel of each value that a walk (equality, show, encode) enters. */
export const NODE_FUEL: i64 = 1;
