/** `resolang bench [FILES]`: measures bench blocks, and compares with what was measured before. */

import { compileTests, Fault, type SourceText } from "../../src/index.ts";
import type { CommandEntry } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { tierOf } from "../input/run-options.ts";
import { compiledProgram, errorCount, readerOn } from "../program.ts";
import { type MeasuredFile, readMeasured, writeGone, writeMeasured } from "../report/bench.ts";
import { writeReports } from "../report/diagnostics.ts";
import { writeTrap } from "../report/trap.ts";
import type { Shell } from "../shell.ts";
import { readSources } from "../sources.ts";
import { compareAll, goneBenches, type KeyOf } from "../testing/compare-measured.ts";
import { type Bench, measure, ROUNDS } from "../testing/measure.ts";
import { noneNamed } from "../testing/none-named.ts";

const SCHEMA = "resolang.bench/1";

export const BENCH: CommandEntry = {
  name: "bench",
  arguments: [
    { name: "[files...]", summary: "programs or folders; the current folder when none is named" },
  ],
  summary: "measure bench blocks",
  explanation:
    `All benches run in turn, ${ROUNDS} rounds of them; the table has the median time of one run ` +
    "with the quartiles around it. To start a run alone takes some tens of microseconds: what is " +
    "shorter is called in a loop. Times are the machine's and the moment's; fuel and memory are " +
    "the same everywhere. With --compare a bench is faster or slower only where the quartiles of " +
    "then and now lie apart and the medians differ by a twentieth; else there is no difference " +
    "to tell. Benches that are new or gone are named.",
  options: [
    { flags: "--filter <text>", summary: "only benches whose name contains the text" },
    {
      flags: "--compare <file>",
      summary: "tell what is faster and what is slower than in this file, and how much",
    },
    { flags: "--json", summary: `one JSON object, schema ${SCHEMA}: what --compare reads` },
    { flags: "--tier <name>", summary: "wasm (default) or interpreter" },
  ],
  examples: [
    { command: "resolang bench grid.reso --json > before.json", meaning: "keep what was measured" },
    { command: "resolang bench grid.reso --compare before.json", meaning: "and compare later" },
  ],
  run: async (shell, { arguments: paths, options }) => {
    const filter = typeof options["filter"] === "string" ? options["filter"] : "";
    const tier = tierOf(options["tier"]);
    const before = earlier(shell, options["compare"]);
    const { texts, unread } = readSources(shell, paths);
    const benches: Bench[] = [];
    let isBroken = false;
    let count = 0;
    for (const text of texts) {
      const found = benchesOf(shell, text);
      if (found === null) isBroken = true;
      else benches.push(...found.filter(({ name }) => name.includes(filter)));
      count += found?.length ?? 0;
    }
    if (!isBroken && filter !== "" && benches.length === 0) throw noneNamed("bench", filter, count);
    const answers = isBroken ? [] : await measure(benches, tier);
    const measured = answers.flatMap((answer) => ("measured" in answer ? answer.measured : []));
    const keyOf = keysOn(shell);
    const compared = before === null ? null : compareAll(measured, before.benches, keyOf);
    const files = new Set(texts.map(({ path }) => shell.identityOf(path)));
    const isRead = (name: string): boolean =>
      files.has(shell.identityOf(fileOf(name))) && name.includes(filter);
    const names = benches.map(({ name }) => name);
    const gone =
      before === null || isBroken ? [] : goneBenches(names, before.benches, keyOf, isRead);
    if (options["json"] === true) {
      const told = measured.map((each, index) => ({ ...each, ...compared?.[index] }));
      const rest = before === null ? {} : { gone: gone.map(({ name }) => name) };
      shell.out.write(`${JSON.stringify({ schema: SCHEMA, tier, benches: told, ...rest })}\n`);
    } else {
      writeMeasured(shell.out, measured, compared);
      writeGone(shell.out, gone);
      const noun = measured.length === 1 ? "bench" : "benches";
      shell.out.write(`${measured.length} ${noun} measured\n`);
    }
    if (before !== null && before.tier !== tier) {
      shell.err.write(`note: what it is compared with was measured with --tier ${before.tier}\n`);
    }
    for (const answer of answers) {
      if (!("trapped" in answer)) continue;
      writeTrap(shell.err, answer.trapped);
      isBroken = true;
    }
    if (unread > 0) return EXIT_CODES.world.code;
    return isBroken ? EXIT_CODES.problems.code : EXIT_CODES.fine.code;
  },
};

/** The benches of a file; null when it does not compile, which is then written. */
function benchesOf(shell: Shell, { path: file, content }: SourceText): readonly Bench[] | null {
  const source = { path: file, text: content };
  const { tests, diagnostics, texts } = compileTests(source, "bench", readerOn(shell));
  const wrong = [diagnostics, ...tests.map((each) => each.diagnostics)].find(
    (list) => errorCount(list) > 0,
  );
  if (wrong !== undefined) {
    writeReports(shell.err, texts, wrong);
    return null;
  }
  return tests.flatMap(({ test, module }) =>
    module === null
      ? []
      : [{ name: `${file}: ${test.name}`, program: compiledProgram(module, texts) }],
  );
}

/** The file of `a.reso: few`. */
function fileOf(name: string): string {
  return /^.*?\.reso(?=: )/su.exec(name)?.[0] ?? "";
}

/** Paths to one file make one key. */
function keysOn(shell: Shell): KeyOf {
  return (name) => {
    const file = fileOf(name);
    return file === "" ? name : shell.identityOf(file) + name.slice(file.length);
  };
}

function earlier(shell: Shell, path: unknown): MeasuredFile | null {
  if (typeof path !== "string") return null;
  const measured = readMeasured(shell.readText(path, "data"), SCHEMA);
  if (measured !== null) return measured;
  throw new Fault(
    "usage/command",
    `${path} was not written by \`resolang bench --json\` (schema ${SCHEMA})`,
  );
}
