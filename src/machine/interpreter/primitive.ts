/**
 * How the interpreter calls primitives: arguments and a single result as numbers, several results
 * from cells.
 */

import type { KernelFunction } from "../../engine/kernel.ts";
import type { HeapViews } from "../region.ts";
import type { Kind } from "../types/register-kind.ts";
import { RESULT_CELLS } from "../values/layout.ts";
import { readInt } from "./heap-access.ts";

/** One call of a primitive in the code; the two arrays are used again by every such call. */
export interface PreparedPrimitive {
  readonly call: KernelFunction;
  readonly inputs: number[];
  readonly outputKinds: readonly Kind[];
  readonly outputs: number[];
}

function readCell(views: HeapViews, kind: Kind, address: number): number {
  if (kind === "i") return readInt(views.uints, views.ints, address);
  if (kind === "f") return views.floats[address >>> 3];
  return views.uints[address >>> 2];
}

/** Calls the primitive with its inputs; gives its outputs, valid until the next call. */
export function callPrimitive(primitive: PreparedPrimitive, views: HeapViews): readonly number[] {
  const { call, inputs, outputKinds, outputs } = primitive;
  const result = call(...inputs);
  if (outputKinds.length === 1) {
    // adding 0 clears the sign of a zero
    if (outputKinds[0] === "i") outputs[0] = result + 0;
    else outputs[0] = outputKinds[0] === "r" ? result >>> 0 : result;
    return outputs;
  }
  for (const [index, kind] of outputKinds.entries()) {
    outputs[index] = readCell(views, kind, RESULT_CELLS + 8 * index);
  }
  return outputs;
}
