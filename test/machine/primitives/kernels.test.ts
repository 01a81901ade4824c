/** Kernels called as primitives are: what they give, what they leave alone, what they refuse. */
import { expect, test } from "vitest";
import type { ModuleType, ModuleValue } from "../../../src/machine/types/module-type.ts";
import { readFuel, writeToHeap } from "../../../src/machine/values/heap.ts";
import { RESULT_CELLS } from "../../../src/machine/values/layout.ts";
import { startTestHeap, trapOf } from "../artefact.ts";
import type { TestHeap } from "../artefact.ts";
import { readFromHeap } from "../read-from-heap.ts";

const FLOATS = 2;
const INTS = 3;
const POPULATION = 4;
const GRAPH = 5;
const STRING = 6;
const STRINGS = 7;
const TYPES: readonly ModuleType[] = [
  { kind: "int" },
  { kind: "float", unit: null },
  { kind: "list", element: 1 },
  { kind: "list", element: 0 },
  {
    kind: "record",
    name: "Population",
    fields: [
      { name: "phases", type: FLOATS },
      { name: "turns", type: INTS },
      { name: "frequencies", type: FLOATS },
      { name: "steps", type: 0 },
    ],
  },
  {
    kind: "record",
    name: "Graph",
    fields: [
      { name: "starts", type: INTS },
      { name: "columns", type: INTS },
      { name: "weights", type: FLOATS },
    ],
  },
  { kind: "string" },
  { kind: "list", element: 6 },
];

type PopulationValue = readonly [number[], number[], number[], number];

/** n oscillators spread over 0.8 of a cycle, with frequencies around 0. */
function spread(n: number): PopulationValue {
  const places = [...Array(n).keys()].map((index) => (index + 0.5) / n - 0.5);
  return [places.map((x) => 0.8 * x), places.map(() => 0), places.map((x) => 0.1 * x), 0];
}

/** A ring: every oscillator receives from its two neighbours. */
function ring(n: number, weight: number): ModuleValue {
  const rows = [...Array(n).keys()].map((row) =>
    [(row + n - 1) % n, (row + 1) % n].toSorted((a, b) => a - b),
  );
  const starts = [...Array(n + 1).keys()].map((row) => 2 * row);
  return [starts, rows.flat(), rows.flat().map(() => weight)];
}

function evolve(
  heap: TestHeap,
  value: PopulationValue,
  coupling: number,
  steps: number,
): ModuleValue {
  const population = writeToHeap(heap, POPULATION, value);
  const after = heap.kernel["population_evolve"](population, coupling, 0.01, steps);
  return readFromHeap(heap, POPULATION, after);
}

function resultCells(heap: TestHeap): DataView {
  return new DataView(heap.memory.buffer, RESULT_CELLS, 128);
}

function order(heap: TestHeap, phases: readonly number[]): number {
  heap.kernel["list_order"](writeToHeap(heap, FLOATS, phases));
  return resultCells(heap).getFloat64(0, true);
}

test("coupling synchronises, steps are counted, and nothing leaks", () => {
  const heap = startTestHeap(TYPES);
  const population = writeToHeap(heap, POPULATION, spread(50));
  const after = heap.kernel["population_evolve"](population, 2, 0.01, 1000);
  const [phases, , , steps] = readFromHeap(heap, POPULATION, after) as PopulationValue;
  expect(steps).toBe(1000);
  heap.kernel["drop"](after);
  expect(heap.kernel["live_blocks"]()).toBe(0);
  expect(order(heap, phases)).toBeGreaterThan(0.95);
});

test("a population that others hold stays as it was", () => {
  const heap = startTestHeap(TYPES);
  const before = spread(20);
  const population = writeToHeap(heap, POPULATION, before);
  heap.kernel["dup"](population);
  const after = heap.kernel["population_evolve"](population, 1, 0.01, 10);
  expect(after).not.toBe(population);
  expect(readFromHeap(heap, POPULATION, population)).toEqual(before);
  heap.kernel["drop"](population);
  heap.kernel["drop"](after);
  expect(heap.kernel["live_blocks"]()).toBe(0);
});

test("256a steps and 256b steps are 256(a + b) steps, bit for bit", () => {
  const heap = startTestHeap(TYPES);
  const once = evolve(heap, spread(100), 1, 1024);
  const half = evolve(heap, spread(100), 1, 256) as PopulationValue;
  expect(evolve(heap, half, 1, 768)).toEqual(once);
});

