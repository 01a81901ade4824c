/**
 * Where a program spends its time: it runs in a worker, in the tier of WebAssembly with marks, and
 * this thread looks where it is, about once in a millisecond.
 *
 * The time since the last look is that of the place that is found, so a look that came late counts
 * for the ones that were missed. Not here: marks, and what is found (machine/sampling.ts).
 */

import {
  createSampler,
  encodeModule,
  rootOf,
  type Limits,
  type ModuleValue,
  type RunResult,
  type Sampled,
  type Sampler,
  timeOfOneRun,
  type TimeProfile,
  type VerifiedModule,
} from "../src/index.ts";
import { counted } from "./report/counted.ts";
import { ERASE_LINE } from "./report/progress.ts";
import { runInWorker, threadsHere, type WorkerOrder } from "./run-in-worker.ts";
import type { Stream } from "./shell.ts";

/** What the worker is sent. */
export interface TimedOrder extends WorkerOrder {
  /** For each site, a number that differs from line to line. */
  readonly lines: Int32Array;
}

/** A program that is over sooner runs again. */
export const LONG_ENOUGH_MS = 1000;
/** Every other look comes later, so that none falls in step with the program. */
const PAUSES_MS = [1, 2, 1, 1, 2];
const SIGN_OF_LIFE_MS = 250;

export interface TimedRun {
  readonly result: RunResult;
  readonly time: TimeProfile;
}

/**
 * Runs a module once, or more often until it has run for a second.
 *
 * @param lines for each site, a number that differs from line to line
 * @param stream a sign of life is written here, where it is a terminal
 * @throws {Fault} as `runInWorker` does
 */
export async function timeRun(
  verified: VerifiedModule,
  parameters: readonly ModuleValue[],
  limits: Limits,
  lines: Int32Array,
  stream: Stream,
): Promise<TimedRun> {
  const start = performance.now();
  let memory: WebAssembly.Memory | null = null;
  let sampler: Sampler | null = null;
  let runs = 0;
  let [last, shown, looks] = [start, start, 0];
  const found = (): Sampled =>
    sampler?.found() ?? { root: rootOf(verified.module), milliseconds: 0, samples: 0 };
  const done = (): string => {
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    return `${seconds} s, ${counted(found().samples, "sample")}`;
  };
  const look = (): void => {
    const now = performance.now();
    sampler?.look(now - last);
    last = now;
    if (stream.isTerminal && now - shown > SIGN_OF_LIFE_MS) {
      stream.write(`${ERASE_LINE}running for its time: ${done()}`);
      shown = now;
    }
    looks += 1;
    looking = setTimeout(look, PAUSES_MS[looks % PAUSES_MS.length]);
  };
  let looking = setTimeout(look, 0);
  const input = { parameters, limits, tier: "wasm" } as const;
  const module = encodeModule(verified.module);
  const order: TimedOrder = { module, input, threads: threadsHere(undefined), lines };
  try {
    const result = await runInWorker("timed-run-worker", order, {
      done,
      take: (news) => {
        if ("memory" in news) ({ memory } = news);
        else if ("runs" in news) ({ runs } = news);
        else if (memory !== null) {
          sampler = createSampler(verified, limits, memory, news.marked);
        }
      },
    });
    return { result, time: timeOfOneRun(verified, found(), runs) };
  } finally {
    clearTimeout(looking);
    if (shown > start) stream.write(ERASE_LINE);
  }
}
