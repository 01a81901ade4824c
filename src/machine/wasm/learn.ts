/**
 * What one instruction teaches about the registers, and what it makes untrue.
 *
 * Invariants: what is not listed here is forgotten: a register that is written may hold anything,
 * and an object that is read by an instruction that may count it once more is no longer unique. A
 * test that does not trap is knowledge behind it.
 * Not here: branches and loops (analyse.ts).
 */

import type { Range } from "../bytecode/emission.ts";
import type { Instruction, InstructionOf, Mnemonic } from "../bytecode/instruction.ts";
import type { Module } from "../bytecode/module.ts";
import { operandsOf, valuesOf } from "../bytecode/operand-list.ts";
import type { ExpandedCode } from "./inline.ts";
import { ANY_INT, anyReference, between, boundsOf, MOST, plus, withBounds } from "./knowledge.ts";
import type { IntKnowledge, Knowledge, ReferenceKnowledge } from "./knowledge.ts";
import { LOOKS } from "./looks.ts";

/** The function around an instruction. */
export interface Surroundings {
  readonly module: Module;
  readonly owner: ExpandedCode;
}

/** What leaves the count of an object alone. */
const HARMLESS: ReadonlySet<Mnemonic> = new Set<Mnemonic>([...LOOKS, "emit_ref"]);

export function intOf(known: Knowledge, register: number): IntKnowledge {
  return (known[register] as IntKnowledge | undefined) ?? ANY_INT;
}

export function referenceOf(
  known: Knowledge,
  register: number,
  { module, owner }: Surroundings,
): ReferenceKnowledge {
  const found = known[register] as ReferenceKnowledge | undefined;
  if (found !== undefined) return found;
  return anyReference(module.types[owner.registers[register].type!], module.types);
}

/** The length of a list, under a name: that of the instruction at `index` if it has none yet. */
function namedLength(known: Knowledge, list: number, index: number, around: Surroundings) {
  const found = referenceOf(known, list, around);
  if (found.length.equals !== null) return found.length;
  const length = { ...found.length, equals: { quantity: index, offset: 0 } };
  known[list] = { ...found, length };
  return length;
}

/** Behind a test of the bounds. */
function learnIndex(known: Knowledge, list: number, index: number, around: Surroundings): void {
  const { length } = referenceOf(known, list, around);
  const value = intOf(known, index);
  const inside = {
    ...value,
    low: Math.max(value.low, 0),
    high: Math.min(value.high, length.high - 1),
  };
  known[index] = withBounds(
    inside,
    boundsOf(length).map((sum) => plus(sum, -1)),
  );
}

function learnUnique(known: Knowledge, register: number, around: Surroundings): void {
  known[register] = { ...referenceOf(known, register, around), isUnique: true };
}

const isConstant = ({ low, high }: Range): boolean => low === high;

function sumOf(a: IntKnowledge, b: IntKnowledge): IntKnowledge {
  const sum = between(a.low + b.low, a.high + b.high);
  const atMost = [
    ...a.atMost.map((bound) => plus(bound, b.high)),
    ...b.atMost.map((bound) => plus(bound, a.high)),
  ];
  if (a.equals !== null && isConstant(b)) return { ...sum, atMost, equals: plus(a.equals, b.low) };
  if (b.equals !== null && isConstant(a)) return { ...sum, atMost, equals: plus(b.equals, a.low) };
  if (a.equals !== null) atMost.push(plus(a.equals, b.high));
  if (b.equals !== null) atMost.push(plus(b.equals, a.high));
  return withBounds({ ...sum, atMost: [] }, atMost);
}

function differenceOf(a: IntKnowledge, b: IntKnowledge): IntKnowledge {
  const difference = between(a.low - b.high, a.high - b.low);
  const atMost = a.atMost.map((bound) => plus(bound, -b.low));
  if (a.equals === null) return { ...difference, atMost };
  if (isConstant(b)) return { ...difference, atMost, equals: plus(a.equals, -b.low) };
  return { ...difference, atMost: [...atMost, plus(a.equals, -b.low)] };
}

/** The product of two ranges: may lie outside of what an Int may be. */
export function productOf(a: Range, b: Range): Range {
  const corners = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  return { low: Math.min(...corners), high: Math.max(...corners) };
}

