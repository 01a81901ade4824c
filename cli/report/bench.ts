/** Measured benches for people, and as `resolang bench --json` has written them. */

import type { Stream } from "../shell.ts";
import type { Measured } from "../testing/measure.ts";
import { grouped } from "./grouped.ts";
import { paletteOf } from "./palette.ts";

const HEADINGS = ["bench", "time", "quartiles", "fuel"];

/** One line for each bench; with what was measured before, how many times as long it takes. */
export function writeMeasured(
  out: Stream,
  measured: readonly Measured[],
  before: readonly Measured[] | null,
): void {
  if (measured.length === 0) return;
  const known = new Map((before ?? []).map((each) => [each.name, each]));
  const rows = measured.map((each) => {
    const cells = [
      each.name,
      duration(each.milliseconds),
      `${duration(each.lower)} … ${duration(each.upper)}`,
      grouped(each.fuel),
    ];
    return before === null ? cells : [...cells, ...comparison(each, known.get(each.name))];
  });
  const headings = before === null ? HEADINGS : [...HEADINGS, "time was", "fuel was"];
  const widths = headings.map((heading, index) =>
    Math.max(heading.length, ...rows.map((row) => row[index].length)),
  );
  const palette = paletteOf(out);
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[index])))
      .join("  ");
  out.write(`${palette.strong(line(headings))}\n`);
  for (const row of rows) out.write(`${line(row)}\n`);
}

function comparison(now: Measured, before: Measured | undefined): readonly string[] {
  if (before === undefined) return ["new", ""];
  const ratio = (now.milliseconds / before.milliseconds).toFixed(2);
  const fuel = now.fuel === before.fuel ? "the same" : grouped(before.fuel);
  return [`${duration(before.milliseconds)} (× ${ratio})`, fuel];
}

/** Three digits and the unit that suits them. */
export function duration(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toPrecision(3)} s`;
  if (milliseconds >= 1) return `${milliseconds.toPrecision(3)} ms`;
  return `${(milliseconds * 1000).toPrecision(3)} µs`;
}

/** What `--json` has written; null for any other text. */
export function readMeasured(text: string, schema: string): readonly Measured[] | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isObject(value) || value["schema"] !== schema || !Array.isArray(value["benches"]))
    return null;
  const benches: readonly unknown[] = value["benches"];
  return benches.every(isMeasured) ? benches : null;
}

function isMeasured(value: unknown): value is Measured {
  if (!isObject(value) || typeof value["name"] !== "string") return false;
  const numbers = ["milliseconds", "lower", "upper", "fuel", "memoryBytes"];
  return numbers.every((name) => typeof value[name] === "number" && value[name] >= 0);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
