/**
 * Instructions over lists.
 *
 * Invariants: an index is tested before the list is made unique; a count or an index is an Int of
 * any size.
 * Not here: records (aggregate.ts), the heap's layout (values/layout.ts).
 */

import type { Kind } from "../../types/register-kind.ts";
import { LIST_CAPACITY, LIST_DATA, LIST_LENGTH } from "../../values/layout.ts";
import type { Emission } from "../emission.ts";
import { defineInstruction } from "../entry.ts";
import { change, close, immediate, ins, open, out, read, take } from "../operand.ts";
import {
  dropVariable,
  elementAddress,
  ELEMENTS,
  emitBounds,
  emitDrop,
  emitShared,
  emitElementAddress,
  emitPutBack,
  emitUnique,
  TEST_BOUNDS,
  uniqueA,
} from "./heap-access.ts";

type Scalar = "i" | "f" | "b";

const FILL_FUNCTIONS = {
  i: "list_fill_int",
  f: "list_fill_float",
  b: "list_fill_bool",
  r: "list_fill_ref",
} as const;

const sizeOf = (kind: Kind): number => 1 << ELEMENTS[kind].shift;

const emitStoreElement = (
  e: Emission,
  kind: Kind,
  { a, index, b }: { readonly a: number; readonly index: number; readonly b: number },
): void => {
  emitElementAddress(e, kind, a, index);
  e.get(b);
  e.access(ELEMENTS[kind].store, LIST_DATA);
};

/** Pushes the reference at an index, with what comes between its test and reading it. */
const emitElement = (e: Emission, list: number, index: number, between = () => {}): void => {
  const { element } = e.certain();
  if (element?.isKnown === true) {
    between();
    e.element("get", element.slot);
    return;
  }
  emitBounds(e, list, index);
  between();
  emitElementAddress(e, "r", list, index);
  e.access("i32.load", LIST_DATA);
  if (element !== null) e.element("tee", element.slot);
};

const listGet = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { d: out(kind, "element"), a: read("r", "list"), index: read("i") },
    traps: ["bounds"],
    doc: "The element of the list a at `index`, from 0.",
    interpret: `
      const list = $a;
      ${TEST_BOUNDS}
      $d = ${ELEMENTS[kind].read(elementAddress(kind, "list", "index"))};`,
    emit: (e, { d, a, index }) => {
      emitBounds(e, a, index);
      emitElementAddress(e, kind, a, index);
      e.access(ELEMENTS[kind].load, LIST_DATA);
      e.set(d);
    },
  });

const listSet = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { a: change("list"), index: read("i"), b: read(kind, "element") },
    traps: ["bounds", "fuel", "memory"],
    doc: "Stores b in the list a at `index`. The index is tested before the list is made unique.",
    interpret: `
      let list = $a;
      ${TEST_BOUNDS}
      ${uniqueA("list")}
      ${ELEMENTS[kind].write(elementAddress(kind, "list", "index"), "$b")}`,
    emit: (e, x) => {
      emitBounds(e, x.a, x.index);
      emitUnique(e, x.a);
      emitStoreElement(e, kind, x);
    },
  });

/** Makes a list longer by one: here when it is unique and has room, else by the runtime. */
const emitRoomForOneMore = (e: Emission, list: number): void => {
  const pushWord = (offset: number): void => {
    e.get(list);
    e.access("i32.load", offset);
  };
  pushWord(0);
  e.i32(1);
  e.op("i32.eq");
  pushWord(LIST_LENGTH);
  pushWord(LIST_CAPACITY);
  e.op("i32.lt_u", "i32.and");
  e.usually(
    () => {
      e.get(list);
      pushWord(LIST_LENGTH);
      e.i32(1);
      e.op("i32.add");
      e.access("i32.store", LIST_LENGTH);
    },
    () => {
      e.get(list);
      e.charged("list_grow");
      e.set(list);
    },
  );
};

/**
 * The end of a list is its length times the element's size behind the data; the last element stands
 * one before.
 */
const listPush = <K extends Kind>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { a: change("list"), b: kind === "r" ? take("element") : read(kind, "element") },
    traps: ["fuel", "memory"],
    doc: "Adds b at the end of the list a.",
    interpret: `
      let list = $a;
      const last = uints[(list + ${LIST_LENGTH}) >>> 2];
      if (uints[list >>> 2] === 1 && last < uints[(list + ${LIST_CAPACITY}) >>> 2]) {
        uints[(list + ${LIST_LENGTH}) >>> 2] = last + 1;
      } else {
        $lend
        list = runtime.list_grow(list) >>> 0;
        $settle
        $a = list;
      }
      ${ELEMENTS[kind].write(elementAddress(kind, "list", "last"), "$b")}`,
    emit: (e, { a, b }) => {
      emitRoomForOneMore(e, a);
      e.get(a);
      e.get(a);
      e.access("i32.load", LIST_LENGTH);
      e.i32(ELEMENTS[kind].shift);
      e.op("i32.shl", "i32.add");
      e.get(b);
      e.access(ELEMENTS[kind].store, LIST_DATA - sizeOf(kind));
    },
  });

const listFill = <K extends Kind>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: {
      d: out("r", "named"),
      type: immediate("type"),
      count: read("i"),
      b: read(kind, "element"),
    },
    traps: ["count", "fuel", "memory"],
    doc:
      kind === "r"
        ? "A list of `count` references to the object b; a negative count traps."
        : "A list of `count` times b; a negative count traps.",
    interpret: `
      $lend
      $d = runtime.${FILL_FUNCTIONS[kind]}($type, $count, $b) >>> 0;
      $settle`,
    emit: (e, { d, type, count, b }) => {
      e.i32(type);
      e.number(count);
      if (kind === "i") e.number(b);
      else e.get(b);
      e.charged(FILL_FUNCTIONS[kind]);
      e.set(d);
    },
  });

