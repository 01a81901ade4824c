/**
 * Arithmetic over whole lists of Floats: what `+ - * /` and the sign do when a side is a list.
 *
 * Called by name they change a place, so there factors and divisors are plain numbers; the
 * operators give each result the unit it has.
 */

import { NOTHING } from "../types/type.ts";
import { definePrimitive, float, list, parameter, place, unit } from "./primitive.ts";
import type { Primitive, PrimitiveParameter } from "./primitive.ts";

const U = float(unit("u"));
const NUMBER = float();

interface Row {
  readonly id: number;
  readonly name: string;
  /** The list that changes, where it is not of any unit. */
  readonly plain?: true;
  readonly other: PrimitiveParameter;
  readonly doc: string;
  readonly example: readonly [expression: string, prints: string];
}

const ROWS: readonly Row[] = [
  {
    id: 110,
    name: "list_add",
    other: parameter("ys", list(U)),
    doc: "xs[i] + ys[i] for every i, as `xs + ys`; both lists are equally long.",
    example: ["[1.0, 2.0] + [0.5, 0.25]", "[1.5, 2.25]"],
  },
  {
    id: 111,
    name: "list_subtract",
    other: parameter("ys", list(U)),
    doc: "xs[i] − ys[i] for every i, as `xs - ys`; both lists are equally long.",
    example: ["[1.0, 2.0] - [0.5, 0.25]", "[0.5, 1.75]"],
  },
  {
    id: 112,
    name: "list_multiply",
    other: parameter("ys", list(NUMBER)),
    doc: "xs[i] · ys[i] for every i, as `xs * ys`; both lists are equally long.",
    example: ["[1.0, 2.0] * [0.5, 0.25]", "[0.5, 0.5]"],
  },
  {
    id: 113,
    name: "list_divide",
    other: parameter("ys", list(NUMBER)),
    doc: "xs[i] / ys[i] for every i, as `xs / ys`; both lists are equally long.",
    example: ["[1.0, 2.0] / [0.5, 0.25]", "[2.0, 8.0]"],
  },
  {
    id: 114,
    name: "list_shift",
    other: parameter("x", U),
    doc: "xs[i] + x for every i, as `xs + x` and `x + xs`.",
    example: ["[1.0, 2.0] + 0.5", "[1.5, 2.5]"],
  },
  {
    id: 115,
    name: "list_lower",
    other: parameter("x", U),
    doc: "xs[i] − x for every i, as `xs - x`.",
    example: ["[1.0, 2.0] - 0.5", "[0.5, 1.5]"],
  },
  {
    id: 116,
    name: "list_subtract_from",
    other: parameter("x", U),
    doc: "x − xs[i] for every i, as `x - xs`.",
    example: ["3 - [1.0, 2.0]", "[2.0, 1.0]"],
  },
  {
    id: 117,
    name: "list_scale",
    other: parameter("x", NUMBER),
    doc: "xs[i] · x for every i, as `xs * x`, `x * xs`, and `-xs` with x = −1.",
    example: ["2 * [1.0, 2.0]", "[2.0, 4.0]"],
  },
  {
    id: 118,
    name: "list_divide_by",
    other: parameter("x", NUMBER),
    doc: "xs[i] / x for every i, as `xs / x`.",
    example: ["[1.0, 2.0] / 4", "[0.25, 0.5]"],
  },
  {
    id: 119,
    name: "list_divide_into",
    plain: true,
    other: parameter("x", NUMBER),
    doc: "x / xs[i] for every i, as `x / xs`.",
    example: ["1 / [1.0, 2.0]", "[1.0, 0.5]"],
  },
];

export const ELEMENTWISE_PRIMITIVES: readonly Primitive[] = ROWS.map((row) =>
  definePrimitive({
    name: row.name,
    id: row.id,
    units: row.plain ? [] : ["u"],
    parameters: [place("xs", list(row.plain ? NUMBER : U)), row.other],
    result: NOTHING,
    doc: row.doc,
    cost: "1 fuel an element, and a new list where somebody else holds the first",
    traps: row.other.type.kind === "list" ? ["lengths", "memory"] : ["memory"],
    example: [`let zs = ${row.example[0]}\nprint "{zs}"`, row.example[1]],
  }),
);
