/** `resolang sweep FILE`: runs a program at every combination of several values. */

import { availableParallelism } from "node:os";
import { encodeModule, Fault, type Module, type RunResult } from "../../src/index.ts";
import type { CallOptions, CommandCall, CommandEntry, OptionEntry } from "../command.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import { calledProgram, SET_OPTION } from "../input/given.ts";
import { csvPath, refuseCsv } from "../input/overwriting.ts";
import { LIMIT_OPTIONS, limitsOf, tierOf } from "../input/run-options.ts";
import { describeOutcome, type Outcome, type RunOrder } from "../outcome.ts";
import type { LoadedProgram } from "../program.ts";
import { sealedReceipt } from "../receipt-file.ts";
import { counted } from "../report/counted.ts";
import { csvText } from "../report/csv.ts";
import { jsonText } from "../report/json-text.ts";
import { outcomeObject } from "../report/outcome.ts";
import { writeOutputs } from "../report/outputs.ts";
import { paletteOf } from "../report/palette.ts";
import { ERASE_LINE } from "../report/progress.ts";
import { valueText } from "../report/show-quantity.ts";
import { writeTrap } from "../report/trap.ts";
import { resultCache } from "../result-cache.ts";
import type { Shell, Stream } from "../shell.ts";
import { type Plan, planOf } from "../sweep/plan.ts";
import { sharedName, sweepTables } from "../sweep/tables.ts";
import { runInWorkers, type SweepOrder } from "../sweep/workers.ts";

const SCHEMA = "resolang.sweep/1";
const MOST_JOBS = 256;
const MOST_TRAPS_SHOWN = 3;

const OPTIONS: readonly OptionEntry[] = [
  SET_OPTION,
  { flags: "--jobs <count>", summary: "runs side by side; as many as there are processors" },
  { flags: "--json", summary: `print one JSON object, schema ${SCHEMA}: every run whole` },
  { flags: "--csv <folder>", summary: "write each table to folder/NAME.csv" },
  { flags: "--tier <name>", summary: "wasm (default) or interpreter; the result is the same" },
  ...LIMIT_OPTIONS,
];

export const SWEEP: CommandEntry = {
  name: "sweep",
  arguments: [{ name: "<file>", summary: "a program (.reso), a compiled module (.resoc), or -" }],
  summary: "run a program at many values of its parameters",
  explanation:
    "Behind FILE stand parameters as for `resolang run`, and those that are swept have several " +
    "values: --k 1,2,5, --k 0..=4/s:0.25 (from 0 to 4 in steps of 0.25; `..` without `=` " +
    "leaves out its end), --seed 1..=20; `\\,` is a comma in a text. Every combination is one " +
    "run, all of them use the processors side by side, and outputs come as one table. Runs that " +
    "have ended well are kept: a sweep that was interrupted goes on where it was, and a wider " +
    "one makes only the new points.",
  options: OPTIONS,
  takesProgramArguments: true,
  examples: [
    {
      command: "resolang sweep examples/onset.reso --coupling 0..=2/s:0.1 --n 100,1000",
      meaning: "synchronisation setting in, for two sizes",
    },
    {
      command: "resolang sweep examples/monte-carlo-pi.reso --seed 1..=50 --csv results",
      meaning: "fifty seeds, one table",
    },
  ],
  run: sweepCommand,
};

async function sweepCommand(plainShell: Shell, call: CommandCall): Promise<ExitCode> {
  const called = await calledProgram(plainShell, call, OPTIONS);
  if (typeof called === "number") return called;
  const { shell, program, given, options } = called;
  const { module } = program.verified;
  if (module.outputs.length === 0) {
    const help = "declare one, `output order: Float`, and `emit order = …`";
    throw new Fault("usage/command", `a sweep shows outputs, and the program has none: ${help}`);
  }
  const plan = planOf(shell, module, given.texts);
  const tables = [{ name: sharedName(module) }, ...module.outputs];
  refuseCsv(options["csv"], tables, called.filesRead);
  const orders = plan.points.map((parameters) => ({
    program,
    parameters,
    limits: limitsOf(options),
    tier: tierOf(options["tier"]),
  }));
  const { csv } = options;
  // A folder that cannot be made is told before the runs, not behind them.
  if (typeof csv === "string") shell.makeFolder(csv);
  const { outcomes, keptCount } = await executeAll(shell, program, orders, jobsOf(options["jobs"]));
  show(shell, program, plan, outcomes, options);
  const kept = keptCount === 0 ? "" : `, ${keptCount} of them kept from before`;
  const trapCount = outcomes.filter(({ trap }) => trap !== null).length;
  const trapped = trapCount === 0 ? "" : `, ${trapCount} of them trapped`;
  const facts = `${counted(outcomes.length, "run")}${kept}${trapped}`;
  shell.err.write(`${paletteOf(shell.err).faint(facts)}\n`);
  return trapCount > 0 ? EXIT_CODES.trapped.code : EXIT_CODES.fine.code;
}

