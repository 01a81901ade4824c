/** Runs that threads share, for tests: whoever is started has started before the work goes on. */
import { startMember } from "../../cli/team.ts";
import type { ModuleValue, VerifiedModule } from "../../src/machine/bytecode/module.ts";
import type { Limits } from "../../src/machine/limits.ts";
import { memoryOfRuns, run, type RunResult, type Tier } from "../../src/machine/run.ts";
import { COMMAND, WAITING } from "./team-cells.ts";

function cells(): Int32Array {
  return new Int32Array(memoryOfRuns().buffer);
}

/** How many threads shared the last kernel that was shared, and how many of those there were. */
export function lastCommand(): { readonly members: number; readonly commands: number } {
  const command = cells()[COMMAND] >>> 0;
  return { members: command & 255, commands: command >>> 8 };
}

/** Runs with so many threads; every one of them is there when the first kernel is shared. */
export function runShared(
  verified: VerifiedModule,
  size: number,
  parameters: readonly ModuleValue[],
  limits: Limits,
  tier: Tier,
): RunResult {
  const team = {
    size,
    start: (module: WebAssembly.Module, memory: WebAssembly.Memory): void => {
      const waiting = Atomics.load(cells(), WAITING);
      startMember(module, memory);
      while (Atomics.load(cells(), WAITING) === waiting) {
        Atomics.wait(cells(), WAITING, waiting, 1);
      }
    },
  };
  return run(verified, { parameters, limits, tier, team });
}
