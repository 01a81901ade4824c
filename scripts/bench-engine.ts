/**
 * How fast the engine's kernels are against plain JavaScript, C, numpy, scipy and Go, in one
 * interleaved run.
 *
 * Run: `npm run bench:engine -- [--rounds 15] [--only CASE,…] [--json FILE]`. Every participant is
 * a process of its own that computes the same thing; results are compared before times are. Times
 * are processor time; the participants of a row take turns, and medians are told. A peer whose
 * compiler or library is missing is told absent. The rows stand in test/bench/rows.ts.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { argv, execPath, stdout } from "node:process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { ACCURACIES, PEERS, ROWS, type Peer, type Row, type Target } from "../test/bench/rows.ts";
import { measureTeam, TEAM_TARGET } from "../test/bench/team.ts";
import { exactPoints, measured as errorsOf } from "../test/engine/exact-points.ts";

const FOLDER = fileURLToPath(new URL("../test/bench/", import.meta.url));
/** Nanoseconds that one measurement takes, about. */
const SAMPLE = 8e7;
/** Largest difference of two results that are the same but for rounding. */
const ROUNDING = 1e-9;

type Participant = "ResoLang" | Peer;

/** A process that answers lines with numbers. */
type Answering = { readonly ask: (line: string) => Promise<number[]>; readonly end: () => void };

function answering(command: string, words: readonly string[]): Answering {
  const environment = { ...process.env, OPENBLAS_NUM_THREADS: "1" };
  const child: ChildProcess = spawn(command, words, {
    stdio: ["pipe", "pipe", "inherit"],
    env: environment,
  });
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  return {
    ask: async (line) => {
      child.stdin!.write(`${line}\n`);
      const { value, done } = (await lines.next()) as IteratorResult<string, undefined>;
      if (done === true) throw new Error(`${command} ended at: ${line}`);
      return value.trim().split(/\s+/u).map(Number);
    },
    end: () => child.stdin!.end(),
  };
}

/** Runs a tool; gives whether it could, and says nothing. */
function works(command: string, words: readonly string[], environment = {}): boolean {
  try {
    execFileSync(command, words, { stdio: "ignore", env: { ...process.env, ...environment } });
    return true;
  } catch {
    return false;
  }
}

/** The first Python here that has numpy and scipy. */
function python(): string | undefined {
  return ["python3", "/usr/bin/python3"].find((each) => works(each, ["-c", "import numpy, scipy"]));
}

