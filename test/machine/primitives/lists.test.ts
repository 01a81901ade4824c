/** Sorting and sums of products of lists, against their definitions bit for bit. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ModuleType } from "../../../src/machine/types/module-type.ts";
import { readFuel, writeToHeap } from "../../../src/machine/values/heap.ts";
import { sum } from "../../engine/twin/sum.ts";
import { startTestHeap, trapOf } from "../artefact.ts";
import { readFromHeap } from "../read-from-heap.ts";

const FLOATS = 1;
const TYPES: readonly ModuleType[] = [
  { kind: "float", unit: null },
  { kind: "list", element: 0 },
];

const number = fc.oneof(
  fc.double(),
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(0, -0, 5e-324, -5e-324, Infinity, -Infinity, Number.NaN),
);

/** −∞ … −0, 0 … ∞, NaN. */
function before(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  if (a !== b) return a < b ? -1 : 1;
  return Number(Object.is(b, -0)) - Number(Object.is(a, -0));
}

test("a sorted list ascends from −∞ over −0 and 0 to ∞, NaN last", () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 200, size: "max" }), (xs) => {
      const heap = startTestHeap(TYPES);
      const list = writeToHeap(heap, FLOATS, xs);
      const sorted = heap.kernel["list_ascending"](list);
      expect(readFromHeap(heap, FLOATS, sorted)).toEqual(xs.toSorted(before));
      expect(readFromHeap(heap, FLOATS, list)).toEqual(xs);
      for (const object of [list, sorted]) heap.kernel["drop"](object);
      expect(heap.kernel["live_blocks"]()).toBe(0);
    }),
  );
});

test("a long list of near numbers is sorted; 24 fuel an element", () => {
  const heap = startTestHeap(TYPES);
  const xs = Array.from({ length: 5000 }, (_, index) => 1 + ((index * 7919) % 5000) * 2 ** -40);
  const list = writeToHeap(heap, FLOATS, xs);
  const fuel = readFuel(heap.memory);
  const sorted = heap.kernel["list_ascending"](list);
  expect(readFromHeap(heap, FLOATS, sorted)).toEqual(xs.toSorted((a, b) => a - b));
  expect(fuel - readFuel(heap.memory)).toBeGreaterThan(24 * 5000);
});

test("a sum of products has the bits of the sum of the list of products", () => {
  const lengths = fc.oneof(fc.nat({ max: 30 }), fc.constantFrom(1023, 1024, 1025, 3000));
  const places = fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }));
  fc.assert(
    fc.property(lengths, places, fc.nat(), (count, [i, j], seed) => {
      const heap = startTestHeap(TYPES);
      const wave = (index: number) => Math.fround((((index + seed) * 7919) % 1009) - 504) / 7;
      const xs = Array.from({ length: count + i }, (_, index) => wave(index));
      const ys = Array.from({ length: count + j }, (_, index) => wave(3 * index + 1));
      const [a, b] = [xs, ys].map((side) => writeToHeap(heap, FLOATS, side));
      const fuel = readFuel(heap.memory);
      const found = heap.kernel["list_dot"](a, i, b, j, count);
      expect(fuel - readFuel(heap.memory)).toBe(count);
      const products = Array.from({ length: count }, (_, k) => xs[i + k] * ys[j + k]);
      expect(found).toBe(sum(products));
    }),
  );
});

test("parts lie in their lists", () => {
  const heap = startTestHeap(TYPES);
  const list = writeToHeap(heap, FLOATS, [1, 2, 3]);
  const dot = (i: number, j: number, count: number) =>
    trapOf(() => heap.kernel["list_dot"](list, i, list, j, count))?.message;
  expect(dot(0, 1, 3)).toBe("slice 4 3");
  expect(dot(-1, 0, 1)).toBe("slice -1 3");
  expect(dot(4, 0, 0)).toBe("slice 4 3");
  expect(dot(0, 0, -1)).toBe("count -1 0");
  expect(dot(3, 3, 0)).toBeUndefined();
});
