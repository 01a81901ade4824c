/**
 * The traps: every way a run can stop before its end, each with a number that is never reused.
 *
 * Invariants: a trap is part of a run's result, equal in both tiers in code, place and message.
 * Not here: faults of the world (src/fault.ts), diagnostics of a program (src/source/catalogue/).
 */

export interface Trap {
  /** Stands in receipts; never reused. */
  readonly code: number;
  /** What people read: `{a}` and `{b}` are the two numbers captured at the place, `{text}` the program's own text. */
  readonly message: string;
  readonly explanation: string;
}

export const TRAPS = {
  fuel: {
    code: 1,
    message: "out of fuel",
    explanation:
      "The program needed more steps than the fuel limit allows. A charge that cannot be paid is not deducted, " +
      "so the remaining fuel is reported as it was.",
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
      "The frames of the open calls would have passed the depth limit. A frame costs 64 bytes and 8 for each register.",
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
      "An Int is exact: a result outside −(2⁵³−1) … 2⁵³−1 stops the program instead of being rounded.",
  },
  division: {
    code: 6,
    message: "division of {a} by zero",
    explanation: "An Int has no value for a division by zero.",
  },
  conversion: {
    code: 7,
    message: "{a} is not an Int",
    explanation:
      "Only a finite Float whose rounded value lies in −(2⁵³−1) … 2⁵³−1 converts to an Int.",
  },
  bounds: {
    code: 8,
    message: "index {a} is outside a list of length {b}",
    explanation: "Indices run from 0 to the length less one.",
  },
  argument: {
    code: 9,
    message: "argument {a} is outside the range it may have",
    explanation: "A primitive was given an argument outside its documented range.",
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
} as const satisfies Readonly<Record<string, Trap>>;

export type TrapName = keyof typeof TRAPS;
