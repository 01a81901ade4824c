/** Makes programs look at the Ints that a kernel left in a record: outside of ±(2⁵³−1) is none. */

import { slotTypes } from "../../../src/machine/values/value.ts";
import type { Draft } from "./draft.ts";

/** What a program panics with that finds one; such a panic is a failure. */
export const NO_INT = "a number outside of Int";

/** Emits a test of the Ints, and of the first of each list of Ints, that stand in the record. */
export function testInts(draft: Draft, record: number): void {
  const { types } = draft.program;
  const shape = types[draft.registers[record].type!];
  if (shape.kind !== "record" && shape.kind !== "tuple") return;
  for (const [slot, part] of slotTypes(shape).entries()) {
    const type = types[part];
    if (type.kind === "int") {
      const d = draft.add({ kind: "i", type: null });
      draft.emit("record_get_int", { d, a: record, slot });
      testInt(draft, d);
    } else if (type.kind === "list" && types[type.element].kind === "int") {
      const list = draft.add({ kind: "r", type: part });
      draft.emit("record_get_ref", { d: list, a: record, slot });
      testFirst(draft, list);
      draft.drop(list);
    }
  }
}

function testFirst(draft: Draft, list: number): void {
  const [index, length, first] = [0, 1, 2].map(() => draft.add({ kind: "i", type: null }));
  draft.emit("int_const", { d: index, value: 0 });
  draft.emit("list_length", { d: length, a: list });
  draft.emit("if_int_lt", { a: index, b: length });
  draft.inside(false, () => {
    draft.emit("list_get_int", { d: first, a: list, index });
    testInt(draft, first);
    return true;
  });
  draft.emit("end");
}

function testInt(draft: Draft, number: number): void {
  const { texts, typeIndex } = draft.program;
  const end = draft.add({ kind: "i", type: null });
  for (const sign of [1, -1]) {
    draft.emit("int_const", { d: end, value: sign * Number.MAX_SAFE_INTEGER });
    draft.emit("if_int_lt", sign > 0 ? { a: end, b: number } : { a: number, b: end });
    draft.inside(false, () => {
      const message = draft.add({ kind: "r", type: typeIndex({ kind: "string" }) });
      draft.emit("text_const", { d: message, text: texts.indexOf(NO_INT) });
      draft.emit("fail_panic", { message });
      return false;
    });
    draft.emit("end");
  }
}
