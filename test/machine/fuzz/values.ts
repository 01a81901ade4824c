/** Makes values of any type in a random function, in every way there is. */

import type { Mnemonic } from "../../../src/machine/bytecode/instruction.ts";
import type { ModuleType } from "../../../src/machine/bytecode/module.ts";
import { registerKind } from "../../../src/machine/types/register-kind.ts";
import { slotTypes } from "../../../src/machine/values/value.ts";
import { anyFloat, anyInt } from "./chance.ts";
import type { Draft } from "./draft.ts";
import { erasedOf } from "./program.ts";

/** Makes a value of the type in an empty register. Everything else owned stays owned. */
export function makeValue(draft: Draft, type: number): number {
  const { program } = draft;
  const { chance, types } = program;
  const parameter = program.parameters.findIndex((item) => erasedOf(program, item.type) === type);
  if (parameter >= 0 && chance.hit(0.2)) {
    const d = draft.empty(type);
    draft.emit("ref_parameter", { d, parameter });
    return d;
  }
  const twin = draft.registersWhere(
    (register, place) =>
      place.type === type &&
      (draft.states[register] === "owned" || draft.states[register] === "borrowed") &&
      draft.pinned.get(register) !== "alone",
  );
  if (twin.length > 0 && chance.hit(0.35)) {
    const d = draft.empty(type);
    draft.emit("ref_dup", { d, a: chance.pick(twin) });
    return d;
  }
  const shape = types[type];
  if (shape.kind === "string") return makeText(draft, type);
  if (shape.kind === "list") return makeList(draft, type, shape.element);
  if (shape.kind === "map") return makeMap(draft, type, shape);
  if (shape.kind === "tuple" || shape.kind === "record") return makeRecord(draft, type, shape);
  if (shape.kind === "enum") return makeCase(draft, type, shape);
  throw new Error(`no reference is of the type ${shape.kind}`);
}

/** A register for one part of a new value, pinned until the value is made. */
function makePart(draft: Draft, type: number): number {
  const kind = registerKind(draft.program.types[type]);
  if (kind !== "r") return draft.scalar(kind);
  const register = makeValue(draft, type);
  draft.pinned.set(register, "alone");
  return register;
}

function makeParts(draft: Draft, parts: readonly number[]): readonly number[] {
  const registers = parts.map((part) => makePart(draft, part));
  for (const register of registers) draft.pinned.delete(register);
  return registers;
}

function makeText(draft: Draft, type: number): number {
  const { chance, texts } = draft.program;
  const d = draft.empty(type);
  switch (chance.below(6)) {
    case 0:
      draft.emit("int_show", { d, a: draft.scalar("i") });
      break;
    case 1:
      draft.emit("float_show", { d, a: draft.scalar("f") });
      break;
    case 2:
      draft.emit("bool_show", { d, a: draft.scalar("b") });
      break;
    default:
      // the last one is for Ints that are none
      draft.emit("text_const", { d, text: chance.below(texts.length - 1) });
  }
  return d;
}

const FILLS = { i: "list_fill_int", f: "list_fill_float", b: "list_fill_bool" } as const;

function makeList(draft: Draft, type: number, element: number): number {
  const { chance, types } = draft.program;
  const kind = registerKind(types[element]);
  if (kind !== "r" && chance.hit(0.3)) {
    const count = draft.constant("i", chance.below(chance.hit(0.05) ? 300 : 9));
    const d = draft.empty(type);
    draft.emit(FILLS[kind], { d, type, count, b: draft.scalar(kind) });
    return d;
  }
  const elements = makeParts(
    draft,
    Array.from({ length: lengthOf(draft, element, kind === "r") }, () => element),
  );
  const d = draft.empty(type);
  draft.emit("list_new", { d, type, elements });
  return d;
}

const WORDS = { i: "int", f: "float", b: "bool", r: "ref" } as const;

function makeMap(draft: Draft, type: number, shape: Extract<ModuleType, { kind: "map" }>): number {
  const { chance } = draft.program;
  const a = draft.empty(type);
  draft.emit("map_new", { d: a, type });
  for (let count = chance.below(4); count > 0; count -= 1) putEntry(draft, a, shape);
  return a;
}

/** Puts an entry with any key, or the one that `make` gives, into a map that is owned. */
export function putEntry(
  draft: Draft,
  a: number,
  { key, value }: Extract<ModuleType, { kind: "map" }>,
  make = (type: number): number => makePart(draft, type),
): void {
  const { types } = draft.program;
  draft.pinned.set(a, "alone");
  const [keyWord, valueWord] = [key, value].map((part) => WORDS[registerKind(types[part])]);
  const b = makePart(draft, value);
  const given = make(key);
  for (const register of [a, b, given]) draft.pinned.delete(register);
  draft.emit(`map_put_${keyWord}_${valueWord}` as Mnemonic, { a, key: given, b });
}

