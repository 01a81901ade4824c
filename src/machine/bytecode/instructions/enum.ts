/**
 * Instructions over enums.
 *
 * Invariants: an object of an enum has the type of its case in its header; what a case carries is
 * read by the instruction that asks for the case, so it is read nowhere else.
 * Not here: equality and text, which work on all objects (aggregate.ts, text.ts).
 */

import { defineInstruction } from "../entry.ts";
import { immediate, ins, out, outs, read } from "../operand.ts";
import { OBJECT_TYPE, RECORD_SLOTS } from "../../values/layout.ts";
import { emitNewObject } from "./allocate.ts";
import { emitShared, SLOTS } from "./heap-access.ts";

export const ENUM_INSTRUCTIONS = {
  enum_new: defineInstruction({
    code: 0x98,
    operands: {
      d: out("r", "named"),
      type: immediate("type"),
      case: immediate("case"),
      fields: ins("case"),
    },
    traps: ["fuel", "memory"],
    resolved: ["header"],
    doc: "A value of the case `case` of an enum, which carries these fields; references are taken.",
    interpret: `
      $lend
      const value = runtime.record_new($header) >>> 0;
      $settle
      const count = $fields.count;
      for (let k = 0; k < count; k++) {
        storeSlot(views, $fields.kind[k], value + ${RECORD_SLOTS} + 8 * k, $fields[k]);
      }
      $d = value;`,
    emit: (e, { d, type, case: tag, fields }) => {
      emitNewObject(e, e.header(type, tag), fields.length);
      for (const [slot, field] of fields.entries()) {
        e.scratch("get", "i32");
        e.get(field);
        e.access(SLOTS[e.kind(field)].store, RECORD_SLOTS + 8 * slot);
      }
      e.scratch("get", "i32");
      e.set(d);
    },
  }),
  if_case: defineInstruction({
    code: 0x99,
    operands: { a: read("r", "enum"), case: immediate("case"), fields: outs("case") },
    flow: "open",
    resolved: ["header", "target"],
    doc:
      "Runs what follows when the enum a is of the case `case`, with what it carries in these " +
      "registers (references counted once more), else what stands behind its `else`, if any.",
    interpret: `
      const value = $a;
      if (uints[(value + ${OBJECT_TYPE}) >>> 2] !== $header) { pc = $target; continue; }
      const count = $fields.count;
      for (let k = 0; k < count; k++) {
        $fields[k] = loadSlot(views, $fields.kind[k], value + ${RECORD_SLOTS} + 8 * k);
      }`,
    emit: (e, { a, case: tag, fields }) => {
      e.get(a);
      e.access("i32.load", OBJECT_TYPE);
      e.i32(e.header(e.type(a), tag));
      e.op("i32.eq");
      e.openIf();
      for (const [slot, field] of fields.entries()) {
        e.get(a);
        e.access(SLOTS[e.kind(field)].load, RECORD_SLOTS + 8 * slot);
        if (e.kind(field) === "r") emitShared(e, field);
        else e.set(field);
      }
    },
  }),
};