test("recording changes no trajectory, and records what the phases say", () => {
  for (const onGraph of [false, true]) {
    const heap = startTestHeap(TYPES);
    const silent = writeToHeap(heap, POPULATION, spread(40));
    const observed = writeToHeap(heap, POPULATION, spread(40));
    const graph = writeToHeap(heap, GRAPH, ring(40, 0.7));
    let after = 0;
    if (onGraph) {
      after = heap.kernel["population_evolve_on"](silent, graph, 0.01, 1000);
      heap.kernel["population_trace_on"](observed, graph, 0.01, 1000, 300);
    } else {
      after = heap.kernel["population_evolve"](silent, 1.5, 0.01, 1000);
      heap.kernel["population_trace"](observed, 1.5, 0.01, 1000, 300);
    }
    const cells = resultCells(heap);
    const traced = cells.getUint32(0, true);
    const recorded = readFromHeap(heap, FLOATS, cells.getUint32(8, true)) as number[];
    expect(readFromHeap(heap, POPULATION, traced)).toEqual(readFromHeap(heap, POPULATION, after));
    expect(recorded.length).toBe(3);
    if (onGraph) continue;
    const [phases] = evolve(heap, spread(40), 1.5, 900) as PopulationValue;
    expect(recorded[2]).toBe(order(heap, phases));
  }
});

test("a complete graph with weights K/N does what all-to-all coupling does", () => {
  const n = 12;
  const heap = startTestHeap(TYPES);
  const others = [...Array(n).keys()].map((row) => [...Array(n).keys()].filter((j) => j !== row));
  const starts = [...Array(n + 1).keys()].map((row) => row * (n - 1));
  const complete = [starts, others.flat(), others.flat().map(() => 1.5 / n)];
  const graph = writeToHeap(heap, GRAPH, complete);
  const population = writeToHeap(heap, POPULATION, spread(n));
  const after = heap.kernel["population_evolve_on"](population, graph, 0.01, 500);
  const [onGraph] = readFromHeap(heap, POPULATION, after) as PopulationValue;
  const [allToAll] = evolve(heap, spread(n), 1.5, 500) as PopulationValue;
  for (const [index, phase] of onGraph.entries()) expect(phase).toBeCloseTo(allToAll[index], 12);
});

test("steps are paid before they run, and what cannot be paid is not deducted", () => {
  const heap = startTestHeap(TYPES, { fuel: 20_000 });
  const population = writeToHeap(heap, POPULATION, spread(100));
  const trapped = trapOf(() => heap.kernel["population_evolve"](population, 1, 0.01, 1e15));
  expect(trapped?.trap).toBe("fuel");
  expect(readFuel(heap.memory)).toBeGreaterThan(0);
});

test("arguments outside their range trap, each in its own words", () => {
  const good = spread(3);
  const cases: readonly [says: string, value: ModuleValue, numbers: number[]][] = [
    ["steps", good, [1, 0.01, -1]],
    ["rate", good, [1, Number.NaN, 1]],
    ["rate", good, [1e300, 1, 1]],
    ["lengths", [good[0], [0], good[2], 0], [1, 0.01, 1]],
    ["lengths", [good[0], good[1], [], 0], [1, 0.01, 1]],
    ["phase", [[0, 0.5, 0], good[1], good[2], 0], [1, 0.01, 1]],
    ["overflow", [good[0], good[1], good[2], Number.MAX_SAFE_INTEGER], [1, 0.01, 1]],
  ];
  for (const [says, value, numbers] of cases) {
    const heap = startTestHeap(TYPES);
    const population = writeToHeap(heap, POPULATION, value);
    const trapped = trapOf(() => heap.kernel["population_evolve"](population, ...numbers));
    expect([says, trapped?.trap]).toEqual([says, says]);
  }
});

