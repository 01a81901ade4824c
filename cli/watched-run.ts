/**
 * Runs that take long or nest deep: in a worker, which has a stack as large as the depth limit
 * asks for, and can be watched, ended after a time, and ended by Ctrl-C.
 *
 * Not here: what the worker does (watched-run-worker.ts), which runs come here (outcome.ts).
 */

import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import {
  Fault,
  type FaultCode,
  fuelLeft,
  type Limits,
  type RunInput,
  type RunResult,
} from "../src/index.ts";
import { MOST_THREADS } from "./input/run-options.ts";
import { type Progress, doneText, progressText } from "./report/progress.ts";
import type { Stream } from "./shell.ts";
import { resultIn, type RunAnswer } from "./worker-answer.ts";

/** A run that is to be watched. */
export interface WatchedOrder {
  /** The module's file. */
  readonly module: Uint8Array;
  readonly input: RunInput;
}

/** What the worker is sent. */
export interface WorkerOrder extends WatchedOrder {
  /** How many threads may share its kernels. */
  readonly threads: number;
}

/** What it answers: first the memory in which it counts fuel, then how the run ended. */
export type WatchedAnswer = { readonly memory: WebAssembly.Memory } | RunAnswer;

/** Who watches a run. */
export interface Watch {
  /** A sign of life is written here, where it is a terminal. */
  readonly stream: Stream;
  /** The run is ended after so many seconds. */
  readonly timeout?: number;
  /** How many threads may share its kernels, as far as the machine has them; if missing, all. */
  readonly threads?: number;
}

/**
 * Bytes of the host's stack for one byte of the depth limit: measured 4.1 at most, in functions
 * that pass hundreds of values.
 */
const STACK_PER_DEPTH = 5;
const SMALLEST_STACK_MIB = 16;
const SIGN_OF_LIFE_MS = 250;
const ERASE_LINE = "\r\u001B[K";

/**
 * Runs a module with room for its whole depth limit.
 *
 * @throws {Fault} what the run throws; `machine/memory` when the host cannot give the stack;
 * `machine/time` after the time-out; `machine/interrupted` on Ctrl-C
 */
export async function runWatched(order: WatchedOrder, watch: Watch): Promise<RunResult> {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "cjs";
  const most = Math.min(availableParallelism(), MOST_THREADS);
  const workerData: WorkerOrder = { ...order, threads: Math.min(watch.threads ?? most, most) };
  const worker = new Worker(new URL(`./watched-run-worker.${ending}`, import.meta.url), {
    workerData,
    resourceLimits: { stackSizeMb: stackMiB(order.input.limits) },
  });
  const sight = watchOver(order.input, watch);
  const timer = watch.timeout === undefined ? undefined : watch.timeout * 1000;
  let timing: NodeJS.Timeout | undefined;
  let interrupt: (() => void) | undefined;
  try {
    const answer = await new Promise<RunAnswer>((resolve, reject) => {
      const end = (code: FaultCode, why: string): void =>
        reject(new Fault(code, `${why} ${doneText(sight.progress())}: nothing is kept of it`));
      interrupt = () => end("machine/interrupted", "the run was interrupted after");
      process.once("SIGINT", interrupt);
      if (timer !== undefined) {
        timing = setTimeout(end, timer, "machine/time", "--timeout ended the run after");
      }
      worker.on("message", (answer: WatchedAnswer) => {
        if ("memory" in answer) sight.memory = answer.memory;
        else resolve(answer);
      });
      worker.once("error", reject);
      worker.once("exit", (code) => {
        const why = `the host gave no thread for this depth limit (${code})`;
        reject(new Fault("machine/memory", why));
      });
    });
    return resultIn(answer);
  } finally {
    sight.close();
    clearTimeout(timing);
    if (interrupt !== undefined) process.off("SIGINT", interrupt);
    await worker.terminate();
  }
}

/** The stack that a worker needs for every depth that the limits allow. */
export function stackMiB({ depth }: Limits): number {
  return SMALLEST_STACK_MIB + Math.ceil((depth * STACK_PER_DEPTH) / 2 ** 20);
}

interface Sight {
  /** Where the run counts its fuel; null until it has begun. */
  memory: WebAssembly.Memory | null;
  progress(): Progress;
  /** Ends the signs of life and wipes the last one off. */
  close(): void;
}

function watchOver({ limits }: RunInput, { stream }: Watch): Sight {
  const start = performance.now();
  let isShown = false;
  let before: number | null = null;
  /** Whether the run tells its fuel: one that only loops tells it when it calls something. */
  let isTelling = false;
  const sight: Sight = {
    memory: null,
    progress: () => ({
      seconds: (performance.now() - start) / 1000,
      fuel: isTelling ? fuelUsed() : 0,
      limit: limits.fuel,
    }),
    close: () => {
      clearInterval(interval);
      if (isShown) stream.write(ERASE_LINE);
    },
  };
  const fuelUsed = (): number => {
    const left = sight.memory === null ? 0 : fuelLeft(sight.memory);
    // 0 stands there before the run has begun
    return left > 0 && left < limits.fuel ? limits.fuel - left : 0;
  };
  const look = (): void => {
    const used = fuelUsed();
    isTelling = before !== null && used > before;
    before = used;
    if (!stream.isTerminal) return;
    isShown = true;
    const text = `running: ${progressText(sight.progress())}`;
    stream.write(`${ERASE_LINE}${text.slice(0, stream.columns - 1)}`);
  };
  const interval = setInterval(look, SIGN_OF_LIFE_MS);
  return sight;
}
