/**
 * What stands behind FILE on a command line, as options and as values of the program's parameters.
 *
 * A plain run has nothing there, so what reads it is loaded when there is something.
 */

import { Fault, type Module, type ModuleValue } from "../../src/index.ts";
import type { CallOptions, CommandCall, OptionEntry } from "../command.ts";
import type { LoadedProgram } from "../program.ts";
import type { Shell } from "../shell.ts";
import type { ProgramWords } from "./words.ts";

/** Options that commander adds before FILE, and that may stand behind it too. */
const ALSO_BEHIND_FILE: readonly OptionEntry[] = [
  { flags: "-h, --help", summary: "the parameters of the program" },
  { flags: "--color <when>", summary: "colours: auto, always or never" },
];

/** How a parameter is given whatever it is called. */
export const SET_OPTION: OptionEntry = {
  flags: "--set <name=value...>",
  summary: "a parameter by name, whatever it is called",
};

/**
 * The words behind FILE, told apart.
 *
 * @param options those of the command, which may stand there as well
 * @throws {Fault} `usage/command`, `parameter/…`
 */
export async function wordsOf(
  module: Module,
  words: readonly string[],
  set: CallOptions[string],
  options: readonly OptionEntry[],
): Promise<ProgramWords> {
  if (words.length === 0 && set === undefined) return { texts: new Map(), options: {} };
  const { readWords } = await import("./words.ts");
  const given = typeof set === "object" ? set : [];
  return readWords(module, words, given, [...options, ...ALSO_BEHIND_FILE]);
}

/**
 * The value of every parameter, in the order of the module.
 *
 * @throws {Fault} `parameter/…`, `data/…`, `file/…`
 */
export async function parametersOf(
  shell: Shell,
  module: Module,
  { texts }: ProgramWords,
): Promise<readonly ModuleValue[]> {
  const values = module.parameters.map((each) => each.default);
  if (texts.size === 0 && values.every((value) => value !== null)) return values;
  const { readParameters } = await import("./parameters.ts");
  return readParameters(shell, module, texts);
}

/**
 * The options of the command, wherever they stand.
 *
 * @throws {Fault} `usage/command` for one that stands before FILE and behind it
 */
export function optionsOf(call: CommandCall, given: ProgramWords): CallOptions {
  const twice = Object.keys(given.options).find((name) => typeof call.options[name] === "string");
  if (twice !== undefined) throw new Fault("usage/command", `--${twice} is given twice`);
  return { ...call.options, ...given.options };
}

/** Every file that is read for a run: the program's, and those of its parameters. */
export function filesRead(
  program: LoadedProgram,
  path: string,
  { texts }: ProgramWords,
): readonly string[] {
  const data = [...texts.values()].filter((text) => text.startsWith("@"));
  return [path, ...program.texts.map((text) => text.path), ...data.map((text) => text.slice(1))];
}
