/** What is written never replaces what was read for it. */

import { resolve } from "node:path";
import { Fault } from "../../src/index.ts";

/**
 * Refuses a target that is one of the sources.
 *
 * @param what would be written, as in "a receipt"
 * @throws {Fault} `usage/command`
 */
export function refuseOverwriting(target: string, sources: readonly string[], what: string): void {
  const same = sources.find((source) => resolve(source) === resolve(target));
  if (same === undefined) return;
  throw new Fault("usage/command", `${what} would overwrite ${same}: name another file`);
}
