/** A profile as text: two tables, and what they were measured by. */

import type { TimeProfile } from "../../src/index.ts";
import type { Stream } from "../shell.ts";
import { duration } from "./bench.ts";
import { counted } from "./counted.ts";
import { grouped } from "./grouped.ts";
import { paletteOf } from "./palette.ts";
import {
  type Costs,
  type FoundProfile,
  functionShares,
  type LineShare,
  lineShares,
  type Measure,
  untakenIn,
} from "./profile-shares.ts";
import type { SourceLines } from "./source-lines.ts";

const SHOWN = 12;
/** Columns of a measure: its own and the total share. */
const COST_WIDTH = 16;

/** A row: what it says before its text. */
type Row = readonly [costs: Costs, text: string];

/** Two tables: functions, and lines; those of the library below those of the program. */
export function writeProfile(
  stream: Stream,
  lines: SourceLines,
  measures: readonly Measure[],
): void {
  const palette = paletteOf(stream);
  const write = (text: string): void => stream.write(`${text.trimEnd()}\n`);
  const writeTable = (heading: string, noun: string, rows: readonly Row[]): void => {
    if (rows.length === 0) return;
    write(palette.strong(`${measures.map(() => "    own    total").join("  ")}  ${heading}`));
    for (const [costs, text] of rows.slice(0, SHOWN)) {
      write(`${costText(measures, costs)}  ${text}`);
    }
    const rest = rows.length - SHOWN;
    if (rest > 0) write(`         and ${counted(rest, `other ${noun}`)}`);
  };
  const functions = functionShares(lines, measures);
  const width = Math.max(5, ...functions.map(({ calls }) => grouped(calls ?? 0).length));
  const isCounted = functions.some(({ calls }) => calls !== null);
  const callsText = (text: string): string => (isCounted ? `${text.padStart(width)}  ` : "");
  write(palette.faint(measures.map(({ name }) => name.padStart(7).padEnd(COST_WIDTH)).join("  ")));
  writeTable(
    `${callsText("calls")}function`,
    "function",
    functions.map(({ name, place, calls, costs }) => {
      const where = place === null ? "" : palette.faint(`  ${place}`);
      return [costs, `${callsText(grouped(calls ?? 0))}${name}${where}`];
    }),
  );
  const shares = lineShares(lines, measures);
  const rowsOf = (some: readonly LineShare[]): readonly Row[] =>
    some.map(({ path, line, text, costs }) => [
      costs,
      `${palette.faint(`${path}:${line}`)}  ${text}`,
    ]);
  const library = shares.filter(({ isLibrary }) => isLibrary);
  if (shares.length > 0) write("");
  writeTable("line", "line", rowsOf(shares.slice(0, shares.length - library.length)));
  const fuel = measures.find(({ name }) => name === "fuel");
  const untaken = fuel === undefined ? 0 : untakenIn(fuel.root);
  if (untaken > 0) {
    const costs = { fuel: { own: untaken, total: untaken } };
    write(`${costText(measures, costs)}  charged for paths that were not taken`);
  }
  if (library.length === 0) return;
  write("");
  writeTable("line of the library", "line", rowsOf(library));
}

/** Shares of the whole; nothing in a measure that says nothing of it. */
function costText(measures: readonly Measure[], costs: Costs): string {
  return measures
    .map((measure) => {
      const cost = costs[measure.name];
      if (cost === undefined) return " ".repeat(COST_WIDTH);
      return `${share(measure, cost.own)}  ${share(measure, cost.total)}`;
    })
    .join("  ");
}

function share({ whole }: Measure, part: number): string {
  return `${(whole === 0 ? 0 : (100 * part) / whole).toFixed(1)} %`.padStart(7);
}

/** A run that takes less is not much longer than its start and its end. */
const SHORT_MILLISECONDS = 0.1;
const SHORT =
  "a run this short is in part its own start and end, told at its first and last lines: " +
  "repeat the work in a loop to see the rest";

/** What was measured, and how, in words; and how the run ended, where it trapped. */
export function profileFacts({ time, fuel }: FoundProfile, trap: string | null): readonly string[] {
  const facts: string[] = [];
  if (time !== null) {
    const { milliseconds, samples, runs } = time;
    const each = `${counted(runs, "run")} of ${duration(milliseconds)}`;
    facts.push(`time: ${counted(samples, "sample")} in ${each} in the WebAssembly tier`);
    if (runs > 1 && milliseconds < SHORT_MILLISECONDS) facts.push(SHORT);
  }
  if (fuel !== null) {
    facts.push(`${grouped(fuel.instructions)} instructions, fuel ${grouped(fuel.fuelUsed)}`);
  }
  if (trap !== null) facts.push(`the run ended with trap[${trap}]`);
  return facts;
}

/** The same for programs: shares in milliseconds and in steps of fuel. */
export function profileObject(
  program: string,
  lines: SourceLines,
  measures: readonly Measure[],
  { time, fuel }: FoundProfile,
  trap: string | null,
): unknown {
  const root = measures.find(({ name }) => name === "fuel")?.root;
  const timed = (found: TimeProfile): unknown => {
    const { milliseconds, samples, runs } = found;
    return { tier: "wasm", milliseconds, samples, runs };
  };
  return {
    schema: "resolang.profile/1",
    program,
    trap,
    time: time === null ? null : timed(time),
    fuel:
      fuel === null || root === undefined
        ? null
        : { used: fuel.fuelUsed, instructions: fuel.instructions, untaken: untakenIn(root) },
    functions: functionShares(lines, measures),
    lines: lineShares(lines, measures),
  };
}
