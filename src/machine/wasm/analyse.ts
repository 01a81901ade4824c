/**
 * Walks over the code of a function and says what is known before each instruction.
 *
 * An abstract interpretation: both ways of a branch, and a loop until what is known at its head
 * stays; what moves from one turn to the next is given up, so that this ends soon. Knowledge is
 * told for the last walk over an instruction, in which it holds for every turn.
 * Invariants: a quantity that an instruction within a loop names is not known at the loop's head,
 * since it was not known where the loop was entered.
 * Source: P. Cousot, R. Cousot, Principles of Programming Languages (1977) 238.
 */

import { entryOf } from "../bytecode/instruction.ts";
import type { Certainty } from "../bytecode/emission.ts";
import type { Instruction } from "../bytecode/instruction.ts";
import type { Module } from "../bytecode/module.ts";
import { findElements } from "./elements.ts";
import type { ExpandedCode } from "./inline.ts";
import { ANY_INT, isIndex, join, stable } from "./knowledge.ts";
import type { Knowledge } from "./knowledge.ts";
import { intOf, learn, learnTest, referenceOf } from "./learn.ts";
import type { Surroundings } from "./learn.ts";
import { findLent } from "./lend.ts";
import { findVersions } from "./version.ts";
import type { LoopVersion } from "./version.ts";

/** Where nothing is known. */
export const NOTHING_CERTAIN: Certainty = {
  a: ANY_INT,
  b: ANY_INT,
  isInside: false,
  isUnique: false,
  isLent: false,
  element: null,
  isSame: false,
  again: [],
};

/** Larger functions are left as they are. */
const MOST_INSTRUCTIONS = 20_000;
/** Registers times branches: the walk copies what is known at each branch. */
const MOST_WORK = 40_000;
/** Walks over the body of a loop, and loops within each other that are walked over again. */
const MOST_WALKS = 6;
const MOST_NESTED = 3;
const MOST_NARROWED = 2;

interface Structure {
  readonly opener: Instruction;
  /** Behind its end: what is known by those who broke out. */
  exit: Knowledge | null;
  /** Of an `if`: where its test does not hold. */
  otherwise: Knowledge | null;
  /** Of a loop: what is known where it is continued. */
  back: Knowledge | null;
}

interface Walk extends Surroundings {
  /** For each opener, where its structure ends. */
  readonly ends: ReadonlyMap<number, number>;
  readonly structures: Structure[];
  readonly certainties: (Certainty | undefined)[];
  /** What is known where each loop is entered. */
  readonly entries: Map<number, Knowledge>;
  nested: number;
}

const structureOf = (opener: Instruction): Structure => ({
  opener,
  exit: null,
  otherwise: null,
  back: null,
});

function endsOf(code: readonly Instruction[]): Map<number, number> {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let index = 0; index < code.length; index++) {
    const { flow } = entryOf(code[index].op);
    if (flow === "open") open.push(index);
    else if (flow === "end") ends.set(open.pop()!, index);
  }
  return ends;
}

function certaintyOf(
  walk: Walk,
  known: Knowledge,
  instruction: Instruction,
): Certainty | undefined {
  const { registers } = walk.owner;
  const { a, b, index } = instruction as unknown as Record<string, number | undefined>;
  if (typeof a !== "number") return undefined;
  const kind = registers[a]?.kind;
  if (kind === "i") {
    const range = intOf(known, a);
    const isPair = typeof b === "number" && registers[b]?.kind === "i";
    const other = isPair ? intOf(known, b) : ANY_INT;
    if (range === ANY_INT && other === ANY_INT) return NOTHING_CERTAIN;
    return { ...NOTHING_CERTAIN, a: range, b: other };
  }
  if (kind !== "r") return undefined;
  const { length, isUnique } = referenceOf(known, a, walk);
  const isPlace = index !== undefined && instruction.op.startsWith("list_");
  const isInside = isPlace && isIndex(intOf(known, index), length);
  return isInside || isUnique ? { ...NOTHING_CERTAIN, isInside, isUnique } : NOTHING_CERTAIN;
}

/**
 * Goes over the code of a structure from `start`; gives what is known at its end. What is known at
 * its start is changed, as nobody else asks for it.
 */
function walkCode(walk: Walk, start: number, end: number, from: Knowledge | null) {
  const { code } = walk.owner;
  let known = from;
  for (let index = start; index < end; index++) {
    const instruction = code[index];
    const { flow } = entryOf(instruction.op);
    walk.certainties[index] = known === null ? undefined : certaintyOf(walk, known, instruction);
    if (flow === "open") {
      const last = walk.ends.get(index)!;
      if (known === null) walk.certainties.fill(undefined, index, last);
      else known = walkStructure(walk, index, known);
      index = last;
    } else if (flow === "else") {
      const structure = walk.structures.at(-1)!;
      structure.exit = join(structure.exit, known);
      known = structure.otherwise;
      structure.otherwise = null;
    } else if (flow === "leave") {
      leave(walk, instruction, known);
      known = null;
    } else if (known !== null) learn(known, instruction, index, walk);
  }
  return known;
}

