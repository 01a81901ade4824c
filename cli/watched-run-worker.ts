/** The worker's side of a watched run: takes one module, runs it, answers. */

import { parentPort, workerData } from "node:worker_threads";
import { memoryOfRuns } from "../src/index.ts";
import { compileHinted } from "./compile-hinted.ts";
import { teamOf } from "./team.ts";
import type { WatchedAnswer, WorkerOrder } from "./watched-run.ts";
import { answerTo, verifiedAgain } from "./worker-answer.ts";

function send(answer: WatchedAnswer): void {
  // A port between threads has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(answer);
}

const { module, input, threads } = workerData as WorkerOrder;
const edge = { compile: compileHinted, team: teamOf(threads) };
send({ memory: memoryOfRuns() });
send(answerTo(() => verifiedAgain(module), { ...input, ...edge }));
