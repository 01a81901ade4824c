/**
 * What has to hold for runs of oscillators: recording and splitting change nothing, noise is not
 * repeated, and states that have no meaning stop the run with what to do about them.
 */

import { describe, expect, test } from "vitest";
import { calculate, messageOf } from "./calculate.ts";

const START =
  "let start = Population.lorentzian(40, 1[1/s], seed: 8)\nvar a = start\nvar b = start\n";
const RING = "let ring = Graph.ring(40, 0.8[1/s], neighbours: 4)\n";
const PLAIN = "let dynamics = Dynamics.all_to_all(2[1/s], lag: 0.2)\n";
const NOISY = "let dynamics = Dynamics.all_to_all(2[1/s], noise: 0.3[1/s], seed: 5)\n";
const MARUYAMA = "method: Integrator.EulerMaruyama";
const HEUN = "method: Integrator.StochasticHeun";

/** Both populations after the statements, phases and turns. */
function ends(statements: string): readonly unknown[] {
  return calculate(START + statements, [
    "[a.unwrapped(), a.phases]",
    "[b.unwrapped(), b.phases]",
    "[a.steps, b.steps]",
  ]);
}

describe("recording changes nothing", () => {
  test.each([
    [
      "trace",
      "a.evolve(3[1/s], dt: 20ms, steps: 700)\n" +
        "let _ = b.trace(3[1/s], dt: 20ms, steps: 700, every: 3)",
    ],
    [
      "trace_on",
      `${RING}a.evolve_on(ring, dt: 20ms, steps: 700)\n` +
        "let _ = b.trace_on(ring, dt: 20ms, steps: 700, every: 7)",
    ],
    [
      "record",
      `${PLAIN}a.advance(dynamics, dt: 20ms, steps: 100)\n` +
        "let _ = b.record(dynamics, dt: 20ms, steps: 100, every: 3)",
    ],
    [
      "record_states with noise",
      `${NOISY}a.advance(dynamics, dt: 20ms, steps: 100, ${HEUN})\n` +
        `let _ = b.record_states(dynamics, dt: 20ms, steps: 100, every: 9, ${HEUN})`,
    ],
    [
      "readings in between",
      `${PLAIN}a.advance(dynamics, dt: 20ms, steps: 60)\nfor _ in 0..60 {
         let _ = [b.order(), b.coherence(), b.entropy(bins: 5), b.harmonic_order(2)]
         b.advance(dynamics, dt: 20ms, steps: 1)
       }`,
    ],
  ])("%s", (_, statements) => {
    const [a, b, steps] = ends(statements);
    expect(b).toEqual(a);
    expect((steps as number[])[0]).toBe((steps as number[])[1]);
  });

  test("swing_trace", () => {
    const [a, b] = calculate(
      `let lines = Graph.ring(4, 2.0)
       var a = PowerGrid.at_rest([1.0, -1, 0.5, -0.5], List.filled(4, 1[s^2]), List.filled(4, 1[s]))
       var b = a
       a.swing(lines, dt: 20ms, steps: 100)
       let _ = b.swing_trace(lines, dt: 20ms, steps: 100, every: 7)`,
      ["a.nodes.unwrapped()", "b.nodes.unwrapped()"],
    );
    expect(b).toEqual(a);
  });
});

describe("splitting a run", () => {
  test.each([
    ["evolve", (steps: number) => `evolve(3[1/s], dt: 20ms, steps: ${steps})`, ""],
    ["evolve_on", (steps: number) => `evolve_on(ring, dt: 20ms, steps: ${steps})`, RING],
  ])("%s at multiples of 256 steps changes no bit, and elsewhere 1e-12", (_, run, before) => {
    const [a, b] = ends(
      `${before}a.${run(768)}\na.${run(100)}\n` +
        `b.${run(256)}\nb.${run(512)}\nb.${run(0)}\nb.${run(100)}`,
    );
    expect(b).toEqual(a);
    const [whole, parts] = ends(`${before}a.${run(700)}\nb.${run(133)}\nb.${run(567)}`);
    const [one, other] = [whole, parts].map((each) => (each as number[][])[0]);
    for (const [i, x] of one.entries()) expect(Math.abs(x - other[i])).toBeLessThan(1e-12);
  });

  test.each([
    ["plain", PLAIN, "method: Integrator.Heun"],
    ["noisy", NOISY, MARUYAMA],
    ["noisy by Heun", NOISY, HEUN],
  ])("of advance anywhere changes no bit: %s", (_, dynamics, method) => {
    const run = (steps: number) => `advance(dynamics, dt: 20ms, steps: ${steps}, ${method})`;
    const [a, b] = ends(`${dynamics}a.${run(50)}\nb.${run(17)}\nb.${run(33)}`);
    expect(b).toEqual(a);
  });
});