function leave({ structures }: Walk, instruction: Instruction, known: Knowledge | null): void {
  if (instruction.op === "break") {
    const target = structures[structures.length - 1 - instruction.label];
    target.exit = join(target.exit, known);
  } else if (instruction.op === "continue") {
    const target = structures[structures.length - 1 - instruction.label];
    target.back = join(target.back, known);
  }
}

/** Goes over a structure; gives what is known behind it. Both arrays as in `walkCode`. */
function walkStructure(walk: Walk, index: number, known: Knowledge): Knowledge | null {
  const opener = walk.owner.code[index];
  if (opener.op === "loop") return walkLoop(walk, index, known);
  const structure = structureOf(opener);
  let inside: Knowledge | null = known;
  if (opener.op !== "block") {
    structure.otherwise = learnTest(known, opener, false);
    inside = learnTest(known, opener, true);
    if (inside !== null && inside === structure.otherwise) inside = [...inside];
    if (opener.op === "if_case" && inside !== null) learn(inside, opener, index, walk);
  }
  walk.structures.push(structure);
  const last = walkCode(walk, index + 1, walk.ends.get(index)!, inside);
  walk.structures.pop();
  return join(join(structure.exit, structure.otherwise), last);
}

function walkLoop(walk: Walk, index: number, entry: Knowledge): Knowledge | null {
  const opener = walk.owner.code[index];
  const end = walk.ends.get(index)!;
  walk.entries.set(index, entry);
  let head = entry;
  // what was given up at the head may come back narrower, as `% n` does: this once is looked for
  let isNarrow = walk.nested >= MOST_NARROWED;
  walk.nested++;
  for (let count = 0; ; count++) {
    if (count === MOST_WALKS || walk.nested > MOST_NESTED) {
      head = [];
      head.length = entry.length;
    }
    const structure = structureOf(opener);
    walk.structures.push(structure);
    const last = walkCode(walk, index + 1, end, [...head]);
    walk.structures.pop();
    const back = join(structure.back, last);
    const next = stable(head, back);
    const narrower = next === head && !isNarrow ? join(entry, back)! : head;
    if (next === head && narrower === head) {
      walk.nested--;
      return structure.exit;
    }
    isNarrow ||= next === head;
    head = next === head ? narrower : next;
  }
}

export interface Analysis {
  /** For each instruction what is certain there, undefined where nothing is. */
  readonly certainties: readonly (Certainty | undefined)[];
  /** Locals that hold elements of lists. */
  readonly elements: number;
  /** Loops with a faster version, by the index of their opener. */
  readonly versions: ReadonlyMap<number, LoopVersion>;
}

/** What is certain in one loop, when more is known where it is entered. */
function walkAgain(walk: Walk, index: number, entry: Knowledge) {
  const around = [...walk.ends].filter(([start, end]) => start < index && end > index);
  const structures = around.map(([start]) => structureOf(walk.owner.code[start]));
  const again: Walk = { ...walk, structures, certainties: [], entries: new Map(), nested: 0 };
  walkLoop(again, index, entry);
  return again.certainties;
}

/** What is certain at the instructions of a function. */
export function analyse(module: Module, owner: ExpandedCode): Analysis {
  const { code, registers } = owner;
  const ends = endsOf(code);
  const work = registers.length * ends.size;
  if (code.length > MOST_INSTRUCTIONS || work > MOST_WORK) {
    return { certainties: [], elements: 0, versions: new Map() };
  }
  const walk: Walk = {
    module,
    owner,
    ends,
    structures: [],
    certainties: [],
    entries: new Map(),
    nested: 0,
  };
  const nothing: Knowledge = [];
  nothing.length = registers.length;
  walkCode(walk, 0, code.length, nothing);
  const { certainties } = walk;
  const add = (index: number, more: Partial<Certainty>): void => {
    certainties[index] = { ...NOTHING_CERTAIN, ...certainties[index], ...more };
  };
  for (const index of findLent(module, owner, certainties)) add(index, { isLent: true });
  const { uses, slots } = findElements(owner, ends, certainties);
  for (const [index, use] of uses) add(index, use);
  const { entries } = walk;
  const again = (index: number, entry: Knowledge) => walkAgain(walk, index, entry);
  const analysed = { module, owner, certainties, entries, walkAgain: again };
  return { certainties, elements: slots, versions: findVersions(analysed, ends) };
}
