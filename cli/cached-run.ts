/** A run whose result may be there already. */

import { describeOutcome, execute, type Outcome, type RunOrder } from "./outcome.ts";
import { sealedReceipt } from "./receipt-file.ts";
import { resultCache } from "./result-cache.ts";
import type { Watch } from "./watched-run.ts";

/** A run that has ended, and whether its result came from the cache. */
export interface Answer {
  readonly outcome: Outcome;
  readonly isKept: boolean;
}

/**
 * Takes the result of a run from the cache in a folder; makes the run where it is not there, and
 * keeps what came out if it ended well.
 *
 * @throws {Fault} as `execute`
 */
export async function executeOnce(
  folder: string | null,
  order: RunOrder,
  watch: Watch | null,
): Promise<Answer> {
  const cache = resultCache(folder);
  const { program, parameters, limits } = order;
  const run = { module: program.verified.module, parameters, limits };
  const found = cache?.read(run) ?? null;
  if (found !== null) return { outcome: await describeOutcome(order, found), isKept: true };
  const outcome = await execute(order, watch);
  if (outcome.trap === null) {
    cache?.write(run, sealedReceipt(outcome), outcome.result.memoryPeakBytes);
  }
  return { outcome, isKept: false };
}
