/** `resolang run FILE`: runs a program and shows, proves or exports what came out. */

import type { CallOptions, CommandCall, CommandEntry, OptionEntry } from "../command.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import { calledProgram, parametersOf, SET_OPTION } from "../input/given.ts";
import { csvPath, refuseCsv, refuseOverwriting } from "../input/overwriting.ts";
import {
  LIMIT_OPTIONS,
  limitsOf,
  THREADS_OPTION,
  threadsOf,
  tierOf,
  TIMEOUT_OPTION,
  timeoutOf,
} from "../input/run-options.ts";
import type { Answer } from "../cached-run.ts";
import { execute, type Outcome, type RunOrder } from "../outcome.ts";
import { outputTables } from "../report/columns.ts";
import { writeOutputs } from "../report/outputs.ts";
import type { ShownFinding } from "../report/health.ts";
import { paletteOf } from "../report/palette.ts";
import type { Shell } from "../shell.ts";
import type { Watch } from "../watched-run.ts";

const OPTIONS: readonly OptionEntry[] = [
  SET_OPTION,
  { flags: "--json", summary: "print one JSON object, schema resolang.run/1" },
  { flags: "--receipt <file>", summary: "write a receipt that `resolang verify` confirms" },
  { flags: "--csv <folder>", summary: "write each output to folder/NAME.csv, which @ reads back" },
  { flags: "--tier <name>", summary: "wasm (default) or interpreter; the result is the same" },
  {
    flags: "--cached",
    summary: "take the result of an equal run that was kept, else keep this one",
  },
  { flags: "--health", summary: "tell where digits cancel and where numbers stop being finite" },
  ...LIMIT_OPTIONS,
  TIMEOUT_OPTION,
  THREADS_OPTION,
];

export const RUN: CommandEntry = {
  name: "run",
  arguments: [{ name: "<file>", summary: "a program (.reso), a compiled module (.resoc), or -" }],
  summary: "run a program",
  explanation:
    "Parameters of the program are options behind FILE: --n 500, --width 0.25rad/s. Lists and " +
    "records come from files: --lines @lines.csv (its header names fields, with units: " +
    "load[MW]), @x.json; a Graph from edges, --graph @edges.txt. " +
    "`resolang run FILE --help` lists the parameters of a program.",
  options: OPTIONS,
  takesProgramArguments: true,
  examples: [
    { command: "resolang run examples/kuramoto.reso", meaning: "defaults for everything" },
    {
      command: "resolang run examples/kuramoto.reso --n 500 --json",
      meaning: "another parameter, for a script",
    },
    {
      command: "resolang run --receipt r.json examples/primes.reso",
      meaning: "write down what can be proven",
    },
  ],
  run: runCommand,
};

async function runCommand(plainShell: Shell, call: CommandCall): Promise<ExitCode> {
  const called = await calledProgram(plainShell, call, OPTIONS);
  if (typeof called === "number") return called;
  const { shell, program, given, options } = called;
  const { module } = program.verified;
  if (typeof options["receipt"] === "string") {
    refuseOverwriting(options["receipt"], called.filesRead, "a receipt");
  }
  refuseCsv(options["csv"], module.outputs, called.filesRead);
  const limits = limitsOf(options);
  const tier = tierOf(options["tier"]);
  const timeout = timeoutOf(options["timeout"]);
  const watch = { stream: shell.err, timeout, threads: threadsOf(options["threads"]) };
  const parameters = await parametersOf(shell, module, given);
  const order = { program, parameters, limits, tier };
  const { outcome, isKept } = await answer(shell, order, watch, options);
  await show(shell, outcome, options, isKept);
  return outcome.result.status === "ok" ? EXIT_CODES.fine.code : EXIT_CODES.trapped.code;
}

/** Makes the run; or takes its result from the cache, where that is asked for. */
async function answer(
  { cacheFolder }: Shell,
  order: RunOrder,
  watch: Watch,
  { cached }: CallOptions,
): Promise<Answer> {
  if (cached !== true) return { outcome: await execute(order, watch), isKept: false };
  const { executeOnce } = await import("../cached-run.ts");
  return await executeOnce(cacheFolder, order, watch);
}

async function show(
  shell: Shell,
  outcome: Outcome,
  { json, receipt, csv, health }: CallOptions,
  isKept: boolean,
): Promise<void> {
  // What came out is shown first, so that a file that cannot be written loses nothing.
  if (json === true) {
    const { outcomeObject } = await import("../report/outcome.ts");
    const { jsonText } = await import("../report/json-text.ts");
    const findings = health === true ? await healthOf(outcome) : null;
    shell.out.write(`${jsonText(outcomeObject(outcome, findings))}\n`);
  } else await showOutcome(shell, outcome);
  if (typeof csv === "string") {
    const { csvText } = await import("../report/csv.ts");
    shell.makeFolder(csv);
    for (const table of outputTables(outcome.module, outcome.result.outputs)) {
      shell.writeFile(csvPath(csv, table.name), csvText(outcome.module.types, table));
    }
  }
  if (typeof receipt === "string") {
    const { sealedReceipt } = await import("../receipt-file.ts");
    shell.writeFile(receipt, sealedReceipt(outcome));
  }
  if (json === true) return;
  const kept = typeof receipt === "string" ? `, receipt ${receipt}` : "";
  const source = isKept ? ", from the cache" : "";
  const { root, result } = outcome;
  const facts = `result ${root.slice(0, 16)}…, fuel ${result.fuelUsed}${source}${kept}`;
  shell.err.write(`${paletteOf(shell.err).faint(facts)}\n`);
  if (health === true) {
    const { writeHealth } = await import("../report/health.ts");
    writeHealth(shell.err, await healthOf(outcome), outcome.trap !== null);
  }
}

/** The same run once more, each instruction watched. */
async function healthOf(outcome: Outcome): Promise<readonly ShownFinding[]> {
  const { program, parameters, limits } = outcome;
  const { examined } = await import("../report/health.ts");
  return examined(program, parameters, limits);
}

async function showOutcome(shell: Shell, outcome: Outcome): Promise<void> {
  const { log, outputs } = outcome.result;
  for (const line of log) shell.out.write(`${line}\n`);
  const tables = outputTables(outcome.module, outputs);
  if (log.length > 0 && tables.length > 0) shell.out.write("\n");
  writeOutputs(shell.out, tables);
  if (outcome.trap !== null) (await import("../report/trap.ts")).writeTrap(shell.err, outcome);
}
