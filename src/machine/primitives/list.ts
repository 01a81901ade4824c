/** Lists: length, growth, parts, sums. Elements are read and written by `xs[i]`, joined by `++`. */

import { INT, NOTHING } from "../types/type.ts";
import { definePrimitive, float, list, parameter, place, product, T, unit } from "./primitive.ts";
import type { Primitive } from "./primitive.ts";

const U = float(unit("u"));
const V = float(unit("v"));

export const LIST_PRIMITIVES: readonly Primitive[] = [
  definePrimitive({
    name: "List.length",
    id: 40,
    types: ["T"],
    parameters: [parameter("xs", list(T))],
    result: INT,
    doc: "How many elements the list has.",
    example: ['print "{[1, 2, 3].length()}"', "3"],
    instruction: "list_length",
  }),
  definePrimitive({
    name: "List.push",
    id: 41,
    types: ["T"],
    parameters: [place("xs", list(T)), parameter("x", T)],
    result: NOTHING,
    doc: "Appends one element.",
    cost: "constant on average; a copy where the list is shared",
    example: ['var xs = [1]\nxs.push(2)\nprint "{xs}"', "[1, 2]"],
    instruction: "list_push_*",
  }),
  definePrimitive({
    name: "List.filled",
    id: 42,
    types: ["T"],
    parameters: [parameter("count", INT), parameter("x", T)],
    result: list(T),
    doc: "A list of `count` times the same value.",
    cost: "linear in `count`",
    traps: ["count", "memory"],
    example: ['print "{List.filled(3, 0.5)}"', "[0.5, 0.5, 0.5]"],
    instruction: "list_fill_*",
  }),
  definePrimitive({
    name: "List.truncate",
    id: 43,
    types: ["T"],
    parameters: [place("xs", list(T)), parameter("length", INT)],
    result: NOTHING,
    doc: "Leaves the first `length` elements, 0 … the length.",
    cost: "linear in the elements that go; a copy where the list is shared",
    traps: ["truncation"],
    example: ['var xs = [1, 2, 3]\nxs.truncate(1)\nprint "{xs}"', "[1]"],
    kernel: "list_truncate",
  }),
  definePrimitive({
    name: "List.slice",
    id: 44,
    types: ["T"],
    parameters: [parameter("xs", list(T)), parameter("from", INT), parameter("to", INT)],
    result: list(T),
    doc: "The elements from index `from` up to but without `to`; 0 ≤ from ≤ to ≤ length.",
    cost: "linear in the elements taken",
    traps: ["slice", "backwards"],
    example: ['print "{[1, 2, 3, 4].slice(1, 3)}"', "[2, 3]"],
    kernel: "list_slice",
  }),
  definePrimitive({
    name: "sum",
    id: 45,
    units: ["u"],
    parameters: [parameter("xs", list(U))],
    result: U,
    doc:
      "The sum in the one fixed order of the product: eight lanes, blocks of 1,024, a pairwise " +
      "tree. 0 for an empty list.",
    cost: "1 fuel an element",
    source: "pairwise summation; N. Higham, Accuracy and Stability of Numerical Algorithms, §4",
    example: ['print "{sum([0.5, 0.25])}"', "0.75"],
    kernel: "list_sum",
  }),
  definePrimitive({
    name: "mean",
    id: 46,
    units: ["u"],
    parameters: [parameter("xs", list(U))],
    result: U,
    doc: "The sum divided by the length.",
    cost: "1 fuel an element",
    traps: ["tooFew"],
    example: ['print "{mean([1.0, 2.0])}"', "1.5"],
    kernel: "list_mean",
  }),
  definePrimitive({
    name: "dot_parts",
    id: 47,
    units: ["u", "v"],
    parameters: [
      parameter("xs", list(U)),
      parameter("i", INT),
      parameter("ys", list(V)),
      parameter("j", INT),
      parameter("count", INT),
    ],
    result: float(product(unit("u"), unit("v"))),
    doc:
      "Σ xs[i + k] · ys[j + k] for k from 0 up to but without `count`, in the order of `sum`. " +
      "The parts lie in their lists.",
    cost: "1 fuel an element",
    traps: ["count", "slice"],
    example: ['print "{dot_parts([1.0, 2.0, 3.0], 1, [4.0, 5.0], 0, 2)}"', "23.0"],
    kernel: "list_dot",
  }),
  definePrimitive({
    name: "ascending",
    id: 48,
    units: ["u"],
    parameters: [parameter("xs", list(U))],
    result: list(U),
    doc: "The elements in ascending order: −∞ … −0, 0 … ∞, NaN last.",
    cost: "24 fuel an element",
    traps: ["memory"],
    source: "radix sort; D. Knuth, The Art of Computer Programming 3, §5.2.5",
    example: ['print "{ascending([2.0, -1.0, 0.5])}"', "[-1.0, 0.5, 2.0]"],
    kernel: "list_ascending",
  }),
];
