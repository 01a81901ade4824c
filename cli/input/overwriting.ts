/** What is written has a file of its own: it never replaces what was read for it. */

import { join, resolve } from "node:path";
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

/** Where `--csv FOLDER` writes the table of an output. */
export function csvPath(folder: string, output: string): string {
  return join(folder, `${output}.csv`);
}

/**
 * Refuses what `--csv` was given where a table would replace one of the sources.
 *
 * @throws {Fault} `usage/command`
 */
export function refuseCsv(
  folder: unknown,
  outputs: readonly { readonly name: string }[],
  sources: readonly string[],
): void {
  if (typeof folder !== "string") return;
  if (folder === "") throw new Fault("usage/command", "--csv needs a folder: its name is empty");
  for (const { name } of outputs) {
    refuseOverwriting(csvPath(folder, name), sources, `output \`${name}\``);
  }
}
