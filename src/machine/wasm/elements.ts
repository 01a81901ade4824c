/**
 * Keeps what has been read out of a list of objects in a local, for as long as the list and the
 * index stay what they are: `bodies[i].x` and then `bodies[i].y` read the place once.
 *
 * A local is right until something writes the list, the index, or the place. An element that is
 * opened and put back is nearly always the same object; where it is not, the code that puts it back
 * reads again what the locals of that list should hold. So no way through the code needs a test.
 * That an element is held once is kept with it, and lost wherever any object may be counted.
 * Invariants: a local is read only where every way comes past the read that filled it.
 */

import { entryOf } from "../bytecode/instruction.ts";
import type { Certainty } from "../bytecode/emission.ts";
import type { Instruction, Mnemonic } from "../bytecode/instruction.ts";
import { operandsOf, valuesOf } from "../bytecode/operand-list.ts";
import { changedBy } from "./changed.ts";
import type { ExpandedCode } from "./inline.ts";

/** What a local holds. */
interface Kept {
  readonly list: number;
  readonly index: number;
  readonly slot: number;
  /** Whether nobody but the list holds it. */
  readonly isUnique: boolean;
}

/** At one instruction: which local it fills or reads, or which ones to read again. */
export type ElementUse = Partial<Pick<Certainty, "element" | "again" | "isSame" | "isUnique">>;

export interface ElementUses {
  readonly uses: ReadonlyMap<number, ElementUse>;
  /** How many locals there are. */
  readonly slots: number;
}

const MOST_SLOTS = 64;

/** Instructions with references that count no object that somebody else holds. */
const COUNTLESS: ReadonlySet<Mnemonic> = new Set<Mnemonic>([
  "record_get_int",
  "record_get_float",
  "record_get_bool",
  "record_set_int",
  "record_set_float",
  "record_set_bool",
  "list_length",
  "list_get_int",
  "list_get_float",
  "list_get_bool",
  "list_set_int",
  "list_set_float",
  "list_set_bool",
  "list_close",
]);

/** Instructions that elements are kept for, or at. */
const KEEPERS: ReadonlySet<Mnemonic> = new Set<Mnemonic>([
  "list_get_ref",
  "list_open",
  "list_close",
  "record_set_int",
  "record_set_float",
  "record_set_bool",
]);

interface Scan {
  readonly owner: ExpandedCode;
  readonly certainties: readonly (Certainty | undefined)[];
  /** For each opener, where its structure ends. */
  readonly ends: ReadonlyMap<number, number>;
  /** Null before anybody has asked. */
  disturbances: ReadonlyMap<number, readonly number[]> | null;
  readonly uses: Map<number, ElementUse>;
  slots: number;
}

/** The state along one way through the code. */
interface Way {
  kept: readonly Kept[];
  /** Registers whose object nobody else holds. */
  readonly unique: Set<number>;
  /** Registers that hold what was opened, and not a copy of it: the place that it came from. */
  readonly opened: Map<number, { readonly list: number; readonly index: number }>;
}

const registersOf = (value: unknown): readonly number[] =>
  typeof value === "number" ? [value] : (value as readonly number[]);

/** Registers that hold something else behind an instruction. */
function disturbedBy(instruction: Instruction): readonly number[] {
  const isElement = instruction.op === "list_open" || instruction.op === "list_close";
  return changedBy(instruction, isElement ? "a" : null);
}

/** For each register, the indices of what makes it hold something else, in order. */
function disturbancesIn(code: readonly Instruction[]): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (let at = 0; at < code.length; at++) {
    for (const register of disturbedBy(code[at])) {
      const places = found.get(register);
      if (places === undefined) found.set(register, [at]);
      else places.push(at);
    }
  }
  return found;
}

/** Whether a register holds something else behind a structure than before it. */
function isDisturbed(scan: Scan, register: number, start: number, end: number) {
  scan.disturbances ??= disturbancesIn(scan.owner.code);
  const places = scan.disturbances.get(register) ?? [];
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle] < start) low = middle + 1;
    else high = middle;
  }
  return low < places.length && places[low] < end;
}

const without = (kept: readonly Kept[], registers: readonly number[]): readonly Kept[] =>
  kept.length === 0
    ? kept
    : kept.filter(({ list, index }) => !registers.includes(list) && !registers.includes(index));

const withoutDisturbed = (scan: Scan, kept: readonly Kept[], start: number, end: number) =>
  kept.filter(
    ({ list, index }) =>
      !isDisturbed(scan, list, start, end) && !isDisturbed(scan, index, start, end),
  );

const forgetUnique = (kept: readonly Kept[]): Way => ({
  kept: kept.map((each) => (each.isUnique ? { ...each, isUnique: false } : each)),
  unique: new Set(),
  opened: new Map(),
});

