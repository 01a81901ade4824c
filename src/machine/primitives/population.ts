/** Kernels of coupled oscillators; the prelude gives them their names as methods of Population. */

import { INT, NOTHING } from "../types/type.ts";
import {
  definePrimitive,
  float,
  list,
  parameter,
  place,
  product,
  recordType,
  tuple,
  unit,
} from "./primitive.ts";
import type { Primitive } from "./primitive.ts";
import { CYCLE, graphOf, PER_SECOND, POPULATION, SECOND } from "./records.ts";

const VAR_POPULATION = place("population", recordType(POPULATION));
const COUPLING = parameter("coupling", float(PER_SECOND));
const GRAPH = parameter("graph", recordType(graphOf(PER_SECOND)));
const DT = parameter("dt", float(SECOND));
const STEPS = parameter("steps", INT);
const EVERY = parameter("every", INT);
const PHASES = parameter("phases", list(float(CYCLE)));

const ALL_TO_ALL =
  "Advances the population by `steps` Runge–Kutta steps of `dt`, all coupled to all: " +
  "θ' = ω + K·Im(z·e^(−iθ)), z the mean phasor.";
const ON_GRAPH =
  "Advances the population by `steps` Runge–Kutta steps of `dt` on a graph: " +
  "θi' = ωi + Σ Wij·sin(θj − θi), not divided by N.";
const RECORDING =
  " Gives the order parameter r after every `every` steps; recording changes no trajectory.";
const SOURCE = "Y. Kuramoto (1975); S. Strogatz, Physica D 143 (2000)";

const GRAPH_LINE =
  "let graph = Graph { starts: [0, 1, 2], columns: [1, 0], weights: [1.0[1/s], 1.0[1/s]] }";
const POPULATION_LINES = [
  "let phases = [0.0[cycle], 0.25[cycle]]",
  "let frequencies = [0.0Hz, 0.0Hz]",
  "var population = Population { phases, turns: [0, 0], frequencies, steps: 0 }",
];

/** An example around a population of two oscillators. */
function withPopulation(lines: readonly string[], prints: string): readonly [string, string] {
  return [[...POPULATION_LINES, ...lines].join("\n"), prints];
}

const POPULATION_TRAPS = ["steps", "lengths", "rate", "phase", "overflow", "memory"] as const;
const GRAPH_TRAPS = ["graph", "edge", "selfLoop"] as const;