test.each([MARUYAMA, HEUN])("two calls do not repeat their noise: %s", (method) => {
  const run = `advance(dynamics, dt: 10ms, steps: 1, ${method})`;
  const [first, second] = calculate(
    `var free = Population.given(List.filled(4, 0[cycle]), List.filled(4, 0Hz))
     let dynamics = Dynamics.all_to_all(0[1/s], noise: 1[1/s], seed: 3)
     free.${run}\nlet once = free.unwrapped()\nfree.${run}\nlet twice = free.unwrapped()`,
    ["once", "twice - once"],
  ) as number[][];
  for (const [i, kick] of first.entries()) expect(second[i]).not.toBeCloseTo(kick, 6);
});

describe("steps that fit themselves", () => {
  test.each([
    ["all to all with a lag", "Dynamics.all_to_all(2[1/s], lag: 0.3)"],
    ["a graph with injection", "Dynamics.on(Graph.ring(40, 1[1/s]), injection: 0.4[1/s])"],
  ])("come to where short steps come: %s", (_, dynamics) => {
    const [fitted, short, numbers, states] = calculate(
      `${START}let dynamics = ${dynamics}
       let run = a.advance_within(dynamics, duration: 7[s], parts: 3, tolerance: 1e-10[cycle])
       b.advance(dynamics, dt: 1ms, steps: 7_000)`,
      [
        "a.unwrapped()",
        "b.unwrapped()",
        "[a.steps, run.steps, run.states.length()]",
        "[run.states[0], run.states[3]]",
      ],
    ) as [number[], number[], number[], number[][]];
    for (const [i, x] of fitted.entries()) {
      expect(Math.abs(x - short[i])).toBeLessThan(1e-7);
      expect(Math.abs(x - states[1][i])).toBeLessThan(1e-12);
    }
    expect(numbers[0]).toBe(numbers[1]);
    expect(numbers[2]).toBe(4);
    const [begun] = calculate(START, ["a.unwrapped()"]);
    expect(states[0]).toEqual(begun);
  });

  test.each([
    [
      "noise: 0.1[1/s]",
      "duration: 1[s]",
      "noise has no such steps: use `advance` with `method: Integrator.EulerMaruyama`",
    ],
    ["lag: 0.1", "duration: 0[s]", "1 or more of a time above 0"],
    ["lag: 0.1", "duration: 1[s], parts: 0", "0 parts of 1.0 s"],
  ])("not with %s and %s", (part, time, message) => {
    const call = `a.advance_within(Dynamics.all_to_all(1[1/s], ${part}), ${time})`;
    expect(messageOf(`${START}let _ = ${call}`)).toContain(message);
  });
});

