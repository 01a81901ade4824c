/** Makes the statements of a random function: structures, calls, openings, ways out. */

import { primitiveSignature } from "../../../src/machine/bytecode/primitive-signature.ts";
import type { ModuleType } from "../../../src/machine/bytecode/module.ts";
import type { Mnemonic } from "../../../src/machine/bytecode/instruction.ts";
import { PRIMITIVES, signatureOf } from "../../../src/machine/primitives/index.ts";
import { registerKind } from "../../../src/machine/types/register-kind.ts";
import { slotTypes } from "../../../src/machine/values/value.ts";
import type { Draft } from "./draft.ts";
import { anyInt } from "./chance.ts";
import { makeCountedLoop } from "./counted.ts";
import { testInts } from "./ints.ts";
import { emitPlain, PLAIN } from "./plain.ts";
import { placeOf, poolWhere, typeOfSignature } from "./program.ts";
import { emitConstant, putEntry } from "./values.ts";

/** Makes statements until there are enough; gives whether a path goes on. */
export function makeStatements(draft: Draft, most: number): boolean {
  const { chance } = draft.program;
  for (let count = chance.below(most) + 1; count > 0 && draft.budget > 0; count -= 1) {
    draft.budget -= 1;
    if (!makeStatement(draft)) return false;
  }
  return true;
}

function makeStatement(draft: Draft): boolean {
  const { chance } = draft.program;
  const roll = chance.below(100);
  if (roll < 62) {
    emitPlain(draft, chance.pick(PLAIN));
    return true;
  }
  if (roll < 66) {
    emitConstant(draft, chance.pick(["i", "f", "b"] as const));
    return true;
  }
  if (roll < 74) return makeIf(draft);
  if (roll < 78) return makeLoop(draft);
  if (roll < 80) return makeCountedLoop(draft);
  if (roll < 83) return makeBlock(draft);
  if (roll < 88) return makeCall(draft);
  if (roll < 93) return makePrimitive(draft);
  if (roll < 98) return makeOpen(draft);
  return makeExit(draft);
}

const INT_TESTS = ["if_int_lt", "if_int_le", "if_int_eq"] as const;
const FLOAT_TESTS = ["if_float_lt", "if_float_le", "if_float_eq"] as const;

function openIf(draft: Draft): void {
  const { chance } = draft.program;
  const op: Mnemonic = chance.pick(["if", ...INT_TESTS, ...FLOAT_TESTS] as const);
  if (op === "if") {
    draft.emit(op, { a: draft.scalar("b") });
    return;
  }
  const kind = op.startsWith("if_int") ? "i" : "f";
  const a = draft.scalar(kind);
  draft.emit(op, { a, b: draft.scalar(kind) });
}

function makeIf(draft: Draft): boolean {
  const { chance } = draft.program;
  const bound = chance.hit(0.25) ? openCase(draft) : [];
  if (bound === null) return true;
  if (bound.length === 0) openIf(draft);
  const first = draft.inside(false, () => {
    for (const receive of bound) receive();
    return makeStatements(draft, 4);
  });
  if (chance.hit(0.5)) {
    draft.emit("end");
    return true;
  }
  draft.emit("else");
  const second = draft.inside(false, () => makeStatements(draft, 4));
  draft.emit("end");
  return first || second || isLeftTo(draft);
}

/**
 * Opens an `if_case`; gives what makes the registers it writes written, inside of it only, or null
 * when no enum is at hand. A case that carries nothing gives nothing to do.
 */
function openCase(draft: Draft): readonly (() => void)[] | null {
  const { program } = draft;
  const { chance, types } = program;
  const enums = poolWhere(program, (type) => type.kind === "enum");
  if (enums.length === 0) return null;
  const type = chance.pick(enums);
  const shape = types[type];
  if (shape.kind !== "enum") return null;
  const a = draft.readable(type);
  const tag = chance.below(shape.cases.length);
  const parts = shape.cases[tag].fields.map((field) => placeOf(program, field.type));
  const fields = parts.map((place) => draft.add(place));
  draft.code.push({ op: "if_case", a, case: tag, fields });
  return [() => undefined, ...fields.map((register) => () => draft.receive(register))];
}

