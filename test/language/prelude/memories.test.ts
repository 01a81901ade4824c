/**
 * Memories for phase patterns against twins that follow their definitions term by term, and what
 * holds for any patterns. How much they can hold is measured in examples/oracles.
 */

import { describe, expect, test } from "vitest";
import { calculate, listOf, messageOf } from "./calculate.ts";
import { randomNumbers, SEED } from "./random-numbers.ts";

type Pattern = readonly number[];
type Complex = readonly [re: number, im: number];

const TAU = 2 * Math.PI;
const random = randomNumbers(SEED);
const pattern = (size: number): Pattern => Array.from({ length: size }, () => random() - 0.5);
const patterns = (count: number, size: number): readonly Pattern[] =>
  Array.from({ length: count }, () => pattern(size));

const written = (phases: Pattern): string => listOf(phases, "cycle");
const allWritten = (all: readonly Pattern[]): string => `[${all.map(written).join(", ")}]`;

/** Σ amplitude·e^(2πi·phase). */
function phasorSum(terms: readonly (readonly [amplitude: number, phase: number])[]): Complex {
  const along = (f: (x: number) => number): number =>
    terms.reduce((total, [amplitude, phase]) => total + amplitude * f(TAU * phase), 0);
  return [along(Math.cos), along(Math.sin)];
}

/** The largest difference between equally long lists. */
function farthest(found: Pattern, wanted: Pattern): number {
  if (found.length !== wanted.length) return Infinity;
  return Math.max(...found.map((x, k) => Math.abs(x - wanted[k])));
}

describe(`a holographic memory, seed ${SEED}`, () => {
  const [size, items] = [9, 5];
  const [keys, values] = [patterns(items, size), patterns(items, size)];
  const filled = [
    `let keys = ${allWritten(keys)}\nlet values = ${allWritten(values)}`,
    `var memory = HolographicMemory(${size})`,
    `for i in 0..${items} { memory.store(keys[i], values[i]) }`,
  ].join("\n");

  test("echoes are conj(key)·Σ key·value, place by place", () => {
    const [real, imaginary] = calculate(`${filled}\nlet echo = memory.echo(keys[2])`, [
      "echo.real",
      "echo.imaginary",
    ]) as number[][];
    const wanted = keys[2].map((phase, place) =>
      phasorSum(keys.map((key, i) => [1, key[place] + values[i][place] - phase])),
    );
    expect(
      farthest(
        real,
        wanted.map(([re]) => re),
      ),
    ).toBeLessThan(1e-12);
    expect(
      farthest(
        imaginary,
        wanted.map(([, im]) => im),
      ),
    ).toBeLessThan(1e-12);
  });

  test("the answer is the entry with the largest agreement", () => {
    const [entries, agreements] = calculate(
      `${filled}\nlet found = keys.map(|key| memory.recall(key, Codebook(values)))`,
      ["found.map(|(entry, _)| entry)", "found.map(|(_, agreement)| agreement)"],
    ) as number[][];
    for (const [k, key] of keys.entries()) {
      const sizes = values.map((value) => {
        const terms = key.flatMap((phase, place) =>
          keys.map(
            (other, i) => [1, other[place] + values[i][place] - phase - value[place]] as const,
          ),
        );
        return phasorSum(terms)[0] / size;
      });
      expect(entries[k]).toBe(sizes.indexOf(Math.max(...sizes)));
      expect(agreements[k]).toBeCloseTo(Math.max(...sizes), 12);
    }
  });

  test("items leave as they came, in any order", () => {
    const [real, items] = calculate(
      `${filled}\nfor i in [3, 0, 4, 1] { memory.remove(keys[i], values[i]) }`,
      ["memory.echo(keys[2]).real", "memory.items"],
    ) as [number[], number];
    expect(items).toBe(1);
    expect(
      farthest(
        real,
        values[2].map((phase) => Math.cos(TAU * phase)),
      ),
    ).toBeLessThan(1e-12);
  });

  test("corrected answers leave nothing of the trace where all are right", () => {
    // The energy of what is left, for the entries of plain recall and of corrected recall.
    const [plain, corrected, entries] = calculate(
      [
        "var random = Random(seed: 7)",
        "var (keys, values) = ([random.phases(48)], [random.phases(48)])",
        "for _ in 1..16 { keys.push(random.phases(48))\n values.push(random.phases(48)) }",
        "var memory = HolographicMemory(48)",
        "for i in 0..16 { memory.store(keys[i], values[i]) }",
        "let book = Codebook(values)",
        "let left = |entries: List[Int]| {",
        "  var rest = memory",
        "  for i in 0..16 { rest.remove(keys[i], values[entries[i]]) }",
        "  sum(rest.real * rest.real + rest.imaginary * rest.imaginary)",
        "}",
      ].join("\n"),
      [
        "left(memory.recall_all(keys, book, rounds: 0))",
        "left(memory.recall_all(keys, book))",
        "memory.recall_all(keys, book)",
      ],
    ) as [number, number, number[]];
    expect(plain).toBeGreaterThan(48);
    expect(corrected).toBeLessThan(1e-20);
    expect(entries).toEqual(entries.map((_, i) => i));
  });

  test("the chance to be right is the published integral", () => {
    const chance = (items: number): string =>
      `HolographicMemory.accuracy(256, items: ${items}, entries: 64)`;
    const found = calculate("", [24, 32, 48, 64, 1].map(chance)) as number[];
    expect(farthest(found, [0.9816, 0.9365, 0.8042, 0.676, 1])).toBeLessThan(5e-5);
  });

  test("patterns of another size stop the run", () => {
    const two = "[0[cycle], 0[cycle]]";
    expect(messageOf("let memory = HolographicMemory(0)")).toContain("a place at least");
    expect(messageOf(`var memory = HolographicMemory(3)\nmemory.store(${two}, ${two})`)).toContain(
      "a pattern of 2 places, and a memory of 3",
    );
    const recalled = `let memory = HolographicMemory(2)\nlet found = memory.recall(${two}, `;
    expect(messageOf(`${recalled}Codebook([[0[cycle]]]))`)).toContain("a codebook of 1 places");
    expect(messageOf(`let book = Codebook([${two}, [0[cycle]]])`)).toContain("of 2 and of 1");
    expect(messageOf("let book = Codebook([])")).toContain("no pattern");
  });
});

