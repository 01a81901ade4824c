/** What may stop a random program, each as the value of a type; templates as in values.ts. */

import type { Templates } from "./values.ts";

export const RISKS: Templates = {
  Int: [
    "⟨List[Int]⟩[⟨Int⟩ + 0]",
    "(⟨Int⟩ ⟨?div %⟩ ⟨Int⟩)",
    "(⟨Int⟩ ⟨?+ - *⟩ ⟨?9_007_199_254_740_991 4_503_599_627_370_496 -3_000_000_000⟩)",
    "(⟨Int⟩^60)",
    "⟨?floor ceil round trunc⟩(1e15 * ⟨Float⟩)",
    "random_index(1, 0, ⟨#9⟩, ⟨Int⟩)",
    "⟨Map[H, Int]⟩[⟨H⟩]",
    'wound(⟨#9⟩00 * ⟨#9⟩, "").length()',
    "size(⟨Tree⟩) div size(⟨Tree⟩)",
    "Int.shift_left_32(1, ⟨Int⟩)",
    "⟨List[Int]⟩.index_of_minimum()",
    "⟨Population⟩.turns[⟨Int⟩ + 0]",
    '⟨Option[Int]⟩.expect("an Int")',
  ],
  Float: [
    "⟨List[Float]⟩[⟨Int⟩ + 0]",
    "mean(⟨List[Float]⟩)",
    "sum(⟨List[Float]⟩ + ⟨List[Float]⟩)",
    "sum(⟨List[Float]⟩ * ⟨List[Float]⟩)",
    "⟨Map[H, Float]⟩[⟨H⟩]",
    "variance(⟨List[Float]⟩)",
    "coherence([0.1[cycle]])",
    "coherence_on([0.1[cycle], 0.2[cycle]], Graph { starts: [0, ⟨#3⟩, 2], columns: " +
      "[⟨#3⟩, ⟨#3⟩], weights: [⟨#3⟩.0, -1.0] })",
    "dot_parts(⟨List[Float]⟩, ⟨#2⟩, ⟨List[Float]⟩, 0, ⟨Int⟩)",
    "sum(graph_sums(Graph { starts: [⟨#2⟩, 1, ⟨#4⟩], columns: [⟨#3⟩, ⟨#3⟩], weights: " +
      "[1.0, 2.0] }, [1.0, 2.0]))",
    "⟨Matrix[1]⟩.get(⟨Int⟩, 0)",
    "sum(List.filled(⟨#1000⟩00, 1.5))",
  ],
  Bool: ["⟨List[Bool]⟩[⟨Int⟩ + 0]", "⟨Map[H, Bool]⟩[⟨H⟩]"],
  String: [
    "⟨String⟩.slice(⟨#3⟩, ⟨#5⟩)",
    "String.from_codes([⟨Int⟩ * 1000])",
    "shown(⟨String⟩.split(⟨String⟩))",
    "⟨String⟩.repeat(⟨Int⟩)",
    '"long".repeat(⟨#1000⟩00)',
    "⟨Map[H, String]⟩[⟨H⟩]",
    "⟨List[String]⟩[⟨Int⟩ + 0]",
  ],
  List: [
    "⟨T⟩.slice(⟨#3⟩, ⟨#5⟩)",
    "List.filled(⟨Int⟩, ⟨A⟩)",
    "List.filled(⟨#1000⟩, ⟨A⟩)",
    "[⟨T⟩[⟨Int⟩ + 0]]",
    "⟨T⟩.chunks(⟨Int⟩).flatten()",
    "[⟨T⟩.⟨?min_by max_by⟩(⟨A => O⟩)]",
  ],
  "List[Float]": ["(⟨T⟩ ⟨?+ - * /⟩ ⟨T⟩)", "⟨var Random⟩.uniforms(⟨Int⟩ - 2)"],
};

/** A value of any type, or none. */
export const ANY_RISKS: readonly string[] = [
  "(if ⟨Bool⟩ { panic(⟨String⟩) } else { ⟨T⟩ })",
  '⟨Option[T]⟩.expect("a value")',
  '⟨Result[T, String]⟩.expect("a value")',
  "⟨List[T]⟩[⟨Int⟩ + 0]",
  "⟨Map[H, T]⟩[⟨H⟩]",
  "({\nassert ⟨Bool⟩, ⟨String⟩\n⟨T⟩\n})",
  "({\nassert ⟨Int⟩ < ⟨Int⟩\n⟨T⟩\n})",
];

