/**
 * Makes any instruction that goes on to the next, with fitting operands, from its entry in the
 * table.
 */

import { MNEMONICS, entryOf, type Mnemonic } from "../../../src/machine/bytecode/instruction.ts";
import type { ModuleType } from "../../../src/machine/bytecode/module.ts";
import {
  operandsOf,
  type NamedOperand,
  type OperandData,
} from "../../../src/machine/bytecode/operand-list.ts";
import { type Kind, registerKind } from "../../../src/machine/types/register-kind.ts";
import { slotTypes } from "../../../src/machine/values/value.ts";
import { anyFloat, anyInt } from "./chance.ts";
import type { Draft } from "./draft.ts";
import { erasedOf, poolWhere } from "./program.ts";
import { putEntry } from "./values.ts";

const isOpening = ({ operand }: NamedOperand) =>
  operand.role === "open" || operand.role === "close";
const isCalling = ({ operand }: NamedOperand) =>
  "signature" in operand && ["function", "primitive", "case"].includes(operand.signature);

/** Those without a special way: no control, no calls, no enums, no opening. */
export const PLAIN: readonly Mnemonic[] = MNEMONICS.filter(
  (op) =>
    op !== "enter" &&
    entryOf(op).flow === "next" &&
    !operandsOf(op).some((o) => isOpening(o) || isCalling(o)),
);

interface Subject {
  /** The list or record that the instruction speaks of. */
  readonly type: number | null;
  readonly slot: number;
}

/** Emits the instruction; gives whether the program has what it needs. */
export function emitPlain(draft: Draft, op: Mnemonic): boolean {
  const { program } = draft;
  const operands = operandsOf(op);
  const subject = subjectOf(draft, operands);
  if (subject === null) return false;
  const values: Record<string, OperandData> = {};
  const pinned: number[] = [];
  const pin = (register: number, how: "read" | "alone"): number => {
    draft.pinned.set(register, how);
    pinned.push(register);
    return register;
  };
  const finish = (isEmitted: boolean): boolean => {
    for (const register of pinned) draft.pinned.delete(register);
    if (isEmitted) draft.emit(op, values);
    return isEmitted;
  };
  for (const { name, operand } of operands) {
    if (operand.role === "ins") values[name] = listOf(draft, subject);
    if (operand.role === "immediate") {
      const value = immediateOf(draft, operand.what, kindWanted(operands), subject);
      if (value === null) return finish(false);
      values[name] = value;
    }
  }
  for (const { name, operand } of operands) {
    if (operand.role === "ins" || operand.role === "immediate" || !("kind" in operand)) continue;
    if (operand.kind !== "r" || operand.role === "out") continue;
    const type = typeWanted(draft, operand.type, subject, values, operands);
    if (operand.role === "in") values[name] = pin(draft.readable(type), "read");
    else values[name] = pin(draft.owned(type ?? anyHeldType(draft)), "alone");
  }
  for (const { name, operand } of operands) {
    if (operand.role === "in" && operand.kind !== "r") values[name] = draft.scalar(operand.kind);
  }
  tame(draft, op, values);
  for (const { name, operand } of operands) {
    if (operand.role !== "out") continue;
    if (operand.kind !== "r") values[name] = draft.target(operand.kind);
    else {
      const type = typeWanted(draft, operand.type, subject, values, operands) ?? 0;
      const taken = operands.find((other) => other.operand.role === "take");
      const register = taken === undefined ? null : (values[taken.name] as number);
      const isReused =
        register !== null && draft.registers[register].type === type && program.chance.hit(0.6);
      values[name] = isReused ? register : draft.empty(type);
    }
  }
  finish(true);
  settle(draft, op, values);
  const written = operands.find(({ operand }) => operand.role === "out");
  if (written !== undefined && program.chance.hit(0.12)) {
    observe(draft, values[written.name] as number);
  }
  return true;
}

/** Prints what is in a register, so that a wrong value does not go unseen. */
export function observe(draft: Draft, a: number): void {
  const { kind } = draft.registers[a];
  const d = draft.empty(draft.program.typeIndex({ kind: "string" }));
  const shows = { i: "int_show", f: "float_show", b: "bool_show", r: "ref_show" } as const;
  draft.emit(shows[kind], { d, a });
  draft.emit("print", { a: d });
  draft.drop(d);
}

/**
 * The kind that an element, field, output or parameter of this instruction has to be of, if one.
 */
function kindWanted(operands: readonly NamedOperand[]): Kind | null {
  for (const { operand } of operands) {
    if (!("kind" in operand)) continue;
    const rule = operand.type;
    if (rule === "element" || rule === "field" || rule === "output" || rule === "parameter") {
      return operand.kind;
    }
  }
  const isParameter = operands.some(
    ({ operand }) => operand.role === "immediate" && operand.what === "parameter",
  );
  const written = operands.find(({ operand }) => operand.role === "out")?.operand;
  return isParameter && written !== undefined && "kind" in written ? written.kind : null;
}