test("turns that are no Int trap in the step that would make them, whatever the slices", () => {
  const last = Number.MAX_SAFE_INTEGER;
  // every case: turns, cycles a step, and the steps that still fit
  const cases = [
    [last - 5, 1, 5],
    [-last + 5, -1, 5],
    [last - 2 ** 20, 1, 2 ** 20],
    [last - 2 ** 40, 2 ** 31, 512],
    [-(2 ** 52), -2e9, 2_251_799],
  ];
  for (const [turns, way, steps] of cases) {
    const ended = [steps, steps + 1, steps + 2, steps + 100_000].map((count) => {
      const heap = startTestHeap(TYPES);
      const population = writeToHeap(heap, POPULATION, [[0], [turns], [way], 0]);
      const action = () => heap.kernel["population_evolve"](population, 0, 1, count);
      const says = trapOf(action)?.message ?? "goes well";
      return [says, count === steps ? 0 : readFuel(heap.memory)];
    });
    const overflow = [`overflow ${turns + steps * way} ${way}`, ended[1][1]];
    expect(ended).toEqual([["goes well", 0], overflow, overflow, overflow]);
  }
});

test("`every` is at least 1", () => {
  const heap = startTestHeap(TYPES);
  const population = writeToHeap(heap, POPULATION, spread(3));
  const trapped = trapOf(() => heap.kernel["population_trace"](population, 1, 0.01, 10, 0));
  expect(trapped?.message).toBe("every 0 1");
});

test("graphs that are none trap", () => {
  const cases: readonly [says: string, graph: ModuleValue][] = [
    ["lengths", [[0, 0, 0], [], []]],
    ["lengths", [[0, 1, 1, 1], [1], []]],
    ["graph", [[0, 2, 1, 1], [1], [1]]],
    ["edge", [[0, 1, 1, 1], [3], [1]]],
    ["edge", [[0, 1, 1, 1], [-1], [1]]],
    ["selfLoop", [[0, 1, 1, 1], [0], [1]]],
  ];
  for (const [says, value] of cases) {
    const heap = startTestHeap(TYPES);
    const population = writeToHeap(heap, POPULATION, spread(3));
    const graph = writeToHeap(heap, GRAPH, value);
    const phases = writeToHeap(heap, FLOATS, spread(3)[0]);
    const actions = [
      () => heap.kernel["population_evolve_on"](population, graph, 0.01, 1),
      () => heap.kernel["list_coherence_on"](phases, graph),
    ];
    for (const action of actions) expect([says, trapOf(action)?.trap]).toEqual([says, says]);
  }
});

test("sums, means, order and coherence", () => {
  const heap = startTestHeap(TYPES);
  const numbers = writeToHeap(heap, FLOATS, [0.5, 0.25, 4]);
  const none = writeToHeap(heap, FLOATS, []);
  expect(heap.kernel["list_sum"](numbers)).toBe(4.75);
  expect(heap.kernel["list_sum"](none)).toBe(0);
  expect(heap.kernel["list_mean"](numbers)).toBe(4.75 / 3);
  expect(trapOf(() => heap.kernel["list_mean"](none))?.trap).toBe("tooFew");
  expect(trapOf(() => heap.kernel["list_order"](none))?.trap).toBe("tooFew");
  expect(order(heap, [0.25, 0.25])).toBeCloseTo(1, 15);
  const opposite = writeToHeap(heap, FLOATS, [0, -0.5]);
  expect(heap.kernel["list_coherence"](opposite)).toBeCloseTo(-1, 15);
  const edge = writeToHeap(heap, GRAPH, [
    [0, 1, 2],
    [1, 0],
    [3, 3],
  ]);
  expect(heap.kernel["list_coherence_on"](opposite, edge)).toBeCloseTo(-1, 15);
  const weightless = writeToHeap(heap, GRAPH, [
    [0, 1, 2],
    [1, 0],
    [1, -1],
  ]);
  const refused = trapOf(() => heap.kernel["list_coherence_on"](opposite, weightless));
  expect(refused?.trap).toBe("weights");
});

