/** Kernels of quaternion fields; the prelude gives them their names as methods. */

import { INT, NOTHING } from "../types/type.ts";
import { definePrimitive, float, parameter, place, recordType } from "./primitive.ts";
import type { Primitive } from "./primitive.ts";
import { QUATERNION_FIELD, SECOND } from "./records.ts";

export const FIELD_PRIMITIVES: readonly Primitive[] = [
  definePrimitive({
    name: "quaternion_field_evolve",
    id: 180,
    parameters: [
      place("field", recordType(QUATERNION_FIELD)),
      parameter("x", float()),
      parameter("y", float()),
      parameter("z", float()),
      parameter("dt", float(SECOND)),
      parameter("steps", INT),
    ],
    result: NOTHING,
    doc:
      "Turns a field of quaternions by `steps` steps of `dt` about the unit axis u = (x, y, z): " +
      "ψ = a·e^(uφ) with φ' = f at every site. The length of a phasor is kept to rounding.",
    cost: "40 fuel a site, 8 a site and step",
    traps: ["steps", "lengths", "rate", "phase", "overflow", "memory"],
    example: [
      [
        "let (phases, frequencies) = ([0[cycle]], [0.25Hz])",
        "let amplitudes = [1.0, 0.0, 0.0, 0.0]",
        "let (values, axis) = (amplitudes, (0.0, 0.0, 1.0))",
        "var field = QuaternionField { amplitudes, phases, frequencies, values, steps: 0, axis }",
        "quaternion_field_evolve(field, 0.0, 0.0, 1.0, 1s, 1)",
        'print "{field.phases} {field.values}"',
      ].join("\n"),
      "[0.25] [0.0, 0.0, 0.0, 1.0]",
    ],
    kernel: "field_evolve",
  }),
];
