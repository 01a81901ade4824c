/**
 * A run in a worker, which has a stack as large as the depth limit asks for, and can be ended after
 * a time, by Ctrl-C, and when a thread that it needs is lost.
 *
 * Not here: what the worker does (the files that are named here), who looks on.
 */

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import {
  assert,
  Fault,
  type FaultCode,
  type Limits,
  type Marked,
  type RunInput,
  type RunResult,
} from "../src/index.ts";
import { MOST_THREADS } from "./input/run-options.ts";
import { startMember } from "./team.ts";
import { resultIn, type RunAnswer } from "./worker-answer.ts";

/** What a worker is sent. */
export interface WorkerOrder {
  /** The module's file. */
  readonly module: Uint8Array;
  readonly input: RunInput;
  /** How many threads may share its kernels. */
  readonly threads: number;
}

/**
 * What a worker tells those who look on: first the memory of its runs; and when runs are timed,
 * what their marks stand for, and at the end how many there were.
 */
export type WorkerNews =
  | { readonly memory: WebAssembly.Memory }
  | { readonly marked: Marked }
  | { readonly runs: number };

/**
 * All that it tells. When it wants one thread more for its kernels, that instantiates the module;
 * last comes how the run ended.
 */
export type WorkerMessage = WorkerNews | { readonly wanted: WebAssembly.Module } | RunAnswer;

/** Who looks on. */
export interface Onlooker {
  /** The run is ended after so many seconds. */
  readonly timeout?: number;
  /** How far the run has come, in words. */
  done(): string;
  take(news: WorkerNews): void;
  /** What a thread of the team runs, where a test has another one. */
  readonly member?: URL;
}

/**
 * Bytes of the host's stack for one byte of the depth limit: measured 4.1 at most, in functions
 * that pass hundreds of values.
 */
const STACK_PER_DEPTH = 5;
const SMALLEST_STACK_MIB = 16;

/** The stack that a worker needs for every depth that the limits allow. */
export function stackMiB({ depth }: Limits): number {
  return SMALLEST_STACK_MIB + Math.ceil((depth * STACK_PER_DEPTH) / 2 ** 20);
}

/** As many threads as are asked for, or all, as far as the machine has them. */
export function threadsHere(threads: number | undefined): number {
  const most = Math.min(availableParallelism(), MOST_THREADS);
  return Math.min(threads ?? most, most);
}

/**
 * Runs a module in the worker of a file beside this one.
 *
 * @throws {Fault} what the run throws; `machine/memory` when the host cannot give the stack or a
 * thread; `machine/time` after the time-out; `machine/interrupted` on Ctrl-C
 */
export async function runInWorker(
  file: string,
  order: WorkerOrder,
  onlooker: Onlooker,
): Promise<RunResult> {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "cjs";
  const worker = new Worker(new URL(`./${file}.${ending}`, import.meta.url), {
    workerData: order,
    resourceLimits: { stackSizeMb: stackMiB(order.input.limits) },
  });
  const { timeout, member } = onlooker;
  const members: Worker[] = [];
  let memory: WebAssembly.Memory | null = null;
  let timing: NodeJS.Timeout | undefined;
  let interrupt: (() => void) | undefined;
  try {
    const answer = await new Promise<RunAnswer>((resolve, reject) => {
      const end = (code: FaultCode, why: string): void =>
        reject(new Fault(code, `${why} ${onlooker.done()}: nothing is kept of it`));
      interrupt = () => end("machine/interrupted", "the run was interrupted after");
      process.once("SIGINT", interrupt);
      if (timeout !== undefined) {
        timing = setTimeout(end, timeout * 1000, "machine/time", "--timeout ended the run after");
      }
      worker.on("message", (message: WorkerMessage) => {
        if ("wanted" in message) {
          // The run waits for its team without end, so it cannot look after the team itself.
          assert(memory !== null, "a run tells its memory before it wants threads for it");
          members.push(startMember(message.wanted, memory, reject, member));
          return;
        }
        if ("result" in message || "fault" in message || "bug" in message) {
          resolve(message);
          return;
        }
        if ("memory" in message) ({ memory } = message);
        onlooker.take(message);
      });
      worker.once("error", reject);
      worker.once("exit", (code) => {
        const why = `the host gave no thread for this depth limit (${code})`;
        reject(new Fault("machine/memory", why));
      });
    });
    return resultIn(answer);
  } finally {
    clearTimeout(timing);
    if (interrupt !== undefined) process.off("SIGINT", interrupt);
    await Promise.all([worker, ...members].map((thread) => thread.terminate()));
  }
}
