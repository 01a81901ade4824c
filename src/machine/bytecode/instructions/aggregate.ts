/**
 * Instructions over records and boxed tuples, and equality of all objects.
 *
 * Invariants: what changes an object first makes it unique, by a shallow copy charged by its size;
 * between `open` and `close` the container cannot be read. The interpreter empties the place in
 * between, for whoever looks at a program that is stopped.
 * Not here: lists (list.ts).
 */

import { RECORD_SLOTS } from "../../values/layout.ts";
import type { Emission } from "../emission.ts";
import { defineInstruction } from "../entry.ts";
import { change, close, immediate, ins, open, out, read, take } from "../operand.ts";
import { emitNewObject } from "./allocate.ts";
import {
  dropVariable,
  emitDrop,
  emitPutBack,
  emitShared,
  emitUnique,
  SLOTS,
  uniqueA,
} from "./heap-access.ts";
import { LIST_INSTRUCTIONS } from "./list.ts";

type Scalar = "i" | "f" | "b";

const SLOT_ADDRESS = `record + ${RECORD_SLOTS} + 8 * $slot`;
const slotOffset = (slot: number): number => RECORD_SLOTS + 8 * slot;

const recordGet = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { d: out(kind, "field"), a: read("r", "record"), slot: immediate("slot") },
    doc: "The field `slot` of the record a.",
    interpret: `
      const record = $a;
      $d = ${SLOTS[kind].read(SLOT_ADDRESS)};`,
    emit: (e, { d, a, slot }) => {
      e.get(a);
      e.access(SLOTS[kind].load, slotOffset(slot));
      e.set(d);
    },
  });

const emitStore = (e: Emission, a: number, slot: number, b: number): void => {
  e.get(a);
  e.get(b);
  e.access(SLOTS[e.kind(b)].store, slotOffset(slot));
};

const recordSet = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { a: change("record"), slot: immediate("slot"), b: read(kind, "field") },
    traps: ["fuel", "memory"],
    doc: "Stores b in the field `slot` of the record a.",
    interpret: `
      let record = $a;
      ${uniqueA("record")}
      ${SLOTS[kind].write(SLOT_ADDRESS, "$b")}`,
    emit: (e, { a, slot, b }) => {
      emitUnique(e, a);
      emitStore(e, a, slot, b);
    },
  });

export const AGGREGATE_INSTRUCTIONS = {
  record_new: defineInstruction({
    code: 0x50,
    operands: { d: out("r", "named"), type: immediate("type"), fields: ins("fields") },
    traps: ["fuel", "memory"],
    doc: "A record, or a boxed tuple, of these fields; references are taken.",
    interpret: `
      $lend
      const record = runtime.record_new($type) >>> 0;
      $settle
      const count = $fields.count;
      for (let k = 0; k < count; k++) {
        storeSlot(views, $fields.kind[k], record + ${RECORD_SLOTS} + 8 * k, $fields[k]);
      }
      $d = record;`,
    emit: (e, { d, type, fields }) => {
      emitNewObject(e, type, fields.length);
      for (const [slot, field] of fields.entries()) {
        e.scratch("get", "i32");
        e.get(field);
        e.access(SLOTS[e.kind(field)].store, slotOffset(slot));
      }
      e.scratch("get", "i32");
      e.set(d);
    },
  }),
  record_get_int: recordGet("i", 0x51),
  record_get_float: recordGet("f", 0x52),
  record_get_bool: recordGet("b", 0x53),
  record_get_ref: defineInstruction({
    code: 0x54,
    operands: { d: out("r", "field"), a: read("r", "record"), slot: immediate("slot") },
    doc: "The field `slot` of the record a, as a second counted reference.",
    interpret: `
      const record = $a;
      const field = ${SLOTS.r.read(SLOT_ADDRESS)};
      uints[field >>> 2]++;
      $d = field;`,
    emit: (e, { d, a, slot }) => {
      e.get(a);
      e.access("i32.load", slotOffset(slot));
      emitShared(e, d);
    },
  }),
  record_set_int: recordSet("i", 0x55),
  record_set_float: recordSet("f", 0x56),
  record_set_bool: recordSet("b", 0x57),
  record_set_ref: defineInstruction({
    code: 0x58,
    operands: { a: change("record"), slot: immediate("slot"), b: take("field") },
    traps: ["fuel", "memory"],
    doc: "Stores b in the field `slot` of the record a and drops what stood there.",
    interpret: `
      let record = $a;
      ${uniqueA("record")}
      const former = ${SLOTS.r.read(SLOT_ADDRESS)};
      ${SLOTS.r.write(SLOT_ADDRESS, "$b")}
      ${dropVariable("former")}`,
    emit: (e, { a, slot, b }) => {
      emitUnique(e, a);
      e.get(a);
      e.access("i32.load", slotOffset(slot));
      e.scratch("set", "i32");
      emitStore(e, a, slot, b);
      e.scratch("get", "i32");
      emitDrop(e);
    },
  }),
  record_open: defineInstruction({
    code: 0x59,
    operands: { d: out("r", "field"), a: open("record"), slot: immediate("slot") },
    traps: ["fuel", "memory"],
    doc: "Makes the record a unique and moves the field `slot` out of it.",
    interpret: `
      let record = $a;
      ${uniqueA("record")}
      $d = ${SLOTS.r.read(SLOT_ADDRESS)};
      ${SLOTS.r.write(SLOT_ADDRESS, "0")}`,
    emit: (e, { d, a, slot }) => {
      emitUnique(e, a);
      e.get(a);
      e.access("i32.load", slotOffset(slot));
      e.set(d);
    },
  }),
  record_close: defineInstruction({
    code: 0x5a,
    operands: { a: close("record"), slot: immediate("slot"), b: take("field") },
    doc: "Puts the field back where `record_open` moved it out.",
    interpret: `
      const record = $a;
      ${SLOTS.r.write(SLOT_ADDRESS, "$b")}`,
    emit: (e, { a, slot, b }) => {
      e.get(a);
      emitPutBack(e, slotOffset(slot), b);
    },
  }),
  ...LIST_INSTRUCTIONS,
  ref_equal: defineInstruction({
    code: 0x70,
    operands: { d: out("b"), a: read("r", "any"), b: read("r", "same") },
    traps: ["fuel", "memory"],
    doc: "Whether two values of one type are equal in every part; a NaN equals nothing.",
    interpret: `
      $lend
      $d = runtime.equal($a, $b);
      $settle`,
    emit: (e, { d, a, b }) => {
      e.get(a);
      e.get(b);
      e.charged("equal");
      e.set(d);
    },
  }),
};
