/**
 * The traps: every way a run can stop before its end, each with a number that is never reused.
 *
 * Invariants: a trap is part of a run's result, equal in both tiers in code, place and message.
 * Not here: faults of the world (src/fault.ts), diagnostics of a program (src/source/catalogue/).
 */

import { FRAME_COST, REGISTER_COST } from "./limits.ts";

export interface Trap {
  /** Stands in receipts; never reused. */
  readonly code: number;
  /**
   * What people read: `{a}` and `{b}` are the two numbers captured at the place, `{text}` the
   * program's own text.
   */
  readonly message: string;
  readonly explanation: string;
}

export const TRAPS = {
  fuel: {
    code: 1,
    message: "out of fuel",
    explanation:
      "The program needed more steps than the fuel limit allows. A charge that cannot be paid is " +
      "not deducted, so the remaining fuel is reported as it was.",
  },
  memory: {
    code: 2,
    message: "out of memory",
    explanation: "The heap would have grown past the memory limit.",
  },
  depth: {
    code: 3,
    message: "calls nested too deeply",
    explanation:
      "The frames of the open calls would have passed the depth limit. A frame costs " +
      `${FRAME_COST} and ${REGISTER_COST} for each register.`,
  },
  output: {
    code: 4,
    message: "too much output",
    explanation: "The bytes emitted and printed would have passed the output limit.",
  },
  overflow: {
    code: 5,
    message: "integer overflow: {a} and {b} give a result outside ±9007199254740991",
    explanation:
      "An Int is exact: a result outside −(2⁵³−1) … 2⁵³−1 stops the program and is not rounded.",
  },
  division: {
    code: 6,
    message: "division of {a} by zero",
    explanation: "An Int has no value for a division by zero.",
  },
  conversion: {
    code: 7,
    message: "{a} is not an Int",
    explanation: "Only a Float whose rounded value lies in −(2⁵³−1) … 2⁵³−1 converts to an Int.",
  },
  bounds: {
    code: 8,
    message: "index {a} is outside a list of length {b}",
    explanation: "Indices run from 0 to the length less one.",
  },
  argument: {
    code: 9,
    message: "argument `bound` is {a}, and has to be at least {b}",
    explanation: "A random index is drawn from 0 … bound − 1, which has to hold a number.",
  },
  assertion: {
    code: 10,
    message: "assertion failed: {text}",
    explanation: "A condition the program asserts did not hold.",
  },
  panic: {
    code: 11,
    message: "panic: {text}",
    explanation: "The program stopped itself.",
  },
  lengths: {
    code: 12,
    message: "one list has {b} elements where {a} are needed",
    explanation:
      "Lists that belong together must be equally long; a graph has one row more than oscillators.",
  },
  tooFew: {
    code: 13,
    message: "at least {a} elements are needed, and there are {b}",
    explanation:
      "The result is not defined for so few elements: a mean needs one, a coherence two.",
  },
  rate: {
    code: 14,
    message: "in a step of {a} s an oscillator turns too far",
    explanation:
      "An oscillator would turn more than 2147483648 cycles in one step, or its rate is no number.",
  },
  phase: {
    code: 15,
    message: "a phase lies outside −½ ≤ x < ½ cycles",
    explanation:
      "The phases of a population are wrapped, and whole turns are counted apart: " +
      "`Population.given` makes one from phases of any size. NaN lies outside too.",
  },
  graph: {
    code: 16,
    message: "the row starts of a graph do not ascend from 0 to its number of edges",
    explanation: "Row i of a graph holds the edges from starts[i] to starts[i + 1].",
  },
  edge: {
    code: 17,
    message: "an edge of a graph leads to an oscillator that does not exist",
    explanation: "Columns are indices of oscillators, from 0 to their number less one.",
  },
  selfLoop: {
    code: 18,
    message: "an edge of a graph leads from an oscillator to itself",
    explanation: "An oscillator is never coupled to itself on a graph.",
  },
  count: {
    code: 19,
    message: "argument `count` is {a}, and has to be at least {b}",
    explanation: "No list has fewer than 0 elements, and no string is repeated fewer than 0 times.",
  },
  steps: {
    code: 20,
    message: "argument `steps` is {a}, and has to be at least {b}",
    explanation: "A population goes forward only; a negative step `dt` undoes what went before.",
  },
  every: {
    code: 21,
    message: "argument `every` is {a}, and has to be at least {b}",
    explanation: "The order parameter is recorded after every so many steps: 1 for each of them.",
  },
  separator: {
    code: 22,
    message: "the separator is empty, and has to have at least one character",
    explanation: "An empty separator occurs everywhere, so it divides a string nowhere.",
  },
  weights: {
    code: 23,
    message: "the weights of a graph add up to {a}, and have to add up to more than 0.0",
    explanation: "A weighted mean divides by the sum of the weights.",
  },
  slice: {
    code: 24,
    message: "a slice begins or ends at {a}, outside of 0 to {b}",
    explanation:
      "A slice of a list or a string begins and ends between its elements or characters: at 0 " +
      "before the first, at the length after the last.",
  },
  backwards: {
    code: 25,
    message: "a slice from {a} to {b} would end before it begins",
    explanation: "A slice begins at `from` and ends before `to`, which is not smaller.",
  },
  truncation: {
    code: 26,
    message: "a list of length {b} cannot be shortened to length {a}",
    explanation: "A list is shortened to a length from 0 to the one it has.",
  },
  scalar: {
    code: 28,
    message: "{a} is no Unicode scalar value",
    explanation:
      "A character is a number from 0 to 1114111 (10ffff) without 55296 … 57343 (d800 … dfff), " +
      "which are halves of others.",
  },
  key: {
    code: 27,
    message: "the map has no key {text}",
    explanation:
      "`m[key]` reads and changes entries that are there. Where a key may be missing, ask with " +
      "`m.get(key)`, which gives an `Option`, or give a start with `m.update(key, start, …)`.",
  },
} as const satisfies Readonly<Record<string, Trap>>;

export type TrapName = keyof typeof TRAPS;

/** The name of a trap's code. */
export function trapNameOf(code: number): TrapName {
  const name = (Object.keys(TRAPS) as TrapName[]).find((key) => TRAPS[key].code === code);
  if (name === undefined) throw new Error(`no trap has the code ${code}`);
  return name;
}
