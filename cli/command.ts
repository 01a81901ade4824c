/** The shape of a command: one entry holds its name, options, examples and what it does. */

import type { ExitCode } from "./exit-codes.ts";
import type { Shell } from "./shell.ts";

export interface OptionEntry {
  /** As commander writes it: `--tier <name>`, `--json`; `...>` for one that may be repeated. */
  readonly flags: string;
  readonly summary: string;
}

export interface CommandEntry {
  readonly name: string;
  /** As commander writes them: `<file>`, `[files...]`. */
  readonly arguments: readonly { readonly name: string; readonly summary: string }[];
  readonly summary: string;
  /** What `--help` says below the summary, in a few sentences. */
  readonly explanation: string;
  readonly options: readonly OptionEntry[];
  readonly examples: readonly { readonly command: string; readonly meaning: string }[];
  /** Everything after the first argument belongs to the program: `run FILE --n 5`. */
  readonly takesProgramArguments?: boolean;
  readonly run: (shell: Shell, call: CommandCall) => Promise<ExitCode> | ExitCode;
}

export interface CommandCall {
  /** Positional arguments. */
  readonly arguments: readonly string[];
  readonly options: CallOptions;
}

/** By long name: text for options with a value, true for flags, a list for repeated ones. */
export type CallOptions = Readonly<
  Record<string, string | boolean | readonly string[] | undefined>
>;
