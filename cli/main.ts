/** The command line of a process: its streams, and what happens when they end early. */

import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { directStream } from "./direct-stream.ts";
import { type Host, type HostStream, shellOn } from "./process-shell.ts";
import { plainRun, runPlainly } from "./plain-run.ts";
import { readWhole } from "./read-whole.ts";

/**
 * Runs the command that `argv` (program and script name first) asks for; returns the exit code.
 *
 * A plain `run FILE …` is not read by commander, and loads nothing of the other commands.
 */
export async function main(
  argv: readonly string[],
  cacheFolder: string | null = null,
): Promise<ExitCode> {
  const host: Host = {
    out: directStream(1, endOutput) ?? hostStream(process.stdout, endOutput),
    err: directStream(2, ignore) ?? hostStream(process.stderr, ignore),
    environment: process.env,
    folder: process.cwd(),
    cacheFolder,
    readInput: (most) => readWhole(0, most),
  };
  const words = argv.slice(2);
  const plain = plainRun(words);
  if (plain !== null) return runPlainly(shellOn(host), words, plain);
  const { commandLine } = await import("./command-line.ts");
  return commandLine(words, shellOn(host));
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