/** Starts whoever can be; what is compiled goes to a folder that is removed at the end. */
function startAll(folder: string): Map<Participant, Answering> {
  const all = new Map<Participant, Answering>();
  all.set("ResoLang", answering(execPath, [join(FOLDER, "engine.ts")]));
  all.set("plain JS", answering(execPath, [join(FOLDER, "plain.ts")]));
  const [c, go] = [join(folder, "peer-c"), join(folder, "peer-go")];
  if (works("gcc", ["-O2", "-std=c11", "-o", c, join(FOLDER, "peer.c"), "-lm"])) {
    all.set("C -O2", answering(c, []));
  }
  const cache = { GOCACHE: join(folder, "go"), GO111MODULE: "off" };
  if (works("go", ["build", "-o", go, join(FOLDER, "peer.go")], cache)) {
    all.set("Go", answering(go, []));
  }
  const found = python();
  if (found !== undefined) {
    const peer = answering(found, [join(FOLDER, "peer.py")]);
    all.set("numpy", peer).set("scipy", peer);
  }
  return all;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function caseOf(row: Row, who: Participant): string {
  return who === "ResoLang" ? row.name : (row.cases?.[who] ?? row.name);
}

function difference(a: readonly number[], b: readonly number[]): number {
  if (a.length !== b.length) return Infinity;
  return Math.max(...a.map((value, index) => Math.abs(value - b[index])));
}

/** What a peer's result says about the engine's: the words, and whether the engine's may stand. */
type Comparison = { readonly words: string; readonly isFair: boolean };

async function compare(
  row: Row,
  peer: Peer,
  all: ReadonlyMap<Participant, Answering>,
): Promise<Comparison> {
  const check = async (who: Participant, name: string): Promise<number[]> =>
    await all.get(who)!.ask(`check ${name} ${row.steps}`);
  const ours = await check("ResoLang", row.name);
  const theirs = await check(peer, caseOf(row, peer));
  if (row.compared === "same") {
    const apart = difference(ours, theirs);
    return { words: `apart by ${apart.toExponential(0)}`, isFair: apart <= ROUNDING };
  }
  const exact = await check(row.compared.peer, row.compared.name);
  const errors = [difference(ours, exact), difference(theirs, exact)];
  const words = `errors ${errors.map((error) => error.toExponential(1)).join(" and ")}`;
  return { words, isFair: errors[0] <= errors[1] };
}

/** Steps of one measurement of this participant, after it has been warmed. */
async function stepsOf(one: Answering, name: string): Promise<number> {
  for (let steps = 1; ; steps *= 2) {
    const [spent] = await one.ask(`time ${name} ${steps}`);
    if (spent > SAMPLE) return Math.ceil((steps * SAMPLE) / spent);
  }
}

type Measured = {
  readonly kernel: string;
  readonly unit: string;
  /** Nanoseconds of processor time a unit. */
  readonly times: Readonly<Partial<Record<Participant, number>>>;
  readonly targets: readonly (Target & { ratio?: number; comparison?: Comparison })[];
  readonly published: Row["published"];
};

async function measure(
  row: Row,
  all: ReadonlyMap<Participant, Answering>,
  rounds: number,
): Promise<Measured> {
  const present = row.targets.map(({ peer }) => peer).filter((peer) => all.has(peer));
  const comparisons = new Map<Peer, Comparison>();
  for (const peer of present) comparisons.set(peer, await compare(row, peer, all));
  const who: Participant[] = ["ResoLang", ...present];
  const plans = [];
  for (const each of who) {
    const [one, name] = [all.get(each)!, caseOf(row, each)];
    plans.push({ one, name, steps: await stepsOf(one, name), samples: [] as number[] });
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const { one, name, steps, samples } of plans) {
      const [spent] = await one.ask(`time ${name} ${steps}`);
      samples.push(spent / steps / row.units);
    }
  }
  const medians = plans.map(({ samples }) => median(samples));
  const targets = row.targets.map((target) => {
    const at = who.indexOf(target.peer);
    if (at < 0) return target;
    const comparison = comparisons.get(target.peer);
    return { ...target, ratio: medians[at] / medians[0], comparison };
  });
  const times = Object.fromEntries(who.map((each, index) => [each, medians[index]]));
  return { kernel: row.kernel, unit: row.unit, times, targets, published: row.published };
}

function shownTime(nanoseconds: number): string {
  if (nanoseconds > 1e5) return `${(nanoseconds / 1e6).toPrecision(3)} ms`;
  return `${nanoseconds.toPrecision(3)} ns`;
}

function reached(ratio: number, { least, aim }: { least: number; aim: number }): string {
  return ratio >= aim ? "met, and the aim" : ratio >= least ? "met" : "MISSED";
}

function verdict(target: Measured["targets"][number]): string {
  if (target.ratio === undefined) return "absent";
  return target.comparison?.isFair === true ? reached(target.ratio, target) : "DIFFERS";
}

function show(measured: Measured): string {
  return showTargets(measured) + showPublished(measured);
}

/** The line of a figure from elsewhere, which compares machines as well. */
function showPublished({ times, published }: Measured): string {
  if (published === undefined) return "";
  const ratio = published.nanoseconds / times.ResoLang!;
  const columns = [
    "".padEnd(52),
    "".padStart(9),
    "printed ",
    shownTime(published.nanoseconds).padStart(9),
    `${ratio.toFixed(2)}×`.padStart(8),
    `${published.least}×`.padStart(6),
    `${published.aim}×`.padStart(6),
    reached(ratio, published),
  ];
  return `${columns.join("  ")}\n`;
}

function showTargets({ kernel, unit, times, targets }: Measured): string {
  return targets
    .map((target, index) => {
      const { peer, ratio, least, aim } = target;
      const theirs = times[peer];
      const columns = [
        (index === 0 ? `${kernel}, ${unit}` : "").padEnd(52),
        (index === 0 ? shownTime(times.ResoLang!) : "").padStart(9),
        peer.padEnd(8),
        (theirs === undefined ? "" : shownTime(theirs)).padStart(9),
        (ratio === undefined ? "" : `${ratio.toFixed(2)}×`).padStart(8),
        `${least}×`.padStart(6),
        `${aim}×`.padStart(6),
        `${verdict(target).padEnd(16)} ${target.comparison?.words ?? ""}`,
      ];
      return `${columns.join("  ").trimEnd()}\n`;
    })
    .join("");
}

