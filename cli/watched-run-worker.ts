/** The worker's side of a watched run: takes one module, runs it, answers. */

import { parentPort, workerData } from "node:worker_threads";
import { assert, decodeModule, Fault, memoryOfRuns, run, verify } from "../src/index.ts";
import { compileHinted } from "./compile-hinted.ts";
import { teamOf } from "./team.ts";
import type { WatchedAnswer, WorkerOrder } from "./watched-run.ts";

function answerTo({ module, input, threads }: WorkerOrder): WatchedAnswer {
  try {
    const decoded = decodeModule(module);
    assert("module" in decoded, "a module that was verified decodes");
    const verdict = verify(decoded.module);
    assert("verified" in verdict, "a module that was verified verifies");
    const edge = { compile: compileHinted, team: teamOf(threads) };
    return { result: run(verdict.verified, { ...input, ...edge }) };
  } catch (error) {
    if (error instanceof Fault) {
      const { code, message } = error as Fault;
      return { fault: { code, message } };
    }
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function send(answer: WatchedAnswer): void {
  // A port between threads has no origin.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(answer);
}

send({ memory: memoryOfRuns() });
send(answerTo(workerData as WorkerOrder));
