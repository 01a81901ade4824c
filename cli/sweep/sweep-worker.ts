/** The worker's side of a sweep: one module, and the runs that it is asked for one by one. */

import { parentPort, workerData } from "node:worker_threads";
import { run, type RunResult, type VerifiedModule } from "../../src/index.ts";
import { compileHinted } from "../compile-hinted.ts";
import { answerTo, verifiedAgain } from "../worker-answer.ts";
import type { SweepAnswer, SweepModule, SweepOrder } from "./workers.ts";

const { module } = workerData as SweepModule;
let verified: VerifiedModule | null = null;

parentPort?.on("message", ({ index, input }: SweepOrder) => {
  const ran = (): RunResult => {
    verified ??= verifiedAgain(module);
    return run(verified, { ...input, compile: compileHinted });
  };
  const answer: SweepAnswer = { index, answer: answerTo(ran) };
  // A port between threads has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(answer);
});
