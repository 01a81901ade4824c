/**
 * Threads of this process that share the work of large kernels.
 *
 * They are started when a run first asks for them and then sleep between kernels; they keep no
 * process alive. One that cannot be started is missed by nobody: the others do its part. One that
 * is lost later would be waited for without end, which whoever started it is told.
 * Not here: what they do (team-worker.ts, and `team.ts` of the kernels).
 */

import { Worker } from "node:worker_threads";
import { AssertionError, Fault } from "../src/index.ts";

/** What a worker of a team is given. */
export interface TeamOrder {
  readonly module: WebAssembly.Module;
  readonly memory: WebAssembly.Memory;
  /** One cell: not 0 from the moment on in which the others may count on this one. */
  readonly joined: Int32Array<SharedArrayBuffer>;
}

/**
 * Starts one thread of a team, which instantiates `module` over `memory`.
 *
 * @param lose told the error, once, when the thread ends after it has joined: a Fault
 *   `machine/memory`, or our own mistake, since what threads share neither traps nor ends them
 * @param file what the thread runs, where a test has another one
 */
export function startMember(
  module: WebAssembly.Module,
  memory: WebAssembly.Memory,
  lose: (error: Error) => void = () => undefined,
  file?: URL,
): Worker {
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "cjs";
  const joined = new Int32Array(new SharedArrayBuffer(4));
  const order: TeamOrder = { module, memory, joined };
  const worker = new Worker(file ?? new URL(`./team-worker.${ending}`, import.meta.url), {
    workerData: order,
  });
  worker.unref();
  const end = (error: Error): void => {
    if (Atomics.load(joined, 0) !== 0) lose(error);
  };
  worker.on("error", (error: NodeJS.ErrnoException) => end(lossOf(error)));
  worker.on("exit", (code) => {
    end(new AssertionError(`a thread that shares kernels ended before the run (${code})`));
  });
  return worker;
}

function lossOf(cause: NodeJS.ErrnoException): Error {
  if (cause.code === "ERR_WORKER_OUT_OF_MEMORY") {
    const way = "with --threads 1 the run needs none";
    const why = `the host has not enough memory for a thread that shares kernels: ${way}`;
    return new Fault("machine/memory", why, cause);
  }
  const why = `a thread that shares kernels failed: ${cause.stack ?? cause.message}`;
  return new AssertionError(why, { cause });
}
