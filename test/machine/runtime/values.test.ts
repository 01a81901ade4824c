/**
 * The runtime agrees with its twins in TypeScript: text, canonical bytes, equality; and frees
 * everything.
 */
import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeValue, encodeValue } from "../../../src/machine/values/encode.ts";
import { readText, writeToHeap } from "../../../src/machine/values/heap.ts";
import { showFloat, showValue } from "../../../src/machine/values/show.ts";
import { fits } from "../../../src/machine/values/value.ts";
import { equalValues, sameValue } from "../equal-values.ts";
import { startTestHeap } from "../artefact.ts";
import { typedPairs } from "../random-values.ts";
import { readFromHeap } from "../read-from-heap.ts";

test("a value written into the heap is read back the same", () => {
  fc.assert(
    fc.property(typedPairs, ([types, value]) => {
      const heap = startTestHeap(types);
      const reference = writeToHeap(heap, types.length - 1, value);
      expect(fits(types, types.length - 1, value)).toBe(true);
      expect(sameValue(readFromHeap(heap, types.length - 1, reference), value)).toBe(true);
      heap.kernel["drop"](reference);
      expect(heap.kernel["live_blocks"]()).toBe(0);
    }),
  );
});

test("show gives the text of the twin", () => {
  fc.assert(
    fc.property(typedPairs, ([types, value]) => {
      const heap = startTestHeap(types);
      const reference = writeToHeap(heap, types.length - 1, value);
      const text = heap.kernel["show"](reference);
      expect(readText(heap.memory, text)).toBe(showValue(types, types.length - 1, value));
      heap.kernel["drop"](reference);
      heap.kernel["drop"](text);
      expect(heap.kernel["live_blocks"]()).toBe(0);
    }),
  );
});

test("emit gives the bytes of the twin, in pieces of at most 4096, and they decode", () => {
  fc.assert(
    fc.property(typedPairs, ([types, value]) => {
      const heap = startTestHeap(types);
      const reference = writeToHeap(heap, types.length - 1, value);
      heap.kernel["emit_ref"](3, reference);
      const bytes = encodeValue(types, types.length - 1, value);
      expect(heap.outputs).toEqual([{ output: 3, bytes }]);
      expect(heap.pieces.every((length) => length <= 4096)).toBe(true);
      expect(sameValue(decodeValue(types, types.length - 1, bytes), value)).toBe(true);
    }),
  );
});

test("equal says what the twin says", () => {
  fc.assert(
    fc.property(typedPairs, fc.boolean(), ([types, first, other], twice) => {
      const second = twice ? first : other;
      const heap = startTestHeap(types);
      const a = writeToHeap(heap, types.length - 1, first);
      const b = writeToHeap(heap, types.length - 1, second);
      expect(heap.kernel["equal"](a, b)).toBe(equalValues(first, second) ? 1 : 0);
      expect(heap.kernel["equal"](a, a)).toBe(equalValues(first, first) ? 1 : 0);
    }),
  );
});

test("numbers are shown like the twin shows them", () => {
  fc.assert(
    fc.property(fc.double(), fc.maxSafeInteger(), (float, int) => {
      const heap = startTestHeap([]);
      expect(readText(heap.memory, heap.kernel["show_float"](float))).toBe(showFloat(float));
      expect(readText(heap.memory, heap.kernel["show_int"](int))).toBe(String(int));
    }),
  );
  const heap = startTestHeap([]);
  expect(readText(heap.memory, heap.kernel["show_fixed"](2.5, 0))).toBe("2");
  expect(readText(heap.memory, heap.kernel["show_fixed"](0.125, 2))).toBe("0.12");
  expect(readText(heap.memory, heap.kernel["show_bool"](1))).toBe("true");
  expect(readText(heap.memory, heap.kernel["show_bool"](0))).toBe("false");
});

test("scalars are emitted as canonical bytes", () => {
  const heap = startTestHeap([]);
  heap.kernel["emit_int"](0, -2);
  heap.kernel["emit_float"](1, Number.NaN);
  heap.kernel["emit_bool"](2, 1);
  expect(
    heap.outputs.map(({ output, bytes }) => [output, Buffer.from(bytes).toString("hex")]),
  ).toEqual([
    [0, "feffffffffffffff"],
    [1, "000000000000f87f"],
    [2, "01"],
  ]);
});
