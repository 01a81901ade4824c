/** Kernels of Ising machines; the prelude makes `max_cut` and `ising_ground_state` of them. */

import { INT } from "../types/type.ts";
import { DIMENSIONLESS } from "../types/unit.ts";
import { definePrimitive, float, list, parameter, recordType } from "./primitive.ts";
import type { Primitive } from "./primitive.ts";
import { graphOf } from "./records.ts";

const COUPLINGS = parameter("couplings", recordType(graphOf(DIMENSIONLESS)));
const SPINS = parameter("spins", list(INT));
const GRAPH_TRAPS = ["lengths", "graph", "edge", "selfLoop", "memory"] as const;
const SEVERAL =
  " The spins of several replicas stand one replica after the other; a negative number is a spin " +
  "−1, any other one 1.";

export const ISING_PRIMITIVES: readonly Primitive[] = [
  definePrimitive({
    name: "bifurcated_spins",
    id: 200,
    parameters: [
      COUPLINGS,
      parameter("strength", float()),
      parameter("steps", INT),
      parameter("seed", INT),
      parameter("batch", INT),
    ],
    result: list(INT),
    doc:
      "Spins of eight replicas of a ballistic simulated bifurcation with the couplings Jij, one " +
      "replica after the other: y' = y + (strength·ΣJx − (1 − k/steps)x)·0.75, x' = x + 0.75·y', " +
      "in 32 bits, and walls at ±1 stop what runs into them. It starts at random in (−0.1, 0.1); " +
      "in the sum, x counts in multiples of 1/256.",
    cost: "12 fuel a node and step, 1 an edge and step",
    traps: [...GRAPH_TRAPS, "steps"],
    source: "H. Goto et al., Science Advances 7 (2021) eabe7953",
    example: [
      "let spins = bifurcated_spins(Graph.path(3, -1.0), 0.5, 200, 1, 0)\n" +
        'print "{spins.length()}, {spins[0] == -spins[1]}, {spins[1] == -spins[2]}"',
      "24, true, true",
    ],
  }),
  definePrimitive({
    name: "annealed_spins",
    id: 201,
    parameters: [
      COUPLINGS,
      SPINS,
      parameter("hot", float()),
      parameter("cold", float()),
      parameter("steps", INT),
      parameter("seed", INT),
      parameter("stream", INT),
    ],
    result: list(INT),
    doc:
      "Spins after `steps` sweeps of single flips by the rule of Metropolis, while the " +
      "temperature goes evenly from `hot` to `cold`, in units of the couplings: the last state " +
      "or the best that stood at the end of a sweep, and no single flip lowers its energy." +
      SEVERAL,
    cost: "1 fuel a spin and sweep, 1 an edge of a spin that flips, 40 a node",
    traps: [...GRAPH_TRAPS, "steps"],
    source: "S. Kirkpatrick, C. Gelatt, M. Vecchi, Science 220 (1983) 671",
    example: [
      'print "{annealed_spins(Graph.path(3, 1.0), [1, 1, -1], 0.5, 0.1, 100, 1, 0)}"',
      "[-1, -1, -1]",
    ],
  }),
  definePrimitive({
    name: "ising_energies",
    id: 202,
    parameters: [COUPLINGS, SPINS],
    result: list(float()),
    doc: `The energy −½·Σ Jij·si·sj over ordered pairs of each replica.${SEVERAL}`,
    cost: "6 fuel an edge and replica, 3 an edge",
    traps: GRAPH_TRAPS,
    example: ['print "{ising_energies(Graph.path(3, 1.0), [1, 1, 1, 1, 1, -1])}"', "[-2.0, 0.0]"],
  }),
];
