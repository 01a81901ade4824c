/**
 * Random numbers by (seed, stream, counter): the same three give the same number, on every machine.
 */

import { INT } from "../types/type.ts";
import { definePrimitive, float, list, parameter } from "./primitive.ts";
import type { Primitive } from "./primitive.ts";

const KEY = [parameter("seed", INT), parameter("stream", INT), parameter("counter", INT)];
const COUNT = parameter("count", INT);
const SOURCE = "Philox4x32-10: Salmon, Moraes, Dror, Shaw (2011)";
const NUMBER = float();
const NUMBERS = list(NUMBER);

/** One number, and a list of the numbers of consecutive counters. */
function distribution(
  id: number,
  name: string,
  fuel: number,
  doc: string,
  numbers: readonly [string, string],
): readonly Primitive[] {
  return [
    definePrimitive({
      name: `random_${name}`,
      id,
      parameters: KEY,
      result: NUMBER,
      fuel,
      doc: `${doc} Number \`counter\` of the stream.`,
      source: SOURCE,
      example: [`print "{random_${name}(42, 0, 0)}"`, numbers[0]],
    }),
    definePrimitive({
      name: `random_${name}s`,
      id: id + 1,
      parameters: [...KEY, COUNT],
      result: NUMBERS,
      doc: `${doc} \`count\` of them, from number \`counter\` of the stream on.`,
      cost: "40 fuel a number",
      traps: ["count", "overflow", "memory"],
      source: SOURCE,
      example: [`print "{random_${name}s(42, 0, 0, 2)}"`, `[${numbers.join(", ")}]`],
    }),
  ];
}

export const RANDOM_PRIMITIVES: readonly Primitive[] = [
  ...distribution(80, "uniform", 25, "Uniform in [0, 1).", [
    "0.6129598811894158",
    "0.9877186509145105",
  ]),
  ...distribution(82, "normal", 50, "Standard normal.", [
    "0.8864975059014412",
    "-0.15660962291201797",
  ]),
  ...distribution(84, "lorentzian", 40, "Standard Lorentzian (Cauchy): median 0, half width 1.", [
    "0.3705617469816134",
    "25.905290850130996",
  ]),
  definePrimitive({
    name: "random_index",
    id: 86,
    parameters: [...KEY, parameter("bound", INT)],
    result: INT,
    fuel: 25,
    doc: "An Int in 0 … bound − 1, each exactly as likely as any other; bound at least 1.",
    traps: ["argument"],
    source: SOURCE,
    example: ['print "{random_index(42, 0, 0, 10)}"', "6"],
  }),
  definePrimitive({
    name: "lorentzian_sample",
    id: 87,
    parameters: [COUNT],
    result: NUMBERS,
    doc: "The quantiles tan(π((i + ½)/count − ½)): a Lorentzian sample without chance.",
    cost: "40 fuel a number",
    traps: ["count", "memory"],
    example: ['print "{lorentzian_sample(3)}"', "[-1.7320508075688779, 0.0, 1.7320508075688779]"],
  }),
];
