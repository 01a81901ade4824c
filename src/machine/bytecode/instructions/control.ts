/**
 * Instructions of structured control: functions, blocks, loops, branches, calls and failures.
 *
 * Invariants: every function starts with `enter`; after break, continue, return and fail comes
 * `else` or `end`.
 */

import { FRAME_COST, REGISTER_COST } from "../../limits.ts";
import { PRIMITIVES } from "../../primitives/index.ts";
import { TRAPS, type TrapName } from "../../trap.ts";
import { defineInstruction } from "../entry.ts";
import { immediate, ins, outs, read, take } from "../operand.ts";
import type { WasmOperator } from "../wasm-operator.ts";

/** Compare two registers of a kind and open a structure that runs when the comparison holds. */
const ifCompares = <K extends "i" | "f">(
  kind: K,
  code: number,
  phrase: string,
  script: string,
  operator: WasmOperator,
) =>
  defineInstruction({
    code,
    operands: { a: read(kind), b: read(kind) },
    flow: "open",
    resolved: ["target"],
    doc: `Runs what follows when a ${phrase} b, else what stands behind its \`else\`, if any.`,
    interpret: `pc = $a ${script} $b ? $next : $target; continue;`,
    emit: (e, { a, b }) => {
      e.get(a);
      e.get(b);
      e.op(operator);
      e.openIf();
    },
  });

/** What charges and allocations of a kernel may end in, and every trap of some primitive. */
function primitiveTraps(): readonly TrapName[] {
  const kernels = PRIMITIVES.filter(({ implementation }) => implementation.kind === "kernel");
  const found = new Set<TrapName>(["fuel", "memory", ...kernels.flatMap(({ traps }) => traps)]);
  return (Object.keys(TRAPS) as TrapName[]).filter((name) => found.has(name));
}

/** Pays a charge; written out in each place so that the loop has no call. */
const PAY = "if (fuel < $charge) $trap(fuel); fuel -= $charge;";

