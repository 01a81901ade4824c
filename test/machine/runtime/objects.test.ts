/** Counting, copies, growth and joining of objects; long and deep values need no host stack. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ModuleType, ModuleValue } from "../../../src/machine/types/module-type.ts";
import { decodeValue, encodeValue } from "../../../src/machine/values/encode.ts";
import { readFuel, readText, writeToHeap } from "../../../src/machine/values/heap.ts";
import { showValue } from "../../../src/machine/values/show.ts";
import { fits } from "../../../src/machine/values/value.ts";
import { startTestHeap, trapOf } from "../artefact.ts";
import type { TestHeap } from "../artefact.ts";
import { readFromHeap } from "../read-from-heap.ts";

const INT = 0;
const STRING = 1;
const INTS = 2;
const STRINGS = 3;
const PAIR = 4;
const TYPES: readonly ModuleType[] = [
  { kind: "int" },
  { kind: "string" },
  { kind: "list", element: INT },
  { kind: "list", element: STRING },
  { kind: "tuple", elements: [STRING, INTS] },
];

function countOf(heap: TestHeap, reference: number): number {
  return new DataView(heap.memory.buffer).getUint32(reference, true);
}

function writeLast(heap: TestHeap, list: number, value: number): void {
  const view = new DataView(heap.memory.buffer);
  const length = view.getUint32(list + 8, true);
  view.setBigInt64(list + 16 + 8 * (length - 1), BigInt(value), true);
}

test("unique gives the object itself to its only holder, and a copy to one of several", () => {
  const heap = startTestHeap(TYPES);
  const value = ["a", [1, 2]];
  const pair = writeToHeap(heap, PAIR, value);
  expect(heap.kernel["unique"](pair)).toBe(pair);
  heap.kernel["dup"](pair);
  const copy = heap.kernel["unique"](pair);
  expect(copy).not.toBe(pair);
  expect([countOf(heap, pair), countOf(heap, copy)]).toEqual([1, 1]);
  heap.kernel["drop"](pair);
  expect(readFromHeap(heap, PAIR, copy)).toEqual(value);
  heap.kernel["drop"](copy);
  expect(heap.kernel["live_blocks"]()).toBe(0);
});

test("a list grows by one at constant cost on average, on a copy where it is shared", () => {
  const heap = startTestHeap(TYPES);
  let list = heap.kernel["list_new"](INTS, 0);
  const fuel = readFuel(heap.memory);
  for (let index = 0; index < 10_000; index += 1) {
    list = heap.kernel["list_grow"](list);
    writeLast(heap, list, index);
  }
  expect(fuel - readFuel(heap.memory)).toBeLessThan(40_000);
  expect(readFromHeap(heap, INTS, list)).toEqual([...Array(10_000).keys()]);
  heap.kernel["dup"](list);
  const longer = heap.kernel["list_grow"](list);
  writeLast(heap, longer, -1);
  expect((readFromHeap(heap, INTS, list) as readonly ModuleValue[]).length).toBe(10_000);
  expect((readFromHeap(heap, INTS, longer) as readonly ModuleValue[]).at(-1)).toBe(-1);
  heap.kernel["drop"](list);
  heap.kernel["drop"](longer);
  expect(heap.kernel["live_blocks"]()).toBe(0);
});

test("joining takes the first and keeps the second, whoever else holds them", () => {
  const strings = fc.array(fc.string({ maxLength: 20 }), { maxLength: 8 });
  fc.assert(
    fc.property(strings, strings, fc.boolean(), (first, second, isShared) => {
      const heap = startTestHeap(TYPES);
      const a = writeToHeap(heap, STRINGS, first);
      const b = writeToHeap(heap, STRINGS, second);
      if (isShared) heap.kernel["dup"](a);
      const joined = heap.kernel["list_concat"](a, b);
      expect(readFromHeap(heap, STRINGS, joined)).toEqual([...first, ...second]);
      expect(readFromHeap(heap, STRINGS, b)).toEqual(second);
      if (isShared) {
        expect(readFromHeap(heap, STRINGS, a)).toEqual(first);
        heap.kernel["drop"](a);
      }
      heap.kernel["drop"](joined);
      heap.kernel["drop"](b);
      expect(heap.kernel["live_blocks"]()).toBe(0);
    }),
  );
});

test("a value is joined with itself", () => {
  const heap = startTestHeap(TYPES);
  const list = writeToHeap(heap, STRINGS, ["a", "b"]);
  heap.kernel["dup"](list);
  const twice = heap.kernel["list_concat"](list, list);
  expect(readFromHeap(heap, STRINGS, twice)).toEqual(["a", "b", "a", "b"]);
  heap.kernel["drop"](list);
  heap.kernel["drop"](twice);
  const text = writeToHeap(heap, STRING, "ωt");
  heap.kernel["dup"](text);
  const doubled = heap.kernel["text_concat"](text, text);
  expect(readText(heap.memory, doubled)).toBe("ωtωt");
  heap.kernel["drop"](text);
  heap.kernel["drop"](doubled);
  expect(heap.kernel["live_blocks"]()).toBe(0);
});

test("strings are joined and ordered by scalar values", () => {
  const string = fc.string({ unit: "grapheme", maxLength: 40 });
  fc.assert(
    fc.property(string, string, (first, second) => {
      const heap = startTestHeap(TYPES);
      const a = writeToHeap(heap, STRING, first);
      const b = writeToHeap(heap, STRING, second);
      const isBefore = Buffer.compare(Buffer.from(first), Buffer.from(second)) < 0;
      expect(heap.kernel["text_lt"](a, b)).toBe(isBefore ? 1 : 0);
      const joined = heap.kernel["text_concat"](a, b);
      expect(readText(heap.memory, joined)).toBe(first + second);
    }),
  );
});

test("filling makes any number of elements", () => {
  const heap = startTestHeap(TYPES);
  const ints = heap.kernel["list_fill_int"](INTS, 3, -7);
  expect(readFromHeap(heap, INTS, ints)).toEqual([-7, -7, -7]);
  const text = writeToHeap(heap, STRING, "x");
  const texts = heap.kernel["list_fill_ref"](STRINGS, 3, text);
  expect(readFromHeap(heap, STRINGS, texts)).toEqual(["x", "x", "x"]);
  expect(countOf(heap, text)).toBe(4);
  expect(readFromHeap(heap, INTS, heap.kernel["list_fill_int"](INTS, 0, 1))).toEqual([]);
});

/** Types each of which is a pair of the one before. */
function doubledTypes(depth: number): readonly ModuleType[] {
  const types: ModuleType[] = [{ kind: "string" }];
  for (let level = 0; level < depth; level += 1) {
    types.push({ kind: "tuple", elements: [level, level] });
  }
  return types;
}