function quotientOf(a: Range, b: Range): IntKnowledge {
  if (b.low <= 0) return ANY_INT;
  const corners = [a.low / b.low, a.low / b.high, a.high / b.low, a.high / b.high];
  return between(Math.floor(Math.min(...corners)), Math.floor(Math.max(...corners)));
}

function remainderOf(a: Range, b: Range): IntKnowledge {
  if (b.low <= 0) return ANY_INT;
  if (a.low >= 0 && a.high < b.low) return between(a.low, a.high);
  return between(0, b.high - 1);
}

function parameterOf({ module }: Surroundings, index: number): IntKnowledge {
  const range = module.parameters[index].range;
  const low = Math.ceil(range?.minimum ?? -MOST);
  const high = range?.maximum ?? MOST;
  const highest = range?.maximumExclusive === true ? Math.ceil(high) - 1 : Math.floor(high);
  return { ...between(low, highest), equals: { quantity: -1 - index, offset: 0 } };
}

/** The list that is made of `count` elements, whose number has a name behind this. */
function learnFilled(
  known: Knowledge,
  { d, count }: { readonly d: number; readonly count: number },
  index: number,
): void {
  const found = intOf(known, count);
  const equals = found.equals ?? { quantity: index, offset: 0 };
  const filled = { ...found, low: Math.max(found.low, 0), equals };
  known[count] = filled;
  known[d] = { length: filled, isUnique: true };
}

/** Everything that an instruction writes, takes or may count is forgotten. */
function forget(known: Knowledge, instruction: Instruction, around: Surroundings): void {
  const values = valuesOf(instruction);
  const operands = operandsOf(instruction.op);
  const isHarmless = HARMLESS.has(instruction.op);
  for (let at = 0; at < operands.length; at++) {
    const { name, what, isRead } = operands[at];
    if (what !== null || (isRead && isHarmless)) continue;
    const value = values[name] as number | readonly number[];
    if (typeof value === "number") forgetRegister(known, value, isRead, around);
    else for (const register of value) forgetRegister(known, register, isRead, around);
  }
}

function forgetRegister(
  known: Knowledge,
  register: number,
  isRead: boolean,
  around: Surroundings,
): void {
  if (!isRead) known[register] = undefined;
  else if (around.owner.registers[register].kind === "r") {
    const found = referenceOf(known, register, around);
    known[register] = found.isUnique ? { length: found.length, isUnique: false } : found;
  }
}

type Learner<M extends Mnemonic> = (
  known: Knowledge,
  instruction: InstructionOf<M>,
  index: number,
  around: Surroundings,
) => void;

const learnGet: Learner<"list_get_int" | "list_get_float" | "list_get_bool" | "list_get_ref"> = (
  known,
  { d, a, index },
  _,
  around,
) => {
  learnIndex(known, a, index, around);
  known[d] = undefined;
};

const learnSet: Learner<"list_set_int" | "list_set_float" | "list_set_bool" | "list_set_ref"> = (
  known,
  { a, index },
  _,
  around,
) => {
  learnIndex(known, a, index, around);
  learnUnique(known, a, around);
};

const learnChange: Learner<
  "record_set_int" | "record_set_float" | "record_set_bool" | "record_set_ref"
> = (known, { a }, _, around) => learnUnique(known, a, around);

const learnClose: Learner<"list_close" | "record_close"> = (known, { a, b }, _, around) => {
  learnUnique(known, a, around);
  known[b] = undefined;
};

const learnFill: Learner<"list_fill_int" | "list_fill_float" | "list_fill_bool"> = (
  known,
  instruction,
  index,
) => learnFilled(known, instruction, index);

const learnMove: Learner<"int_move"> = (known, { d, a }) => {
  known[d] = known[a];
};