/** Whether the structure that ended last has a break to its end: looked up in the code. */
function isLeftTo(draft: Draft): boolean {
  let depth = 0;
  for (let index = draft.code.length - 1; index >= 0; index -= 1) {
    const instruction = draft.code[index];
    if (instruction.op === "end") depth += 1;
    else if (instruction.op === "break" && instruction.label === depth - 1) return true;
    else if (/^(?:if|block|loop)/u.test(instruction.op)) {
      depth -= 1;
      if (depth === 0) return false;
    }
  }
  return false;
}

function makeBlock(draft: Draft): boolean {
  draft.emit("block");
  const isAlive = draft.inside(false, () => makeStatements(draft, 4));
  draft.emit("end");
  return isAlive || isLeftTo(draft);
}

/** A loop that counts up to a limit, or one that only its statements leave. */
export function makeLoop(draft: Draft, times?: number): boolean {
  const { chance, wildness } = draft.program;
  if (times === undefined && chance.hit(wildness * 2)) {
    draft.emit("loop", { charge: 0 });
    draft.inside(true, () => makeStatements(draft, 5));
    draft.emit("end");
    return isLeftTo(draft);
  }
  const [counter, limit] = [0, 1].map(() => draft.add({ kind: "i", type: null }));
  draft.emit("int_const", { d: counter, value: 0 });
  draft.emit("int_const", { d: limit, value: times ?? chance.below(12) });
  draft.reserve(counter);
  draft.reserve(limit);
  draft.emit("loop", { charge: 0 });
  draft.inside(true, () => {
    draft.emit("if_int_lt", { a: counter, b: limit });
    draft.inside(false, () => {
      const one = draft.constant("i", 1);
      draft.emit("int_add", { d: counter, a: counter, b: one });
      return makeStatements(draft, times === undefined ? 6 : 12);
    });
    draft.emit("else");
    draft.emit("break", { label: 1 });
    draft.emit("end");
    return false;
  });
  draft.emit("end");
  draft.release(counter);
  draft.release(limit);
  return true;
}

/** Calls a function: one level less deep, until functions return at once. */
export function makeCall(draft: Draft, depth?: number): boolean {
  const { program, signature } = draft;
  const { chance, signatures } = program;
  if (signatures.length < 2) return true;
  const callee = chance.below(signatures.length - 1) + 1;
  const { parameters, results } = signatures[callee];
  const pinned: number[] = [];
  const taken: number[] = [];
  const values = parameters.map(({ kind, type, ownership }, position) => {
    if (position === 0) return -1;
    if (kind !== "r") return draft.scalar(kind);
    const register = ownership === "borrow" ? draft.readable(type) : draft.owned(type!);
    draft.pinned.set(register, ownership === "borrow" ? "read" : "alone");
    pinned.push(register);
    if (ownership !== "borrow") taken.push(register);
    return register;
  });
  const deep = draft.target("i");
  const isMain = signature.parameters.length === 0;
  if (isMain) draft.emit("int_const", { d: deep, value: depth ?? chance.below(4) });
  else {
    draft.emit("int_const", { d: deep, value: 1 });
    draft.emit("int_sub", { d: deep, a: 0, b: deep });
  }
  values[0] = deep;
  emitCall(draft, "call", callee, { values, taken, pinned, results });
  return true;
}

interface CallParts {
  readonly values: readonly number[];
  readonly taken: readonly number[];
  readonly pinned: readonly number[];
  readonly results: readonly {
    readonly kind: "i" | "f" | "b" | "r";
    readonly type: number | null;
  }[];
}