/** A value of few blocks that is 2^depth leaves long. */
function writeDoubled(heap: TestHeap, depth: number): number {
  let reference = writeToHeap(heap, 0, "leaf");
  for (let level = 1; level <= depth; level += 1) {
    const pair = heap.kernel["record_new"](level);
    heap.kernel["dup"](reference);
    const view = new DataView(heap.memory.buffer);
    view.setUint32(pair + 8, reference, true);
    view.setUint32(pair + 16, reference, true);
    reference = pair;
  }
  return reference;
}

test("a value of 60 blocks and 2^60 leaves runs out of fuel, memory or output", () => {
  const types = doubledTypes(60);
  const walks: readonly [name: string, walk: (heap: TestHeap, value: number) => number][] = [
    ["equal", (heap, value) => heap.kernel["equal"](value, value)],
    ["show", (heap, value) => heap.kernel["show"](value)],
    ["emit", (heap, value) => heap.kernel["emit_ref"](0, value)],
  ];
  for (const [name, walk] of walks) {
    const heap = startTestHeap(types, { fuel: 1_000_000 });
    const value = writeDoubled(heap, 60);
    expect([name, trapOf(() => walk(heap, value))?.trap]).toEqual([name, "fuel"]);
    expect(readFuel(heap.memory)).toBeLessThan(100_000);
  }
  const small = startTestHeap(types, { memory: 100_000 });
  const value = writeDoubled(small, 60);
  expect(trapOf(() => small.kernel["show"](value))?.trap).toBe("memory");
  const silent = startTestHeap(types, { output: 1000 });
  const other = writeDoubled(silent, 60);
  expect(trapOf(() => silent.kernel["emit_ref"](0, other))?.trap).toBe("output");
  silent.kernel["drop"](other);
  expect(silent.kernel["live_blocks"]()).toBe(0);
});

