/** Kernels over all pairs of oscillators, with a weight for each. */

import { INT } from "../types/type.ts";
import { definePrimitive, float, list, parameter, product, tuple, unit } from "./primitive.ts";
import type { Primitive } from "./primitive.ts";
import { CYCLE } from "./records.ts";

const WEIGHTS = parameter("weights", list(float(unit("u"))));

export const DENSE_PRIMITIVES: readonly Primitive[] = [
  definePrimitive({
    name: "dense_sums",
    id: 220,
    units: ["u", "v"],
    parameters: [
      WEIGHTS,
      parameter("cosines", list(float(unit("v")))),
      parameter("sines", list(float(unit("v")))),
    ],
    result: tuple(
      list(float(product(unit("u"), unit("v")))),
      list(float(product(unit("u"), unit("v")))),
    ),
    doc:
      "Σ Wij·cj and Σ Wij·sj over j ≠ i for every row i of a square matrix, whose elements stand " +
      "row by row.",
    cost: "1 fuel an element, 1 a row",
    traps: ["lengths", "memory"],
    example: [
      'print "{dense_sums([9.0, 2.0, 3.0, 9.0], [1.0, 0.5], [0.0, 1.0])}"',
      "([1.0, 3.0], [2.0, 0.0])",
    ],
  }),
  definePrimitive({
    name: "coherences_of",
    id: 221,
    units: ["u"],
    parameters: [parameter("phases", list(float(CYCLE))), parameter("n", INT), WEIGHTS],
    result: list(float()),
    doc:
      "Σ w·cos(θi − θj) / Σ w over i ≠ j for each of many ensembles of n phases, which stand one " +
      "ensemble after the other, with one n × n matrix of weights for all.",
    cost: "8 fuel a phase, 1 a phase and phase of its ensemble",
    traps: ["lengths", "weights", "memory"],
    example: [
      "let phases = [0[cycle], 0[cycle], 0[cycle], 0.5[cycle]]\n" +
        'print "{coherences_of(phases, 2, [0.0, 1.0, 1.0, 0.0])}"',
      "[1.0, -1.0]",
    ],
  }),
];
