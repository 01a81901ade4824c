/**
 * Instructions of structured control: functions, blocks, loops, branches, calls and failures.
 *
 * Invariants: every function starts with `enter`; after break, continue, return and fail comes `else` or `end`.
 */

import { defineInstruction } from "../entry.ts";
import { immediate, ins, outs, read, take } from "../operand.ts";

/** Compare two registers of a kind and open a structure that runs when the comparison holds. */
const ifCompares = <K extends "i" | "f">(kind: K, code: number, phrase: string) =>
  defineInstruction({
    code,
    operands: { a: read(kind), b: read(kind) },
    flow: "open",
    doc: `Runs what follows when a ${phrase} b, else what stands after its \`else\`, if it has one.`,
  });

export const CONTROL_INSTRUCTIONS = {
  enter: defineInstruction({
    code: 0x01,
    operands: { charge: immediate("charge") },
    traps: ["fuel", "depth"],
    doc: "Starts a function: pays the charge of its first region, then the depth of its frame (64 + 8 · registers).",
  }),
  block: defineInstruction({
    code: 0x02,
    operands: {},
    flow: "open",
    fuel: 0,
    doc: "Opens a structure; `break` to it goes past its `end`.",
  }),
  loop: defineInstruction({
    code: 0x03,
    operands: { charge: immediate("charge") },
    flow: "open",
    traps: ["fuel"],
    doc:
      "Opens a loop and pays its charge, again at every back-edge: a `continue` to it, or falling into its `end`. " +
      "The charge's place is the instruction that pays: `loop`, `continue` or `end`.",
  }),
  if: defineInstruction({
    code: 0x04,
    operands: { a: read("b") },
    flow: "open",
    doc: "Runs what follows when a is true, else what stands after its `else`, if it has one.",
  }),
  if_int_lt: ifCompares("i", 0x05, "<"),
  if_int_le: ifCompares("i", 0x06, "≤"),
  if_int_eq: ifCompares("i", 0x07, "="),
  if_float_lt: ifCompares("f", 0x08, "<"),
  if_float_le: ifCompares("f", 0x09, "≤"),
  if_float_eq: ifCompares("f", 0x0a, "="),
  else: defineInstruction({
    code: 0x0b,
    operands: {},
    flow: "else",
    fuel: 0,
    doc: "Divides an `if`: the first part ends here and goes past the structure's `end`.",
  }),
  end: defineInstruction({
    code: 0x0c,
    operands: {},
    flow: "end",
    fuel: 0,
    traps: ["fuel"],
    doc: "Closes a structure. Falling into the `end` of a loop is a back-edge and pays the loop's charge.",
  }),
  break: defineInstruction({
    code: 0x0d,
    operands: { label: immediate("label") },
    flow: "leave",
    doc: "Goes past the `end` of the structure `label` outwards, 0 being the innermost.",
  }),
  continue: defineInstruction({
    code: 0x0e,
    operands: { label: immediate("label") },
    flow: "leave",
    traps: ["fuel"],
    doc: "Goes back to the head of the loop `label` outwards and pays its charge.",
  }),
  return: defineInstruction({
    code: 0x0f,
    operands: { values: ins("results") },
    flow: "leave",
    doc: "Leaves the function with its results. Every other owned register must be empty.",
  }),
  call: defineInstruction({
    code: 0x10,
    operands: {
      results: outs("function"),
      function: immediate("function"),
      arguments: ins("function"),
    },
    doc: "Calls a function. An inout argument comes back as result 0.",
  }),
  primitive: defineInstruction({
    code: 0x11,
    operands: {
      results: outs("primitive"),
      primitive: immediate("primitive"),
      arguments: ins("primitive"),
    },
    traps: ["fuel", "memory", "argument", "overflow", "division", "conversion", "bounds"],
    doc: "Calls a primitive. Its own fuel stands in the table of primitives and is added to the region's charge.",
  }),
  fail_assertion: defineInstruction({
    code: 0x12,
    operands: { message: take("string") },
    flow: "leave",
    traps: ["assertion"],
    doc: "Stops the program: an assertion did not hold.",
  }),
  fail_panic: defineInstruction({
    code: 0x13,
    operands: { message: take("string") },
    flow: "leave",
    traps: ["panic"],
    doc: "Stops the program with its own message.",
  }),
};