/** The row of threads, which is about time that passes. */
function showTeam(measured: ReturnType<typeof measureTeam>): string {
  const { oscillators, least, aim, mostTime } = TEAM_TARGET;
  const name = `two threads, ${oscillators} oscillators, time that passes`.padEnd(52);
  if (measured === null) return `${name}  absent: one processor\n`;
  const { elapsed, ratio, processorRatio, load, isBusy } = measured;
  const [one, two] = elapsed;
  const isReached = processorRatio <= mostTime;
  const words = isReached ? reached(ratio, { least, aim }) : "MISSED";
  const columns = [
    name,
    shownTime(two).padStart(9),
    "one     ",
    shownTime(one).padStart(9),
    `${ratio.toFixed(2)}×`.padStart(8),
    `${least}×`.padStart(6),
    `${aim}×`.padStart(6),
    `${words.padEnd(16)} processor time ${processorRatio.toFixed(2)}× of at most ${mostTime}×`,
  ];
  const busy = `other work beside it (load ${load.toFixed(1)}): says nothing of an idle machine`;
  return `${columns.join("  ")}${isBusy ? `; ${busy}` : ""}\n`;
}

/** The largest errors of sine and cosine at the points whose exact values are known. */
function accuracies(): { kernel: string; error: number; least: number; aim: number }[] {
  const file = new URL("../test/engine/accuracy-points.txt", import.meta.url);
  const points = exactPoints(readFileSync(file, "utf8"));
  return ACCURACIES.map(({ kernel, names, least, aim }) => {
    const chosen = points.filter(({ name }) => names.some((each) => each === name));
    const errors = [...errorsOf(chosen).values()].map(([worst]) => worst.error);
    return { kernel, error: Math.max(...errors), least, aim };
  });
}

function showAccuracy({
  kernel,
  error,
  least,
  aim,
}: ReturnType<typeof accuracies>[number]): string {
  const words = error <= aim ? "met, and the aim" : error <= least ? "met" : "MISSED";
  const asked = `${error.toFixed(2)} ulp of at most ${least}, aim ${aim}`;
  return `${kernel.padEnd(52)}  ${asked}: ${words}\n`;
}

/** The processor, and what the peers are. */
function machine(): Record<string, string> {
  return { processor: cpus()[0].model, node: process.version };
}

const { values } = parseArgs({
  args: argv.slice(2),
  options: {
    rounds: { type: "string", default: "15" },
    only: { type: "string" },
    json: { type: "string" },
  },
});
const rounds = Number(values.rounds);
const chosen = values.only?.split(",");
const rows = ROWS.filter(({ name }) => chosen === undefined || chosen.includes(name));
const folder = mkdtempSync(join(tmpdir(), "resolang-engine-"));
const all = startAll(folder);
try {
  // before all else, which would be other work
  const team = chosen === undefined || chosen.includes("team") ? measureTeam(rounds) : undefined;
  const absent = PEERS.filter((peer) => !all.has(peer));
  const { processor, node } = machine();
  stdout.write(`${processor}, Node ${node}`);
  stdout.write(absent.length > 0 ? `; absent: ${absent.join(", ")}\n` : "\n");
  const accurate = chosen === undefined ? accuracies() : [];
  for (const each of accurate) stdout.write(showAccuracy(each));
  if (team !== undefined) stdout.write(showTeam(team));
  const measured: Measured[] = [];
  for (const row of rows) {
    const each = await measure(row, all, rounds);
    stdout.write(show(each));
    measured.push(each);
  }
  if (values.json !== undefined) {
    const text = JSON.stringify(
      { machine: machine(), accuracies: accurate, team, rows: measured },
      null,
      2,
    );
    writeFileSync(values.json, `${text}\n`);
  }
} finally {
  for (const each of new Set(all.values())) each.end();
  rmSync(folder, { recursive: true, force: true });
}
