/** Memory fields by their definition term by term, and audits of phases that somebody claims. */

import { describe, expect, test } from "vitest";
import { calculate, listOf, messageOf } from "./calculate.ts";
import { randomNumbers, SEED } from "./random-numbers.ts";

const random = randomNumbers(SEED);
const TAU = 2 * Math.PI;
const pattern = (size: number): readonly number[] =>
  Array.from({ length: size }, () => random() - 0.5);

describe(`a field of three patterns on eleven places, seed ${SEED}`, () => {
  const patterns = [pattern(11), pattern(11), pattern(11)];
  const state = pattern(11);
  const weights = [
    [0.5, 0, -0.7],
    [1.5, 1, 0],
    [0, 2, 1],
  ];
  const field = [
    "var field = MemoryField(11)",
    ...patterns.map((phases, k) => `let p${k} = field.store(${listOf(phases, "cycle")})`),
    ...weights.flatMap((row, to) =>
      row.map((weight, from) => `field.associate(from: ${from}, to: ${to}, weight: ${weight}.0)`),
    ),
    `let state = ${listOf(state, "cycle")}`,
  ]
    .join("\n")
    .replaceAll(".5.0", ".5")
    .replaceAll(".7.0", ".7");

  /** ⟨ξ, x⟩/N. */
  function amplitude(xi: readonly number[], x: readonly number[]): [re: number, im: number] {
    const angles = x.map((phase, k) => TAU * (phase - xi[k]));
    const mean = (f: (angle: number) => number): number =>
      angles.reduce((sum, angle) => sum + f(angle), 0) / x.length;
    return [mean(Math.cos), mean(Math.sin)];
  }

  function stepped(x: readonly number[]): readonly number[] {
    const amplitudes = patterns.map((xi) => amplitude(xi, x));
    return x.map((_, place) => {
      let [re, im] = [0, 0];
      for (const [i, row] of weights.entries()) {
        const [c, s] = [Math.cos(TAU * patterns[i][place]), Math.sin(TAU * patterns[i][place])];
        for (const [j, weight] of row.entries()) {
          const [a, b] = amplitudes[j];
          re += weight * (a * c - b * s);
          im += weight * (a * s + b * c);
        }
      }
      return Math.atan2(im, re) / TAU;
    });
  }

  test.each([0, 1, 4])("%d steps", (steps) => {
    const [found] = calculate(field, [`field.advanced(state, steps: ${steps})`]) as number[][];
    let wanted: readonly number[] = state;
    for (let k = 0; k < steps; k++) wanted = stepped(wanted);
    expect(Math.max(...found.map((x, k) => Math.abs(x - wanted[k])))).toBeLessThan(1e-9);
  });

  test("overlaps and interference are sizes of inner products", () => {
    const [overlaps, interference] = calculate(field, [
      "field.overlaps(state)",
      "field.interference().values",
    ]) as number[][];
    const wanted = patterns.map((xi) => Math.hypot(...amplitude(xi, state)));
    const between = patterns.flatMap((xi) => patterns.map((x) => Math.hypot(...amplitude(xi, x))));
    const found = [...overlaps, ...interference];
    const all = [...wanted, ...between];
    expect(Math.max(...found.map((x, k) => Math.abs(x - all[k])))).toBeLessThan(1e-12);
  });

  test("what is no field, pattern or state stops the run", () => {
    expect(messageOf("let field = MemoryField(0)")).toContain("a place at least");
    expect(messageOf("var field = MemoryField(2)\nlet k = field.store([0[cycle]])")).toContain(
      "a pattern of 1 places",
    );
    expect(messageOf("let field = MemoryField(2)\nlet m = field.overlaps([])")).toContain(
      "0 places",
    );
    expect(messageOf("var field = MemoryField(2)\nfield.associate(from: 0, to: 0)")).not.toBe(
      "no trap",
    );
  });
});

test("a field without calls keeps its state", () => {
  const [[x, y]] = calculate("let field = MemoryField(2)", [
    "field.advanced([0.1[cycle], 1.25[cycle]])",
  ]) as number[][];
  expect(x).toBeCloseTo(0.1, 15);
  expect(y).toBeCloseTo(0.25, 15);
});

describe("claimed phases", () => {
  const start = [
    "let start = Population.lorentzian(20, 1[1/s], seed: 4)",
    "let next = |before: Population| {",
    "  var population = before",
    "  population.evolve(3[1/s], dt: 20ms, steps: 10)",
    "  population",
    "}",
    "var claims = [next(start).phases, next(next(start)).phases, next(next(next(start))).phases]",
    "let told = |found: Option[Deviation]| match found {",
    "  Some(it) => [it.record_index, it.step, it.oscillator]",
    "  None => [-1]",
    "}",
  ].join("\n");

  test("true ones do not deviate", () => {
    expect(calculate(start, ["told(start.first_deviation(claims, next))"])).toEqual([[-1]]);
  });

  test("the first step, and in it the first oscillator, is told", () => {
    const changed = [
      "claims[2][1] += 0.1[cycle]",
      "claims[1][17] += 1e-3[cycle]",
      "claims[1][6] += 1e-6[cycle]",
    ];
    const found = calculate(`${start}\n${changed.join("\n")}`, [
      "told(start.first_deviation(claims, next))",
      "told(start.first_deviation(claims, next, tolerance: 1e-5[cycle]))",
      "told(start.first_deviation(claims, next, tolerance: 1e-2[cycle]))",
      "told(start.first_deviation(claims, next, tolerance: 0.2[cycle]))",
    ]);
    expect(found).toEqual([[1, 20, 6], [1, 20, 17], [2, 30, 1], [-1]]);
  });

  test("one bit is seen, both ends are one place, and what is no number deviates", () => {
    const still = [
      "let rest = Population.given([-0.5[cycle], 0.25[cycle]], [0Hz, 0Hz])",
      "let same = |before: Population| before",
      "let told = |claim: List[Float[cycle]]| rest.first_deviation([claim], same).is_some()",
    ].join("\n");
    const claims = ["-0.5", "0.5", "-0.49999999999999994", "0.0 / 0.0", "1e300", "1.5"];
    const found = calculate(
      still,
      claims.map((claim) => `told([(${claim}) * 1[cycle], 0.25[cycle]])`),
    );
    expect(found).toEqual([false, false, true, true, true, true]);
    expect(messageOf(`${still}\nlet found = told([0[cycle]])`)).toContain("1 phases of 2");
  });
});
