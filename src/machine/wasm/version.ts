/**
 * Finds innermost loops that are worth a second, faster version, and says what has to hold where
 * the loop is entered so that the faster one gives the same.
 *
 * Such a loop counts: each turn that comes to its end has passed a test that its counter is below a
 * limit, which stays, and has made the counter larger. So there are at most as many turns as the
 * limit is above the counter, and nothing in the loop pays but its turns and the entries of
 * functions that have been put in. When the fuel is enough for all of them, no turn has to ask.
 * What is paid is paid turn by turn in both versions, so whatever traps or leaves finds the same
 * fuel. Lists that are read at the counter are tested once against the limit, and objects that are
 * changed for being shared.
 * Invariants: a test at the entry never traps; when one fails, the slower version runs, which tells
 * at its place what is wrong.
 * Not here: what is certain then (analyse.ts), the code (version-test.ts, write-body.ts).
 */

import type { Certainty, Range } from "../bytecode/emission.ts";
import { entryOf, MNEMONICS } from "../bytecode/instruction.ts";
import type { Instruction, Mnemonic } from "../bytecode/instruction.ts";
import { changedBy } from "./changed.ts";
import type { ExpandedCode } from "./inline.ts";
import { boundsOf, plus, withBounds } from "./knowledge.ts";
import type { Knowledge } from "./knowledge.ts";
import { intOf, referenceOf } from "./learn.ts";
import type { Surroundings } from "./learn.ts";
import { CHANGERS } from "./lend.ts";
import { ELEMENT_READS } from "./looks.ts";

/** What the counter of a loop is compared with. */
export type Limit = { readonly register: number } | { readonly constant: number };

/** How many turns a loop has at most. */
interface Count {
  readonly counter: number;
  readonly limit: Limit;
  /** Whether a turn goes on in which the counter is the limit. */
  readonly isInclusive: boolean;
}

/** What is tested where a loop is entered, besides its fuel. */
interface Assumptions {
  /** Lists that are longer than the limit by this at least. */
  readonly long: readonly number[];
  readonly gap: 0 | 1;
  /** Whether the counter has to be tested for not being above the limit. */
  readonly isBelow: boolean;
  /** Objects that nobody else holds. */
  readonly unique: readonly number[];
  /** Whether the counter has to be tested for not being negative. */
  readonly isFromZero: boolean;
}

export interface LoopVersion extends Count, Assumptions {
  /** The index of the loop's end. */
  readonly end: number;
  /** The most that one turn pays. */
  readonly charge: number;
  /** The most that the frames of functions that have been put in cost of the depth. */
  readonly depth: number;
  /** What is certain in the faster version, by index. */
  readonly certainties: Certainties;
}

/** By index, for the instructions of one loop at least. */
export interface Certainties {
  get(index: number): Certainty | undefined;
}

/** What the analysis knows, and can be asked again. */
export interface Analysed extends Surroundings {
  readonly certainties: readonly (Certainty | undefined)[];
  /** What is known where each loop is entered. */
  readonly entries: ReadonlyMap<number, Knowledge>;
  /** What is certain in the loop at an index if more is known where it is entered. */
  readonly walkAgain: (index: number, entry: Knowledge) => readonly (Certainty | undefined)[];
}

/** Instructions of a loop that is written twice. */
const MOST_INSTRUCTIONS = 200;
/** Lists and objects that are tested where a loop is entered. */
const MOST_TESTED = 4;
/** Larger charges of a turn are not worth the care. */
const MOST_CHARGE = 1_000_000;
/** Turns that are not worth a test. */
const FEW_TURNS = 4;

/** Instructions that pay or may go on elsewhere. */
const OTHERS: ReadonlySet<Mnemonic> = new Set<Mnemonic>(["loop", "call", "primitive", "continue"]);

interface Body {
  readonly owner: ExpandedCode;
  readonly start: number;
  readonly end: number;
  /** For each register that is written, where. */
  readonly writes: ReadonlyMap<number, readonly number[]>;
  /** The instructions that each turn comes by. */
  readonly straight: readonly number[];
}

/** Registers that an instruction writes, takes or changes, but for the object that it changes. */
function writesOf(instruction: Instruction): readonly number[] {
  return changedBy(instruction, CHANGERS.has(instruction.op) ? "a" : null);
}

/**
 * Whether nothing in the loop pays but turns and entries; what changes an object pays only where it
 * finds it shared.
 */
function paysByTurn({ op }: Instruction): boolean {
  return PAYING_BY_TURN.has(op);
}

const PAYING_BY_TURN: ReadonlySet<Mnemonic> = new Set(
  MNEMONICS.filter((op) => {
    if (op === "enter" || op === "end" || CHANGERS.has(op)) return true;
    const { traps } = entryOf(op);
    const pays = ["fuel", "memory", "output"] as const;
    return !OTHERS.has(op) && !pays.some((name) => traps.includes(name));
  }),
);

