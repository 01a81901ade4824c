/**
 * Instructions over maps.
 *
 * An entry has a place from 0 on, in the order in which the keys came; the values lie in a list of
 * their own, so that reading and changing one is what it is for a list.
 * Invariants: a key in a register is what it is in a list: an Int, a Bool or a reference; a place
 * is tested before the map is made unique.
 * Not here: how a key is found (engine/kernel/assembly/map.ts), what primitives do with maps.
 */

import type { Kind } from "../../types/register-kind.ts";
import { LIST_DATA, MAP_VALUES, RESULT_CELLS } from "../../values/layout.ts";
import type { Emission } from "../emission.ts";
import { defineInstruction } from "../entry.ts";
import { change, close, immediate, open, out, read, take } from "../operand.ts";
import {
  dropVariable,
  elementAddress,
  ELEMENTS,
  emitBoundsOf,
  emitDrop,
  emitDup,
  emitPutBack,
  TEST_BOUNDS,
} from "./heap-access.ts";

type Scalar = "i" | "f" | "b";
type KeyKind = "i" | "b" | "r";

/** Reads the list of values of a declared `map` into a declared `list`. */
const VALUES_OF_MAP = `uints[(map + ${MAP_VALUES}) >>> 2]`;

const pushValues = (e: Emission, map: number): void => {
  e.get(map);
  e.access("i32.load", MAP_VALUES);
};

const find = <K extends KeyKind>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { d: out("i"), a: read("r", "map"), b: read(kind, "key") },
    traps: ["fuel"],
    doc: "The place of the key b in the map a, −1 when it is not there.",
    interpret: `
      $lend
      $d = runtime.map_find($a, $b);
      $settle`,
    emit: (e, { d, a, b }) => {
      e.get(a);
      e.number(b);
      e.charged("map_find");
      e.op("i64.extend_i32_s");
      e.set(d);
    },
  });

const indexOf = <K extends KeyKind>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { d: out("i"), a: read("r", "map"), b: read(kind, "key") },
    traps: ["key", "fuel", "memory"],
    doc: "The place of the key b in the map a, which has it.",
    interpret: `
      $lend
      $d = runtime.map_index($a, $b);
      $settle`,
    emit: (e, { d, a, b }) => {
      e.get(a);
      e.number(b);
      e.charged("map_index");
      e.op("i64.extend_i32_s");
      e.set(d);
    },
  });

/** Pushes the address whose `LIST_DATA` offset is the value at a place that is inside. */
const pushValueAddress = (e: Emission, kind: Kind, map: number, index: number): void => {
  pushValues(e, map);
  e.get(index);
  e.op("i32.wrap_i64");
  if (ELEMENTS[kind].shift > 0) {
    e.i32(ELEMENTS[kind].shift);
    e.op("i32.shl");
  }
  e.op("i32.add");
};

const emitBounds = (e: Emission, map: number, index: number): void =>
  emitBoundsOf(e, () => pushValues(e, map), index);

const mapGet = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { d: out(kind, "value"), a: read("r", "map"), index: read("i") },
    traps: ["bounds"],
    doc: "The value of the entry of the map a at the place `index`.",
    interpret: `
      const map = $a;
      const list = ${VALUES_OF_MAP};
      ${TEST_BOUNDS}
      $d = ${ELEMENTS[kind].read(elementAddress(kind, "list", "index"))};`,
    emit: (e, { d, a, index }) => {
      emitBounds(e, a, index);
      pushValueAddress(e, kind, a, index);
      e.access(ELEMENTS[kind].load, LIST_DATA);
      e.set(d);
    },
  });

/** The interpreter's way to make the declared `map` and the `list` of its values unique. */
const OWN_VALUES = `
  if (uints[map >>> 2] !== 1 || uints[list >>> 2] !== 1) {
    $lend
    map = runtime.map_own(map) >>> 0;
    $a = map;
    list = ${VALUES_OF_MAP};
    $settle
  }`;

const emitOwnValues = (e: Emission, map: number): void => {
  e.get(map);
  e.access("i32.load", 0);
  pushValues(e, map);
  e.access("i32.load", 0);
  e.op("i32.or");
  e.i32(1);
  e.op("i32.ne");
  e.when(() => {
    e.get(map);
    e.charged("map_own");
    e.set(map);
  });
};

const mapSet = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { a: change("map"), index: read("i"), b: read(kind, "value") },
    traps: ["bounds", "fuel", "memory"],
    doc: "Stores b as the value of the entry of the map a at the place `index`.",
    interpret: `
      let map = $a;
      let list = ${VALUES_OF_MAP};
      ${TEST_BOUNDS}
      ${OWN_VALUES}
      ${ELEMENTS[kind].write(elementAddress(kind, "list", "index"), "$b")}`,
    emit: (e, { a, index, b }) => {
      emitBounds(e, a, index);
      emitOwnValues(e, a);
      pushValueAddress(e, kind, a, index);
      e.get(b);
      e.access(ELEMENTS[kind].store, LIST_DATA);
    },
  });

const keyOperand = <K extends KeyKind>(kind: K) => (kind === "r" ? take("key") : read(kind, "key"));

/** The interpreter's call that gives `address`, where the value of the key goes. */
const PLACE = `
  $lend
  $a = runtime.map_place($a, $key) >>> 0;
  $settle
  const address = uints[${RESULT_CELLS} >>> 2];`;

const emitPlace = (e: Emission, map: number, key: number): void => {
  e.get(map);
  e.number(key);
  e.charged("map_place");
  e.set(map);
};

const pushPlaced = (e: Emission): void => {
  e.i32(0);
  e.access("i32.load", RESULT_CELLS);
};

