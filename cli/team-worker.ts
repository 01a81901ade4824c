/** A thread of a team: instantiates the kernels over the memory of a run and waits for its part. */

import { workerData } from "node:worker_threads";
import type { TeamOrder } from "./team.ts";

function refuse(): never {
  throw new Error("a kernel that threads share called its host");
}

const { module, memory, joined } = workerData as TeamOrder;
const host = new Proxy({}, { get: () => refuse });
const { exports } = new WebAssembly.Instance(module, { host, env: { memory } });
Atomics.store(joined, 0, 1);
(exports["join_team"] as () => void)();
