/** `resolang profile FILE`: where a run spends its fuel, by function and line, and as a picture. */

import { profile, type Profile, trapNameOf } from "../../src/index.ts";
import type { CommandCall, CommandEntry, OptionEntry } from "../command.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import { calledProgram, parametersOf, SET_OPTION } from "../input/given.ts";
import { refuseOverwriting } from "../input/overwriting.ts";
import { LIMIT_OPTIONS, limitsOf } from "../input/run-options.ts";
import { loadProgram, type LoadedProgram } from "../program.ts";
import { flameGraph } from "../report/flame-graph.ts";
import { grouped } from "../report/grouped.ts";
import { paletteOf } from "../report/palette.ts";
import { functionShares, lineShares, writeProfile } from "../report/profile.ts";
import type { Shell } from "../shell.ts";

const OPTIONS: readonly OptionEntry[] = [
  { flags: "--svg <file>", summary: "write a flame graph: each call as wide as its fuel" },
  { flags: "--json", summary: "print one JSON object, schema resolang.profile/1" },
  SET_OPTION,
  ...LIMIT_OPTIONS,
];

export const PROFILE: CommandEntry = {
  name: "profile",
  arguments: [{ name: "<file>", summary: "a program (.reso), a compiled module (.resoc), or -" }],
  summary: "tell where a run spends its fuel",
  explanation:
    "Every instruction is counted, so the profile is exact and the same on every machine. That " +
    "takes its time: a program that runs for seconds is better given a smaller problem, or less " +
    "--fuel. Parameters stand behind FILE as those of `resolang run` do.",
  options: OPTIONS,
  takesProgramArguments: true,
  examples: [
    { command: "resolang profile examples/lorenz.reso", meaning: "functions and lines" },
    {
      command: "resolang profile --svg lorenz.svg examples/lorenz.reso",
      meaning: "and a picture for the browser",
    },
  ],
  run: profileCommand,
};

async function profileCommand(plainShell: Shell, call: CommandCall): Promise<ExitCode> {
  const called = await calledProgram(plainShell, call, OPTIONS, loadProgram);
  if (typeof called === "number") return called;
  const { shell, program, given, options } = called;
  const { module } = program.verified;
  const { svg } = options;
  if (typeof svg === "string") refuseOverwriting(svg, called.filesRead, "a picture");
  const parameters = await parametersOf(shell, module, given);
  const found = profile(program.verified, parameters, limitsOf(options));
  // Written first: what reads the tables may go away.
  if (typeof svg === "string") shell.writeFile(svg, flameGraph(module, found, call.arguments[0]));
  if (options["json"] === true) {
    shell.out.write(`${JSON.stringify(profileObject(program, found))}\n`);
  } else {
    writeProfile(shell.out, program, found);
    shell.err.write(`${paletteOf(shell.err).faint(factsOf(found))}\n`);
  }
  return found.trapCode === null ? EXIT_CODES.fine.code : EXIT_CODES.trapped.code;
}

function factsOf({ fuelUsed, instructions, trapCode }: Profile): string {
  const trap = trapCode === null ? "" : `; the run ended with trap[${trapNameOf(trapCode)}]`;
  return `${grouped(instructions)} instructions, fuel ${grouped(fuelUsed)}${trap}`;
}

function profileObject(program: LoadedProgram, found: Profile): unknown {
  const { fuelUsed: fuel, instructions, trapCode } = found;
  return {
    schema: "resolang.profile/1",
    program: program.id,
    fuel,
    instructions,
    trap: trapCode === null ? null : trapNameOf(trapCode),
    functions: functionShares(program, found),
    lines: lineShares(program, found),
  };
}
