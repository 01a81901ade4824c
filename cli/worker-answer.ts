/** What workers answer about a run, and what that is to those who wait for it. */

import { parentPort } from "node:worker_threads";
import {
  assert,
  decodeModule,
  Fault,
  type FaultCode,
  memoryOfRuns,
  type RunResult,
  type Team,
  type VerifiedModule,
  verify,
} from "../src/index.ts";

import type { WorkerMessage } from "./run-in-worker.ts";

/** How a run ended. */
export type RunAnswer =
  | { readonly result: RunResult }
  | { readonly fault: { readonly code: FaultCode; readonly message: string } }
  | { readonly bug: string };

/** What a worker of a run has of those who wait for it. */
export interface WorkerEdge {
  readonly send: (message: WorkerMessage) => void;
  readonly team: Team;
}

/** Tells the memory of this worker's runs; threads that share kernels are asked for in turn. */
export function beginIn(threads: number): WorkerEdge {
  const send = (message: WorkerMessage): void => {
    // A port between threads has no origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    parentPort?.postMessage(message);
  };
  send({ memory: memoryOfRuns() });
  return { send, team: { size: threads, start: (wanted) => send({ wanted }) } };
}

/** The module in a file that was verified before: a worker gets it as bytes. */
export function verifiedAgain(module: Uint8Array): VerifiedModule {
  const decoded = decodeModule(module);
  assert("module" in decoded, "a module that was verified decodes");
  const verdict = verify(decoded.module);
  assert("verified" in verdict, "a module that was verified verifies");
  return verdict.verified;
}

/** Runs in a worker: errors are told, since they cannot be thrown from thread to thread. */
export function answerTo(run: () => RunResult): RunAnswer {
  try {
    return { result: run() };
  } catch (error) {
    if (error instanceof Fault) {
      const { code, message } = error as Fault;
      return { fault: { code, message } };
    }
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

/**
 * The result in an answer.
 *
 * @throws {Fault} what the run has thrown in the worker
 */
export function resultIn(answer: RunAnswer): RunResult {
  if ("result" in answer) return answer.result;
  if ("fault" in answer) throw new Fault(answer.fault.code, answer.fault.message);
  throw new Error(answer.bug);
}
