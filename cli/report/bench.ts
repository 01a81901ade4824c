/** Measured benches for people, and as `resolang bench --json` has written them. */

import { type Tier, TIERS } from "../../src/index.ts";
import type { Stream } from "../shell.ts";
import type { Compared } from "../testing/compare-measured.ts";
import type { Measured } from "../testing/measure.ts";
import { grouped } from "./grouped.ts";
import { paletteOf } from "./palette.ts";

const HEADINGS = ["bench", "time", "quartiles", "fuel"];
const COMPARED_HEADINGS = ["time was", "now", "verdict", "fuel was"];

/**
 * One line for each bench.
 *
 * @param compared what was measured before, bench for bench; null where nobody asks for it
 */
export function writeMeasured(
  out: Stream,
  measured: readonly Measured[],
  compared: readonly (Compared | null)[] | null,
): void {
  if (measured.length === 0) return;
  const rows = measured.map((each, index) => {
    const cells = [
      each.name,
      duration(each.milliseconds),
      `${duration(each.lower)} … ${duration(each.upper)}`,
      grouped(each.fuel),
    ];
    return compared === null ? cells : [...cells, ...comparison(each, compared[index])];
  });
  const headings = compared === null ? HEADINGS : [...HEADINGS, ...COMPARED_HEADINGS];
  const widths = headings.map((heading, index) =>
    Math.max(heading.length, ...rows.map((row) => row[index].length)),
  );
  const palette = paletteOf(out);
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[index])))
      .join("  ")
      .trimEnd();
  out.write(`${palette.strong(line(headings))}\n`);
  for (const row of rows) out.write(`${line(row)}\n`);
}

/** What was measured before, and is no bench any more. */
export function writeGone(out: Stream, gone: readonly Measured[]): void {
  for (const { name, milliseconds } of gone) {
    out.write(`gone: ${name}, which took ${duration(milliseconds)}\n`);
  }
}

function comparison(now: Measured, compared: Compared | null): readonly string[] {
  if (compared === null) return ["new", "", "", ""];
  const { before, ratio, verdict } = compared;
  const fuel = now.fuel === before.fuel ? "the same" : grouped(before.fuel);
  return [duration(before.milliseconds), `× ${ratio.toPrecision(3)}`, verdict, fuel];
}

/** Three digits and the unit that suits them. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toPrecision(3)} s`;
  if (milliseconds >= 1) return `${milliseconds.toPrecision(3)} ms`;
  return `${(milliseconds * 1000).toPrecision(3)} µs`;
}

/** What `--json` writes. */
export interface MeasuredFile {
  readonly tier: Tier;
  readonly benches: readonly Measured[];
}

/** What `--json` has written; null for any other text. */
export function readMeasured(text: string, schema: string): MeasuredFile | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || value["schema"] !== schema || !Array.isArray(value["benches"]))
    return null;
  const benches: readonly unknown[] = value["benches"];
  const tier = TIERS.find((name) => name === value["tier"]);
  return tier !== undefined && benches.every(isMeasured) ? { tier, benches } : null;
}

function isMeasured(value: unknown): value is Measured {
  if (!isObject(value) || typeof value["name"] !== "string") return false;
  const numbers = ["milliseconds", "lower", "upper", "fuel", "memoryBytes"];
  return numbers.every((name) => typeof value[name] === "number" && value[name] >= 0);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