function lengthOf({ program }: Draft, element: number, isReference: boolean): number {
  const { chance, closed } = program;
  if (closed.has(element)) return chance.hit(0.3) ? 1 : 0;
  return chance.below(isReference ? 3 : 5);
}

function makeCase(
  draft: Draft,
  type: number,
  shape: Extract<ModuleType, { kind: "enum" }>,
): number {
  const { chance, closed } = draft.program;
  // types that hold themselves would make ever larger values
  const tag = closed.has(type) && chance.hit(0.6) ? 0 : chance.below(shape.cases.length);
  const parts = shape.cases[tag].fields.map((field) => field.type);
  const fields = makeParts(draft, parts);
  const d = draft.empty(type);
  draft.emit("enum_new", { d, type, case: tag, fields });
  return d;
}

function makeRecord(
  draft: Draft,
  type: number,
  shape: Extract<ModuleType, { kind: "tuple" | "record" }>,
): number {
  const { chance } = draft.program;
  const isKnown = shape.kind === "record" && shape.name in KNOWN_RECORDS && chance.hit(0.9);
  const fields = !isKnown
    ? makeParts(draft, slotTypes(shape))
    : makeKnown(draft, slotTypes(shape), shape.name);
  // a field may have stood in the register that now takes the record: only when it has its type
  const d = draft.empty(type);
  draft.emit("record_new", { d, type, fields });
  return d;
}

const MOST = Number.MAX_SAFE_INTEGER;

/**
 * Fields that make sense together, for the records kernels look into: numbers for lists, or a
 * number.
 */
const KNOWN_RECORDS: Readonly<Record<string, readonly (number | readonly number[])[]>> = {
  Population: [[0, 0.25], [0, 0], [0.5, -0.5], 0],
  Graph: [
    [0, 1, 2],
    [1, 0],
    [1, 0.5],
  ],
};

const ENDS = [MOST, MOST - 1, 1 - MOST, -MOST];

/** What their fields may also hold, at which a kernel comes to the ends of what it can count. */
const EXTREMES: Readonly<Record<string, readonly (readonly number[])[]>> = {
  Population: [[-0.5, 0.49, 0], ENDS, [100, -100, 50, 2e11, -2e11], ENDS],
  Graph: [[], [], [-1, -0.5, 0, 1e300, 1e9]],
};

function makeKnown(draft: Draft, slots: readonly number[], name: string): readonly number[] {
  const { types, chance } = draft.program;
  const values = KNOWN_RECORDS[name];
  const isExtreme = chance.hit(0.3);
  // one number in some of them makes no sense: kernels look at all of them before they start
  const wrong = (kind: "i" | "f") => chance.pick(kind === "i" ? [0, 1, 7, -1] : [7, NaN, 1e300]);
  const isWrong = chance.hit(0.2);
  const registers = slots.map((slot, position) => {
    const value = values[position];
    const type = types[slot];
    const extremes = EXTREMES[name][position];
    const drawn = (number: number): number =>
      isExtreme && extremes.length > 0 && chance.hit(0.5) ? chance.pick(extremes) : number;
    if (typeof value === "number" || type.kind !== "list") return draft.constant("i", drawn(0));
    const kind = registerKind(types[type.element]) === "i" ? "i" : "f";
    const [first, second, third] = value.map((number) =>
      isWrong && chance.hit(0.2) ? wrong(kind) : drawn(number),
    );
    const elements = [draft.constant(kind, first)];
    const push = kind === "i" ? "list_push_int" : "list_push_float";
    const d = draft.empty(slot);
    draft.emit("list_new", { d, type: slot, elements });
    draft.pinned.set(d, "alone");
    for (const more of [second, third]) {
      if (more !== undefined) draft.emit(push, { a: d, b: draft.constant(kind, more) });
    }
    return d;
  });
  for (const register of registers) draft.pinned.delete(register);
  return registers;
}

/** An Int constant: small in tame programs, so that sums do not overflow. */
export function emitConstant(draft: Draft, kind: "i" | "f" | "b"): void {
  const { chance, wildness } = draft.program;
  const d = draft.target(kind);
  if (kind === "b") draft.emit("bool_const", { d, value: chance.hit(0.5) });
  else if (kind === "f") draft.emit("float_const", { d, value: anyFloat(chance) });
  else {
    const value = chance.hit(wildness) ? anyInt(chance) : chance.below(2000) - 1000;
    draft.emit("int_const", { d, value });
  }
}
