/** Arguments without a meaning stop the run before anything is done, and the message names them. */

import { describe, expect, test } from "vitest";
import { messageOf } from "./calculate.ts";

const NAN = "0 / (0.0 * 1)";
const PAIR = "var pair = Population.given([0.1[cycle], 0[cycle]], [0Hz, 0Hz])\n";
const MARUYAMA = "method: Integrator.EulerMaruyama";
const GRID =
  "var grid = PowerGrid.at_rest([0.5, -0.5], List.filled(2, 1[s^2]), [0.1[s], 0.1[s]])\n";

describe("of populations", () => {
  test.each([
    [`let p = Population.lorentzian(3, ${NAN} * 1[1/s])`, "`width` is NaN"],
    ["let p = Population.lorentzian(3, -1[1/s], seed: 1)", "`width` is -1.0: give a number from 0"],
    ["let p = Population.uniform(3, -1[1/s])", "`width` is -1.0"],
    ["let p = Population.gaussian(3, 1[1/s] / 0)", "`deviation` is Infinity"],
    ["let p = Population.primes(3, 1Hz / 0)", "`base` is Infinity"],
    [`let p = Population.scattered([1Hz, ${NAN} * 1Hz], seed: 1)`, "`frequencies[1]` is NaN"],
    [`let p = Population.primes(2, 1Hz).damped(${NAN} * 1[1/s])`, "`damping` is NaN"],
    [`${PAIR}pair.evolve(1[1/s], dt: ${NAN} * 1[s], steps: 1)`, "`dt` is NaN: give a number"],
    [`${PAIR}pair.evolve(0[1/s], dt: 1[s] / 0, steps: 1)`, "`dt` is Infinity"],
    [`${PAIR}pair.evolve(${NAN} * 1[1/s], dt: 1[s], steps: 1)`, "`coupling` is NaN"],
    [`${PAIR}pair.evolve(1[1/s], dt: 1[s], steps: -1)`, "`steps` is -1"],
    [
      `${PAIR}let _ = pair.trace(${NAN} * 1[1/s], dt: 1[s], steps: 1, every: 1)`,
      "`coupling` is NaN",
    ],
    [`${PAIR}pair.evolve_on(Graph.path(2, 1[1/s]), dt: ${NAN} * 1[s], steps: 1)`, "`dt` is NaN"],
    [
      `${PAIR}pair.evolve_on(Graph.path(2, 1[1/s] / 0), dt: 1[s], steps: 1)`,
      "`weights[0]` is Infinity: give a number",
    ],
    [
      `${PAIR}let heavy = Graph.from_edges(2, from: [0, 0], to: [1, 1], weights: ` +
        "[1e308[1/s], 1e308[1/s]])\npair.evolve_on(heavy, dt: 1[s], steps: 1)",
      "`weights[0]` is Infinity",
    ],
  ])("%s", (statements, part) => {
    expect(messageOf(statements)).toContain(part);
  });
});

describe("of dynamics", () => {
  const advance = (dynamics: string, rest: string): string =>
    `${PAIR}pair.advance(Dynamics.${dynamics}, ${rest})`;
  test.each([
    [advance("all_to_all(1[1/s])", `dt: ${NAN} * 1[s], steps: 1`), "`dt` is NaN"],
    [advance(`all_to_all(${NAN} * 1[1/s])`, "dt: 1ms, steps: 1"), "`strength` is NaN"],
    [advance(`all_to_all(1[1/s], lag: ${NAN})`, "dt: 1ms, steps: 1"), "`lag` is NaN"],
    [
      advance(`all_to_all(1[1/s], injection: ${NAN} * 1[1/s])`, "dt: 1ms, steps: 1"),
      "`injection` is NaN",
    ],
    [
      advance("all_to_all(1[1/s], noise: -1[1/s])", `dt: 1ms, steps: 1, ${MARUYAMA}`),
      "`noise` is -1.0",
    ],
    [
      advance("all_to_all(1[1/s], noise: 1[1/s])", `dt: -1ms, steps: 1, ${MARUYAMA}`),
      "`dt` is -0.001",
    ],
    [advance("all_to_all(1[1/s])", "dt: 1ms, steps: -1"), "`steps` are counted from 0"],
    [
      advance(`dense(Matrix.filled(2, 2, ${NAN} * 1[1/s]))`, "dt: 1ms, steps: 1"),
      "`weights[0]` is NaN",
    ],
    [
      advance(`groups([1, 1], Matrix.filled(2, 2, ${NAN} * 1[1/s]))`, "dt: 1ms, steps: 1"),
      "`strengths[0]` is NaN",
    ],
    [
      `${PAIR}pair.advance_by(|_| Dynamics.all_to_all(1[1/s]), dt: ${NAN} * 1[s], steps: 1)`,
      "`dt` is NaN",
    ],
    [
      `${PAIR}pair.advance_by(|_| Dynamics.all_to_all(1[1/s]), dt: 1ms, steps: 1, from: 1[s] / 0)`,
      "`from` is Infinity",
    ],
    [
      `${PAIR}pair.advance_by(|_| Dynamics.all_to_all(3[1/s]), dt: 1[s], steps: 1)`,
      "a step of 1.0 s is too long for a pull of 3.0 1/s",
    ],
    [
      `${PAIR}let ramp = |t: Float[s]| Dynamics.all_to_all(t * 1[1/s^2])\n` +
        "pair.advance_by(ramp, dt: 100ms, steps: 400)",
      "a step of 0.1 s is too long for a pull of 40.0 1/s",
    ],
  ])("%s", (statements, part) => {
    expect(messageOf(statements)).toContain(part);
  });
});

