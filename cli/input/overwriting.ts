/** What is written has a file of its own: it never replaces what was read for it. */

import { resolve } from "node:path";
import { Fault } from "../../src/index.ts";

/**
 * Refuses a target that is one of the sources, or no file.
 *
 * @param what would be written, as in "a receipt"
 * @throws {Fault} `usage/command`
 */
export function refuseOverwriting(target: string, sources: readonly string[], what: string): void {
  if (target === "") throw new Fault("usage/command", `${what} needs a file: its name is empty`);
  if (target === "-") {
    throw new Fault("usage/command", `${what} goes into a file: write ./- for one that is named -`);
  }
  const same = sources.find((source) => resolve(source) === resolve(target));
  if (same === undefined) return;
  throw new Fault("usage/command", `${what} would overwrite ${same}: name another file`);
}