function subjectOf(draft: Draft, operands: readonly NamedOperand[]): Subject | null {
  const { program } = draft;
  const { chance, types } = program;
  const kind = kindWanted(operands);
  const rules = new Set(operands.map(({ operand }) => ("type" in operand ? operand.type : null)));
  const makesRecord = operands.some(
    ({ operand }) => operand.role === "ins" && operand.signature === "fields",
  );
  if (rules.has("record") || makesRecord) {
    const fitting = poolWhere(
      program,
      (type) => isRecord(type) && slotsOf(type, types, kind).length > 0,
    );
    if (fitting.length === 0) return null;
    const type = chance.pick(fitting);
    return { type, slot: chance.pick(slotsOf(types[type], types, kind)) };
  }
  const isList =
    rules.has("element") ||
    operands.some(({ operand }) => operand.role === "ins" && operand.signature === "elements");
  if (rules.has("map") || (rules.has("named") && !isList)) return mapSubject(draft, operands);
  if (rules.has("list") || rules.has("named")) {
    const fitting = poolWhere(
      program,
      (type) =>
        type.kind === "list" && (kind === null || registerKind(types[type.element]) === kind),
    );
    return fitting.length === 0 ? null : { type: chance.pick(fitting), slot: 0 };
  }
  return { type: null, slot: 0 };
}

/** A map whose keys and values are of the kinds that the operands have. */
function mapSubject({ program }: Draft, operands: readonly NamedOperand[]): Subject | null {
  const { types } = program;
  const kindOf = (rule: string): Kind | null => {
    const found = operands.find(({ operand }) => "type" in operand && operand.type === rule);
    return found !== undefined && "kind" in found.operand ? found.operand.kind : null;
  };
  const fits = (kind: Kind | null, part: number): boolean =>
    kind === null || registerKind(types[part]) === kind;
  const fitting = poolWhere(
    program,
    (type) =>
      type.kind === "map" && fits(kindOf("key"), type.key) && fits(kindOf("value"), type.value),
  );
  return fitting.length === 0 ? null : { type: program.chance.pick(fitting), slot: 0 };
}

function isRecord(type: ModuleType): type is ModuleType & { readonly kind: "record" | "tuple" } {
  return type.kind === "record" || type.kind === "tuple";
}

/** Slots whose type is of the kind; of an empty record, slot 0 where any will do. */
function slotsOf(
  type: ModuleType,
  types: readonly ModuleType[],
  kind: Kind | null,
): readonly number[] {
  if (!isRecord(type)) return [];
  const slots = slotTypes(type);
  if (kind === null) return slots.length === 0 ? [0] : [...slots.keys()];
  return [...slots.keys()].filter((slot) => registerKind(types[slots[slot]]) === kind);
}

function typeWanted(
  draft: Draft,
  rule: string | null,
  subject: Subject,
  values: Readonly<Record<string, OperandData>>,
  operands: readonly NamedOperand[],
): number | null {
  const { program } = draft;
  const { types } = program;
  const container = subject.type === null ? null : types[subject.type];
  switch (rule) {
    case "string":
      return program.typeIndex({ kind: "string" });
    case "list":
    case "map":
    case "record":
    case "named":
      return subject.type;
    case "key":
      return container?.kind === "map" ? container.key : null;
    case "value":
      return container?.kind === "map" ? container.value : null;
    case "element":
      return container?.kind === "list" ? container.element : null;
    case "field":
      return container !== null && isRecord(container) ? slotTypes(container)[subject.slot] : null;
    case "same": {
      const a = operands.some(({ name }) => name === "a") ? values["a"] : undefined;
      return typeof a === "number" ? draft.registers[a].type : subject.type;
    }
    case "output":
      return erasedOf(program, program.outputs[values["output"] as number].type);
    case "parameter":
      return erasedOf(program, program.parameters[values["parameter"] as number].type);
    default:
      return null;
  }
}

function anyHeldType(draft: Draft): number {
  return draft.registers[draft.readable(null)].type!;
}

function listOf(draft: Draft, { type }: Subject): readonly number[] {
  const { chance, types } = draft.program;
  const container = types[type ?? 0];
  const parts = isRecord(container)
    ? slotTypes(container)
    : container.kind === "list"
      ? Array.from({ length: chance.below(4) }, () => container.element)
      : [];
  const registers = parts.map((part) => {
    const kind = registerKind(types[part]);
    if (kind !== "r") return draft.scalar(kind);
    const register = draft.owned(part);
    draft.pinned.set(register, "alone");
    return register;
  });
  for (const register of registers) draft.pinned.delete(register);
  return registers;
}

