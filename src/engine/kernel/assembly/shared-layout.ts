/** What the tiers know too. Derived from src/machine/values/layout.ts: do not edit. */

export const FUEL_CELL: usize = 16;
export const SITE_CELL: usize = 24;
export const RESULT_CELLS: usize = 64;
export const LIVE_BLOCKS: usize = 260;
export const FREE_LISTS: usize = 512;
export const OBJECT_COUNT: usize = 0;
export const OBJECT_TYPE: usize = 4;
export const LIST_LENGTH: usize = 8;
export const LIST_CAPACITY: usize = 12;
export const LIST_DATA: usize = 16;
export const RECORD_SLOTS: usize = 8;
export const MAP_VALUES: usize = 16;
