/**
 * Where a run loses what it computes with: sums whose terms cancel, and the places where numbers
 * stop being finite.
 *
 * A difference of neighbours is exact, but of what its terms were rounded to: when few of its bits
 * are left, they are mostly the roundings of what came before.
 */

import { entryOf, type Instruction } from "./bytecode/instruction.ts";
import type { FunctionCode, Module, ModuleValue, VerifiedModule } from "./bytecode/module.ts";
import type { Place } from "./bytecode/site.ts";
import type { Limits } from "./limits.ts";
import { stepThrough } from "./step-through.ts";

export type HealthFinding = Place & {
  /** How often the instruction was run, and how often this happened. */
  readonly runs: number;
  readonly times: number;
} & (
    | { readonly kind: "cancellation"; /** Of 53, at worst. */ readonly keptBits: number }
    | {
        readonly kind: "notFinite";
        /** NaN, Infinity or -Infinity, what came first. */ readonly value: number;
      }
  );

/** A sum that keeps as many of its 53 bits, or fewer, is told: about five digits. */
export const FEW_BITS = 17;

/** What an instruction reads and writes of Floats; null for those that are of no interest. */
interface Watched {
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
  readonly isSum: boolean;
  runs: number;
  cancelled: number;
  keptBits: number;
  notFinite: number;
  value: number;
}

/**
 * Runs `main` one instruction at a time and tells what it finds, in the order of the code.
 *
 * @throws {Fault} when the host has not enough memory for the limit
 */
export function examine(
  verified: VerifiedModule,
  parameters: readonly ModuleValue[],
  limits: Limits,
): readonly HealthFinding[] {
  const { module } = verified;
  const watched = module.functions.map((owner) =>
    owner.code.map((instruction) => watch(owner, instruction)),
  );
  let largest = 0;
  stepThrough(verified, parameters, limits, {
    before: ({ state, functionIndex, instructionIndex }) => {
      const seen = watched[functionIndex][instructionIndex];
      if (seen === null) return;
      largest = 0;
      // of a NaN and a number the largest is NaN
      for (const register of seen.inputs) {
        largest = Math.max(largest, Math.abs(state.stack[state.base + register]));
      }
    },
    after: ({ state, functionIndex, instructionIndex }, _, hasTrapped) => {
      const seen = watched[functionIndex][instructionIndex];
      if (seen === null || hasTrapped) return;
      seen.runs += 1;
      // What is not finite already is told where it comes from.
      if (!Number.isFinite(largest)) return;
      for (const register of seen.outputs) note(seen, state.stack[state.base + register], largest);
    },
  });
  return findingsOf(module, watched);
}

function note(seen: Watched, value: number, largest: number): void {
  if (!Number.isFinite(value)) {
    if (seen.notFinite === 0) seen.value = value;
    seen.notFinite += 1;
    return;
  }
  // A difference that is 0 says that both were equal, which is seldom meant to be a number.
  if (!seen.isSum || value === 0) return;
  const keptBits = 53 - (exponentOf(largest) - exponentOf(Math.abs(value)));
  if (keptBits > FEW_BITS) return;
  seen.cancelled += 1;
  seen.keptBits = Math.min(seen.keptBits, Math.max(0, keptBits));
}

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);

/** The exponent as it is stored; numbers below the smallest normal one have that of it. */
function exponentOf(size: number): number {
  float[0] = size;
  return Math.max(1, (words[1] >>> 20) & 0x7ff);
}

function watch(owner: FunctionCode, instruction: Instruction): Watched | null {
  const { operands, flow } = entryOf(instruction.op);
  if (flow !== "next" || instruction.op === "call") return null;
  const values = instruction as unknown as Readonly<Record<string, number | readonly number[]>>;
  const inputs: number[] = [];
  const outputs: number[] = [];
  for (const [name, { role }] of Object.entries(operands)) {
    if (role === "immediate") continue;
    const isWritten = role === "out" || role === "outs";
    for (const register of [values[name]].flat()) {
      const { kind } = owner.registers[register];
      // What lies in a list or a record is not seen here, so nobody can tell where it comes from.
      if (kind === "r") return null;
      if (kind === "f") (isWritten ? outputs : inputs).push(register);
    }
  }
  if (inputs.length === 0 || outputs.length === 0) return null;
  const isSum = instruction.op === "float_add" || instruction.op === "float_sub";
  const none = { runs: 0, cancelled: 0, keptBits: 53, notFinite: 0, value: 0 };
  return { inputs, outputs, isSum, ...none };
}

function findingsOf(
  module: Module,
  watched: readonly (readonly (Watched | null)[])[],
): readonly HealthFinding[] {
  return module.functions.flatMap(({ code }, functionIndex) =>
    code.flatMap((_, instructionIndex): HealthFinding[] => {
      const seen = watched[functionIndex][instructionIndex];
      if (seen === null) return [];
      const { runs, cancelled, keptBits, notFinite, value } = seen;
      const place = { functionIndex, instructionIndex, runs };
      return [
        ...(notFinite > 0
          ? [{ ...place, kind: "notFinite" as const, times: notFinite, value }]
          : []),
        ...(cancelled > 0
          ? [{ ...place, kind: "cancellation" as const, times: cancelled, keptBits }]
          : []),
      ];
    }),
  );
}
