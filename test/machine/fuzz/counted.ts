/**
 * Makes loops that count as `for` and `while` of the language do: a test at the start, lists read
 * and written at the counter, and no call within, which are what a tier may have two versions of.
 */

import type { Mnemonic } from "../../../src/machine/bytecode/instruction.ts";
import type { ModuleType } from "../../../src/machine/bytecode/module.ts";
import type { Draft } from "./draft.ts";
import { emitPlain } from "./plain.ts";
import { poolWhere } from "./program.ts";

const SCALARS = ["int", "float", "bool"] as const;
const KINDS = { int: "i", float: "f", bool: "b" } as const;

const ARITHMETIC: readonly Mnemonic[] = [
  "int_add",
  "int_sub",
  "int_lt",
  "float_add",
  "float_mul",
  "int_to_float",
  "float_lt",
];

interface Listed {
  readonly register: number;
  readonly element: (typeof SCALARS)[number];
}

interface Counting {
  readonly draft: Draft;
  readonly counter: number;
  readonly lists: readonly Listed[];
}

/** A list of numbers or Bools that is held here, and perhaps once more. */
function ownList(draft: Draft): Listed | null {
  const { program } = draft;
  const { chance, types } = program;
  const elementOf = (type: ModuleType) =>
    type.kind === "list" ? SCALARS.find((kind) => kind === types[type.element].kind) : undefined;
  const fitting = poolWhere(program, (type) => elementOf(type) !== undefined);
  if (fitting.length === 0) return null;
  const type = chance.pick(fitting);
  const register = draft.owned(type);
  draft.pinned.set(register, "read");
  if (chance.hit(0.3)) draft.emit("ref_dup", { d: draft.empty(type), a: register });
  return { register, element: elementOf(types[type])! };
}

/** One statement that neither calls nor charges, unless it finds a list shared. */
function makeTurn({ draft, counter, lists }: Counting): void {
  const { chance } = draft.program;
  const roll = chance.below(10);
  if (lists.length > 0 && roll < 5) {
    const { register: a, element } = chance.hit(0.8) ? lists[0] : chance.pick(lists);
    const kind = KINDS[element];
    const index = chance.hit(0.97) ? counter : draft.scalar("i");
    if (roll < 3) draft.emit(`list_get_${element}`, { d: draft.target(kind), a, index });
    else draft.emit(`list_set_${element}`, { a, index, b: draft.scalar(kind) });
    return;
  }
  if (roll < 6) {
    draft.emit("if_int_lt", { a: counter, b: draft.scalar("i") });
    draft.inside(false, () => {
      const isLeaving = chance.hit(0.3);
      if (isLeaving) draft.leaveTo(1, "break");
      else emitPlain(draft, chance.pick(ARITHMETIC));
      return !isLeaving;
    });
    draft.emit("end");
    return;
  }
  emitPlain(draft, chance.pick(ARITHMETIC));
}

/** A loop whose counter goes up to a limit, a number or the length of a list; it always ends. */
export function makeCountedLoop(draft: Draft): boolean {
  const { chance } = draft.program;
  const pinned = new Map(draft.pinned);
  const isOverList = chance.hit(0.6);
  // lists past whose end a loop goes trap nearly always
  const wanted = isOverList ? chance.below(2) + 1 : Number(chance.hit(0.1));
  const lists = Array.from({ length: wanted }, () => ownList(draft)).filter(
    (list) => list !== null,
  );
  const [counter, limit, step] = [0, 1, 2].map(() => draft.add({ kind: "i", type: null }));
  draft.emit("int_const", { d: counter, value: chance.below(3) - (chance.hit(0.04) ? 1 : 0) });
  draft.emit("int_const", { d: step, value: 1 + chance.below(2) });
  if (isOverList && lists.length > 0) {
    draft.emit("list_length", { d: limit, a: lists[0].register });
  } else draft.emit("int_const", { d: limit, value: chance.below(300) });
  for (const register of [counter, limit, step]) draft.reserve(register);
  draft.emit("loop", { charge: 0 });
  draft.inside(true, () => {
    draft.emit(chance.hit(0.96) ? "if_int_lt" : "if_int_le", { a: counter, b: limit });
    draft.emit("else");
    draft.emit("break", { label: 1 });
    draft.emit("end");
    for (let count = chance.below(5) + 1; count > 0; count -= 1) {
      makeTurn({ draft, counter, lists });
    }
    draft.emit("int_add", { d: counter, a: counter, b: step });
    return true;
  });
  draft.emit("end");
  for (const register of [counter, limit, step]) draft.release(register);
  draft.pinned.clear();
  for (const [register, how] of pinned) draft.pinned.set(register, how);
  return true;
}
