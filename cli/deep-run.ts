/**
 * Runs that may nest deeper than the stack of the main thread allows: in a worker whose stack is
 * large enough.
 *
 * Not here: what the worker does (deep-run-worker.ts), runs of the usual depth (outcome.ts).
 */

import { Worker } from "node:worker_threads";
import { Fault, type FaultCode, type RunInput, type RunResult } from "../src/index.ts";

/** What the worker is sent. */
export interface DeepRunOrder {
  /** The module's file. */
  readonly module: Uint8Array;
  readonly input: RunInput;
}

/** What it answers. */
export type DeepRunAnswer =
  | { readonly result: RunResult }
  | { readonly fault: { readonly code: FaultCode; readonly message: string } }
  | { readonly bug: string };

/**
 * Bytes of the host's stack for one byte of the depth limit: measured 4.1 at most, in functions
 * that pass hundreds of values.
 */
const STACK_PER_DEPTH = 5;
const SMALLEST_STACK_MIB = 16;

/**
 * Runs a module with room for its whole depth limit.
 *
 * @throws {Fault} what the run throws, and `machine/memory` when the host cannot give the stack
 */
export function runDeep(order: DeepRunOrder): Promise<RunResult> {
  const stackBytes = order.input.limits.depth * STACK_PER_DEPTH;
  const stackSizeMb = SMALLEST_STACK_MIB + Math.ceil(stackBytes / 2 ** 20);
  return new Promise((resolve, reject) => {
    const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const worker = new Worker(new URL(`./deep-run-worker.${ending}`, import.meta.url), {
      workerData: order,
      resourceLimits: { stackSizeMb },
    });
    worker.once("message", (answer: DeepRunAnswer) => {
      if ("result" in answer) resolve(answer.result);
      else if ("fault" in answer) reject(new Fault(answer.fault.code, answer.fault.message));
      else reject(new Error(answer.bug));
    });
    worker.once("error", reject);
    worker.once("exit", (code) => {
      reject(new Fault("machine/memory", `the host gave no thread for this depth limit (${code})`));
    });
  });
}
