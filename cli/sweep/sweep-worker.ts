/** The worker's side of a sweep: one module, and the runs that it is asked for one by one. */

import { parentPort, workerData } from "node:worker_threads";
import type { VerifiedModule } from "../../src/index.ts";
import { compileHinted } from "../compile-hinted.ts";
import { answerTo, verifiedAgain } from "../worker-answer.ts";
import type { SweepAnswer, SweepModule, SweepOrder } from "./workers.ts";

const { module } = workerData as SweepModule;
let verified: VerifiedModule | null = null;

parentPort?.on("message", ({ index, input }: SweepOrder) => {
  const answer: SweepAnswer = {
    index,
    answer: answerTo(() => (verified ??= verifiedAgain(module)), {
      ...input,
      compile: compileHinted,
    }),
  };
  // A port between threads has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(answer);
});
