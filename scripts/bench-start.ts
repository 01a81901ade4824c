/**
 * How long the tool takes to start: whole processes of `resolang run examples/hello.reso` against
 * bare `node -e 0`, by the clock and by processor time.
 *
 * Run: `npm run bench:start -- [--rounds 21] [--json FILE]`, after `npm run build`. First: nothing
 * of this program is kept, and the tool itself has run before. Empty: nothing at all is kept.
 * Second: the program is kept. The kinds take turns, and medians are told.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { argv, execPath, stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const PROGRAM = ["cli/resolang.cjs", "run", "examples/hello.reso"];
/** What design asks for at the most, as ratios to bare Node. */
const MOST = { second: 2, first: 3 } as const;
/** Loaded first in every process, the bare one too: tells its processor time at its end. */
const REPORTER =
  "process.on('exit', () => { const { user, system } = process.cpuUsage();" +
  " require('node:fs').writeSync(2, `\\n@${user + system}`); });\n";

type Kind = "bare" | "second" | "first" | "empty";

interface Sample {
  /** Milliseconds. */
  readonly wall: number;
  readonly processor: number;
}

function measure(words: readonly string[], reporter: string, cache: string): Sample {
  const before = performance.now();
  const { stderr, status } = spawnSync(execPath, ["--require", reporter, ...words], {
    cwd: ROOT,
    encoding: "utf8",
    env: { ...process.env, RESOLANG_CACHE: cache },
  });
  const wall = performance.now() - before;
  const microseconds = /@(?<count>\d+)$/u.exec(stderr)?.groups?.["count"];
  if (status !== 0 || microseconds === undefined) throw new Error(`it failed: ${stderr}`);
  return { wall, processor: Number(microseconds) / 1000 };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function bench(rounds: number): Record<Kind, Sample> {
  const folder = mkdtempSync(join(tmpdir(), "resolang-start-"));
  const reporter = join(folder, "reporter.cjs");
  const cache = join(folder, "cache");
  writeFileSync(reporter, REPORTER);
  const samples: Record<Kind, Sample[]> = { bare: [], second: [], first: [], empty: [] };
  try {
    for (let round = 0; round < rounds; round += 1) {
      rmSync(cache, { recursive: true, force: true });
      samples.empty.push(measure(PROGRAM, reporter, cache));
      rmSync(join(cache, "modules"), { recursive: true, force: true });
      samples.first.push(measure(PROGRAM, reporter, cache));
      samples.bare.push(measure(["-e", "0"], reporter, cache));
      samples.second.push(measure(PROGRAM, reporter, cache));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const medians = Object.entries(samples).map(([kind, all]) => [
    kind,
    {
      wall: median(all.map(({ wall }) => wall)),
      processor: median(all.map(({ processor }) => processor)),
    },
  ]);
  return Object.fromEntries(medians) as Record<Kind, Sample>;
}

const { values } = parseArgs({
  args: argv.slice(2),
  options: { rounds: { type: "string", default: "21" }, json: { type: "string" } },
});
const medians = bench(Number(values.rounds));
const rows = (["bare", "second", "first", "empty"] as const).map((kind) => {
  const { wall, processor } = medians[kind];
  const ratios = { wall: wall / medians.bare.wall, processor: processor / medians.bare.processor };
  return { kind, wall, processor, ratios };
});
for (const { kind, wall, processor, ratios } of rows) {
  const times = `${wall.toFixed(1).padStart(7)} ms, of the processor ${processor.toFixed(1)} ms`;
  const text = `${ratios.wall.toFixed(2)} and ${ratios.processor.toFixed(2)} times bare Node`;
  stdout.write(`${kind.padEnd(6)} ${times.padEnd(42)} ${text}\n`);
}
for (const kind of ["second", "first"] as const) {
  const reached = rows.find((row) => row.kind === kind)!.ratios.wall;
  const verdict = reached <= MOST[kind] ? "reached" : "MISSED ";
  stdout.write(`${verdict} ${kind}: at most ${MOST[kind]} times: ${reached.toFixed(2)}\n`);
}
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ rows }, null, 2)}\n`);
}