function bodyOf(owner: ExpandedCode, start: number, end: number): Body | null {
  const writes = new Map<number, number[]>();
  const straight: number[] = [];
  let nesting = 0;
  for (let index = start + 1; index < end; index++) {
    const instruction = owner.code[index];
    if (!paysByTurn(instruction)) return null;
    const { flow } = entryOf(instruction.op);
    if (nesting === 0) straight.push(index);
    if (flow === "open") nesting++;
    else if (flow === "end") nesting--;
    for (const register of writesOf(instruction)) {
      const found = writes.get(register);
      if (found === undefined) writes.set(register, [index]);
      else found.push(index);
    }
  }
  return { owner, start, end, writes, straight };
}

/**
 * What a register holds at a place that each turn comes by, if that is the same every time: it may
 * be copied or made anew.
 */
function limitOf({ owner, writes, straight }: Body, register: number, at: number): Limit | null {
  const places = writes.get(register);
  if (places === undefined) return { register };
  const last = places.findLast((place) => place < at);
  if (last === undefined || !straight.includes(last)) return null;
  const instruction = owner.code[last];
  if (instruction.op === "int_const") return { constant: instruction.value };
  return instruction.op === "int_move" && !writes.has(instruction.a)
    ? { register: instruction.a }
    : null;
}

/** Whether the test that opens at `index` leaves the loop where it does not hold. */
function leavesElse({ owner: { code } }: Body, index: number): boolean {
  if (code[index + 1].op !== "else") return false;
  const way = code[index + 2];
  return way.op === "break" ? way.label > 0 : way.op === "return";
}

/** Whether each turn makes the counter larger, and nothing else writes it. */
function isCounter(body: Body, certainties: Analysed["certainties"], register: number): boolean {
  const places = body.writes.get(register);
  if (places?.length !== 1 || !body.straight.includes(places[0])) return false;
  const instruction = body.owner.code[places[0]];
  if (instruction.op !== "int_add" || instruction.d !== register) return false;
  const certain = certainties[places[0]];
  if (certain === undefined) return false;
  const { a, b } = instruction;
  return (a === register && certain.b.low >= 1) || (b === register && certain.a.low >= 1);
}

function countOf(body: Body, certainties: Analysed["certainties"]): Count | null {
  for (const index of body.straight) {
    const test = body.owner.code[index];
    if (test.op !== "if_int_lt" && test.op !== "if_int_le") continue;
    if (!leavesElse(body, index) || !isCounter(body, certainties, test.a)) continue;
    const limit = limitOf(body, test.b, index);
    if (limit !== null) return { counter: test.a, limit, isInclusive: test.op === "if_int_le" };
  }
  return null;
}

/** What could be certain if it were tested: lists that are read, objects that are changed. */
function wishesOf({ owner, start, end, writes }: Body, certainties: Analysed["certainties"]) {
  const long = new Set<number>();
  const unique = new Set<number>();
  for (let index = start + 1; index < end; index++) {
    const instruction = owner.code[index];
    const isChange = CHANGERS.has(instruction.op);
    if (!isChange && !ELEMENT_READS.has(instruction.op)) continue;
    const { a } = instruction as { readonly a: number };
    if (writes.has(a)) continue;
    const certain = certainties[index];
    if ("index" in instruction && certain?.isInside !== true) long.add(a);
    if (isChange && certain?.isUnique !== true) unique.add(a);
  }
  return { long: [...long].slice(0, MOST_TESTED), unique: [...unique].slice(0, MOST_TESTED) };
}

/** What is known where the loop is entered, and these tests have held. */
function assume(
  known: Knowledge,
  { counter, limit }: Count,
  { long, unique, gap, isBelow }: Omit<Assumptions, "isFromZero">,
  around: Surroundings,
): Knowledge {
  const more = [...known];
  for (const list of long) {
    const found = referenceOf(more, list, around);
    // a name that no instruction and no parameter has
    const equals = found.length.equals ?? {
      quantity: around.owner.code.length + list,
      offset: 0,
    };
    const low =
      "constant" in limit ? Math.max(found.length.low, limit.constant + gap) : found.length.low;
    more[list] = { ...found, length: { ...found.length, low, equals } };
    if ("register" in limit) {
      const { register } = limit;
      more[register] = withBounds(intOf(more, register), [plus(equals, -gap)]);
    }
  }
  for (const object of unique) {
    more[object] = { ...referenceOf(more, object, around), isUnique: true };
  }
  if (long.length > 0) {
    const found = intOf(more, counter);
    more[counter] = { ...found, low: Math.max(found.low, 0) };
    if (isBelow) learnBelow(more, counter, limit);
  }
  return more;
}

const narrower = (a: Range, b: Range): Range =>
  a === b ? a : { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };

