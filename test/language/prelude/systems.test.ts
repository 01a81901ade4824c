/** Damped populations and gems: their laws in closed form, and what two times together do. */

import { describe, expect, test } from "vitest";
import { calculate, decimal, messageOf } from "./calculate.ts";
import { randomNumbers, SEED } from "./random-numbers.ts";

const random = randomNumbers(SEED);

test("the first primes", () => {
  expect(calculate("", ["Int.primes(0)", "Int.primes(10)", "Int.primes(1_000)[999]"])).toEqual([
    [],
    [2, 3, 5, 7, 11, 13, 17, 19, 23, 29],
    7919,
  ]);
});

describe("damped populations", () => {
  test("prime oscillators turn on while they fade: z = e^((−γ + 2πi f₀/p) t)", () => {
    const [re, im] = calculate(
      [
        "var bells = Population.primes(5, 3Hz).damped(0.7[1/s])",
        "bells.evolve(0[1/s], dt: 1ms, steps: 1_700)",
      ].join("\n"),
      ["bells.numbers().map(|z| z.re)", "bells.numbers().map(|z| z.im)"],
    ) as number[][];
    for (const [k, prime] of [2, 3, 5, 7, 11].entries()) {
      const angle = 2 * Math.PI * (3 / prime) * 1.7;
      expect(re[k]).toBeCloseTo(Math.exp(-0.7 * 1.7) * Math.cos(angle), 11);
      expect(im[k]).toBeCloseTo(Math.exp(-0.7 * 1.7) * Math.sin(angle), 11);
    }
  });

  test("phases do not feel their amplitudes, by any road", () => {
    const [same, order, weighted] = calculate(
      [
        "var plain = Population.lorentzian(40, 1[1/s], seed: 3)",
        "var damped = plain.damped(2[1/s])",
        "plain.evolve(3[1/s], dt: 10ms, steps: 50)",
        "plain.advance(Dynamics.all_to_all(2[1/s], lag: 0.1), dt: 10ms, steps: 50)",
        "damped.evolve(3[1/s], dt: 10ms, steps: 50)",
        "damped.advance(Dynamics.all_to_all(2[1/s], lag: 0.1), dt: 10ms, steps: 50)",
      ].join("\n"),
      ["damped.population == plain", "plain.order()", "damped.weighted_order().abs()"],
    );
    expect(same).toBe(true);
    expect(weighted).toBeCloseTo(order as number, 13);
  });

  test("what is silent counts for nothing in the weighted order", () => {
    const [z] = calculate(
      [
        "var two = Population.given([0.1[cycle], 0.6[cycle]], [0Hz, 0Hz]).damped(0[1/s])",
        "two.amplitudes = [2.0, 0.0]",
      ].join("\n"),
      ["[two.weighted_order().abs(), two.weighted_order().arg() / TAU / 1[cycle]]"],
    ) as number[][];
    expect(z[0]).toBeCloseTo(1, 14);
    expect(z[1]).toBeCloseTo(0.1, 14);
    expect(
      messageOf(
        "var none = Population.primes(2, 1Hz).damped(0[1/s])\nnone.amplitudes = [0.0, 0.0]\n" +
          "let z = none.weighted_order()",
      ),
    ).toContain("add up to 0");
    expect(messageOf("let d = Population.primes(2, 1Hz).damped(-1[1/s])")).toContain(
      "`damping` is -1.0",
    );
  });
});

describe(`gems, seed ${SEED}`, () => {
  const [energy, first, second] = [0.2 + 3 * random(), 4 * random(), 4 * random()].map(decimal);
  const gem = `var gem = Gem(energy: ${energy}, phase: 0.5)`;

  test("two times one after the other do what both do together", () => {
    const [apart, together] = calculate(
      [
        `${gem}\nvar other = gem`,
        `gem.evolve(${first}[s])\ngem.evolve(${second}[s])`,
        `other.evolve(${first}[s] + ${second}[s])`,
      ].join("\n"),
      [
        "[gem.phase, gem.coherence, gem.uncertainty]",
        "[other.phase, other.coherence, other.uncertainty]",
      ],
    ) as number[][];
    const [e, t] = [Number(energy), Number(first) + Number(second)];
    const exact = [0.5 + e * t, Math.exp(-t / e), Math.min(1, 0.1 + t / 10)];
    for (const [k, x] of exact.entries()) {
      expect(apart[k]).toBeCloseTo(x, 13);
      expect(together[k]).toBeCloseTo(x, 13);
    }
  });

  test("interference is symmetric, between −1 and 1, and 1 with a gem's own fresh self", () => {
    const [ab, ba, own] = calculate(
      `${gem}\nlet fresh = gem\ngem.evolve(${first}[s])\nlet b = Gem(phase: 2.5)`,
      ["gem.interference(b)", "b.interference(gem)", "fresh.interference(fresh)"],
    ) as number[];
    const [e, t] = [Number(energy), Number(first)];
    expect(ab).toBeCloseTo(Math.cos(0.5 + e * t - 2.5) * Math.exp(-t / e), 13);
    expect(ba).toBe(ab);
    expect(own).toBe(1);
  });

  test("looking at a gem refreshes it, and those bound to it by their bonds", () => {
    const [strength, seen, near, far, back] = calculate(
      [
        "var three = Gems([Gem(phase: 0.2), Gem(energy: 2, phase: 1.0), Gem(energy: 3)])",
        "three.entangle(1, 0)",
        "three.evolve(2[s])",
        "let seen = three.observe(0)",
        "let values = |g: Gem| [g.phase, g.coherence, g.uncertainty]",
        "let bond = three.bonds[0][1]",
      ].join("\n"),
      [
        "bond",
        "values(seen)",
        "values(three.gems[1])",
        "values(three.gems[2])",
        "[three.bonds[1][0], Float(three.bonds[2].length())]",
      ],
    ) as [number, number[], number[], number[], number[]];
    const s = Math.cos(0.8);
    const c = Math.exp(-1);
    expect(strength).toBeCloseTo(s, 14);
    expect(back).toEqual([strength, 0]);
    const expected = [
      [2.2, 1, 0.1],
      [5, c + s * (1 - c), (1 - s) * 0.3 + 0.1 * s],
      [6, Math.exp(-2 / 3), 0.3],
    ];
    for (const [k, values] of [seen, near, far].entries()) {
      for (const [part, x] of values.entries()) expect(x).toBeCloseTo(expected[k][part], 13);
    }
  });

  test("what is no gem stops the run", () => {
    expect(messageOf("let gem = Gem(energy: 0)")).toContain("give a number above 0");
    expect(messageOf("let gem = Gem(energy: -1)")).toContain("give a number above 0");
    expect(messageOf("var gem = Gem()\ngem.evolve(-1[s])")).toContain("-1");
    expect(messageOf("var one = Gems([Gem()])\none.entangle(0, 0)")).toContain("itself");
    expect(messageOf("var one = Gems([Gem()])\none.entangle(0, 1)")).toContain("1");
  });
});
