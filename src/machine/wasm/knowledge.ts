/**
 * What can be known of the values in registers before a program runs: Ints between bounds, lists by
 * their length, objects that nobody else holds.
 *
 * A quantity is a number that does not change while it is spoken of: a parameter of the program, or
 * the length of a list as an instruction met it. Bounds by quantities prove that an index is inside
 * of a list whose length nobody knows.
 * Not here: what an instruction does to them (learn.ts), branches and loops (analyse.ts).
 */

import type { Range } from "../bytecode/emission.ts";
import type { ModuleType } from "../types/module-type.ts";

export const MOST = Number.MAX_SAFE_INTEGER;

/** Parameters are −1, −2, …; what an instruction met has its index. */
export interface Sum {
  readonly quantity: number;
  readonly offset: number;
}

export interface IntKnowledge extends Range {
  readonly equals: Sum | null;
  /** None of these is exceeded. */
  readonly atMost: readonly Sum[];
}

export interface ReferenceKnowledge {
  /** The length of a list; any for other objects. */
  readonly length: IntKnowledge;
  /** Whether the count of the object is 1. */
  readonly isUnique: boolean;
}

/** By register: what is known of an Int or of a reference; undefined where nothing is. */
export type Knowledge = (IntKnowledge | ReferenceKnowledge | undefined)[];

/** What an address of 32 bits reaches. */
const MEMORY_BYTES = 4_294_967_296;
/** Bounds that are kept of one value. */
const MOST_BOUNDS = 4;

export const ANY_INT: IntKnowledge = { low: -MOST, high: MOST, equals: null, atMost: [] };

export function between(low: number, high: number): IntKnowledge {
  return { low: Math.max(low, -MOST), high: Math.min(high, MOST), equals: null, atMost: [] };
}

/** No object is larger than the memory; by the binary logarithm of the bytes of its elements. */
const UNKNOWN_REFERENCES: readonly ReferenceKnowledge[] = [0, 1, 2, 3].map((shift) => ({
  length: between(0, MEMORY_BYTES / (1 << shift)),
  isUnique: false,
}));

/** What is known of any object of a type. */
export function anyReference(
  type: ModuleType | undefined,
  types: readonly ModuleType[],
): ReferenceKnowledge {
  const element = type?.kind === "list" ? types[type.element].kind : "bool";
  const shift = element === "bool" ? 0 : element === "int" || element === "float" ? 3 : 2;
  return UNKNOWN_REFERENCES[shift];
}

export function plus(sum: Sum, offset: number): Sum {
  return { quantity: sum.quantity, offset: sum.offset + offset };
}

/** All sums that a value does not exceed. */
export function boundsOf({ equals, atMost }: IntKnowledge): readonly Sum[] {
  return equals === null ? atMost : [equals, ...atMost];
}

/** The bounds of both, of each quantity the lowest. */
export function withBounds(value: IntKnowledge, more: readonly Sum[]): IntKnowledge {
  if (more.length === 0) return value;
  const atMost = [...value.atMost];
  for (const sum of more) {
    const index = atMost.findIndex(({ quantity }) => quantity === sum.quantity);
    if (index < 0) atMost.push(sum);
    else if (sum.offset < atMost[index].offset) atMost[index] = sum;
  }
  return { ...value, atMost: atMost.slice(0, MOST_BOUNDS) };
}

/** Whether a value is an index of a list of this length. */
export function isIndex(index: IntKnowledge, length: IntKnowledge): boolean {
  if (index.low < 0) return false;
  if (index.high < length.low) return true;
  const { equals } = length;
  if (equals === null) return false;
  return boundsOf(index).some(
    ({ quantity, offset }) => quantity === equals.quantity && offset < equals.offset,
  );
}

const isSameSum = (a: Sum | null, b: Sum | null): boolean =>
  a === b || (a !== null && b !== null && a.quantity === b.quantity && a.offset === b.offset);

function isSameInt(a: IntKnowledge, b: IntKnowledge): boolean {
  return (
    a === b ||
    (a.low === b.low &&
      a.high === b.high &&
      isSameSum(a.equals, b.equals) &&
      a.atMost.length === b.atMost.length &&
      a.atMost.every((sum, index) => isSameSum(sum, b.atMost[index])))
  );
}

/** What holds of either. */
function eitherInt(a: IntKnowledge, b: IntKnowledge): IntKnowledge {
  if (isSameInt(a, b)) return a;
  const others = boundsOf(b);
  const isSame = isSameSum(a.equals, b.equals);
  const own = isSame ? a.atMost : boundsOf(a);
  const atMost: Sum[] = [];
  for (const sum of own) {
    const other = others.find(({ quantity }) => quantity === sum.quantity);
    if (other !== undefined) atMost.push(other.offset > sum.offset ? other : sum);
  }
  return {
    low: Math.min(a.low, b.low),
    high: Math.max(a.high, b.high),
    equals: isSame ? a.equals : null,
    atMost: atMost.length > MOST_BOUNDS ? atMost.slice(0, MOST_BOUNDS) : atMost,
  };
}

/** What held at the head of a loop, and still does; what moved is given up, so that this ends. */
function stableInt(before: IntKnowledge, now: IntKnowledge): IntKnowledge {
  const either = eitherInt(before, now);
  if (isSameInt(either, before)) return before;
  const bounds = boundsOf(before);
  return {
    low: either.low >= before.low ? before.low : either.low >= 0 ? 0 : -MOST,
    high: either.high <= before.high ? before.high : MOST,
    equals: either.equals,
    atMost: either.atMost.filter((sum) => bounds.some((bound) => isSameSum(sum, bound))),
  };
}

type JoinInt = (a: IntKnowledge, b: IntKnowledge) => IntKnowledge;

const isReference = (value: IntKnowledge | ReferenceKnowledge): value is ReferenceKnowledge =>
  "isUnique" in value;

function joinReferences(a: ReferenceKnowledge, b: ReferenceKnowledge, joinInt: JoinInt) {
  const length = joinInt(a.length, b.length);
  const isUnique = a.isUnique && b.isUnique;
  return length === a.length && isUnique === a.isUnique ? a : { length, isUnique };
}

/** What holds of both; the first itself where the second changes nothing. */
function joinWith(a: Knowledge, b: Knowledge, joinInt: JoinInt): Knowledge {
  let joined = a;
  for (let register = 0; register < a.length; register++) {
    const value = a[register];
    const other = b[register];
    if (value === other || value === undefined) continue;
    let found: Knowledge[number];
    if (other === undefined) found = undefined;
    else if (isReference(value)) {
      found = joinReferences(value, other as ReferenceKnowledge, joinInt);
    } else found = joinInt(value, other as IntKnowledge);
    if (found === value) continue;
    if (joined === a) joined = [...a];
    joined[register] = found;
  }
  return joined;
}

/** What is known where two ways meet; null is a way that nobody comes. */
export function join(a: Knowledge | null, b: Knowledge | null): Knowledge | null {
  return a === null || b === null ? (a ?? b) : joinWith(a, b, eitherInt);
}

/** What is known at the head of a loop, when a way back there is found; itself when it holds. */
export function stable(head: Knowledge, back: Knowledge | null): Knowledge {
  return back === null ? head : joinWith(head, back, stableInt);
}
