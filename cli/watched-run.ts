/**
 * Runs that take long or nest deep: in a worker, with a sign of life on a terminal.
 *
 * Not here: what the worker does (watched-run-worker.ts), which runs come here (outcome.ts).
 */

import { fuelLeft, type RunInput, type RunResult } from "../src/index.ts";
import { doneText, ERASE_LINE, type Progress, progressText } from "./report/progress.ts";
import { runInWorker, threadsHere, type WorkerOrder } from "./run-in-worker.ts";
import type { Stream } from "./shell.ts";

/** A run that is to be watched. */
export type WatchedOrder = Omit<WorkerOrder, "threads">;

/** Who watches a run. */
export interface Watch {
  /** A sign of life is written here, where it is a terminal. */
  readonly stream: Stream;
  /** The run is ended after so many seconds. */
  readonly timeout?: number;
  /** How many threads may share its kernels, as far as the machine has them; if missing, all. */
  readonly threads?: number;
  /** Steps of fuel a second at which the same run has begun elsewhere, where it has. */
  readonly pace?: number;
  /** What a thread of the team runs, where a test has another one. */
  readonly member?: URL;
}

const SIGN_OF_LIFE_MS = 250;

/**
 * Runs a module with room for its whole depth limit.
 *
 * @throws {Fault} as {@link runInWorker} does
 */
export async function runWatched(order: WatchedOrder, watch: Watch): Promise<RunResult> {
  const sight = watchOver(order.input, watch);
  const { timeout, member } = watch;
  try {
    return await runInWorker(
      "watched-run-worker",
      { ...order, threads: threadsHere(watch.threads) },
      {
        timeout,
        member,
        done: () => doneText(sight.progress()),
        take: (news) => {
          if ("memory" in news) sight.memory = news.memory;
        },
      },
    );
  } finally {
    sight.close();
  }
}

interface Sight {
  /** Where the run counts its fuel; null until it has begun. */
  memory: WebAssembly.Memory | null;
  progress(): Progress;
  /** Ends the signs of life and wipes the last one off. */
  close(): void;
}

function watchOver({ limits }: RunInput, { stream, pace = 0 }: Watch): Sight {
  const start = performance.now();
  const passed = (): number => (performance.now() - start) / 1000;
  let isShown = false;
  /** What the run has told last, and when. */
  let told = { fuel: 0, seconds: 0 };
  /** Whether it tells its fuel: while it loops and calls nothing it does not. */
  let isTelling = false;
  const sight: Sight = {
    memory: null,
    progress: () => {
      const seconds = passed();
      const { limit, fuel } = { limit: limits.fuel, fuel: fuelUsed() };
      if (isTelling) return { seconds, fuel, isGuessed: false, limit };
      const rate = told.fuel > 0 ? told.fuel / told.seconds : pace;
      const guess = told.fuel + rate * (seconds - told.seconds);
      return { seconds, fuel: Math.min(guess, limit), isGuessed: true, limit };
    },
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
    const fuel = fuelUsed();
    isTelling = fuel > told.fuel;
    if (isTelling) told = { fuel, seconds: passed() };
    if (!stream.isTerminal) return;
    isShown = true;
    const text = `running: ${progressText(sight.progress())}`;
    stream.write(`${ERASE_LINE}${text.slice(0, stream.columns - 1)}`);
  };
  const interval = setInterval(look, SIGN_OF_LIFE_MS);
  return sight;
}