describe("of grids, fields and noise", () => {
  test.each([
    [`${GRID}grid.swing(Graph.path(2, 1.0), dt: ${NAN} * 1[s], steps: 1)`, "`dt` is NaN"],
    ["let g = PowerGrid.at_rest([1.0 / 0], [1[s^2]], [1[s]])", "`powers[0]` is Infinity"],
    [`let g = PowerGrid.at_rest([0.0], [${NAN} * 1[s^2]], [1[s]])`, "`inertias[0]` is NaN"],
    [`let g = PowerGrid.at_rest([0.0], [1[s^2]], [${NAN} * 1[s]])`, "`dampings[0]` is NaN"],
    [
      `let f = QuaternionField([Quaternion(1.0)], [${NAN} * 1[cycle]], [1Hz])`,
      "`phases[0]` is NaN",
    ],
    ["let f = QuaternionField([Quaternion(1.0)], [0[cycle]], [1Hz / 0])", "`frequencies[0]` is"],
    ["let f = QuaternionField([Quaternion(1.0)], [0[cycle]], [])", "1 phases and 0 frequencies"],
    [
      "var f = QuaternionField([Quaternion(1.0)], [0[cycle]], [1Hz])\n" +
        `f.evolve(dt: ${NAN} * 1[s], steps: 1)`,
      "`dt` is NaN",
    ],
    ...["euler_maruyama", "stochastic_heun"].map((name) => [
      `var r = Random(seed: 1)\nlet x = r.${name}([0.0], |x, _| 0 * x / 1[s], ` +
        `|x, _| 0 * x / 1[s], dt: -1[s], steps: 1)`,
      "`dt` is -1.0",
    ]),
    [`let g = Gem(phase: 1.0 / 0)`, "`phase` is Infinity"],
    [`let g = Gem(energy: ${NAN})`, "`energy` is NaN: give a number above 0"],
    [`var g = Gem()\ng.evolve(${NAN} * 1[s])`, "`dt` is NaN"],
  ])("%s", (statements, part) => {
    expect(messageOf(statements)).toContain(part);
  });
});

describe("of memories", () => {
  const bad = `[0[cycle], ${NAN} * 1[cycle]]`;
  const good = "[0[cycle], 0.25[cycle]]";
  test.each([
    ["let book = Codebook([[]])", "the patterns have no place"],
    ["let network = PhasorNetwork([[]])", "the patterns have no place"],
    ["let network = PhasorNetwork([])", "there is no pattern"],
    [`let book = Codebook([${good}, ${bad}])`, "`pattern[1]` is NaN: give a number"],
    [`var m = HolographicMemory(2)\nm.store(${bad}, ${good})`, "`key[1]` is NaN"],
    [`var m = HolographicMemory(2)\nm.store(${good}, ${bad})`, "`value[1]` is NaN"],
    [`let e = HolographicMemory(2).echo(${bad})`, "`key[1]` is NaN"],
    [`let network = PhasorNetwork([${bad}])`, "`pattern[1]` is NaN"],
    [`let x = PhasorNetwork([${good}]).recall(${bad}, steps: 1)`, "`cue[1]` is NaN"],
    [`let x = PhasorNetwork([${good}]).matrix().recall(${bad}, steps: 1)`, "`cue[1]` is NaN"],
    [`var m = PhasorMatrix(2)\nm.learn(${bad})`, "`pattern[1]` is NaN"],
    [`var f = MemoryField(2)\nlet k = f.store(${bad})`, "`pattern[1]` is NaN"],
    [`let x = MemoryField(2).overlaps(${bad})`, "`state[1]` is NaN"],
    [
      "var f = MemoryField(1)\nlet k = f.store([0[cycle]])\n" +
        `f.associate(from: 0, to: 0, weight: ${NAN})`,
      "`weight` is NaN",
    ],
  ])("%s", (statements, part) => {
    expect(messageOf(statements)).toContain(part);
  });
});

describe("of graphs, also of those that somebody has put together", () => {
  const graph = (starts: string, columns: string, weights: string): string =>
    `let g: Graph[1/s] = Graph {
       starts: [${starts}], columns: [${columns}], weights: [${weights}],
     }\n`;
  const noRows = "these are not the rows of a graph: let `Graph.from_edges` make it";
  test.each([
    [
      `let g = Graph.from_edges(2, from: [0], to: [1], weights: [${NAN}])`,
      "edge 0 has the weight NaN",
    ],
    [`${graph("0, 5, 9", "7, 1", "1[1/s]")}print "{g.edge_count()}"`, noRows],
    [`${graph("0, 1, 3", "1, 0", "1[1/s], 1[1/s]")}print "{g.edge_count()}"`, noRows],
    [`${graph("1, 2", "0", "1[1/s]")}print "{g.size()}"`, noRows],
    [`${graph("", "", "")}print "{g.size()}"`, noRows],
    [`${graph("0, 1, 2", "1, 0", "1[1/s]")}print "{g.is_connected()}"`, noRows],
    [
      `${PAIR}${graph("0, 2, 2", "1, 0", "1[1/s], 1[1/s]")}pair.evolve_on(g, dt: 1ms, steps: 1)`,
      "an edge of a graph leads from an oscillator to itself",
    ],
    [
      `${PAIR}${graph("0, 1, 2", "1, 7", "1[1/s], 1[1/s]")}pair.evolve_on(g, dt: 1ms, steps: 1)`,
      "an edge of a graph leads",
    ],
    [`${graph("0, 1, 2", "1, 0", "1[1/s], 1[1/s]")}print "{g.edge_count()}"`, "no trap"],
  ])("%s", (statements, part) => {
    expect(messageOf(statements)).toContain(part);
  });
});
