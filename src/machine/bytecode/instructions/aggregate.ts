/**
 * Instructions over lists, records and boxed tuples.
 *
 * Invariants: what changes an object first makes it unique, by a shallow copy charged by its size; between `open` and
 * `close` the container holds nothing at that place and cannot be read.
 */

import { defineInstruction } from "../entry.ts";
import { change, close, immediate, ins, open, out, read, take } from "../operand.ts";

type Scalar = "i" | "f" | "b";

const recordGet = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { d: out(kind, "field"), a: read("r", "record"), slot: immediate("slot") },
    doc: "The field `slot` of the record a.",
  });

const recordSet = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { a: change("record"), slot: immediate("slot"), b: read(kind, "field") },
    traps: ["fuel", "memory"],
    doc: "Stores b in the field `slot` of the record a.",
  });

const listGet = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { d: out(kind, "element"), a: read("r", "list"), index: read("i") },
    traps: ["bounds"],
    doc: "The element of the list a at `index`, from 0.",
  });

const listSet = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { a: change("list"), index: read("i"), b: read(kind, "element") },
    traps: ["bounds", "fuel", "memory"],
    doc: "Stores b in the list a at `index`. The index is tested before the list is made unique.",
  });

const listPush = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: { a: change("list"), b: read(kind, "element") },
    traps: ["fuel", "memory"],
    doc: "Adds b at the end of the list a.",
  });

const listFill = <K extends Scalar>(kind: K, code: number) =>
  defineInstruction({
    code,
    operands: {
      d: out("r", "named"),
      type: immediate("type"),
      count: read("i"),
      b: read(kind, "element"),
    },
    traps: ["argument", "fuel", "memory"],
    doc: "A list of `count` times b; a negative count traps.",
  });

export const AGGREGATE_INSTRUCTIONS = {
  record_new: defineInstruction({
    code: 0x50,
    operands: { d: out("r", "named"), type: immediate("type"), fields: ins("fields") },
    traps: ["fuel", "memory"],
    doc: "A record, or a boxed tuple, of these fields; references are taken.",
  }),
  record_get_int: recordGet("i", 0x51),
  record_get_float: recordGet("f", 0x52),
  record_get_bool: recordGet("b", 0x53),
  record_get_ref: defineInstruction({
    code: 0x54,
    operands: { d: out("r", "field"), a: read("r", "record"), slot: immediate("slot") },
    doc: "The field `slot` of the record a, as a second counted reference.",
  }),
  record_set_int: recordSet("i", 0x55),
  record_set_float: recordSet("f", 0x56),
  record_set_bool: recordSet("b", 0x57),
  record_set_ref: defineInstruction({
    code: 0x58,
    operands: { a: change("record"), slot: immediate("slot"), b: take("field") },
    traps: ["fuel", "memory"],
    doc: "Stores b in the field `slot` of the record a and drops what stood there.",
  }),
  record_open: defineInstruction({
    code: 0x59,
    operands: { d: out("r", "field"), a: open("record"), slot: immediate("slot") },
    traps: ["fuel", "memory"],
    doc: "Makes the record a unique and moves the field `slot` out of it.",
  }),
  record_close: defineInstruction({
    code: 0x5a,
    operands: { a: close("record"), slot: immediate("slot"), b: take("field") },
    doc: "Puts the field back where `record_open` moved it out.",
  }),
  list_new: defineInstruction({
    code: 0x5b,
    operands: { d: out("r", "named"), type: immediate("type"), elements: ins("elements") },
    traps: ["fuel", "memory"],
    doc: "A list of these elements; references are taken.",
  }),
  list_length: defineInstruction({
    code: 0x5c,
    operands: { d: out("i"), a: read("r", "list") },
    doc: "The number of elements of the list a.",
  }),
  list_get_int: listGet("i", 0x5d),
  list_get_float: listGet("f", 0x5e),
  list_get_bool: listGet("b", 0x5f),
  list_get_ref: defineInstruction({
    code: 0x60,
    operands: { d: out("r", "element"), a: read("r", "list"), index: read("i") },
    traps: ["bounds"],
    doc: "The element of the list a at `index`, as a second counted reference.",
  }),
  list_set_int: listSet("i", 0x61),
  list_set_float: listSet("f", 0x62),
  list_set_bool: listSet("b", 0x63),
  list_set_ref: defineInstruction({
    code: 0x64,
    operands: { a: change("list"), index: read("i"), b: take("element") },
    traps: ["bounds", "fuel", "memory"],
    doc: "Stores b in the list a at `index` and drops what stood there.",
  }),
  list_push_int: listPush("i", 0x65),
  list_push_float: listPush("f", 0x66),
  list_push_bool: listPush("b", 0x67),
  list_push_ref: defineInstruction({
    code: 0x68,
    operands: { a: change("list"), b: take("element") },
    traps: ["fuel", "memory"],
    doc: "Adds b at the end of the list a.",
  }),
  list_fill_int: listFill("i", 0x69),
  list_fill_float: listFill("f", 0x6a),
  list_fill_bool: listFill("b", 0x6b),
  list_fill_ref: defineInstruction({
    code: 0x6c,
    operands: {
      d: out("r", "named"),
      type: immediate("type"),
      count: read("i"),
      b: read("r", "element"),
    },
    traps: ["argument", "fuel", "memory"],
    doc: "A list of `count` references to the object b; a negative count traps.",
  }),
  list_concat: defineInstruction({
    code: 0x6d,
    operands: { d: out("r", "same"), a: take("list"), b: read("r", "same") },
    traps: ["fuel", "memory"],
    doc: "The list a followed by the list b; in place when a is held once and has room.",
  }),
  list_open: defineInstruction({
    code: 0x6e,
    operands: { d: out("r", "element"), a: open("list"), index: read("i") },
    traps: ["bounds", "fuel", "memory"],
    doc: "Makes the list a unique and moves the element at `index` out of it.",
  }),
  list_close: defineInstruction({
    code: 0x6f,
    operands: { a: close("list"), index: read("i"), b: take("element") },
    doc: "Puts the element back where `list_open` moved it out.",
  }),
  ref_equal: defineInstruction({
    code: 0x70,
    operands: { d: out("b"), a: read("r", "any"), b: read("r", "same") },
    traps: ["fuel"],
    doc: "Whether two values of one type are equal in every part; a NaN equals nothing.",
  }),
};