/** Statements that change a place of a type, or stop the program. */
export const RISKY_CHANGES: Templates = {
  List: [
    "⟨@⟩[⟨Int⟩ + 0] = ⟨A⟩",
    "⟨@⟩.truncate(⟨#4⟩)",
    "let _ = ⟨@⟩.remove_at(⟨#4⟩)",
    "⟨@⟩.insert_at(⟨#4⟩, ⟨A⟩)",
  ],
  "List[Int]": ["⟨@⟩[⟨#3⟩] += ⟨Int⟩"],
  Map: ["⟨@⟩[⟨K⟩] = ⟨@⟩[⟨K⟩]"],
  "Map[Int, Int]": ["⟨@⟩[⟨Int⟩ + 0] += 1"],
  Int: ["⟨@⟩ *= 1_000_000", "⟨@⟩ = ⟨@⟩ div ⟨Int⟩"],
  Population: [
    "⟨@⟩.evolve(⟨Float[1/s]⟩, dt: ⟨Float[s]⟩, steps: ⟨#3⟩)",
    "population_evolve(⟨@⟩, 1[1/s], 10ms, ⟨Int⟩ % 9 - 4)",
    "population_evolve(⟨@⟩, 1e12[1/s], 1[s], 2)",
    "⟨@⟩.phases[0] = ⟨?0.75 -0.25⟩[cycle]",
    "print shown(population_trace(⟨@⟩, 1[1/s], 10ms, 3, ⟨#3⟩ - 1))",
    "print shown(population_trace_on(⟨@⟩, ⟨Graph[1/s]⟩, 10ms, 2, 1))",
    "⟨@⟩.turns.push(1)",
    "population_evolve_on(⟨@⟩, Graph { starts: [0, 1, ⟨#4⟩], columns: [⟨#3⟩, ⟨#3⟩], " +
      "weights: [1[1/s], 1[1/s]] }, 10ms, 1)",
    "⟨@⟩ = Population { phases: [⟨Float[cycle]⟩], turns: [⟨Int⟩ + 0], frequencies: " +
      "[⟨Float[Hz]⟩], steps: 0 }",
  ],
};

const PAIR = "[0.1[cycle], 0.2[cycle]]";
const POPULATION = `var population = Population.given(${PAIR}, [⟨Float[Hz]⟩, 1Hz])\n`;
const graph = (starts: string, columns: string, weights = "[1[1/s], ⟨#3⟩[1/s]]"): string =>
  `Graph { starts: ${starts}, columns: ${columns}, weights: ${weights} }`;
const evolvedOn = (on: string): string =>
  `${POPULATION}population_evolve_on(population, ${on}, 10ms, 1 + ⟨#3⟩)\nprint shown(population)`;

/** Statements that stop a program, by the trap that does it. */
export const STOPS = {
  overflow: [
    "var n = 2 + ⟨#9⟩\nfor _ in 0..60 { n *= n }\nprint shown(n)",
    "print shown(-9_007_199_254_740_991 - 1 - Int.abs(⟨Int⟩))",
  ],
  division: ["print shown(⟨Int⟩ ⟨?div %⟩ (⟨Int⟩ % 2 * 0))"],
  conversion: ["print shown(⟨?floor ceil round trunc⟩(⟨?1e16 -1e300⟩ + ⟨Float⟩))"],
  bounds: [
    "print shown(⟨List[P]⟩.slice(0, 0).map(⟨P => Int⟩)[⟨Int⟩ + 0])",
    "print shown([⟨Bool⟩][7])",
  ],
  argument: ["print shown(random_index(⟨Int⟩, 0, ⟨#9⟩, -⟨#9⟩))"],
  assertion: ["assert ⟨Bool⟩ and false, ⟨String⟩", "assert ⟨Int⟩ > 1_000_000_000"],
  panic: ["panic(⟨String⟩)"],
  lengths: ["print shown(⟨List[Float]⟩ ⟨?+ - * /⟩ (⟨List[Float]⟩ ++ [⟨Float⟩, 1.0, 2.0, 3.0]))"],
  tooFew: [
    "print shown(⟨?mean variance⟩(⟨List[Float]⟩.slice(0, 0)))",
    "print shown(coherence([0[cycle]]))",
  ],
  rate: [
    `${POPULATION}population_evolve(population, 1e12[1/s] + ⟨Float[1/s]⟩ * 0, 1[s], 2)\n` +
      "print shown(population)",
  ],
  phase: [
    `${POPULATION}population.phases[⟨#2⟩] = ⟨?0.75 ` +
      `1.5⟩[cycle]\npopulation.evolve(1[1/s], dt: 1ms, steps: 1)`,
  ],
  graph: [evolvedOn(graph("[⟨?0 1⟩, 2, 1]", "[1, 0]"))],
  edge: [evolvedOn(graph("[0, 1, 2]", "[⟨?1 7⟩, 5]"))],
  selfLoop: [evolvedOn(graph("[0, 1, 2]", "[0, ⟨#2⟩]"))],
  count: ["print shown(List.filled(-1 - ⟨#9⟩, ⟨P⟩).length())", "print ⟨String⟩.repeat(-1)"],
  steps: [
    `${POPULATION}population.evolve(1[1/s], dt: 10ms, steps: -1 - ⟨#4⟩)\nprint shown(population)`,
  ],
  every: [`${POPULATION}print shown(population.trace(1[1/s], dt: 10ms, steps: 4, every: -⟨#2⟩))`],
  separator: ['print shown(⟨String⟩.split(""))'],
  weights: [`print shown(coherence_on(${PAIR}, ${graph("[0, 1, 2]", "[1, 0]", "[-1.0, 0.5]")}))`],
  slice: ["print shown(⟨List[S]⟩.slice(0, 100))", "print ⟨String⟩.slice(-⟨#3⟩ - 1, 0)"],
  backwards: ["print shown([⟨S⟩, ⟨S⟩, ⟨S⟩].slice(2, ⟨#2⟩))", 'print "abc".slice(3, ⟨#3⟩)'],
  truncation: ["var xs = ⟨List[P]⟩\nxs.truncate(xs.length() + 1)"],
  scalar: ["print String.from_codes([⟨?55_296 1_114_112 -1⟩, ⟨Int⟩])"],
  key: ["let map = ⟨Map[Int, S]⟩\nprint shown(map[1_000_000 + ⟨Int⟩])"],
} as const satisfies Templates;