export const CONTROL_INSTRUCTIONS = {
  enter: defineInstruction({
    code: 0x01,
    operands: { charge: immediate("charge") },
    traps: ["fuel", "depth"],
    resolved: ["cost"],
    doc:
      "Starts a function: pays the charge of its first region, then the depth of its frame " +
      `(${FRAME_COST} + ${REGISTER_COST} · registers).`,
    interpret: `${PAY} if (depth < $cost) $trap(depth); depth -= $cost;`,
    emit: (e, { charge }) => e.enter(charge),
  }),
  block: defineInstruction({
    code: 0x02,
    operands: {},
    flow: "open",
    fuel: 0,
    doc: "Opens a structure; `break` to it goes past its `end`.",
    interpret: "",
    emit: (e) => e.openBlock(),
  }),
  loop: defineInstruction({
    code: 0x03,
    operands: { charge: immediate("charge") },
    flow: "open",
    traps: ["fuel"],
    doc:
      "Opens a loop and pays its charge, and again at every back-edge: a `continue` to it, or " +
      "falling into its `end`. " +
      "The charge's place is the instruction that pays: `loop`, `continue` or `end`.",
    interpret: PAY,
    emit: (e, { charge }) => e.openLoop(charge),
  }),
  if: defineInstruction({
    code: 0x04,
    operands: { a: read("b") },
    flow: "open",
    resolved: ["target"],
    doc: "Runs what follows when a is true, else what stands after its `else`, if it has one.",
    interpret: "pc = $a !== 0 ? $next : $target; continue;",
    emit: (e, { a }) => {
      e.get(a);
      e.openIf();
    },
  }),
  if_int_lt: ifCompares("i", 0x05, "<", "<", "i64.lt_s"),
  if_int_le: ifCompares("i", 0x06, "≤", "<=", "i64.le_s"),
  if_int_eq: ifCompares("i", 0x07, "=", "===", "i64.eq"),
  if_float_lt: ifCompares("f", 0x08, "<", "<", "f64.lt"),
  if_float_le: ifCompares("f", 0x09, "≤", "<=", "f64.le"),
  if_float_eq: ifCompares("f", 0x0a, "=", "===", "f64.eq"),
  else: defineInstruction({
    code: 0x0b,
    operands: {},
    flow: "else",
    fuel: 0,
    resolved: ["target"],
    doc: "Divides an `if`: the first part ends here and goes past the structure's `end`.",
    interpret: "pc = $target; continue;",
    emit: (e) => e.otherwise(),
  }),
  end: defineInstruction({
    code: 0x0c,
    operands: {},
    flow: "end",
    fuel: 0,
    traps: ["fuel"],
    resolved: ["target", "charge"],
    doc: "Closes a structure. Falling into the `end` of a loop is a back-edge and pays its charge.",
    // prepared for loops alone
    interpret: `${PAY} pc = $target; continue;`,
    emit: (e) => e.end(),
  }),
  break: defineInstruction({
    code: 0x0d,
    operands: { label: immediate("label") },
    flow: "leave",
    resolved: ["target"],
    doc: "Goes past the `end` of the structure `label` outwards, 0 being the innermost.",
    interpret: "pc = $target; continue;",
    emit: (e, { label }) => e.breakTo(label),
  }),
  continue: defineInstruction({
    code: 0x0e,
    operands: { label: immediate("label") },
    flow: "leave",
    traps: ["fuel"],
    resolved: ["target", "charge"],
    doc: "Goes back to the head of the loop `label` outwards and pays its charge.",
    interpret: `${PAY} pc = $target; continue;`,
    emit: (e, { label }) => e.continueTo(label),
  }),
  return: defineInstruction({
    code: 0x0f,
    operands: { values: ins("results") },
    flow: "leave",
    resolved: ["cost"],
    doc: "Leaves the function with its results. Every other owned register must be empty.",
    interpret: `
      depth += $cost;
      if (frameTop === 0) $finish
      frameTop = (frameTop - 2) | 0;
      const caller = frames[frameTop];
      const callerBase = frames[(frameTop + 1) | 0];
      const values = $values.count;
      for (let k = 0; k < values; k++) {
        stack[(callerBase + $callResult(caller, k)) | 0] = $values[k];
      }
      base = callerBase;
      pc = $callAfter(caller);
      continue;`,
    emit: (e, { values }) => e.leave(values),
  }),
  call: defineInstruction({
    code: 0x10,
    operands: {
      results: outs("function"),
      function: immediate("function"),
      arguments: ins("function"),
    },
    resolved: ["registers", "after"],
    doc: "Calls a function. An inout argument comes back as result 0.",
    interpret: `
      const callee = $function;
      const frame = (base + $registers) | 0;
      if (frame + registerCounts[callee] > stack.length || frameTop + 2 > frames.length) {
        growStacks(state, frame + registerCounts[callee], frameTop + 2);
        return (left + 1) | 0;
      }
      const count = $arguments.count;
      for (let k = 0; k < count; k++) stack[(frame + k) | 0] = $arguments[k];
      frames[frameTop] = pc;
      frames[(frameTop + 1) | 0] = base;
      frameTop = (frameTop + 2) | 0;
      base = frame;
      pc = entries[callee];
      continue;`,
    emit: (e, x) => e.call(x.function, x.arguments, x.results),
  }),
  primitive: defineInstruction({
    code: 0x11,
    operands: {
      results: outs("primitive"),
      primitive: immediate("primitive"),
      arguments: ins("primitive"),
    },
    traps: primitiveTraps(),
    doc:
      "Calls a primitive. Its own fuel stands in the table of primitives and is added to the " +
      "charge of the region.",
    interpret: `
      $lend
      const primitive = primitives[$primitive];
      const inputs = primitive.inputs;
      const inputCount = $arguments.count;
      for (let k = 0; k < inputCount; k++) inputs[k] = $arguments[k];
      const outputs = callPrimitive(primitive, views);
      const outputCount = $results.count;
      for (let k = 0; k < outputCount; k++) $results[k] = outputs[k];
      $settle`,
    emit: (e, x) => e.primitive(x.primitive, x.arguments, x.results),
  }),
  fail_assertion: defineInstruction({
    code: 0x12,
    operands: { message: take("string") },
    flow: "leave",
    traps: ["assertion"],
    doc: "Stops the program: an assertion did not hold.",
    interpret: "$trap(assertion, 0, 0, $message)",
    emit: (e, { message }) => e.trapWithText("assertion", message),
  }),
  fail_panic: defineInstruction({
    code: 0x13,
    operands: { message: take("string") },
    flow: "leave",
    traps: ["panic"],
    doc: "Stops the program with its own message.",
    interpret: "$trap(panic, 0, 0, $message)",
    emit: (e, { message }) => e.trapWithText("panic", message),
  }),
};