test("slices and truncation of lists keep the counts right", () => {
  const heap = startTestHeap(TYPES);
  const list = writeToHeap(heap, STRINGS, ["a", "b", "c", "d"]);
  const slice = heap.kernel["list_slice"](list, 1, 3);
  expect(readFromHeap(heap, STRINGS, slice)).toEqual(["b", "c"]);
  for (const [from, to, says] of [
    [-1, 2, "slice -1 4"],
    [3, 2, "backwards 3 2"],
    [0, 5, "slice 5 4"],
    [5, 5, "slice 5 4"],
    [0, -1, "slice -1 4"],
  ] as const) {
    expect(trapOf(() => heap.kernel["list_slice"](list, from, to))?.message).toBe(says);
  }
  const short = heap.kernel["list_truncate"](list, 2);
  expect(readFromHeap(heap, STRINGS, short)).toEqual(["a", "b"]);
  expect(trapOf(() => heap.kernel["list_truncate"](short, 3))?.trap).toBe("truncation");
  heap.kernel["drop"](short);
  expect(readFromHeap(heap, STRINGS, slice)).toEqual(["b", "c"]);
  heap.kernel["drop"](slice);
  expect(heap.kernel["live_blocks"]()).toBe(0);
});

test("strings are measured, cut, searched, split, joined and repeated by scalar values", () => {
  const heap = startTestHeap(TYPES);
  const write = (value: string): number => writeToHeap(heap, STRING, value);
  const text = write("2π·𝛚t");
  expect(heap.kernel["text_length"](text)).toBe(5);
  expect(readFromHeap(heap, STRING, heap.kernel["text_slice"](text, 1, 4))).toBe("π·𝛚");
  expect(readFromHeap(heap, STRING, heap.kernel["text_slice"](text, 5, 5))).toBe("");
  expect(trapOf(() => heap.kernel["text_slice"](text, 0, 6))?.message).toBe("slice 6 5");
  expect(trapOf(() => heap.kernel["text_slice"](text, 1, 0))?.message).toBe("backwards 1 0");
  for (const part of ["", "2", "π·", "t", "tt", "2π·𝛚t", "2π·𝛚tt"]) {
    const found = heap.kernel["text_contains"](text, write(part));
    expect([part, found]).toEqual([part, "2π·𝛚t".includes(part) ? 1 : 0]);
  }
  for (const line of ["", "a,b", ",a,,b,", ",", "a, b, c"]) {
    for (const separator of [",", ", "]) {
      const pieces = heap.kernel["text_split"](write(line), write(separator));
      expect(readFromHeap(heap, STRINGS, pieces)).toEqual(line.split(separator));
      const joined = heap.kernel["text_join"](pieces, write(separator));
      expect(readFromHeap(heap, STRING, joined)).toBe(line);
    }
  }
  expect(trapOf(() => heap.kernel["text_split"](text, write("")))?.trap).toBe("separator");
  for (const count of [0, 1, 3]) {
    const repeated = heap.kernel["text_repeat"](write("ab"), count);
    expect(readFromHeap(heap, STRING, repeated)).toBe("ab".repeat(count));
  }
  expect(trapOf(() => heap.kernel["text_repeat"](text, -1))?.trap).toBe("count");
  expect(trapOf(() => heap.kernel["text_repeat"](text, 2 ** 40))?.trap).toBe("memory");
});

test("lists of random numbers hold the numbers of consecutive counters", () => {
  const heap = startTestHeap(TYPES);
  for (const name of ["uniform", "normal", "lorentzian"]) {
    const list = heap.kernel[`random_${name}s`](42, 1, 7, 3);
    const numbers = readFromHeap(heap, FLOATS, list) as number[];
    const singles = [7, 8, 9].map((counter) => heap.kernel[`random_${name}`](42, 1, counter));
    expect(numbers).toEqual(singles);
    expect(trapOf(() => heap.kernel[`random_${name}s`](42, 1, 7, -3))?.trap).toBe("count");
    const last = Number.MAX_SAFE_INTEGER;
    const one = heap.kernel[`random_${name}s`](42, 1, last, 1);
    expect(readFromHeap(heap, FLOATS, one)).toEqual([heap.kernel[`random_${name}`](42, 1, last)]);
    for (const [counter, count] of [
      [last, 2],
      [last - 3, 5],
      [last - 3, 6],
      [last, last],
      [1, last],
    ]) {
      const trapped = trapOf(() => heap.kernel[`random_${name}s`](42, 1, counter, count));
      const says = counter === 1 ? "memory 0 0" : `overflow ${counter} ${count - 1}`;
      expect(trapped?.message).toBe(says);
    }
  }
  expect(trapOf(() => heap.kernel["random_index"](1, 2, 3, 0))?.trap).toBe("argument");
  expect(heap.kernel["random_index"](1, 2, 3, 1)).toBe(0);
});