export const POPULATION_PRIMITIVES: readonly Primitive[] = [
  definePrimitive({
    name: "population_evolve",
    id: 100,
    parameters: [VAR_POPULATION, COUPLING, DT, STEPS],
    result: NOTHING,
    doc: ALL_TO_ALL,
    cost: "40 fuel an oscillator and step",
    traps: POPULATION_TRAPS,
    source: SOURCE,
    example: withPopulation(
      ["population_evolve(population, 1.0[1/s], 10ms, 100)", 'print "{population.steps}"'],
      "100",
    ),
  }),
  definePrimitive({
    name: "population_evolve_on",
    id: 101,
    parameters: [VAR_POPULATION, GRAPH, DT, STEPS],
    result: NOTHING,
    doc: ON_GRAPH,
    cost: "40 fuel an oscillator and step, 6 an edge and step",
    traps: [...POPULATION_TRAPS, ...GRAPH_TRAPS],
    source: SOURCE,
    example: withPopulation(
      [
        GRAPH_LINE,
        "population_evolve_on(population, graph, 10ms, 100)",
        'print "{population.steps}"',
      ],
      "100",
    ),
  }),
  definePrimitive({
    name: "population_trace",
    id: 102,
    parameters: [VAR_POPULATION, COUPLING, DT, STEPS, EVERY],
    result: list(float()),
    doc: ALL_TO_ALL + RECORDING,
    cost: "40 fuel an oscillator and step, 8 an oscillator and record",
    traps: [...POPULATION_TRAPS, "every", "tooFew"],
    source: SOURCE,
    example: withPopulation(
      [
        "let trace = population_trace(population, 1.0[1/s], 10ms, 100, 40)",
        'print "{trace.length()}"',
      ],
      "2",
    ),
  }),
  definePrimitive({
    name: "population_trace_on",
    id: 103,
    parameters: [VAR_POPULATION, GRAPH, DT, STEPS, EVERY],
    result: list(float()),
    doc: ON_GRAPH + RECORDING,
    cost: "40 fuel an oscillator and step, 6 an edge and step, 8 an oscillator and record",
    traps: [...POPULATION_TRAPS, ...GRAPH_TRAPS, "every", "tooFew"],
    source: SOURCE,
    example: withPopulation(
      [
        GRAPH_LINE,
        "let trace = population_trace_on(population, graph, 10ms, 100, 40)",
        'print "{trace.length()}"',
      ],
      "2",
    ),
  }),
  definePrimitive({
    name: "order_parameter",
    id: 104,
    parameters: [PHASES],
    result: tuple(float(), float(CYCLE)),
    doc:
      "The complex order parameter r·e^(2πiψ), the mean of e^(2πix): r in [0, 1] and ψ in " +
      "[−½, ½) cycles; ψ = 0 where r = 0.",
    cost: "8 fuel an oscillator",
    traps: ["tooFew"],
    source: SOURCE,
    example: [
      'let (r, psi) = order_parameter([0.25[cycle], 0.25[cycle]])\nprint "{r:.3} {psi:.3}"',
      "1.000 0.250",
    ],
    kernel: "list_order",
  }),
  definePrimitive({
    name: "coherence",
    id: 105,
    parameters: [PHASES],
    result: float(),
    doc:
      "The mean of cos(θi − θj) over all pairs: (N·r² − 1)/(N − 1), in [−1/(N − 1), 1]. " +
      "At least two phases.",
    cost: "8 fuel an oscillator",
    traps: ["tooFew"],
    example: ['print "{coherence([0.0[cycle], 0.5[cycle]]):.3}"', "-1.000"],
    kernel: "list_coherence",
  }),
  definePrimitive({
    name: "coherence_on",
    id: 106,
    units: ["u"],
    parameters: [PHASES, parameter("graph", recordType(graphOf(unit("u"))))],
    result: float(),
    doc:
      "Σ w·cos(θi − θj) / Σ w over the edges of a graph, whose weights have a positive sum. " +
      "At least two phases.",
    cost: "8 fuel an oscillator, 6 an edge",
    traps: ["tooFew", "lengths", "weights", ...GRAPH_TRAPS],
    example: [
      `${GRAPH_LINE}\nprint "{coherence_on([0.0[cycle], 0.5[cycle]], graph):.3}"`,
      "-1.000",
    ],
    kernel: "list_coherence_on",
  }),
  definePrimitive({
    name: "phasors",
    id: 107,
    parameters: [PHASES],
    result: tuple(list(float()), list(float())),
    doc: "The cosines and the sines of all phases, at most 1.5 units in the last place wrong.",
    cost: "8 fuel a phase",
    traps: ["memory"],
    example: [
      'let (cosines, sines) = phasors([0.0[cycle]])\nprint "{cosines} {sines}"',
      "[1.0] [0.0]",
    ],
    kernel: "list_phasors",
  }),
  definePrimitive({
    name: "graph_sums",
    id: 108,
    units: ["u", "v"],
    parameters: [
      parameter("graph", recordType(graphOf(unit("u")))),
      parameter("values", list(float(unit("v")))),
    ],
    result: list(float(product(unit("u"), unit("v")))),
    doc: "Σ Wij·xj for every node i of a graph: the graph as a matrix, applied to a list.",
    cost: "9 fuel an edge, 1 a node",
    traps: ["lengths", "memory", ...GRAPH_TRAPS],
    example: [`${GRAPH_LINE}\nprint "{graph_sums(graph, [1.0, 0.5])}"`, "[0.5, 1.0]"],
  }),
  definePrimitive({
    name: "population_shift",
    id: 109,
    parameters: [VAR_POPULATION, parameter("increments", list(float(CYCLE)))],
    result: NOTHING,
    doc: "Moves every phase by its increment, wraps it into [−½, ½) cycles and counts the turns.",
    cost: "1 fuel an oscillator",
    traps: ["lengths", "phase", "overflow", "memory"],
    example: withPopulation(
      [
        "population_shift(population, [0.25[cycle], 1.25[cycle]])",
        'print "{population.phases} {population.turns}"',
      ],
      "[0.25, -0.5] [0, 2]",
    ),
  }),
];
