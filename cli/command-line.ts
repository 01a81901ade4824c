/**
 * The words of a command line to a command: commander's program, built from the table of commands.
 */

import { Command, CommanderError, type Help, InvalidArgumentError, Option } from "commander";
import { Fault, VERSION } from "../src/index.ts";
import type { CallOptions, CommandEntry, OptionEntry } from "./command.ts";
import { allCommands, commandNamed } from "./commands/index.ts";
import { EXIT_CODES, type ExitCode } from "./exit-codes.ts";
import { reportFailure } from "./failure.ts";
import { otherCommand } from "./other-commands.ts";
import { paletteOf } from "./report/palette.ts";
import { COLOUR_CHOICES, type ColourChoice, colourChoice, type Shell } from "./shell.ts";

const COLOUR: OptionEntry = { flags: "--color <when>", summary: "when to use colours" };

/** Runs a command; every failure becomes a message and an exit code. */
export async function commandLine(words: readonly string[], plainShell: Shell): Promise<ExitCode> {
  const { colour, rest } = leadingColour(words);
  const shell = plainShell.recoloured(colour ?? "auto");
  const other = otherCommand(rest[0]);
  if (other !== null) return reportFailure(shell, words, new Fault("usage/command", other));
  let exit: ExitCode = EXIT_CODES.fine.code;
  const called = withImpliedRun(rest);
  const named = await commandNamed(called[0] ?? "");
  const entries = named === null ? await allCommands() : [named];
  const program = buildProgram(shell, entries, async (entry, names, { color, ...options }) => {
    const chosen = colourChoice(color);
    const own = chosen === null ? shell : shell.recoloured(chosen);
    exit = await entry.run(own, { arguments: names, options });
  });
  try {
    await program.parseAsync(called, { from: "user" });
    return exit;
  } catch (error) {
    // Commander has said what is wrong; asking for help is not.
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? EXIT_CODES.fine.code : EXIT_CODES.usage.code;
    }
    return reportFailure(shell, words, error);
  }
}

/** `--color WHEN` before the command. */
function leadingColour(words: readonly string[]): {
  readonly colour: ColourChoice | null;
  readonly rest: readonly string[];
} {
  const attached = /^--color=(?<when>.*)$/su.exec(words[0] ?? "")?.groups?.["when"];
  const colour = colourChoice(attached ?? (words[0] === "--color" ? words[1] : undefined));
  return colour === null
    ? { colour, rest: words }
    : { colour, rest: words.slice(attached === undefined ? 2 : 1) };
}

/** `resolang FILE.reso` is short for `resolang run FILE.reso`, and `version` for `--version`. */
function withImpliedRun(words: readonly string[]): readonly string[] {
  if (words[0] === "version" && words.length === 1) return ["--version"];
  const isFile = /\.resoc?$/u.test(words[0] ?? "");
  return isFile ? ["run", ...words] : words;
}

type Finish = (
  entry: CommandEntry,
  names: readonly string[],
  options: CallOptions,
) => Promise<void>;

function buildProgram(shell: Shell, entries: readonly CommandEntry[], finish: Finish): Command {
  const program = new Command("resolang")
    .description("The language whose results you can prove.")
    .version(VERSION, "--version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand("help [command]", "the help of a command")
    .enablePositionalOptions()
    .exitOverride()
    .showHelpAfterError("(resolang --help lists the commands)")
    .addOption(colourOption())
    .configureHelp(helpStyle(shell))
    .configureOutput({
      writeOut: (text) => {
        shell.out.write(text);
      },
      writeErr: (text) => {
        shell.err.write(text);
      },
      getOutHelpWidth: () => Math.min(shell.out.columns, 100),
      getErrHelpWidth: () => Math.min(shell.err.columns, 100),
      getOutHasColors: () => shell.out.hasColour,
      getErrHasColors: () => shell.err.hasColour,
      outputError: (text, write) => {
        write(text.replace(/^error/u, paletteOf(shell.err).error("error")));
      },
    })
    .addHelpText("after", rootHelp());
  for (const entry of entries) addCommand(program, entry, finish);
  return program;
}

function helpStyle(shell: Shell): Partial<Help> {
  const palette = paletteOf(shell.out);
  return {
    styleTitle: palette.strong,
    styleCommandText: palette.code,
    styleSubcommandText: palette.code,
    styleOptionText: palette.code,
    styleArgumentText: palette.code,
    subcommandTerm: (command) =>
      `${command.name()} ${command.usage().replace(/^\[options\] ?/u, "")}`.trimEnd(),
  };
}

function rootHelp(): string {
  const codes = Object.values(EXIT_CODES).map(
    ({ code, when }) => `  ${String(code).padStart(3)}  ${when}`,
  );
  return [
    "",
    "Start with:",
    "  resolang run examples/kuramoto.reso     a population falls into step: table and plot",
    "  resolang run FILE.reso --help           the parameters of a program",
    "  resolang explain E0301                  the manual page of an error",
    "",
    "Results go to standard output, everything else to standard error. FILE may be -, which is",
    "standard input.",
    "",
    "Exit codes:",
    ...codes,
  ].join("\n");
}

function addCommand(program: Command, entry: CommandEntry, finish: Finish): void {
  const command = program
    .command(entry.name)
    .summary(entry.summary)
    .description(
      `${entry.summary[0].toUpperCase()}${entry.summary.slice(1)}.\n\n${entry.explanation}`,
    )
    .helpOption("-h, --help", "print this help")
    .showHelpAfterError(afterError(entry));
  for (const { name, summary } of entry.arguments) command.argument(name, summary);
  for (const option of entry.options) command.addOption(optionOf(option));
  command.addOption(colourOption());
  if (entry.takesProgramArguments === true) {
    command.argument("[parameters...]", "the program's own options").passThroughOptions();
  }
  const examples = entry.examples.map(
    ({ command: line, meaning }) => `  ${line}\n      ${meaning}`,
  );
  command.addHelpText("after", ["", "Examples:", ...examples].join("\n"));
  command.action(() => finish(entry, command.args, command.opts()));
}

function afterError({ name, takesProgramArguments }: CommandEntry): string {
  const hint = `resolang ${name} --help explains it`;
  return takesProgramArguments === true
    ? `(parameters of the program stand behind FILE; ${hint})`
    : `(${hint})`;
}

function colourOption(): Option {
  return optionOf(COLOUR).choices(COLOUR_CHOICES);
}

function optionOf({ flags, summary }: OptionEntry): Option {
  if (!flags.includes("<")) return new Option(flags, summary);
  if (!flags.includes("...>")) {
    const once = (value: string, earlier?: string): string => {
      if (earlier === undefined) return value;
      throw new InvalidArgumentError("It is given twice.");
    };
    return new Option(flags, summary).argParser(once);
  }
  // One value for each time it is given, so that it does not swallow FILE.
  const collect = (value: string, earlier?: readonly string[]): readonly string[] => [
    ...(earlier ?? []),
    value,
  ];
  return new Option(flags.replace("...>", ">"), summary).argParser(collect).default(undefined);
}
