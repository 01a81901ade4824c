/** A thread of a team that fails in its first task, for a test: nothing of ours does. */
import { workerData } from "node:worker_threads";
import type { TeamOrder } from "../../cli/team.ts";
import { COMMAND, WAITING } from "../machine/team-cells.ts";

const { memory, joined } = workerData as TeamOrder;
const cells = new Int32Array(memory.buffer);
const command = Atomics.load(cells, COMMAND);
Atomics.store(joined, 0, 1);
Atomics.add(cells, WAITING, 1);
Atomics.wait(cells, COMMAND, command);
throw new Error("this thread fails");
