/** The edge: a fault becomes a message and its exit code; anything else is our bug. */

import { AssertionError, Fault, VERSION } from "../src/index.ts";
import { EXIT_CODES, type ExitCode, exitCodeOf } from "./exit-codes.ts";
import { paletteOf } from "./report/palette.ts";
import type { Shell } from "./shell.ts";

/** Writes what went wrong with a command line, and gives its exit code. */
export function reportFailure(shell: Shell, words: readonly string[], error: unknown): ExitCode {
  const palette = paletteOf(shell.err);
  if (error instanceof Fault) {
    shell.err.write(`${palette.error("error")}: ${error.message}\n`);
    return exitCodeOf((error as Fault).code);
  }
  const kind =
    error instanceof AssertionError ? "a promise of ours was broken" : "an unexpected error";
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const input = shell.keepInput();
  const kept = input === null ? "" : ` What standard input held is in ${input}.`;
  shell.err.write(
    `${palette.error("this is a bug in resolang")}: ${kind}.\n\n` +
      `resolang ${VERSION}, Node ${process.versions.node}, ${process.platform} ${process.arch}\n` +
      `command: resolang ${words.map((word) => JSON.stringify(word)).join(" ")}\n${text}\n\n` +
      "Please report it: the lines above, and the files that the command names, which are " +
      `unchanged.${kept}\n`,
  );
  return EXIT_CODES.bug.code;
}