/** By mnemonic, for those that teach something. */
const LEARNERS_BY_NAME: { readonly [M in Mnemonic]?: Learner<M> } = {
  int_const: (known, { d, value }) => {
    known[d] = between(value, value);
  },
  int_move: learnMove,
  int_parameter: (known, { d, parameter }, _, around) => {
    known[d] = parameterOf(around, parameter);
  },
  int_add: (known, { d, a, b }) => {
    known[d] = sumOf(intOf(known, a), intOf(known, b));
  },
  int_sub: (known, { d, a, b }) => {
    known[d] = differenceOf(intOf(known, a), intOf(known, b));
  },
  int_mul: (known, { d, a, b }) => {
    const { low, high } = productOf(intOf(known, a), intOf(known, b));
    known[d] = between(low, high);
  },
  int_neg: (known, { d, a }) => {
    const { low, high } = intOf(known, a);
    known[d] = between(-high, -low);
  },
  int_div: (known, { d, a, b }) => {
    known[d] = quotientOf(intOf(known, a), intOf(known, b));
  },
  int_mod: (known, { d, a, b }) => {
    known[d] = remainderOf(intOf(known, a), intOf(known, b));
  },
  ref_move: (known, { d, a }, _, around) => {
    const moved = referenceOf(known, a, around);
    known[d] = moved;
    // it may have been lent to a function that has been put in, and be held still
    known[a] = { length: moved.length, isUnique: false };
  },
  ref_dup: (known, { d, a }, _, around) => {
    const { length } = referenceOf(known, a, around);
    known[a] = { length, isUnique: false };
    known[d] = known[a];
  },
  list_length: (known, { d, a }, index, around) => {
    known[d] = namedLength(known, a, index, around);
  },
  list_get_int: learnGet,
  list_get_float: learnGet,
  list_get_bool: learnGet,
  list_get_ref: learnGet,
  list_set_int: learnSet,
  list_set_float: learnSet,
  list_set_bool: learnSet,
  list_set_ref: (known, instruction, index, around) => {
    learnSet(known, instruction, index, around);
    known[instruction.b] = undefined;
  },
  list_open: (known, { d, a, index }, _, around) => {
    learnIndex(known, a, index, around);
    learnUnique(known, a, around);
    known[d] = undefined;
  },
  list_close: learnClose,
  list_new: (known, { d, elements }) => {
    for (const element of elements) known[element] = undefined;
    known[d] = { length: between(elements.length, elements.length), isUnique: true };
  },
  list_fill_int: learnFill,
  list_fill_float: learnFill,
  list_fill_bool: learnFill,
  record_set_int: learnChange,
  record_set_float: learnChange,
  record_set_bool: learnChange,
  record_set_ref: (known, instruction, index, around) => {
    learnChange(known, instruction, index, around);
    known[instruction.b] = undefined;
  },
  record_open: (known, { d, a }, _, around) => {
    learnUnique(known, a, around);
    known[d] = undefined;
  },
  record_close: learnClose,
};

const LEARNERS = new Map(Object.entries(LEARNERS_BY_NAME)) as ReadonlyMap<
  Mnemonic,
  Learner<Mnemonic>
>;

/** Changes what is known to what is known behind an instruction. */
export function learn(
  known: Knowledge,
  instruction: Instruction,
  index: number,
  around: Surroundings,
): void {
  const learner = LEARNERS.get(instruction.op);
  if (learner === undefined) forget(known, instruction, around);
  else learner(known, instruction, index, around);
}

/** Behind the test that opens an `if`, where it holds and where it does not; null: nobody comes. */
export function learnTest(
  known: Knowledge,
  instruction: Instruction,
  holds: boolean,
): Knowledge | null {
  if (instruction.op !== "if_int_lt" && instruction.op !== "if_int_le") {
    if (instruction.op !== "if_int_eq" || !holds) return known;
    const there = learnOrder(known, instruction.a, instruction.b, 0);
    return there && learnOrder(there, instruction.b, instruction.a, 0);
  }
  const { op, a, b } = instruction;
  const isStrict = op === "if_int_lt";
  return holds
    ? learnOrder(known, a, b, isStrict ? 1 : 0)
    : learnOrder(known, b, a, isStrict ? 0 : 1);
}

/** That the first is below the second by at least `gap`. */
function learnOrder(known: Knowledge, a: number, b: number, gap: number): Knowledge | null {
  if (a === b) return gap > 0 ? null : known;
  const [lower, upper] = [intOf(known, a), intOf(known, b)];
  const high = Math.min(lower.high, upper.high - gap);
  const low = Math.max(upper.low, lower.low + gap);
  if (high < lower.low || low > upper.high) return null;
  const learned = [...known];
  const bounds = boundsOf(upper).map((sum) => plus(sum, -gap));
  learned[a] = withBounds({ ...lower, high }, bounds);
  learned[b] = { ...upper, low };
  return learned;
}
