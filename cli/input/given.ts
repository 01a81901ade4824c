/**
 * What stands behind FILE on a command line, as options and as values of the program's parameters.
 *
 * A plain run has nothing there, so what reads it is loaded when there is something.
 */

import { Fault, type Module, type ModuleValue } from "../../src/index.ts";
import type { CallOptions, CommandCall, OptionEntry } from "../command.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import type { LoadedProgram } from "../program.ts";
import { loadRunnable } from "../runnable.ts";
import { COLOUR_CHOICES, colourChoice, type Shell } from "../shell.ts";
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

type Loaded = LoadedProgram | null;
type Load = (shell: Shell, path: string) => Loaded | Promise<Loaded>;

/** A program that a command was called with, and what stands behind it. */
export interface CalledProgram {
  /** With the colours that were asked for behind FILE. */
  readonly shell: Shell;
  readonly program: LoadedProgram;
  readonly given: ProgramWords;
  /** The options of the command, wherever they stand. */
  readonly options: CallOptions;
  /** Every file that is read for a run: the program's, and those of its parameters. */
  readonly filesRead: readonly string[];
}

/**
 * The program of a command whose first argument is FILE; an exit code when there is nothing to run,
 * because it has errors, which are then written, or because its help was asked for, likewise.
 *
 * @param entries the options of the command, which may stand behind FILE as well
 * @throws {Fault} `file/…`, `module/unreadable`, `usage/command`, `parameter/…`
 */
export async function calledProgram(
  shell: Shell,
  call: CommandCall,
  entries: readonly OptionEntry[],
  load: Load = loadRunnable,
): Promise<CalledProgram | ExitCode> {
  const [path, ...words] = call.arguments;
  const program = await load(shell, path);
  if (program === null) return EXIT_CODES.problems.code;
  const given = await wordsOf(program.verified.module, words, call.options["set"], entries);
  const options = optionsOf(call, given);
  const coloured = behindFile(shell, given.options["color"]);
  if (options["help"] === true) {
    const { writeProgramHelp } = await import("../report/program-help.ts");
    writeProgramHelp(coloured.out, program, path);
    return EXIT_CODES.fine.code;
  }
  return { shell: coloured, program, given, options, filesRead: filesRead(program, path, given) };
}

/** The words behind FILE, told apart. */
async function wordsOf(
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

function optionsOf(call: CommandCall, given: ProgramWords): CallOptions {
  const twice = Object.keys(given.options).find((name) => typeof call.options[name] === "string");
  if (twice !== undefined) throw new Fault("usage/command", `--${twice} is given twice`);
  return { ...call.options, ...given.options };
}

/** `--color` behind FILE. */
function behindFile(shell: Shell, text: string | boolean | undefined): Shell {
  if (text === undefined) return shell;
  const choice = colourChoice(text);
  if (choice !== null) return shell.recoloured(choice);
  const found = JSON.stringify(text);
  throw new Fault("usage/command", `--color is ${COLOUR_CHOICES.join(", ")}, not ${found}`);
}

function filesRead(
  program: LoadedProgram,
  path: string,
  { texts }: ProgramWords,
): readonly string[] {
  const data = [...texts.values()].filter((text) => text.startsWith("@"));
  return [path, ...program.texts.map((text) => text.path), ...data.map((text) => text.slice(1))];
}