function emitCall(
  draft: Draft,
  op: "call" | "primitive",
  callee: number,
  { values, taken, pinned, results }: CallParts,
): readonly number[] {
  const { chance } = draft.program;
  for (const register of taken) draft.states[register] = "empty";
  const targets: number[] = [];
  for (const { kind, type } of results) {
    const free = taken.filter(
      (register) => draft.registers[register].type === type && !targets.includes(register),
    );
    let target = kind === "r" ? draft.empty(type!) : draft.target(kind);
    if (free.length > 0 && chance.hit(0.6)) [target] = free;
    if (targets.includes(target)) target = draft.add({ kind, type });
    targets.push(target);
  }
  for (const register of pinned) draft.pinned.delete(register);
  const names = { results: targets, arguments: values };
  if (op === "call") draft.emit(op, { ...names, function: callee });
  else draft.emit(op, { ...names, primitive: callee });
  return targets;
}

const KERNELS = PRIMITIVES.filter((primitive) => signatureOf(primitive) !== null).map(
  ({ id }) => id,
);

function makePrimitive(draft: Draft): boolean {
  const { program } = draft;
  const { chance, wildness, types } = program;
  const id = chance.pick(KERNELS);
  const signature = primitiveSignature(id)!;
  const variables = new Map<string, number>();
  const isRisky = (PRIMITIVES.find((primitive) => primitive.id === id)?.traps.length ?? 0) > 0;
  const isTame = isRisky && !chance.hit(wildness * 4);
  const pinned: number[] = [];
  const taken: number[] = [];
  const wanted = signature.parameters.map(({ type }) => typeOfSignature(program, type, variables));
  // references first: making one may write any scalar
  const values = signature.parameters.map(({ ownership }, position): number => {
    if (ownership === null) return -1;
    const type = wanted[position];
    const isBorrowed = ownership === "borrow";
    const register = isTame
      ? tameList(draft, type)
      : isBorrowed
        ? draft.readable(type)
        : draft.owned(type);
    draft.pinned.set(register, isBorrowed ? "read" : "alone");
    pinned.push(register);
    if (!isBorrowed) taken.push(register);
    return register;
  });
  const isUsed = new Set<number>();
  for (const [position, type] of wanted.entries()) {
    const kind = registerKind(types[type]);
    if (kind === "r") continue;
    values[position] = tameScalar(draft, kind, isTame && types[type].kind !== "bool", isUsed);
  }
  const results = signature.results.map((result) => {
    const type = typeOfSignature(program, result, variables);
    const kind = registerKind(types[type]);
    return { kind, type: kind === "r" ? type : null };
  });
  const targets = emitCall(draft, "primitive", id, { values, taken, pinned, results });
  for (const target of targets) if (draft.registers[target].kind === "r") testInts(draft, target);
  return true;
}

/** A list that has elements, or whatever the type has. */
function tameList(draft: Draft, type: number): number {
  const { types } = draft.program;
  const shape = types[type];
  const register = draft.make(type);
  if (shape.kind !== "list") return register;
  const kind = registerKind(types[shape.element]);
  if (kind !== "f") return register;
  for (let count = 0; count < 2; count += 1) {
    draft.emit("list_push_float", { a: register, b: draft.constant("f", 0.25) });
  }
  return register;
}

/** A scalar argument; tame ones are numbers that kernels take: counts of 1, steps of 0.01. */
function tameScalar(
  draft: Draft,
  kind: "i" | "f" | "b" | "r",
  isTame: boolean,
  isUsed: Set<number>,
): number {
  const { chance } = draft.program;
  if (kind === "i" && !isTame && chance.hit(0.3)) return draft.constant(kind, anyInt(chance));
  if (!isTame || kind === "b" || kind === "r") return draft.scalar(kind);
  const free = draft.registersWhere(
    (register, place) =>
      place.kind === kind && !draft.reserved.has(register) && !isUsed.has(register),
  );
  const d = free.length > 0 ? free[0] : draft.add({ kind, type: null });
  isUsed.add(d);
  if (kind === "f") draft.emit("float_const", { d, value: 0.01 });
  else draft.emit("int_const", { d, value: chance.below(2) + 1 });
  return d;
}

