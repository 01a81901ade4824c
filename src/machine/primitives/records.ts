/**
 * The records that kernels know: the prelude declares them with the same names, fields and order.
 *
 * Invariants: a kernel reads slots by number, so the order of the fields is part of the contract.
 */

import { INT, type RecordType } from "../types/type.ts";
import type { UnitTerm } from "../types/unit.ts";
import { base, float, list, tuple } from "./primitive.ts";

export const CYCLE = base({ cycle: 1 });
export const HERTZ = base({ cycle: 1, s: -1 });
export const PER_SECOND = base({ s: -1 });
export const SECOND = base({ s: 1 });

/** N oscillators: phases in [−½, ½) cycles, whole turns, natural frequencies, steps done so far. */
export const POPULATION: RecordType = {
  name: "Population",
  typeArguments: [],
  unitArguments: [],
  fields: [
    { name: "phases", type: list(float(CYCLE)) },
    { name: "turns", type: list(INT) },
    { name: "frequencies", type: list(float(HERTZ)) },
    { name: "steps", type: INT },
  ],
};

/**
 * N sites: amplitudes and values as four planes of N numbers (w, x, y, z), phases in [−½, ½)
 * cycles, frequencies, steps done so far, and the unit axis.
 */
export const QUATERNION_FIELD: RecordType = {
  name: "QuaternionField",
  typeArguments: [],
  unitArguments: [],
  fields: [
    { name: "amplitudes", type: list(float()) },
    { name: "phases", type: list(float(CYCLE)) },
    { name: "frequencies", type: list(float(HERTZ)) },
    { name: "values", type: list(float()) },
    { name: "steps", type: INT },
    { name: "axis", type: tuple(float(), float(), float()) },
  ],
};

/**
 * Weighted adjacency in rows: row i receives over the edges starts[i] … starts[i + 1] from their
 * columns.
 */
export function graphOf(weight: UnitTerm): RecordType {
  return {
    name: "Graph",
    typeArguments: [],
    unitArguments: [weight],
    fields: [
      { name: "starts", type: list(INT) },
      { name: "columns", type: list(INT) },
      { name: "weights", type: list(float(weight)) },
    ],
  };
}
