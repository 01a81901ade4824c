/** `resolang profile FILE`: where a run spends time and fuel, by function and line. */

import { Fault, profile, trapNameOf } from "../../src/index.ts";
import type { CallOptions, CommandCall, CommandEntry, OptionEntry } from "../command.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import { calledProgram, parametersOf, SET_OPTION } from "../input/given.ts";
import { refuseOverwriting } from "../input/overwriting.ts";
import { LIMIT_OPTIONS, limitsOf } from "../input/run-options.ts";
import { loadProgram } from "../program.ts";
import { flameGraph } from "../report/flame-graph.ts";
import { paletteOf } from "../report/palette.ts";
import { profileFacts, profileObject, writeProfile } from "../report/profile.ts";
import { type FoundProfile, MEASURES, measuresOf } from "../report/profile-shares.ts";
import { ERASE_LINE, progressText } from "../report/progress.ts";
import { lineNumbers, sourceLines } from "../report/source-lines.ts";
import type { Shell, Stream } from "../shell.ts";
import { timeRun } from "../timed-run.ts";

const BY = [...MEASURES, "both"] as const;

const OPTIONS: readonly OptionEntry[] = [
  { flags: "--by <measure>", summary: "time, fuel, or both (default)" },
  { flags: "--library", summary: "tell functions and lines of the library, too" },
  { flags: "--svg <file>", summary: "write a flame graph: each call as wide as what it cost" },
  { flags: "--json", summary: "print one JSON object, schema resolang.profile/1" },
  SET_OPTION,
  ...LIMIT_OPTIONS,
];

export const PROFILE: CommandEntry = {
  name: "profile",
  arguments: [{ name: "<file>", summary: "a program (.reso), a compiled module (.resoc), or -" }],
  summary: "tell where a run spends its time and fuel",
  explanation:
    "Time is sampled while the program runs as `resolang run` has it run, in the WebAssembly " +
    "tier; a short one runs again for a second. Marks at each line slow it down a little, calls " +
    "most. Fuel is exact and the same on every machine: every instruction is counted, for which " +
    "a second of a run takes about a minute, so --by time leaves it out. What the library costs " +
    "is told at the lines that call it. Parameters stand behind FILE as for `resolang run`.",
  options: OPTIONS,
  takesProgramArguments: true,
  examples: [
    { command: "resolang profile examples/lorenz.reso", meaning: "functions and lines" },
    {
      command: "resolang profile --by time --library examples/lorenz.reso",
      meaning: "time alone, and where in the library it went",
    },
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
  const { verified } = program;
  const { svg } = options;
  if (typeof svg === "string") refuseOverwriting(svg, called.filesRead, "a picture");
  const by = measureAsked(options);
  const parameters = await parametersOf(shell, verified.module, given);
  const limits = limitsOf(options);
  const lines = sourceLines(program);
  const timed =
    by === "fuel"
      ? null
      : await timeRun(verified, parameters, limits, lineNumbers(verified.module, lines), shell.err);
  const end = Math.min(timed?.result.fuelUsed ?? limits.fuel, limits.fuel);
  const fuel =
    by === "time"
      ? null
      : withSigns(shell.err, end, (tell) => profile(verified, parameters, limits, tell));
  const found: FoundProfile = { time: timed?.time ?? null, fuel };
  const trapCode = timed?.result.trap?.code ?? fuel?.trapCode ?? null;
  const trap = trapCode === null ? null : trapNameOf(trapCode);
  const measures = measuresOf(verified.module, found, lines, options["library"] === true);
  // Written first: what reads the tables may go away.
  if (typeof svg === "string") {
    shell.writeFile(svg, flameGraph(verified.module, measures, call.arguments[0]));
  }
  if (options["json"] === true) {
    const object = profileObject(program.id, lines, measures, found, trap);
    shell.out.write(`${JSON.stringify(object)}\n`);
  } else {
    writeProfile(shell.out, lines, measures);
    for (const fact of profileFacts(found, trap)) {
      shell.err.write(`${paletteOf(shell.err).faint(fact)}\n`);
    }
  }
  return trap === null ? EXIT_CODES.fine.code : EXIT_CODES.trapped.code;
}

/** Counts fuel with a sign of life on a terminal; `end` is how much there will be at the most. */
function withSigns<Found>(
  stream: Stream,
  end: number,
  count: (tell: (fuel: number) => void) => Found,
): Found {
  const start = performance.now();
  let isShown = false;
  const found = count((fuel) => {
    if (!stream.isTerminal) return;
    isShown = true;
    const progress = {
      seconds: (performance.now() - start) / 1000,
      fuel,
      isGuessed: false,
      limit: end,
    };
    const text = `counting fuel: ${progressText(progress)}`;
    stream.write(`${ERASE_LINE}${text.slice(0, stream.columns - 1)}`);
  });
  if (isShown) stream.write(ERASE_LINE);
  return found;
}

function measureAsked({ by = "both" }: CallOptions): (typeof BY)[number] {
  const asked = BY.find((name) => name === by);
  if (asked !== undefined) return asked;
  throw new Fault(
    "usage/command",
    `--by is ${MEASURES.join(", ")} or both, not ${JSON.stringify(by)}`,
  );
}
