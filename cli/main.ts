/** The command line of a process: its streams, and what happens when they end early. */

import { commandLine } from "./command-line.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { type Host, shellOn } from "./process-shell.ts";
import { readWhole } from "./read-whole.ts";

/** Runs the command that `argv` (program and script name first) asks for; returns the exit code. */
export function main(argv: readonly string[]): Promise<ExitCode> {
  const host: Host = {
    out: process.stdout,
    err: process.stderr,
    environment: process.env,
    folder: process.cwd(),
    readInput: (most) => readWhole(0, most),
  };
  process.stdout.on("error", endOutput);
  process.stderr.on("error", () => {
    // Nobody listens to messages any more; the exit code still tells.
  });
  return commandLine(argv.slice(2), shellOn(host));
}

/** A reader that has gone (`resolang … | head`) is no error; a disk that is full is one. */
function endOutput(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") process.exit(EXIT_CODES.fine.code);
  process.stderr.write(`error: standard output cannot be written: ${error.message}\n`);
  process.exit(EXIT_CODES.world.code);
}
