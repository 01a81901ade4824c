/**
 * How fast the compiler is, in lines per second of processor time, threads of the host included,
 * and of time on the wall.
 *
 * Run: `npm run bench:compiler -- [--lines 10000,20000,200000] [--rounds 7] [--json FILE]`.
 * Cold is the first program of a fresh process, behind the import of the compiler; warm is one
 * after several others. Sizes and phases take turns, and medians are told, because other work on
 * the machine comes and goes.
 */

import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { argv, cpuUsage, execPath, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { lex } from "../grammar/lexer.ts";
import { check } from "../src/language/check/check.ts";
import { compile } from "../src/language/compile/compile.ts";
import { parse } from "../src/language/parse.ts";
import { mentionsIn } from "../src/language/prelude/mentions.ts";
import { usedPrelude } from "../src/language/prelude/parsed.ts";
import { compileProgram } from "../src/pipeline.ts";
import { sourceText } from "../src/source/text.ts";
import { largeSource } from "./large-source.ts";

const PATH = "large.reso";
/** What design asks for at the least. */
const LEAST = { cold: 60_000, warm: 200_000, growth: 12 } as const;
/** Enough for the host to have optimised what is hot. */
const WARMING = 12;

/** Milliseconds of processor time. */
type Times = Record<string, number>;

function timed<Result>(times: Times, phase: string, work: () => Result): Result {
  const before = cpuUsage();
  const result = work();
  const { user, system } = cpuUsage(before);
  times[phase] = (user + system) / 1000;
  return result;
}

/** The phases one by one; `parse` holds the reading of tokens once more, and is told without. */
function measurePhases(text: string): Times {
  const times: Times = {};
  timed(times, "lex", () => lex(text));
  const { file, tokens } = timed(times, "parse", () => parse(sourceText(PATH, text)));
  times.parse = Math.max(0, times.parse - times.lex);
  const prelude = timed(times, "prelude", () => usedPrelude([{ mentions: mentionsIn(tokens) }]));
  const { program } = timed(times, "check", () =>
    check({ user: { path: PATH, file, text }, prelude, requireMain: true }),
  );
  if (program === null) throw new Error("the program has errors");
  timed(times, "compile", () => compile(program));
  return times;
}

function measureWhole(text: string): Times {
  const times: Times = {};
  const begun = performance.now();
  const { module } = timed(times, "all", () => compileProgram({ path: PATH, text }));
  if (module === null) throw new Error("the program has no module");
  times.wall = performance.now() - begun;
  return times;
}

function measureBoth(text: string): Times {
  return { ...measurePhases(text), ...measureWhole(text) };
}

/** One measurement in a process of its own. */
function measureCold(lines: number, mode: "whole" | "phases"): Times {
  const words = [fileURLToPath(import.meta.url), "--cold", mode, "--lines", String(lines)];
  return JSON.parse(execFileSync(execPath, words, { encoding: "utf8" })) as Times;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function medians(rounds: readonly Times[]): Times {
  const phases = new Set(rounds.flatMap((times) => Object.keys(times)));
  return Object.fromEntries(
    [...phases].map((phase) => [phase, median(rounds.flatMap((times) => times[phase] ?? []))]),
  );
}

interface Row {
  readonly lines: number;
  readonly mode: "cold" | "warm";
  readonly milliseconds: Times;
  readonly linesPerSecond: number;
}

function rowOf(mode: Row["mode"], text: string, rounds: readonly Times[]): Row {
  const lines = text.split("\n").length - 1;
  const milliseconds = medians(rounds);
  return { lines, mode, milliseconds, linesPerSecond: (1000 * lines) / milliseconds.all };
}

function show({ lines, mode, milliseconds, linesPerSecond }: Row): string {
  const phases = Object.entries(milliseconds).map(([phase, time]) => `${phase} ${time.toFixed(1)}`);
  const onWall = lines / milliseconds.wall;
  const speed = `${(linesPerSecond / 1000).toFixed(1)} k lines/s, wall ${onWall.toFixed(1)} k`;
  const size = String(lines).padStart(7);
  return `${mode} ${size} lines: ${speed.padStart(28)}   ms: ${phases.join(", ")}`;
}

function bench(sizes: readonly number[], rounds: number): Row[] {
  const texts = sizes.map((lines) => largeSource(lines));
  const cold: Times[][] = sizes.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, lines] of sizes.entries()) {
      if (lines > 50_000) continue;
      cold[index].push(measureCold(lines, "whole"), measureCold(lines, "phases"));
    }
  }
  for (let round = 0; round < WARMING; round += 1) measureBoth(texts[0]);
  const warm: Times[][] = sizes.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, text] of texts.entries()) {
      // a long program is its own median, nearly, and takes its time
      if (sizes[index] > 50_000 && round >= 3) continue;
      warm[index].push(measureBoth(text));
    }
  }
  return texts.flatMap((text, index) => [
    ...(cold[index].length > 0 ? [rowOf("cold", text, cold[index])] : []),
    rowOf("warm", text, warm[index]),
  ]);
}

/** What is asked for, and what has been reached. */
function verdicts(rows: readonly Row[]): { text: string; reached: number; isMet: boolean }[] {
  const found: { text: string; reached: number; isMet: boolean }[] = [];
  for (const mode of ["cold", "warm"] as const) {
    const row = rows.find((each) => each.mode === mode);
    if (row === undefined) continue;
    const reached = Math.round(row.linesPerSecond);
    const text = `${mode}: at least ${LEAST[mode]} lines/s`;
    found.push({ text, reached, isMet: reached >= LEAST[mode] });
  }
  const [short, long] = rows.filter(({ mode, lines }) => mode === "warm" && lines >= 20_000);
  if (long !== undefined) {
    const scale = 10 / (long.lines / short.lines);
    const reached = (long.milliseconds.all / short.milliseconds.all) * scale;
    const text = `time of ten times the lines: at most ${LEAST.growth} times`;
    found.push({ text, reached: Math.round(reached * 100) / 100, isMet: reached <= LEAST.growth });
  }
  return found;
}

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    lines: { type: "string", default: "10000,20000,200000" },
    rounds: { type: "string", default: "7" },
    json: { type: "string" },
    cold: { type: "string" },
  },
});
const sizes = values.lines.split(",").map(Number);
if (values.cold === undefined) {
  const rows = bench(sizes, Number(values.rounds));
  const reached = verdicts(rows);
  for (const row of rows) stdout.write(`${show(row)}\n`);
  for (const each of reached) {
    stdout.write(`${each.isMet ? "reached" : "MISSED "} ${each.text}: ${each.reached}\n`);
  }
  if (values.json !== undefined) {
    writeFileSync(values.json, `${JSON.stringify({ rows, reached }, null, 2)}\n`);
  }
} else {
  const text = largeSource(sizes[0]);
  const measure = values.cold === "whole" ? measureWhole : measurePhases;
  stdout.write(JSON.stringify(measure(text)));
}
