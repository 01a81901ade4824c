/**
 * `resolang run FILE …` without an option before FILE: everything behind it is the program's, so
 * there is nothing for commander to read, and it need not be loaded.
 */

import { RUN } from "./commands/run.ts";
import { type ExitCode } from "./exit-codes.ts";
import { reportFailure } from "./failure.ts";
import type { Shell } from "./shell.ts";

/** The words from FILE on; null for any other command line. */
export function plainRun(words: readonly string[]): readonly string[] | null {
  const [first = "", file = ""] = words;
  if (/\.resoc?$/u.test(first) && !first.startsWith("-")) return words;
  return first === "run" && file !== "" && !file.startsWith("-") ? words.slice(1) : null;
}

/** Runs the program; every failure becomes a message and an exit code. */
export async function runPlainly(
  shell: Shell,
  words: readonly string[],
  from: readonly string[],
): Promise<ExitCode> {
  try {
    return await RUN.run(shell, { arguments: from, options: {} });
  } catch (error) {
    return reportFailure(shell, words, error);
  }
}
