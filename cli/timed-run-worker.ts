/** The worker's side of a timed run: runs one module until it has run long enough, and answers. */

import { workerData } from "node:worker_threads";
import { clearMark, markProgram, memoryOfRuns, run, type RunResult } from "../src/index.ts";
import { compileHinted } from "./compile-hinted.ts";
import { LONG_ENOUGH_MS, type TimedOrder } from "./timed-run.ts";
import { answerTo, beginIn, verifiedAgain } from "./worker-answer.ts";

const { module, input, threads, lines } = workerData as TimedOrder;
const { send, team } = beginIn(threads);

/** A program has one result, so it may run as often as there is something to learn of it. */
function runOften(): RunResult {
  const verified = verifiedAgain(module);
  const marked = markProgram(verified, input.parameters, input.limits, lines);
  if (marked !== null) send({ marked });
  const start = performance.now();
  for (let runs = 1; ; runs += 1) {
    const result = run(verified, { ...input, compile: compileHinted, team });
    if (marked !== null) clearMark(memoryOfRuns(), marked);
    if (performance.now() - start > LONG_ENOUGH_MS || marked === null) {
      send({ runs });
      return result;
    }
  }
}

send(answerTo(runOften));