describe("what has a meaning, however small", () => {
  test("populations of none and one", () => {
    expect(
      calculate(
        `var none = Population.given([], [])
         none.evolve(1[1/s], dt: 10ms, steps: 3)
         var one = Population.given([0.25[cycle]], [0Hz])
         one.evolve(1[1/s], dt: 10ms, steps: 3)`,
        ["none.steps", "one.phases", "one.order()", "one.coherence_sum()", "one.entropy(bins: 3)"],
      ),
    ).toEqual([3, [0.25], 1, 0, 0]);
  });

  test("a graph that falls apart is several that run by themselves", () => {
    const [both, alone, parts, around] = calculate(
      `let apart = Graph.from_edges(4, from: [0, 2], to: [1, 3], weights: [1[1/s], 2[1/s]])
       var a = Population.given([0.1[cycle], 0.2[cycle], 0.3[cycle], 0[cycle]], List.filled(4, 1Hz))
       a.evolve_on(apart, dt: 10ms, steps: 40)
       var b = Population.given([0.3[cycle], 0[cycle]], List.filled(2, 1Hz))
       b.evolve_on(Graph.path(2, 2[1/s]), dt: 10ms, steps: 40)`,
      ["a.phases", "b.phases", "apart.component_count()", "a.local_orders(apart)"],
    ) as [number[], number[], number, number[]];
    expect(both.slice(2)).toEqual(alone);
    expect(parts).toBe(2);
    for (const order of around) expect(order).toBeCloseTo(1, 14);
  });

  test("edges without weight leave frequencies as they are, and hold no power", () => {
    const [phases, orders, fold] = calculate(
      `let loose = Graph.path(2, 0[1/s])
       var a = Population.given([0[cycle], 0[cycle]], [1Hz, 2Hz])
       a.evolve_on(loose, dt: 10ms, steps: 10)
       let load = match locked_state(Graph.path(2, 0.0), [1.0, -1.0]) {
         Locked(_) => 1.0
         Folded { load } => load
       }`,
      ["a.phases", "a.local_orders(loose)", "load"],
    ) as [number[], number[], number];
    expect(phases[0]).toBeCloseTo(0.1, 14);
    expect(phases[1]).toBeCloseTo(0.2, 14);
    expect(orders).toEqual([0, 0]);
    expect(fold).toBeLessThan(1e-9);
  });

  test("steps up to the limit run", () => {
    const [near, negative] = calculate(
      `var a = Population.given([0.01[cycle], 0[cycle]], [0Hz, 0Hz])
       a.evolve(2.784[1/s], dt: 1[s], steps: 3_000)
       var b = Population.given([0.01[cycle], 0[cycle]], [0Hz, 0Hz])
       b.evolve(-2.784[1/s], dt: 1[s], steps: 1)
       b.evolve(2.784[1/s], dt: -1[s], steps: 1)`,
      ["abs(a.phases[0] - a.phases[1]) / 1[cycle]", "b.steps"],
    ) as number[];
    expect(near).toBeLessThan(0.001);
    expect(negative).toBe(2);
  });
});

const PAIR = "var pair = Population.given([0.1[cycle], 0[cycle]], [0Hz, 0Hz])\n";
const GRID =
  "var grid = PowerGrid.at_rest([0.5, -0.5], [1[s^2], 0[s^2]], [0.1[s], 0.5[s]])\n" +
  "let line = Graph.path(2, 1.0)\n";
const NAN = "0 / (0.0 * 1)";

