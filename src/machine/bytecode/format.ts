/** Numbers of the layout that encode.ts writes and decode.ts reads. */

export const MAGIC = "RESO";
/** Raised when the layout (encode.ts) changes. */
export const FORMAT_VERSION = 1;
/** Raised only when a bit of some result can change: cost table, numerics, allocator. */
export const SEMANTICS_VERSION = 1;

export const SECTIONS = {
  types: 1,
  texts: 2,
  parameters: 3,
  outputs: 4,
  functions: 5,
  main: 6,
  debug: 7,
  documentation: 8,
} as const;

export const TYPE_TAGS = {
  int: 0,
  bool: 1,
  string: 2,
  erasedFloat: 3,
  float: 4,
  list: 5,
  tuple: 6,
  record: 7,
  enum: 8,
  map: 9,
} as const;

/** Parts of a parameter's range that are there, as bits. */
export const RANGE_BITS = { present: 1, minimum: 2, maximum: 4, maximumExclusive: 8 } as const;
