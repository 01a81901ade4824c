/**
 * How instructions reach into objects of the heap, in both tiers.
 *
 * Not here: the layout (values/layout.ts), allocation and counting (the runtime).
 */

import type { Kind } from "../../types/register-kind.ts";
import { LIST_DATA, LIST_LENGTH, OBJECT_COUNT } from "../../values/layout.ts";
import type { Emission } from "../emission.ts";
import type { WasmAccess } from "../wasm-operator.ts";

interface Accessor {
  readonly load: WasmAccess;
  readonly store: WasmAccess;
  /** Binary logarithm of the bytes from one to the next. */
  readonly shift: number;
  /** The interpreter's expression that reads at an address. */
  readonly read: (address: string) => string;
  /** The interpreter's statement that writes at an address. */
  readonly write: (address: string, value: string) => string;
}

const words: Pick<Accessor, "load" | "store" | "read" | "write"> = {
  load: "i32.load",
  store: "i32.store",
  read: (address) => `uints[(${address}) >>> 2]`,
  write: (address, value) => `uints[(${address}) >>> 2] = ${value};`,
};

const intAccessor: Accessor = {
  load: "i64.load",
  store: "i64.store",
  shift: 3,
  read: (address) => `readInt(uints, ints, ${address})`,
  write: (address, value) => `writeInt(uints, ${address}, ${value});`,
};

const floatAccessor: Accessor = {
  load: "f64.load",
  store: "f64.store",
  shift: 3,
  read: (address) => `floats[(${address}) >>> 3]`,
  write: (address, value) => `floats[(${address}) >>> 3] = ${value};`,
};

/** An element of a list, by the kind of register that holds it. */
export const ELEMENTS: Readonly<Record<Kind, Accessor>> = {
  i: intAccessor,
  f: floatAccessor,
  b: {
    load: "i32.load8_u",
    store: "i32.store8",
    shift: 0,
    read: (address) => `bytes[${address}]`,
    write: (address, value) => `bytes[${address}] = ${value};`,
  },
  r: { ...words, shift: 2 },
};

/** A slot of a record, a boxed tuple or the table of parameters. */
export const SLOTS: Readonly<Record<Kind, Accessor>> = {
  i: intAccessor,
  f: floatAccessor,
  b: { ...words, shift: 3 },
  r: { ...words, shift: 3 },
};

/** Counts one more reference to the object whose reference is in scratch i32. */
export function emitDup(e: Emission): void {
  e.scratch("get", "i32");
  e.scratch("get", "i32");
  e.access("i32.load", OBJECT_COUNT);
  e.i32(1);
  e.op("i32.add");
  e.access("i32.store", OBJECT_COUNT);
}

/** Puts the reference on the stack into a register: a second one, counted unless it is lent. */
export function emitShared(e: Emission, register: number): void {
  if (e.certain().isLent) return e.set(register);
  e.scratch("tee", "i32");
  e.set(register);
  return emitDup(e);
}

/** Gives up the reference on the stack; the runtime frees the object when it was the last one. */
export function emitDrop(e: Emission): void {
  e.scratch("tee", "i32");
  e.access("i32.load", OBJECT_COUNT);
  e.i32(1);
  e.op("i32.eq");
  e.when(
    () => {
      e.scratch("get", "i32");
      e.runtime("drop");
    },
    () => {
      e.scratch("get", "i32");
      e.scratch("get", "i32");
      e.access("i32.load", OBJECT_COUNT);
      e.i32(1);
      e.op("i32.sub");
      e.access("i32.store", OBJECT_COUNT);
    },
  );
}

/** The interpreter's way to give up the reference in a declared variable. */
export const dropVariable = (variable: string): string => `
  if (uints[${variable} >>> 2] === 1) runtime.drop(${variable});
  else uints[${variable} >>> 2]--;`;

/** Makes the object in the register `a` unique: a copy when it is shared. */
export function emitUnique(e: Emission, register: number): void {
  if (e.certain().isUnique) return;
  e.get(register);
  e.access("i32.load", OBJECT_COUNT);
  e.i32(1);
  e.op("i32.ne");
  e.rarely(() => {
    e.get(register);
    e.charged("unique");
    e.set(register);
  });
}

/** Traps unless the Int in `index` is an index of the list in `list`. */
export function emitBounds(e: Emission, list: number, index: number): void {
  if (e.certain().isInside) return;
  emitBoundsOf(e, () => e.get(list), index);
}

/** Traps unless the Int in `index` is an index of the list that `pushList` pushes. */
export function emitBoundsOf(e: Emission, pushList: () => void, index: number): void {
  const pushLength = (): void => {
    pushList();
    e.access("i32.load", LIST_LENGTH);
  };
  e.get(index);
  pushLength();
  e.op("i64.extend_i32_u", "i64.ge_u");
  e.trapIf(
    "bounds",
    () => e.number(index),
    () => {
      pushLength();
      e.op("f64.convert_i32_u");
    },
  );
}

/** Pushes the address whose `LIST_DATA` offset is the element; the index is known to be inside. */
export function emitElementAddress(e: Emission, kind: Kind, list: number, index: number): void {
  e.get(list);
  e.get(index);
  e.op("i32.wrap_i64");
  if (ELEMENTS[kind].shift > 0) {
    e.i32(ELEMENTS[kind].shift);
    e.op("i32.shl");
  }
  e.op("i32.add");
}

/**
 * Puts a reference back at the address on the stack, out of which it was read when its container
 * was opened. The address still holds what was read there, which is nearly always what comes back:
 * reading is faster than writing what is read again soon. `another` runs where it is another one.
 */
export function emitPutBack(
  e: Emission,
  offset: number,
  register: number,
  another = () => {},
): void {
  e.scratch("tee", "i32");
  e.access("i32.load", offset);
  e.get(register);
  e.op("i32.ne");
  e.rarely(() => {
    e.scratch("get", "i32");
    e.get(register);
    e.access("i32.store", offset);
    another();
  });
}

/** The interpreter's address of an element of the list `list`. */
export function elementAddress(kind: Kind, list: string, index: string): string {
  const scale = ELEMENTS[kind].shift === 0 ? "" : ` * ${1 << ELEMENTS[kind].shift}`;
  return `${list} + ${LIST_DATA} + ${index}${scale}`;
}

/** The interpreter's bounds test of the declared `list`; leaves `index` declared. */
export const TEST_BOUNDS = `
  const index = $index;
  const length = uints[(list + ${LIST_LENGTH}) >>> 2];
  if (!(index >= 0 && index < length)) $trap(bounds, index, length);`;

/** The interpreter's copy on write of a declared variable that came from register a. */
export const uniqueA = (variable: string): string => `
  if (uints[${variable} >>> 2] !== 1) {
    $lend
    ${variable} = runtime.unique(${variable}) >>> 0;
    $a = ${variable};
    $settle
  }`;