describe(`a network of phasors, seed ${SEED}`, () => {
  const [size, count] = [12, 3];
  const stored = patterns(count, size);
  const cue = pattern(size);
  const network = `let network = PhasorNetwork(${allWritten(stored)})\nlet cue = ${written(cue)}`;

  /** One step by Hebb's rule: the phase of Σ Wij xj. */
  function stepped(state: Pattern): Pattern {
    return state.map((_, i) => {
      const terms = stored.flatMap((xi) =>
        state.flatMap((phase, j) => (i === j ? [] : [[1, xi[i] - xi[j] + phase] as const])),
      );
      const [re, im] = phasorSum(terms);
      return Math.atan2(im, re) / TAU;
    });
  }

  test.each([0, 1, 2, 5])("%d steps are those of Hebb's rule, in both forms", (steps) => {
    let wanted: Pattern = cue;
    for (let k = 0; k < steps; k++) wanted = stepped(wanted);
    const found = calculate(network, [
      `network.recall(cue, steps: ${steps})`,
      `network.matrix().recall(cue, steps: ${steps})`,
    ]) as number[][];
    for (const phases of found) expect(farthest(phases, wanted)).toBeLessThan(1e-9);
  });

  test("the matrix has conj(Wji) in Wij and nothing on the diagonal", () => {
    const [real, imaginary] = calculate(`${network}\nlet matrix = network.matrix()`, [
      "matrix.real.values",
      "matrix.imaginary.values",
    ]) as number[][];
    for (let i = 0; i < size; i++) {
      for (let j = 0; j < size; j++) {
        const [re, im] = phasorSum(stored.map((xi) => [i === j ? 0 : 1 / size, xi[i] - xi[j]]));
        expect(real[i * size + j]).toBeCloseTo(re, 14);
        expect(imaginary[i * size + j]).toBeCloseTo(im, 14);
      }
    }
  });

  test("a single pattern is a fixed point, and a turned cue stays turned", () => {
    const [found] = calculate(`let network = PhasorNetwork([${written(stored[0])}])`, [
      `network.recall(${written(stored[0].map((phase) => phase + 0.1))}, steps: 3)`,
    ]) as number[][];
    const turned = stored[0].map((phase) => phase + 0.1 - Math.round(phase + 0.1));
    expect(farthest(found, turned)).toBeLessThan(1e-12);
  });

  test("a unit that receives nothing keeps its phase", () => {
    expect(
      calculate("let network = PhasorNetwork([[0.2[cycle]]])", [
        "network.recall([0.125[cycle]], steps: 3)",
      ]),
    ).toEqual([[0.125]]);
  });

  test("the overlap after one step is the published formula", () => {
    const loads = [51, 101, 201, 501];
    const found = calculate("", [
      ...loads.map((count) => `PhasorNetwork.first_overlap(units: 1_000, patterns: ${count})`),
      "PhasorNetwork.first_overlap(units: 1_000, patterns: 1)",
      "PhasorNetwork.first_overlap(units: 1_399, patterns: 2)",
      "PhasorNetwork.first_overlap(units: 1_401, patterns: 2)",
    ]) as number[];
    // The mean of x/√(x² + y²) for x normal around 1 and y around 0, both of variance 1/(2ρ).
    expect(farthest(found.slice(0, 4), [0.9874, 0.974, 0.9447, 0.8445])).toBeLessThan(5e-4);
    expect(found[4]).toBe(1);
    // Where the Bessel functions are taken from their series far out, nothing jumps.
    expect(found[6] - found[5]).toBeCloseTo(0, 6);
  });

  test("patterns and cues of another size stop the run", () => {
    expect(messageOf(`${network}\nlet found = network.recall([0[cycle]], steps: 1)`)).toContain(
      "a cue of 1 units, and a network of 12",
    );
    expect(messageOf("var matrix = PhasorMatrix(2)\nmatrix.learn([0[cycle]])")).toContain(
      "a pattern of 1 units, and a network of 2",
    );
  });
});