describe("what has none stops the run, and says what to do", () => {
  test.each([
    ["let _ = Population.given([], []).order()", "at least 1 elements are needed"],
    ["let _ = Population.given([0[cycle]], [0Hz]).coherence()", "at least 2 elements are needed"],
    [
      `let _ = Population.given([0[cycle], ${NAN} * 1[cycle]], [0Hz, 0Hz])`,
      "oscillator 1 has the phase NaN and the frequency 0.0: give numbers",
    ],
    ["let _ = Population.given([0[cycle]], [1Hz / 0])", "the frequency Infinity: give numbers"],
    [
      `${PAIR}pair.phases[0] = ${NAN} * 1[cycle]\npair.evolve(1[1/s], dt: 1ms, steps: 1)`,
      "a phase lies outside",
    ],
    [
      `${PAIR}pair.phases[0] = ${NAN} * 1[cycle]\n` +
        "pair.advance(Dynamics.all_to_all(1[1/s]), dt: 1ms, steps: 1)",
      "a phase lies outside",
    ],
    [`${PAIR}let _ = pair.coherence_on(Graph.path(2, 0.0))`, "add up to more than 0.0"],
    [
      `${PAIR}pair.evolve_on(Graph.path(3, 1[1/s]), dt: 1ms, steps: 1)`,
      "2 oscillators, and a graph of 3 nodes: one for each",
    ],
    [
      `${PAIR}let _ = pair.trace_on(Graph.path(3, 1[1/s]), dt: 1ms, steps: 1, every: 1)`,
      "a graph of 3 nodes",
    ],
    [
      `${PAIR}pair.advance(Dynamics.on(Graph.path(3, 1[1/s])), dt: 1ms, steps: 1)`,
      "a graph of 3 nodes",
    ],
    [
      "let _ = Graph.from_edges(2, from: [0, 1], to: [1, 1], weights: [1.0, 1.0])",
      "edge 1 joins node 1 to itself: leave it out",
    ],
    [
      "let _ = locked_state(Graph.path(2, 1.0), [0.5, -0.25])",
      "the powers add up to 0.25: balance them by Balance.Mean or Balance.Slack(node)",
    ],
    [
      "let apart = Graph.from_edges(4, from: [0, 2], to: [1, 3], weights: [1.0, 1.0])\n" +
        "let _ = locked_state(apart, [0.5, -0.5, 0.1, -0.1])",
      "the graph falls apart, and nothing locks its parts to each other: take one of `components`",
    ],
    [
      "let _ = PowerGrid.at_rest([0.0], [0[s^2]], [0[s]])",
      "node 0 has neither inertia nor damping: one of them has to be above 0",
    ],
    [`${GRID}grid.swing(Graph.path(3, 1.0), dt: 1ms, steps: 1)`, "a grid of 2 nodes, and lines"],
    [
      `${PAIR}pair.advance(Dynamics.all_to_all(1[1/s], noise: 1[1/s]), dt: 1ms, steps: 1)`,
      "noise needs `method: Integrator.EulerMaruyama` or `method: Integrator.StochasticHeun`",
    ],
  ])("%s", (statements, part) => {
    expect(messageOf(statements)).toContain(part);
  });

  test.each([
    ["pair.evolve(3[1/s], dt: 1[s], steps: 1)", 2.785 / 3],
    ["pair.evolve(-3[1/s], dt: 1[s], steps: 1)", 2.785 / 3],
    ["pair.evolve(3[1/s], dt: -1[s], steps: 1)", 2.785 / 3],
    ["pair.evolve_on(Graph.path(2, -4[1/s]), dt: 1[s], steps: 1)", 2.785 / 4],
    ["let _ = pair.trace(3[1/s], dt: 1[s], steps: 1, every: 1)", 2.785 / 3],
    ["pair.evolve_on(Graph.path(2, 4[1/s]), dt: 1[s], steps: 1)", 2.785 / 4],
    ["let _ = pair.trace_on(Graph.path(2, 4[1/s]), dt: 1[s], steps: 1, every: 1)", 2.785 / 4],
    ["pair.advance(Dynamics.all_to_all(1[1/s], injection: 1[1/s]), dt: 1[s], steps: 1)", 0.92833],
    ["pair.advance(Dynamics.dense(Matrix.filled(2, 2, 3[1/s])), dt: 1[s], steps: 1)", 2.785 / 3],
    [
      "let strengths = Matrix.from_rows([[1[1/s], 2[1/s]], [0[1/s], 1[1/s]]])\n" +
        `pair.advance(Dynamics.groups([1, 1], strengths), dt: 1[s], steps: 1, ${HEUN})`,
      2 / 3,
    ],
    // A first-order node relaxes at K/d = 2, and one with inertia swings at √(K/m) = 1.
    [`${GRID}grid.swing(line, dt: 1.4[s], steps: 1)`, 2.785293563405282 / 2],
    [`${GRID}grid.inertias[1] = 1[s^2]\ngrid.swing(line, dt: 3[s], steps: 1)`, 2.9098],
  ])("%s is too long a step", (statements, longest) => {
    const message = messageOf(PAIR + statements);
    expect(message).toMatch(/a step of [-\d.]+ s is too long/u);
    const [, told] = /take dt below (\S+) s$/u.exec(message) ?? [];
    expect(Math.abs(Number(told) / longest - 1)).toBeLessThan(1e-4);
  });

  test("the method bears 2.785 on the real axis and 2.828 on the imaginary one", () => {
    const sizes = calculate(
      "",
      ["2.75", "2.82"].map((dt) => {
        const rates = "|x: List[Float], _: Float| [x[1], -x[0]]";
        return `norm(rk4([1e-6, 0.0], ${rates}, dt: ${dt}, steps: 2_000))`;
      }),
    ) as number[];
    for (const size of sizes) expect(size).toBeLessThan(1e-6);
    const [above] = calculate("", [
      "norm(rk4([1e-6], |x, _| -1 * x, dt: 2.80, steps: 2_000))",
    ]) as number[];
    expect(above).toBeGreaterThan(1e-6);
  });
});
