/** The worker's side of a watched run: takes one module, runs it, answers. */

import { workerData } from "node:worker_threads";
import { run } from "../src/index.ts";
import { compileHinted } from "./compile-hinted.ts";
import type { WorkerOrder } from "./run-in-worker.ts";
import { answerTo, beginIn, verifiedAgain } from "./worker-answer.ts";

const { module, input, threads } = workerData as WorkerOrder;
const { send, team } = beginIn(threads);
send(answerTo(() => run(verifiedAgain(module), { ...input, compile: compileHinted, team })));