function learnBelow(known: Knowledge, counter: number, limit: Limit): void {
  const found = intOf(known, counter);
  if ("constant" in limit) {
    known[counter] = { ...found, high: Math.min(found.high, limit.constant) };
    return;
  }
  const most = intOf(known, limit.register);
  const high = Math.min(found.high, most.high);
  known[counter] = withBounds({ ...found, high }, boundsOf(most));
}

/** What is certain in the loop, by either. */
function merge(
  { start, end }: Body,
  base: Analysed["certainties"],
  more: Analysed["certainties"],
): ReadonlyMap<number, Certainty> {
  const merged = new Map<number, Certainty>();
  for (let index = start + 1; index <= end; index++) {
    const [before, certain] = [base[index], more[index]];
    if (before === undefined) continue;
    if (certain === undefined) merged.set(index, before);
    else {
      merged.set(index, {
        a: narrower(before.a, certain.a),
        b: narrower(before.b, certain.b),
        isInside: before.isInside || certain.isInside,
        isUnique: before.isUnique || certain.isUnique,
        isLent: before.isLent,
        element: before.element,
        isSame: before.isSame,
        again: before.again,
      });
    }
  }
  return merged;
}

/** Whether a test of this list makes some place in the loop certain. */
function isOfUse(
  { owner, start, end }: Body,
  list: number,
  base: Analysed["certainties"],
  certainties: Certainties,
): boolean {
  for (let index = start + 1; index < end; index++) {
    const instruction = owner.code[index];
    if (!("index" in instruction) || !("a" in instruction) || instruction.a !== list) continue;
    if (base[index]?.isInside !== true && certainties.get(index)?.isInside === true) return true;
  }
  return false;
}

/** What to test where the loop is entered, and what is certain then. */
function choose(
  { certainties: base, walkAgain, ...around }: Analysed,
  body: Body,
  count: Count,
  entry: Knowledge,
) {
  const walk = (assumed: Omit<Assumptions, "isFromZero">) =>
    merge(body, base, walkAgain(body.start, assume(entry, count, assumed, around)));
  const { long, unique } = wishesOf(body, base);
  // where the test stands behind what is read, the counter comes to be the limit
  for (const isBelow of [false, true]) {
    const gap: 0 | 1 = isBelow || count.isInclusive ? 1 : 0;
    const tried = walk({ long, unique, gap, isBelow });
    const useful = long.filter((list) => isOfUse(body, list, base, tried));
    if (useful.length === 0) continue;
    const assumed = { long: useful, unique, gap, isBelow };
    return { assumed, certainties: useful.length === long.length ? tried : walk(assumed) };
  }
  const assumed: Omit<Assumptions, "isFromZero"> = { long: [], unique, gap: 0, isBelow: false };
  return { assumed, certainties: unique.length === 0 ? merge(body, base, []) : walk(assumed) };
}

function versionOf(analysed: Analysed, body: Body, count: Count): LoopVersion | null {
  const { entries, owner } = analysed;
  const { start, end } = body;
  const entry = entries.get(start);
  if (entry === undefined) return null;
  const { assumed, certainties } = choose(analysed, body, count, entry);
  const loop = owner.code[start];
  let charge = loop.op === "loop" ? loop.charge : 0;
  let depth = 0;
  for (let index = start + 1; index < end; index++) {
    const instruction = owner.code[index];
    if (CHANGERS.has(instruction.op) && certainties.get(index)?.isUnique !== true) return null;
    if (instruction.op !== "enter") continue;
    charge += instruction.charge;
    depth = Math.max(depth, owner.frames[index]?.cost ?? 0);
  }
  if (charge < 1 || charge > MOST_CHARGE) return null;
  const isFromZero = assumed.long.length > 0 && intOf(entry, count.counter).low < 0;
  return { ...count, ...assumed, isFromZero, end, charge, depth, certainties };
}

/** Whether a loop is over so soon that tests do not pay. */
function isShort({ counter, limit }: Count, entry: Knowledge | undefined): boolean {
  if (entry === undefined) return false;
  const most = "constant" in limit ? limit.constant : intOf(entry, limit.register).high;
  return most - intOf(entry, counter).low < FEW_TURNS;
}

/** The loops that get a faster version, by the index of the instruction that opens them. */
export function findVersions(
  analysed: Analysed,
  ends: ReadonlyMap<number, number>,
): ReadonlyMap<number, LoopVersion> {
  const { owner, certainties, entries } = analysed;
  const versions = new Map<number, LoopVersion>();
  for (const [start, end] of ends) {
    if (owner.code[start].op !== "loop" || end - start > MOST_INSTRUCTIONS) continue;
    const body = bodyOf(owner, start, end);
    const count = body === null ? null : countOf(body, certainties);
    if (body === null || count === null || isShort(count, entries.get(start))) continue;
    const version = versionOf(analysed, body, count);
    if (version !== null) versions.set(start, version);
  }
  return versions;
}
