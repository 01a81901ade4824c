/** The command line of a process: its streams, and what happens when they end early. */

import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { directStream } from "./direct-stream.ts";
import { type Host, type HostStream, shellOn } from "./process-shell.ts";
import { plainRun, runPlainly } from "./plain-run.ts";
import { readWhole } from "./read-whole.ts";
import type { Shell } from "./shell.ts";

/**
 * Runs the command that `argv` (program and script name first) asks for; returns the exit code.
 *
 * A plain `run FILE …` is not read by commander, and loads nothing of the other commands.
 */
export async function main(
  argv: readonly string[],
  cacheFolder: string | null = null,
): Promise<ExitCode> {
  const out = directStream(1, endOutput);
  const err = directStream(2, ignore);
  const host: Host = {
    out: out ?? hostStream(process.stdout, endOutput),
    err: err ?? hostStream(process.stderr, ignore),
    environment: process.env,
    folder: process.cwd(),
    cacheFolder,
    readInput: (most) => readWhole(0, most),
  };
  const code = await commandOf(argv.slice(2), shellOn(host));
  // Everything is written: what the host still does to end in order takes longer than ending.
  if (out !== null && err !== null) process.exit(code);
  return code;
}

async function commandOf(words: readonly string[], shell: Shell): Promise<ExitCode> {
  const plain = plainRun(words);
  if (plain !== null) return runPlainly(shell, words, plain);
  const { commandLine } = await import("./command-line.ts");
  return commandLine(words, shell);
}

type OnError = (error: NodeJS.ErrnoException) => void;

function hostStream(stream: NodeJS.WriteStream, onError: OnError): HostStream {
  stream.on("error", onError);
  return stream;
}

function ignore(): void {
  // Nobody listens to messages any more; the exit code still tells.
}

/**
 * A reader that has gone (`resolang … | head`) is no error, and the exit code still tells what
 * became of the command; a disk that is full is an error.
 */
function endOutput(error: NodeJS.ErrnoException): void {
  if (error.code === "EPIPE") return;
  process.stderr.write(`error: standard output cannot be written: ${error.message}\n`);
  process.exit(EXIT_CODES.world.code);
}
