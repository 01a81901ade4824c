/** Fields of quaternions against the algebra of single quaternions, site by site. */

import { describe, expect, test } from "vitest";
import { calculate, listOf, messageOf } from "./calculate.ts";
import { randomNumbers, SEED } from "./random-numbers.ts";

const random = randomNumbers(SEED);
const numbers = (count: number, width: number): readonly number[] =>
  Array.from({ length: count }, () => (random() - 0.5) * width);

/** A field of so many sites as a program makes it, in a variable of this name. */
function field(name: string, size: number, axis: readonly number[]): string {
  const parts = Array.from({ length: size }, () => numbers(4, 2).join(", "));
  const amplitudes = parts.map((all) => `Quaternion(${all})`).join(", ");
  const [phases, frequencies] = [numbers(size, 3), numbers(size, 9)];
  return [
    `let ${name}_amplitudes = [${amplitudes}]`,
    `let ${name}_phases = ${listOf(phases, "cycle")}`,
    `let ${name}_frequencies = ${listOf(frequencies, "Hz")}`,
    `var ${name} = QuaternionField(${name}_amplitudes, ${name}_phases, ${name}_frequencies,`,
    `  axis: (${axis.join(", ")}))`,
  ].join("\n");
}

const AXIS = [1.5, -2.5, 0.75];

describe(`two fields of five sites, seed ${SEED}`, () => {
  const fields = [
    field("a", 5, AXIS),
    field("b", 5, AXIS),
    "let norm = sqrt(sum(a_amplitudes.map(|q| q.abs_squared())))",
    `let axis = (${AXIS.join(", ")})`,
  ].join("\n");

  test("values are the amplitudes over their norm, turned on the right by the full angle", () => {
    const sizes = calculate(
      [
        fields,
        "let factors = a_phases.map(|phase| Quaternion.phase(axis, phase * TAU))",
        "let turned = (0..5).map(|i| a_amplitudes[i] / norm * factors[i])",
      ].join("\n"),
      ["(0..5).map(|i| (a.at(i) - turned[i]).abs())", "[a.norm() - 1]", "[sum(a.densities()) - 1]"],
    ) as number[][];
    for (const size of sizes.flat()) expect(Math.abs(size)).toBeLessThan(1e-14);
  });

  test("steps turn by frequency times time", () => {
    const sizes = calculate(
      [
        fields,
        "a.evolve(dt: 1ms, steps: 700)",
        "let angles = (0..5).map(|i| (a_phases[i] + a_frequencies[i] * 700ms) * TAU)",
        "let turned = (0..5).map(|i| a_amplitudes[i] / norm * Quaternion.phase(axis, angles[i]))",
      ].join("\n"),
      ["(0..5).map(|i| (a.at(i) - turned[i]).abs())", "[a.norm() - 1]", "[Float(a.steps) - 700]"],
    ) as number[][];
    for (const size of sizes.flat()) expect(Math.abs(size)).toBeLessThan(1e-13);
  });

  test("a copy stays what it was", () => {
    const [kept, steps] = calculate(
      `${fields}\nlet before = a\na.evolve(dt: 10ms, steps: 3)\n` +
        "let fresh = QuaternionField(a_amplitudes, a_phases, a_frequencies, axis: axis)",
      ["(before.at(1) - fresh.at(1)).abs()", "before.steps"],
    );
    expect([kept, steps]).toEqual([0, 0]);
  });

  test("inner products and fidelities are those of the sites", () => {
    const sizes = calculate(
      [
        fields,
        "var inner = Quaternion(0.0)",
        "for i in 0..5 { inner = inner + a.at(i).conj() * b.at(i) }",
        "let q = Quaternion(0.5, -0.5, 0.1, 2.0)",
        "let times = (0..5).map(|i| a.at(i) * q)",
        "let c = QuaternionField(times, List.filled(5, 0[cycle]), List.filled(5, 0Hz))",
      ].join("\n"),
      [
        "(a.inner(b) - inner).abs()",
        "(a.inner(b) - b.inner(a).conj()).abs()",
        "(a.inner(a) - 1).abs()",
        "a.fidelity(b) - inner.abs_squared()",
        "a.fidelity(c) - 1",
      ],
    ) as number[];
    for (const size of sizes) expect(Math.abs(size)).toBeLessThan(1e-14);
  });
});

test("phases come from elsewhere too, those of a population say", () => {
  const [phases, value] = calculate(
    [
      "let ones = [Quaternion(1.0), Quaternion(1.0)]",
      "var field = QuaternionField(ones, [0[cycle], 0[cycle]], [1Hz, 1Hz])",
      "var pair = Population.given([0[cycle], 0.25[cycle]], [1Hz, 1Hz])",
      "pair.evolve(1[1/s], dt: 10ms, steps: 5)",
      "field.set_phases(pair.phases + 2[cycle])",
    ].join("\n"),
    [
      "(0..2).map(|i| field.phases[i] - pair.phases[i])",
      "field.at(1).x / field.at(1).w - tan(pair.phases[1] * TAU)",
    ],
  );
  expect(Math.max(...(phases as number[]).map(Math.abs))).toBeLessThan(1e-15);
  expect(Math.abs(value as number)).toBeLessThan(1e-12);
});

test("what is no field stops the run", () => {
  const made = (amplitudes: string, phases: string, rest = ""): string =>
    messageOf(`let field = QuaternionField([${amplitudes}], [${phases}], [1Hz]${rest})`);
  expect(made("Quaternion(0.0)", "0[cycle]")).toContain("norm 0");
  expect(made("Quaternion(0.0 / 0.0)", "0[cycle]")).toContain("cannot be normalised");
  expect(made("Quaternion(1.0)", "")).toContain("1 amplitudes, 0 phases and 1 frequencies");
  expect(made("Quaternion(1.0)", "0[cycle]", ", axis: (0, 0, 0)")).toContain("axis has a length");
  const one = "var field = QuaternionField([Quaternion(1.0)], [0[cycle]], [1Hz])";
  expect(messageOf(`${one}\nfield.evolve(dt: 1e10[s], steps: 1)`)).toContain("step");
  expect(messageOf(`${one}\nfield.evolve(dt: 1s, steps: -1)`)).toContain("-1");
  expect(messageOf(`${one}\nfield.frequencies = []\nfield.evolve(dt: 1s, steps: 1)`)).toContain(
    "1",
  );
  expect(messageOf(`${one}\nfield.values = [1.0]\nfield.evolve(dt: 1s, steps: 1)`)).toContain("4");
  expect(messageOf(`${one}\nfield.set_phases([])`)).toContain("1 sites, and 0 phases");
});
