/**
 * The registers in which a value lies.
 *
 * Leaves never change, so that those of one register are the same thing everywhere: making them
 * again and again was a tenth of what a compilation allocates.
 */

/** One register of a value; a temporary one belongs to whoever holds the value. */
export interface Leaf {
  readonly register: number;
  readonly temporary: boolean;
  /** The number of a case that was written down, so that nobody has to ask for it. */
  readonly known: number | null;
  /** The value that lies in this register alone. */
  readonly alone: Value;
}

/** The registers of a value, in the order of `slotsOf` of its type. */
export type Value = readonly Leaf[];

export const NO_VALUE: Value = [];

/** Few functions have more registers; the leaves of those are made each time. */
const SHARED = 256;

/** By register. */
const temporaries = Array.from({ length: SHARED }, (_, register) => newLeaf(register, true, null));
const lent = Array.from({ length: SHARED }, (_, register) => newLeaf(register, false, null));

export function isTemporary(leaf: Leaf): boolean {
  return leaf.temporary;
}

/** The register as a temporary. */
export function temporaryLeaf(register: number): Leaf {
  return register < SHARED ? temporaries[register] : newLeaf(register, true, null);
}

/** The register, held by someone else. */
export function lentLeaf(register: number): Leaf {
  return register < SHARED ? lent[register] : newLeaf(register, false, null);
}

/** The register of a number of a case, and which number is in it. */
export function knownLeaf({ register, temporary }: Leaf, known: number): Leaf {
  return newLeaf(register, temporary, known);
}

function newLeaf(register: number, temporary: boolean, known: number | null): Leaf {
  const alone: Leaf[] = [];
  const leaf: Leaf = { register, temporary, known, alone };
  alone.push(leaf);
  return leaf;
}