/** @throws {Fault} `usage/command` */
function jobsOf(text: CallOptions[string]): number {
  if (text === undefined) return availableParallelism();
  const jobs = typeof text === "string" && /^\d+$/u.test(text) ? Number(text) : 0;
  if (jobs >= 1 && jobs <= MOST_JOBS) return jobs;
  const wanted = `a whole number from 1 to ${MOST_JOBS}`;
  throw new Fault("usage/command", `--jobs takes ${wanted}, not ${JSON.stringify(text)}`);
}

interface Swept {
  readonly outcomes: readonly Outcome[];
  /** How many results were there before. */
  readonly keptCount: number;
}

/** Takes the results that are kept, makes the other runs, and keeps what comes out. */
async function executeAll(
  shell: Shell,
  { verified }: LoadedProgram,
  orders: readonly RunOrder[],
  jobs: number,
): Promise<Swept> {
  const cache = resultCache(shell.cacheFolder);
  const { module } = verified;
  const outcomes: Outcome[] = [];
  const missing: SweepOrder[] = [];
  for (const [index, order] of orders.entries()) {
    const found = cache?.read({ module, ...order }) ?? null;
    const { parameters, limits, tier } = order;
    // without the program, which the workers have
    if (found === null) missing.push({ index, input: { parameters, limits, tier } });
    else outcomes[index] = await describeOutcome(order, found);
  }
  const keptCount = orders.length - missing.length;
  const progress = progressOn(shell.err, orders.length, keptCount);
  const take = async (index: number, result: RunResult): Promise<void> => {
    const order = orders[index];
    const outcome = await describeOutcome(order, result);
    outcomes[index] = outcome;
    if (outcome.trap === null) {
      cache?.write({ module, ...order }, sealedReceipt(outcome), result.memoryPeakBytes);
    }
    progress.step();
  };
  const interruption = (): string => {
    const done = `${progress.done()} of ${counted(orders.length, "run")}`;
    const end =
      cache === null ? "nothing is kept of it" : "they are kept, and a sweep goes on there";
    return `the sweep was interrupted after ${done}: ${end}`;
  };
  try {
    await runInWorkers({ module: encodeModule(module) }, missing, jobs, { take, interruption });
  } finally {
    progress.close();
  }
  return { outcomes, keptCount };
}

/** How many runs there are already, on a terminal. */
function progressOn(stream: Stream, total: number, before: number) {
  let done = before;
  return {
    done: () => done,
    step: () => {
      done += 1;
      if (stream.isTerminal) stream.write(`${ERASE_LINE}${done} of ${counted(total, "run")}`);
    },
    close: () => {
      if (stream.isTerminal && done > before) stream.write(ERASE_LINE);
    },
  };
}

function show(
  shell: Shell,
  program: LoadedProgram,
  plan: Plan,
  outcomes: readonly Outcome[],
  { json, csv }: CallOptions,
): void {
  const { module } = program.verified;
  const tables = sweepTables(module, plan, outcomes);
  if (json === true) {
    const swept = plan.axes.map(({ parameter }) => module.parameters[parameter].name);
    const runs = outcomes.map((outcome) => outcomeObject(outcome, null));
    shell.out.write(`${jsonText({ schema: SCHEMA, program: program.id, swept, runs })}\n`);
  } else if (tables.some(({ rowCount }) => rowCount > 0)) writeOutputs(shell.out, tables);
  if (typeof csv === "string") {
    for (const table of tables)
      shell.writeFile(csvPath(csv, table.name), csvText(module.types, table));
  }
  const trapped = outcomes.filter(({ trap }) => trap !== null);
  for (const outcome of trapped.slice(0, MOST_TRAPS_SHOWN)) {
    shell.err.write(`${pointText(module, plan, outcome)}:\n`);
    writeTrap(shell.err, outcome);
  }
  const more = trapped.length - MOST_TRAPS_SHOWN;
  if (more > 0) shell.err.write(`${counted(more, "more run")} trapped\n`);
}

/** The point of a run: `n = 3, k = 0.5 1/s`. */
function pointText(module: Module, { axes }: Plan, { parameters }: Outcome): string {
  const parts = axes.map(({ parameter }) => {
    const { name, type } = module.parameters[parameter];
    return `${name} = ${valueText(module, type, parameters[parameter])}`;
  });
  return parts.join(", ");
}
