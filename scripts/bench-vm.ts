/**
 * How fast programs run: seven of them in ResoLang, in both tiers, and in other languages.
 *
 * Run: `npm run bench:vm -- [--rounds 5] [--only fib,sieve] [--json FILE]`. Languages that are not
 * installed are left out. All take turns within a round; each measurement is a process of its own,
 * which runs the program several times and tells processor times. The first run is cold and does
 * not count where a compiler works behind the program. Medians of all rounds are told, and results
 * have to agree. The programs stand in `test/bench/vm`.
 */

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv, stdout } from "node:process";
import { parseArgs } from "node:util";
import { availableLanguages, type Command, type LanguageName } from "./bench-vm/languages.ts";
import { PROGRAMS, type ProgramName } from "./bench-vm/programs.ts";
import { medianOf, type Times, verdictsOn } from "./bench-vm/verdicts.ts";

interface Runnable {
  readonly language: LanguageName;
  readonly program: ProgramName;
  readonly command: Command;
}

/** Milliseconds of the runs that count; every run has the result that is expected. */
function measure({ language, program, command }: Runnable): number[] {
  const { size, result } = PROGRAMS[program];
  const words = [...command.words, String(size), String(command.times)];
  const output = execFileSync(command.file, words, { encoding: "utf8" });
  const runs = output
    .trim()
    .split("\n")
    .map((line) => line.split(" ").map(Number));
  for (const [, found] of runs) {
    if (found === result) continue;
    throw new Error(`${program} in ${language} gives ${found}, and not ${result}`);
  }
  return runs.slice(command.cold).map(([milliseconds]) => milliseconds);
}

function bench(runnables: readonly Runnable[], rounds: number): Times {
  const times: Record<string, Record<string, number>> = {};
  const all = new Map<Runnable, number[]>(runnables.map((each) => [each, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const runnable of runnables) all.get(runnable)!.push(...measure(runnable));
  }
  for (const [{ language, program }, found] of all) {
    times[language] ??= {};
    times[language][program] = medianOf(found);
  }
  return times;
}

function showTable(times: Times, programs: readonly ProgramName[]): string {
  const header = ["ms", ...programs].map((word) => word.padStart(11)).join("");
  const rows = Object.entries(times).map(([language, found]) => {
    const cells = programs.map((program) => (found[program]?.toFixed(2) ?? "–").padStart(11));
    return language.padEnd(22) + cells.join("");
  });
  return [header.padStart(22 + 11 * programs.length), ...rows].join("\n");
}

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    rounds: { type: "string", default: "5" },
    only: { type: "string", default: Object.keys(PROGRAMS).join(",") },
    json: { type: "string" },
  },
});
const programs = values.only.split(",") as ProgramName[];
const folder = mkdtempSync(join(tmpdir(), "resolang-bench-"));
try {
  const languages = availableLanguages(folder);
  const runnables = programs.flatMap((program) =>
    languages.map(({ name, prepare }) => ({ language: name, program, command: prepare(program) })),
  );
  const times = bench(runnables, Number(values.rounds));
  const verdicts = verdictsOn(times);
  stdout.write(`${showTable(times, programs)}\n\n`);
  for (const { text, atLeast, aim, reached } of verdicts) {
    const word = reached <= aim ? "aim    " : reached <= atLeast ? "reached" : "MISSED ";
    stdout.write(`${word} ${text}: ${reached.toFixed(3)} (at least ${atLeast}, aim ${aim})\n`);
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ milliseconds: times, verdicts }, null, 2)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