/** Whether an instruction may count an object once more. */
function mayCount({ owner, certainties }: Scan, index: number, instruction: Instruction): boolean {
  const { op } = instruction;
  if (COUNTLESS.has(op) || certainties[index]?.isLent === true) return false;
  // a list that is shared is copied, and its elements are counted once more
  if (op === "list_open") return certainties[index]?.isUnique !== true;
  const values = valuesOf(instruction);
  return operandsOf(op).some(
    ({ name, operand }) =>
      operand.role !== "immediate" &&
      registersOf(values[name]).some((each) => owner.registers[each].kind === "r"),
  );
}

/** An element is read: out of its local, or into one. */
function scanRead(
  scan: Scan,
  way: Way,
  at: number,
  { a: list, index }: { readonly a: number; readonly index: number },
): Kept | null {
  const known = way.kept.find((each) => each.list === list && each.index === index);
  if (known !== undefined) {
    scan.uses.set(at, { element: { slot: known.slot, index, isKnown: true } });
    return known;
  }
  if (scan.slots === MOST_SLOTS) return null;
  const made: Kept = { list, index, slot: scan.slots++, isUnique: false };
  scan.uses.set(at, { element: { slot: made.slot, index, isKnown: false } });
  way.kept = [...way.kept, made];
  return made;
}

function scanInstruction(scan: Scan, way: Way, at: number, instruction: Instruction): void {
  const { op } = instruction;
  const isEmpty = way.kept.length === 0 && way.unique.size === 0 && way.opened.size === 0;
  if (isEmpty && !KEEPERS.has(op)) return;
  if (mayCount(scan, at, instruction)) {
    way.kept = forgetUnique(way.kept).kept;
    way.unique.clear();
  }
  const disturbed = disturbedBy(instruction);
  const isSet = op === "record_set_int" || op === "record_set_float" || op === "record_set_bool";
  const closed = op === "list_close" && way.unique.has(instruction.b);
  const isInPlace =
    isSet && (way.unique.has(instruction.a) || scan.certainties[at]?.isUnique === true);
  if (isInPlace) scan.uses.set(at, { isUnique: true });
  way.kept = without(way.kept, disturbed);
  const origin = op === "list_close" ? way.opened.get(instruction.b) : undefined;
  for (const register of disturbed) {
    way.unique.delete(register);
    if (!isInPlace) way.opened.delete(register);
  }
  if (isSet) way.unique.add(instruction.a);
  else if (op === "list_get_ref") scanRead(scan, way, at, instruction);
  else if (op === "list_open") {
    // what is opened itself may have been shared, and is a copy of its own then
    if (scan.certainties[at]?.isUnique !== true) way.opened.delete(instruction.a);
    if (scanRead(scan, way, at, instruction)?.isUnique === true) way.unique.add(instruction.d);
    way.opened.set(instruction.d, { list: instruction.a, index: instruction.index });
  } else if (op === "list_close") {
    const { a, index } = instruction;
    const others = way.kept.filter(({ list }) => list === a);
    // what was opened elsewhere may be put back here
    const isSame = origin?.list === a && origin.index === index;
    for (const [register, { list }] of way.opened) if (list === a) way.opened.delete(register);
    scan.uses.set(at, { isSame, again: others.map((each) => ({ ...each, isKnown: true })) });
    way.kept = way.kept.map((each) =>
      each.list === a && each.index === index ? { ...each, isUnique: closed } : each,
    );
  }
}

/** Goes over a structure's code, where these locals are right at its start; gives its end. */
function scanCode(scan: Scan, start: number, from: readonly Kept[]): number {
  const { code } = scan.owner;
  let way = forgetUnique(from);
  for (let at = start; at < code.length; at++) {
    const instruction = code[at];
    const { flow } = entryOf(instruction.op);
    if (flow === "end") return at;
    if (flow === "else") way = forgetUnique(from);
    else if (flow === "open") {
      const before = without(way.kept, disturbedBy(instruction));
      const end = scan.ends.get(at)!;
      const behind = withoutDisturbed(scan, before, at, end);
      scanCode(scan, at + 1, instruction.op === "loop" ? behind : before);
      at = end;
      way = forgetUnique(behind);
    } else scanInstruction(scan, way, at, instruction);
  }
  return code.length;
}

/** Which elements of lists are kept in locals. */
export function findElements(
  owner: ExpandedCode,
  ends: ReadonlyMap<number, number>,
  certainties: readonly (Certainty | undefined)[],
): ElementUses {
  const uses = new Map<number, ElementUse>();
  if (!owner.code.some(({ op }) => KEEPERS.has(op))) return { uses, slots: 0 };
  const scan: Scan = { owner, certainties, ends, disturbances: null, uses, slots: 0 };
  scanCode(scan, 0, []);
  return { uses: scan.uses, slots: scan.slots };
}
