/**
 * Every command, in the order in which help lists them: a new one is a file and a line here.
 *
 * A command is loaded when it is called, and all of them for help; `run` is there in any case.
 */

import type { CommandEntry } from "../command.ts";
import { RUN } from "./run.ts";

const COMMANDS: Readonly<Record<string, () => Promise<CommandEntry>>> = {
  run: async () => RUN,
  sweep: async () => (await import("./sweep.ts")).SWEEP,
  check: async () => (await import("./check.ts")).CHECK,
  test: async () => (await import("./test.ts")).TEST,
  bench: async () => (await import("./bench.ts")).BENCH,
  profile: async () => (await import("./profile.ts")).PROFILE,
  fmt: async () => (await import("./format.ts")).FORMAT,
  compile: async () => (await import("./compile.ts")).COMPILE,
  verify: async () => (await import("./verify.ts")).VERIFY,
  explain: async () => (await import("./explain.ts")).EXPLAIN,
  disassemble: async () => (await import("./disassemble.ts")).DISASSEMBLE,
  ast: async () => (await import("./ast.ts")).AST,
  cache: async () => (await import("./cache.ts")).CACHE,
  doctor: async () => (await import("./doctor.ts")).DOCTOR,
};

export const COMMAND_NAMES: readonly string[] = Object.keys(COMMANDS);

/** The command of this name; null where there is none. */
export async function commandNamed(name: string): Promise<CommandEntry | null> {
  return Object.hasOwn(COMMANDS, name) ? await COMMANDS[name]() : null;
}

export async function allCommands(): Promise<readonly CommandEntry[]> {
  return await Promise.all(Object.values(COMMANDS).map((load) => load()));
}