function immediateOf(
  draft: Draft,
  what: string,
  kind: Kind | null,
  subject: Subject,
): number | boolean | null {
  const { program } = draft;
  const { chance, types, wildness } = program;
  const numbered = (items: readonly { readonly type: number }[]): number | null => {
    const fitting = [...items.keys()].filter(
      (index) => registerKind(types[items[index].type]) === kind,
    );
    return fitting.length === 0 ? null : chance.pick(fitting);
  };
  switch (what) {
    case "int":
      return chance.hit(wildness) ? anyInt(chance) : chance.below(2000) - 1000;
    case "float":
      return chance.hit(0.3) ? anyFloat(chance) : chance.below(4000) / 16 - 100;
    case "bool":
      return chance.hit(0.5);
    case "text":
      return chance.below(program.texts.length - 1);
    case "type":
      return subject.type;
    case "slot":
      return subject.slot;
    case "digits":
      return chance.below(18);
    case "parameter":
      return numbered(program.parameters);
    case "output":
      return numbered(program.outputs);
    default:
      return null;
  }
}

/** Makes risky operands harmless, most of the time. */
function tame(draft: Draft, op: Mnemonic, values: Record<string, OperandData>): void {
  const { chance, wildness } = draft.program;
  if (chance.hit(wildness * 2)) {
    provoke(draft, op, values);
    return;
  }
  if (op === "int_div" || op === "int_mod") values["b"] = draft.constant("i", chance.below(50) + 1);
  const { traps, operands } = entryOf(op);
  if (traps.includes("conversion")) values["a"] = draft.constant("f", chance.below(999) / 8 - 50);
  if ("count" in operands) values["count"] = draft.constant("i", chance.below(6));
  if (traps.includes("key")) haveKey(draft, values);
  if (!("index" in operands)) return;
  const a = ownContainer(draft, values["a"] as number);
  values["a"] = a;
  const shape = draft.program.types[draft.registers[a].type!];
  if (shape.kind === "map") {
    putEntry(draft, a, shape);
    values["index"] = draft.constant("i", 0);
    return;
  }
  // the list gets an element, then the index is brought below its length
  const { element } = draft.program.types[draft.registers[a].type!] as { readonly element: number };
  const kind = registerKind(draft.program.types[element]);
  if (kind === "r") draft.emit("list_push_ref", { a, b: draft.owned(element) });
  else draft.emit(PUSHES[kind], { a, b: draft.scalar(kind) });
  const number = draft.scalar("i");
  const length = draft.target("i");
  draft.emit("list_length", { d: length, a });
  const index = draft.target("i");
  const after = number === length ? length : number;
  draft.emit("int_mod", { d: index, a: after, b: length });
  values["index"] = index;
}

/** Puts an entry with the key into the map. */
function haveKey(draft: Draft, values: Record<string, OperandData>): void {
  const { types } = draft.program;
  const a = ownContainer(draft, values["a"] as number);
  values["a"] = a;
  draft.pinned.set(a, "alone");
  const shape = types[draft.registers[a].type!] as Extract<ModuleType, { kind: "map" }>;
  putEntry(draft, a, shape, (key) => {
    const b = values["b"] as number;
    if (registerKind(types[key]) !== "r") return b;
    const d = draft.empty(key);
    draft.emit("ref_dup", { d, a: b });
    return d;
  });
  draft.pinned.delete(a);
}

/** Operands at which arithmetic traps. */
function provoke(draft: Draft, op: Mnemonic, values: Record<string, OperandData>): void {
  const { traps } = entryOf(op);
  const { chance } = draft.program;
  if (traps.includes("overflow")) {
    const end = chance.pick([Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]);
    values["a"] = draft.constant("i", end);
    values["b"] = values["a"];
  } else if (traps.includes("division")) values["b"] = draft.constant("i", 0);
}

const PUSHES = { i: "list_push_int", f: "list_push_float", b: "list_push_bool" } as const;

/** The list or map, or a second reference to it when it is only borrowed. */
function ownContainer(draft: Draft, a: number): number {
  if (draft.states[a] === "owned") return a;
  const d = draft.empty(draft.registers[a].type!);
  draft.emit("ref_dup", { d, a });
  return d;
}

/** Keeps Ints small after arithmetic, most of the time, so that loops do not overflow. */
function settle(draft: Draft, op: Mnemonic, values: Readonly<Record<string, OperandData>>): void {
  const { chance, wildness } = draft.program;
  const written = operandsOf(op).find(({ operand }) => operand.role === "out");
  if (written === undefined || !("kind" in written.operand) || written.operand.kind !== "i") return;
  if (op === "int_mod" || op === "int_const" || op === "list_length" || chance.hit(wildness))
    return;
  const a = values[written.name] as number;
  const b = draft.target("i");
  if (a === b) return;
  draft.emit("int_const", { d: b, value: chance.below(3000) + 1 });
  draft.emit("int_mod", { d: a, a, b });
}
