/** Arithmetic over whole lists gives the bits of one operation an element, in place or not. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ModuleType } from "../../../src/machine/types/module-type.ts";
import { readFuel, writeToHeap } from "../../../src/machine/values/heap.ts";
import { startTestHeap, trapOf } from "../artefact.ts";
import { readFromHeap } from "../read-from-heap.ts";

const FLOATS = 1;
const TYPES: readonly ModuleType[] = [
  { kind: "float", unit: null },
  { kind: "list", element: 0 },
];

type Step = (x: number, y: number) => number;

const WITH_LISTS: Readonly<Record<string, Step>> = {
  list_add: (x, y) => x + y,
  list_subtract: (x, y) => x - y,
  list_multiply: (x, y) => x * y,
  list_divide: (x, y) => x / y,
};
const WITH_NUMBERS: Readonly<Record<string, Step>> = {
  list_shift: (x, y) => x + y,
  list_lower: (x, y) => x - y,
  list_subtract_from: (x, y) => y - x,
  list_scale: (x, y) => x * y,
  list_divide_by: (x, y) => x / y,
  list_divide_into: (x, y) => y / x,
};

const number = fc.oneof(
  fc.double(),
  fc.constantFrom(0, -0, 1, -1, 5e-324, 1.7976931348623157e308, Infinity, -Infinity, Number.NaN),
);
const pairs = fc.array(fc.tuple(number, number), { maxLength: 70 });

test.for(Object.entries(WITH_LISTS))("%s", ([name, step]) => {
  fc.assert(
    fc.property(pairs, fc.boolean(), (elements, isShared) => {
      const heap = startTestHeap(TYPES);
      const [left, right] = [0, 1].map((side) => elements.map((pair) => pair[side]));
      const [a, b] = [left, right].map((side) => writeToHeap(heap, FLOATS, side));
      if (isShared) heap.kernel["dup"](a);
      const result = heap.kernel[name](a, b);
      expect(result === a).toBe(!isShared);
      expect(readFromHeap(heap, FLOATS, result)).toEqual(elements.map(([x, y]) => step(x, y)));
      expect(readFromHeap(heap, FLOATS, b)).toEqual(right);
      if (isShared) expect(readFromHeap(heap, FLOATS, a)).toEqual(left);
      for (const object of isShared ? [a, b, result] : [b, result]) heap.kernel["drop"](object);
      expect(heap.kernel["live_blocks"]()).toBe(0);
    }),
  );
});

test.for(Object.entries(WITH_NUMBERS))("%s", ([name, step]) => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 70 }), number, fc.boolean(), (xs, y, isShared) => {
      const heap = startTestHeap(TYPES);
      const list = writeToHeap(heap, FLOATS, xs);
      if (isShared) heap.kernel["dup"](list);
      const result = heap.kernel[name](list, y);
      expect(result === list).toBe(!isShared);
      expect(readFromHeap(heap, FLOATS, result)).toEqual(xs.map((x) => step(x, y)));
      if (isShared) expect(readFromHeap(heap, FLOATS, list)).toEqual(xs);
    }),
  );
});

test("a list with itself", () => {
  const heap = startTestHeap(TYPES);
  const list = writeToHeap(heap, FLOATS, [1, 2, 3]);
  expect(readFromHeap(heap, FLOATS, heap.kernel["list_add"](list, list))).toEqual([2, 4, 6]);
});

test("other lengths are refused before anything is paid", () => {
  const heap = startTestHeap(TYPES);
  const [a, b] = [[1, 2, 3], [1]].map((side) => writeToHeap(heap, FLOATS, side));
  const before = readFuel(heap.memory);
  for (const name of Object.keys(WITH_LISTS)) {
    expect(trapOf(() => heap.kernel[name](a, b))?.message).toBe("lengths 3 1");
  }
  expect(readFuel(heap.memory)).toBe(before);
});

test("1 fuel an element", () => {
  const heap = startTestHeap(TYPES);
  const [a, b] = [0, 1].map(() => writeToHeap(heap, FLOATS, Array(1000).fill(1)));
  const before = readFuel(heap.memory);
  heap.kernel["list_add"](a, b);
  expect(before - readFuel(heap.memory)).toBe(1000);
});