function makeOpen(draft: Draft): boolean {
  const { chance } = draft.program;
  if (chance.hit(0.2)) return openMap(draft);
  return chance.hit(0.5) ? openList(draft) : openRecord(draft);
}

function openMap(draft: Draft): boolean {
  const { program } = draft;
  const { chance, types, wildness } = program;
  const maps = poolWhere(
    program,
    (type) => type.kind === "map" && registerKind(types[type.value]) === "r",
  );
  if (maps.length === 0) return true;
  const type = chance.pick(maps);
  const shape = types[type] as Extract<ModuleType, { kind: "map" }>;
  const container = draft.owned(type);
  putEntry(draft, container, shape);
  draft.pinned.set(container, "alone");
  const child = draft.empty(shape.value);
  draft.pinned.delete(container);
  const index = draft.add({ kind: "i", type: null });
  if (chance.hit(wildness)) draft.emit("int_move", { d: index, a: draft.scalar("i") });
  else draft.emit("int_const", { d: index, value: 0 });
  draft.emit("map_open", { d: child, a: container, index });
  const close = (b: number): void => draft.emit("map_close", { a: container, index, b });
  return draft.whileOpen({ container, child, close, index }, () => makeStatements(draft, 3));
}

function openList(draft: Draft): boolean {
  const { program } = draft;
  const { chance, types, wildness } = program;
  const lists = poolWhere(
    program,
    (type) => type.kind === "list" && registerKind(types[type.element]) === "r",
  );
  if (lists.length === 0) return true;
  const type = chance.pick(lists);
  const { element } = types[type] as { readonly element: number };
  const container = draft.owned(type);
  draft.pinned.set(container, "alone");
  draft.emit("list_push_ref", { a: container, b: draft.owned(element) });
  const child = draft.empty(element);
  draft.pinned.delete(container);
  const index = draft.add({ kind: "i", type: null });
  if (chance.hit(wildness)) draft.emit("int_move", { d: index, a: draft.scalar("i") });
  else draft.emit("int_const", { d: index, value: 0 });
  draft.emit("list_open", { d: child, a: container, index });
  const close = (b: number): void => draft.emit("list_close", { a: container, index, b });
  return draft.whileOpen({ container, child, close, index }, () => makeStatements(draft, 3));
}

function openRecord(draft: Draft): boolean {
  const { program } = draft;
  const { chance, types } = program;
  const hasReference = (index: number) => {
    const type = types[index];
    const isRecord = type.kind === "record" || type.kind === "tuple";
    return isRecord ? slotTypes(type).some((slot) => registerKind(types[slot]) === "r") : false;
  };
  const records = program.pool.filter(hasReference);
  if (records.length === 0) return true;
  const type = chance.pick(records);
  const shape = types[type];
  if (shape.kind !== "record" && shape.kind !== "tuple") return true;
  const slots = slotTypes(shape);
  const slot = chance.pick(
    [...slots.keys()].filter((at) => registerKind(types[slots[at]]) === "r"),
  );
  const container = draft.owned(type);
  const child = draft.empty(slots[slot]);
  draft.emit("record_open", { d: child, a: container, slot });
  const close = (b: number): void => draft.emit("record_close", { a: container, slot, b });
  return draft.whileOpen({ container, child, close, index: null }, () => makeStatements(draft, 3));
}

/**
 * A way out: break, continue, return, or a failure when the program is wild; only inside of
 * structures.
 */
function makeExit(draft: Draft): boolean {
  const { program, labels } = draft;
  const { chance, wildness } = program;
  if (labels.length === 0) return true;
  if (chance.hit(wildness * 2)) {
    const message = draft.owned(program.typeIndex({ kind: "string" }));
    draft.emit(chance.pick(["fail_panic", "fail_assertion"] as const), { message });
    return false;
  }
  const depth = chance.below(labels.length);
  const label = labels[labels.length - 1 - depth];
  if (label.isLoop && chance.hit(0.5)) draft.leaveTo(depth, "continue");
  else if (chance.hit(0.9)) draft.leaveTo(depth, "break");
  else draft.leaveFunction();
  return false;
}
