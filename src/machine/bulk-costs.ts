/**
 * What bulk work costs: the constants by which the runtime and the kernels charge as they go.
 *
 * One fuel is about one simple instruction, some nanoseconds at most; what a table entry charges is
 * near the time it takes. A change is a change of the semantics version.
 * Not here: what one instruction costs (bytecode/instructions/), what calling a primitive costs
 * (primitives/).
 */

export interface BulkCost {
  /** The runtime's word for it. */
  readonly name: string;
  /** `fuel` is an amount for each thing, `bytes` how many bytes one unit of fuel pays for. */
  readonly per: "fuel" | "bytes";
  readonly value: number;
  readonly doc: string;
}

export const BULK_COSTS: readonly BulkCost[] = [
  {
    name: "ALLOCATION_FUEL",
    per: "fuel",
    value: 4,
    doc: "Fuel of a block, besides its size; freeing it is prepaid.",
  },
  {
    name: "ALLOCATION_BYTES",
    per: "bytes",
    value: 16,
    doc: "Bytes of a block that one unit of fuel allocates.",
  },
  {
    name: "BULK_BYTES",
    per: "bytes",
    value: 8,
    doc: "Bytes that one unit of fuel copies or compares.",
  },
  {
    name: "SCAN_BYTES",
    per: "bytes",
    value: 2,
    doc: "Bytes of a string that one unit of fuel looks at one by one.",
  },
  { name: "OUTPUT_BYTES", per: "bytes", value: 4, doc: "Bytes that one unit of fuel hands out." },
  {
    name: "NODE_FUEL",
    per: "fuel",
    value: 3,
    doc: "Fuel of each value that a walk (equality, hash, show, encode) enters.",
  },
  {
    name: "PROBE_FUEL",
    per: "fuel",
    value: 2,
    doc: "Fuel of each cell of a map's table that is looked at, besides hash and comparison.",
  },
  {
    name: "NUMBER_TEXT_FUEL",
    per: "fuel",
    value: 50,
    doc: "Fuel of writing one number in decimal, besides its length.",
  },
  {
    name: "DIGIT_FUEL",
    per: "fuel",
    value: 2,
    doc: "Fuel of each character of a number with a fixed count of digits.",
  },
  {
    name: "OSCILLATOR_ENTRY_FUEL",
    per: "fuel",
    value: 40,
    doc: "Fuel of entering a kernel, for each oscillator.",
  },
  {
    name: "OSCILLATOR_STEP_FUEL",
    per: "fuel",
    value: 40,
    doc: "Fuel of one step of one oscillator.",
  },
  {
    name: "OSCILLATOR_PHASOR_FUEL",
    per: "fuel",
    value: 8,
    doc: "Fuel of the sine and cosine of one phase.",
  },
  {
    name: "EDGE_ENTRY_FUEL",
    per: "fuel",
    value: 3,
    doc: "Fuel of checking one edge of a graph.",
  },
  { name: "EDGE_STEP_FUEL", per: "fuel", value: 6, doc: "Fuel of one step over one edge." },
  {
    name: "REPLICA_NODE_FUEL",
    per: "fuel",
    value: 12,
    doc: "Fuel of one step of one node in eight replicas.",
  },
  {
    name: "REPLICA_EDGE_FUEL",
    per: "fuel",
    value: 1,
    doc: "Fuel of one step over one edge in eight replicas, or of one edge of a spin that flips.",
  },
  { name: "SPIN_FUEL", per: "fuel", value: 1, doc: "Fuel of asking one spin whether it flips." },
  {
    name: "RANDOM_FUEL",
    per: "fuel",
    value: 40,
    doc: "Fuel of one random number of a list.",
  },
  {
    name: "SORT_FUEL",
    per: "fuel",
    value: 24,
    doc: "Fuel of one element of a list that is sorted.",
  },
];