/** `Node(value, [left, right])` or `End`, a chain of so many nodes to the left. */
const CHAIN: readonly ModuleType[] = [
  { kind: "int" },
  {
    kind: "enum",
    name: "Tree",
    cases: [
      { name: "End", fields: [] },
      {
        name: "Node",
        fields: [
          { name: "", type: 2 },
          { name: "", type: 0 },
        ],
      },
    ],
  },
  { kind: "list", element: 1 },
];

function chainOf(nodes: number): ModuleValue {
  let value: ModuleValue = [0];
  for (let node = 0; node < nodes; node += 1) value = [1, [value, [0]], node];
  return value;
}

test("types that hold themselves: deep values are walked, shown and dropped", () => {
  const nodes = 50_000;
  const heap = startTestHeap(CHAIN);
  const value = chainOf(nodes);
  expect(fits(CHAIN, 1, value)).toBe(true);
  const before = readFuel(heap.memory);
  const first = writeToHeap(heap, 1, value);
  const second = writeToHeap(heap, 1, value);
  const made = (before - readFuel(heap.memory)) / 2;
  const text = heap.kernel["show"](first);
  expect(readText(heap.memory, text)).toBe(showValue(CHAIN, 1, value));
  const blocks = heap.kernel["live_blocks"]();
  expect(heap.kernel["equal"](first, second)).toBe(1);
  const walked = readFuel(heap.memory);
  heap.kernel["emit_ref"](0, first);
  expect(heap.outputs[0].bytes).toEqual(encodeValue(CHAIN, 1, value));
  expect(heap.kernel["live_blocks"]()).toBe(blocks);
  const emitted = readFuel(heap.memory);
  for (const each of [first, second, text]) heap.kernel["drop"](each);
  expect(readFuel(heap.memory)).toBe(emitted);
  expect(heap.kernel["live_blocks"]()).toBe(0);
  // a walk costs about what making the value did: nothing grows faster than its size
  expect(walked - emitted).toBeLessThan(made);
  const decoded = decodeValue(CHAIN, 1, heap.outputs[0].bytes);
  expect(showValue(CHAIN, 1, decoded)).toBe(showValue(CHAIN, 1, value));
});

test("frames of a walk count as memory, and are given back", () => {
  const nodes = 10_000;
  const heap = startTestHeap(CHAIN);
  const reference = writeToHeap(heap, 1, chainOf(nodes));
  const held = heap.kernel["region_break"]();
  heap.kernel["emit_ref"](0, reference);
  const walked = heap.kernel["region_break"]();
  expect(walked - held).toBeGreaterThan(16 * nodes);
  heap.kernel["emit_ref"](0, reference);
  expect(heap.kernel["region_break"]()).toBe(walked);
  const small = startTestHeap(CHAIN, { memory: held + 4096 });
  const other = writeToHeap(small, 1, chainOf(nodes));
  for (const walk of ["emit", "equal", "show"]) {
    const trapped = trapOf(() => {
      if (walk === "emit") small.kernel["emit_ref"](0, other);
      else if (walk === "equal") small.kernel["equal"](other, other);
      else small.kernel["show"](other);
    });
    expect([walk, trapped?.trap]).toEqual([walk, "memory"]);
  }
});

test("the output limit counts values and lines, and may be reached exactly", () => {
  const heap = startTestHeap(TYPES, { output: 17 });
  heap.kernel["emit_int"](0, 1);
  const line = writeToHeap(heap, STRING, "hello");
  heap.kernel["print"](line);
  expect(heap.log).toEqual(["hello"]);
  expect(trapOf(() => heap.kernel["emit_bool"](0, 1))?.trap).toBe("output");
  expect(heap.outputs.length).toBe(1);
});