export const LIST_INSTRUCTIONS = {
  list_new: defineInstruction({
    code: 0x5b,
    operands: { d: out("r", "named"), type: immediate("type"), elements: ins("elements") },
    traps: ["fuel", "memory"],
    doc: "A list of these elements; references are taken.",
    interpret: `
      $lend
      const count = $elements.count;
      const list = runtime.list_new($type, count) >>> 0;
      $settle
      for (let k = 0; k < count; k++) {
        storeElement(views, $elements.kind[k], list + ${LIST_DATA}, k, $elements[k]);
      }
      $d = list;`,
    emit: (e, { d, type, elements }) => {
      e.i32(type);
      e.i32(elements.length);
      e.charged("list_new");
      e.scratch("set", "i32");
      for (const [index, element] of elements.entries()) {
        const kind = e.kind(element);
        e.scratch("get", "i32");
        e.get(element);
        e.access(ELEMENTS[kind].store, LIST_DATA + index * sizeOf(kind));
      }
      e.scratch("get", "i32");
      e.set(d);
    },
  }),
  list_length: defineInstruction({
    code: 0x5c,
    operands: { d: out("i"), a: read("r", "list") },
    doc: "The number of elements of the list a.",
    interpret: `$d = uints[($a + ${LIST_LENGTH}) >>> 2];`,
    emit: (e, { d, a }) => {
      e.get(a);
      e.access("i32.load", LIST_LENGTH);
      e.op("i64.extend_i32_u");
      e.set(d);
    },
  }),
  list_get_int: listGet("i", 0x5d),
  list_get_float: listGet("f", 0x5e),
  list_get_bool: listGet("b", 0x5f),
  list_get_ref: defineInstruction({
    code: 0x60,
    operands: { d: out("r", "element"), a: read("r", "list"), index: read("i") },
    traps: ["bounds"],
    doc: "The element of the list a at `index`, as a second counted reference.",
    interpret: `
      const list = $a;
      ${TEST_BOUNDS}
      const element = ${ELEMENTS.r.read(elementAddress("r", "list", "index"))};
      uints[element >>> 2]++;
      $d = element;`,
    emit: (e, { d, a, index }) => {
      emitElement(e, a, index);
      emitShared(e, d);
    },
  }),
  list_set_int: listSet("i", 0x61),
  list_set_float: listSet("f", 0x62),
  list_set_bool: listSet("b", 0x63),
  list_set_ref: defineInstruction({
    code: 0x64,
    operands: { a: change("list"), index: read("i"), b: take("element") },
    traps: ["bounds", "fuel", "memory"],
    doc: "Stores b in the list a at `index` and drops what stood there.",
    interpret: `
      let list = $a;
      ${TEST_BOUNDS}
      ${uniqueA("list")}
      const address = ${elementAddress("r", "list", "index")};
      const former = ${ELEMENTS.r.read("address")};
      ${ELEMENTS.r.write("address", "$b")}
      ${dropVariable("former")}`,
    emit: (e, x) => {
      emitBounds(e, x.a, x.index);
      emitUnique(e, x.a);
      emitElementAddress(e, "r", x.a, x.index);
      e.access("i32.load", LIST_DATA);
      e.scratch("set", "i32");
      emitStoreElement(e, "r", x);
      e.scratch("get", "i32");
      emitDrop(e);
    },
  }),
  list_push_int: listPush("i", 0x65),
  list_push_float: listPush("f", 0x66),
  list_push_bool: listPush("b", 0x67),
  list_push_ref: listPush("r", 0x68),
  list_fill_int: listFill("i", 0x69),
  list_fill_float: listFill("f", 0x6a),
  list_fill_bool: listFill("b", 0x6b),
  list_fill_ref: listFill("r", 0x6c),
  list_concat: defineInstruction({
    code: 0x6d,
    operands: { d: out("r", "same"), a: take("list"), b: read("r", "same") },
    traps: ["fuel", "memory"],
    doc: "The list a followed by the list b; in place when a is held once and has room.",
    interpret: `
      $lend
      $d = runtime.list_concat($a, $b) >>> 0;
      $settle`,
    emit: (e, { d, a, b }) => {
      e.get(a);
      e.get(b);
      e.charged("list_concat");
      e.set(d);
    },
  }),
  list_open: defineInstruction({
    code: 0x6e,
    operands: { d: out("r", "element"), a: open("list"), index: read("i") },
    traps: ["bounds", "fuel", "memory"],
    doc: "Makes the list a unique and moves the element at `index` out of it.",
    interpret: `
      let list = $a;
      ${TEST_BOUNDS}
      ${uniqueA("list")}
      const address = ${elementAddress("r", "list", "index")};
      $d = ${ELEMENTS.r.read("address")};
      ${ELEMENTS.r.write("address", "0")}`,
    emit: (e, { d, a, index }) => {
      emitElement(e, a, index, () => emitUnique(e, a));
      e.set(d);
    },
  }),
  list_close: defineInstruction({
    code: 0x6f,
    operands: { a: close("list"), index: read("i"), b: take("element") },
    doc: "Puts the element back where `list_open` moved it out.",
    interpret: `
      const list = $a;
      const index = $index;
      ${ELEMENTS.r.write(elementAddress("r", "list", "index"), "$b")}`,
    emit: (e, { a, index, b }) => {
      if (e.certain().isSame) return;
      emitElementAddress(e, "r", a, index);
      emitPutBack(e, LIST_DATA, b, () => {
        for (const other of e.certain().again) {
          emitElementAddress(e, "r", a, other.index);
          e.access("i32.load", LIST_DATA);
          e.element("set", other.slot);
        }
      });
    },
  }),
};
