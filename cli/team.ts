/**
 * Threads of this process that share the work of large kernels.
 *
 * They are started when a run first asks for them and then sleep between kernels; they keep no
 * process alive. One that cannot be started is missed by nobody: the others do its part.
 * Not here: what they do (team-worker.ts, and `team.ts` of the kernels).
 */

import { Worker } from "node:worker_threads";
import type { Team } from "../src/index.ts";

/** What a worker of a team is given. */
export interface TeamOrder {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
}

function start(module: WebAssembly.Module, memory: WebAssembly.Memory): void {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "cjs";
  const order: TeamOrder = { module, memory };
  const worker = new Worker(new URL(`./team-worker.${ending}`, import.meta.url), {
    workerData: order,
  });
  worker.unref();
  worker.on("error", () => undefined);
}

/** A team of so many threads, that of the run included. */
export function teamOf(size: number): Team {
  return { size, start };
}