const mapPut = <K extends KeyKind, V extends Scalar>(key: K, value: V, code: number) =>
  defineInstruction({
    code,
    operands: { a: change("map"), key: keyOperand(key), b: read(value, "value") },
    traps: ["fuel", "memory"],
    doc: "Stores b under the key in the map a, as the value of a new last entry if it has none.",
    interpret: `
      ${PLACE}
      ${ELEMENTS[value].write("address", "$b")}`,
    emit: (e, x) => {
      emitPlace(e, x.a, x.key);
      pushPlaced(e);
      e.get(x.b);
      e.access(ELEMENTS[value].store, 0);
    },
  });

const mapPutReference = <K extends KeyKind>(key: K, code: number) =>
  defineInstruction({
    code,
    operands: { a: change("map"), key: keyOperand(key), b: take("value") },
    traps: ["fuel", "memory"],
    doc:
      "Stores b under the key in the map a, as the value of a new last entry if it has none; " +
      "drops what stood there.",
    interpret: `
      ${PLACE}
      const former = ${ELEMENTS.r.read("address")};
      ${ELEMENTS.r.write("address", "$b")}
      if (former !== 0) { ${dropVariable("former")} }`,
    emit: (e, x) => {
      emitPlace(e, x.a, x.key);
      pushPlaced(e);
      e.access("i32.load", 0);
      e.scratch("set", "i32");
      pushPlaced(e);
      e.get(x.b);
      e.access("i32.store", 0);
      e.scratch("get", "i32");
      e.when(() => {
        e.scratch("get", "i32");
        emitDrop(e);
      });
    },
  });

export const MAP_INSTRUCTIONS = {
  map_new: defineInstruction({
    code: 0xa0,
    operands: { d: out("r", "named"), type: immediate("type") },
    traps: ["fuel", "memory"],
    doc: "A map without entries.",
    interpret: `
      $lend
      $d = runtime.map_new($type) >>> 0;
      $settle`,
    emit: (e, { d, type }) => {
      e.i32(type);
      e.charged("map_new");
      e.set(d);
    },
  }),
  map_find_int: find("i", 0xa1),
  map_find_bool: find("b", 0xa2),
  map_find_ref: find("r", 0xa3),
  map_index_int: indexOf("i", 0xa4),
  map_index_bool: indexOf("b", 0xa5),
  map_index_ref: indexOf("r", 0xa6),
  map_get_int: mapGet("i", 0xa7),
  map_get_float: mapGet("f", 0xa8),
  map_get_bool: mapGet("b", 0xa9),
  map_get_ref: defineInstruction({
    code: 0xaa,
    operands: { d: out("r", "value"), a: read("r", "map"), index: read("i") },
    traps: ["bounds"],
    doc: "The value of the entry of the map a at the place `index`, as a second counted reference.",
    interpret: `
      const map = $a;
      const list = ${VALUES_OF_MAP};
      ${TEST_BOUNDS}
      const value = ${ELEMENTS.r.read(elementAddress("r", "list", "index"))};
      uints[value >>> 2]++;
      $d = value;`,
    emit: (e, { d, a, index }) => {
      emitBounds(e, a, index);
      pushValueAddress(e, "r", a, index);
      e.access("i32.load", LIST_DATA);
      e.scratch("tee", "i32");
      e.set(d);
      emitDup(e);
    },
  }),
  map_set_int: mapSet("i", 0xab),
  map_set_float: mapSet("f", 0xac),
  map_set_bool: mapSet("b", 0xad),
  map_open: defineInstruction({
    code: 0xae,
    operands: { d: out("r", "value"), a: open("map"), index: read("i") },
    traps: ["bounds", "fuel", "memory"],
    doc: "Makes the map a and its values unique and moves the value at the place `index` out.",
    interpret: `
      let map = $a;
      let list = ${VALUES_OF_MAP};
      ${TEST_BOUNDS}
      ${OWN_VALUES}
      const address = ${elementAddress("r", "list", "index")};
      $d = ${ELEMENTS.r.read("address")};
      ${ELEMENTS.r.write("address", "0")}`,
    emit: (e, { d, a, index }) => {
      emitBounds(e, a, index);
      emitOwnValues(e, a);
      pushValueAddress(e, "r", a, index);
      e.access("i32.load", LIST_DATA);
      e.set(d);
    },
  }),
  map_close: defineInstruction({
    code: 0xaf,
    operands: { a: close("map"), index: read("i"), b: take("value") },
    doc: "Puts the value back where `map_open` moved it out.",
    interpret: `
      const map = $a;
      const list = ${VALUES_OF_MAP};
      const index = $index;
      ${ELEMENTS.r.write(elementAddress("r", "list", "index"), "$b")}`,
    emit: (e, { a, index, b }) => {
      pushValueAddress(e, "r", a, index);
      emitPutBack(e, LIST_DATA, b);
    },
  }),
  map_put_int_int: mapPut("i", "i", 0xb0),
  map_put_int_float: mapPut("i", "f", 0xb1),
  map_put_int_bool: mapPut("i", "b", 0xb2),
  map_put_int_ref: mapPutReference("i", 0xb3),
  map_put_bool_int: mapPut("b", "i", 0xb4),
  map_put_bool_float: mapPut("b", "f", 0xb5),
  map_put_bool_bool: mapPut("b", "b", 0xb6),
  map_put_bool_ref: mapPutReference("b", 0xb7),
  map_put_ref_int: mapPut("r", "i", 0xb8),
  map_put_ref_float: mapPut("r", "f", 0xb9),
  map_put_ref_bool: mapPut("r", "b", 0xba),
  map_put_ref_ref: mapPutReference("r", 0xbb),
};
