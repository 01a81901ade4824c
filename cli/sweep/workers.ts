/**
 * Runs of one module side by side, in workers that take one after the other.
 *
 * A run has one result, so it does not matter which worker makes it, or in what order.
 * Not here: what a worker does (sweep-worker.ts).
 */

import { Worker } from "node:worker_threads";
import { Fault, type RunInput, type RunResult } from "../../src/index.ts";
import { resultIn, type RunAnswer } from "../worker-answer.ts";
import { stackMiB } from "../run-in-worker.ts";

/** What every worker begins with: the module's file. */
export interface SweepModule {
  readonly module: Uint8Array;
}

/** One run that a worker is asked for. */
export interface SweepOrder {
  readonly index: number;
  readonly input: RunInput;
}

export interface SweepAnswer {
  readonly index: number;
  readonly answer: RunAnswer;
}

/** Who takes the results. */
export interface Taker {
  /** Takes each result as it comes. */
  readonly take: (index: number, result: RunResult) => Promise<void>;
  /** What to say when Ctrl-C ends everything. */
  readonly interruption: () => string;
}

/**
 * Makes every run, each as soon as a worker is free.
 *
 * @param jobs so many workers at most
 * @throws {Fault} what a run throws; `machine/memory` when the host cannot give a worker;
 * `machine/interrupted` on Ctrl-C
 */
export async function runInWorkers(
  shared: SweepModule,
  orders: readonly SweepOrder[],
  jobs: number,
  taker: Taker,
): Promise<void> {
  if (orders.length === 0) return;
  const queue = orders.values();
  const workers = Array.from({ length: Math.min(jobs, orders.length) }, () =>
    startWorker(shared, orders[0].input),
  );
  let interrupt: (() => void) | undefined;
  const interruption = new Promise<never>((_, reject) => {
    interrupt = () => reject(new Fault("machine/interrupted", taker.interruption()));
    process.once("SIGINT", interrupt);
  });
  try {
    const ends = workers.map((worker) => serve(worker, queue, taker));
    await Promise.race([Promise.all(ends), interruption]);
  } finally {
    process.off("SIGINT", interrupt!);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

function startWorker(shared: SweepModule, { limits }: RunInput): Worker {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "cjs";
  return new Worker(new URL(`./sweep-worker.${ending}`, import.meta.url), {
    workerData: shared,
    resourceLimits: { stackSizeMb: stackMiB(limits) },
  });
}

/** Gives one worker runs until there are no more. */
function serve(worker: Worker, queue: Iterator<SweepOrder>, { take }: Taker): Promise<void> {
  return new Promise((resolve, reject) => {
    const next = (): void => {
      const order = queue.next();
      if (order.done === true) resolve();
      // Workers have no origin.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      else worker.postMessage(order.value);
    };
    const settle = async ({ index, answer }: SweepAnswer): Promise<void> => {
      await take(index, resultIn(answer));
      next();
    };
    worker.on("message", (answer: SweepAnswer) => void settle(answer).catch(reject));
    worker.once("error", reject);
    worker.once("exit", (code) => {
      reject(new Fault("machine/memory", `the host gave no thread for a run (${code})`));
    });
    next();
  });
}
