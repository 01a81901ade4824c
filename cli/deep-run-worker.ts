/** The worker's side of a deep run: takes one module, runs it, answers. */

import { parentPort, workerData } from "node:worker_threads";
import { assert, decodeModule, Fault, run, verify } from "../src/index.ts";
import type { DeepRunAnswer, DeepRunOrder } from "./deep-run.ts";

function answerTo({ module, input }: DeepRunOrder): DeepRunAnswer {
  try {
    const decoded = decodeModule(module);
    assert("module" in decoded, "a module that was verified decodes");
    const verdict = verify(decoded.module);
    assert("verified" in verdict, "a module that was verified verifies");
    return { result: run(verdict.verified, input) };
  } catch (error) {
    if (error instanceof Fault) {
      const { code, message } = error as Fault;
      return { fault: { code, message } };
    }
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

const answer = answerTo(workerData as DeepRunOrder);
// A port between threads has no origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(answer);
