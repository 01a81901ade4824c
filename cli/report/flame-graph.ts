/**
 * A profile as a picture: each call a bar as wide as what it cost, what it calls below it; one
 * graph below the other where time and fuel were measured.
 *
 * One SVG file without script; a browser shows what a bar is when the pointer rests on it.
 */

import { type CallNode, type Module, totalCost } from "../../src/index.ts";
import { grouped } from "./grouped.ts";
import type { Measure, MeasureName } from "./profile-shares.ts";
import { functionName } from "./source-lines.ts";

const WIDTH = 1200;
const ROW = 20;
const MARGIN = 10;
const HEADER = 30;
/** Bars below this width are left out: nobody sees them. */
const NARROWEST = 0.3;
const CHARACTER = 7;

interface Bar {
  readonly x: number;
  readonly width: number;
  readonly row: number;
  readonly name: string;
  readonly cost: number;
  readonly calls: number;
}

const COST_TEXTS: Readonly<Record<MeasureName, (cost: number) => string>> = {
  time: (cost) => `${cost.toPrecision(3)} ms`,
  fuel: (cost) => `${grouped(cost)} steps`,
};

/** The picture; `title` stands above each of its graphs. */
export function flameGraph(module: Module, measures: readonly Measure[], title: string): string {
  const parts: string[] = [];
  let top = 0;
  for (const measure of measures) {
    const bars = barsOf(module, measure);
    const heading = `${escaped(title)}: ${COST_TEXTS[measure.name](measure.whole)}`;
    parts.push(`<text x="${MARGIN}" y="${top + 20}">${heading}</text>`);
    parts.push(...bars.map((bar) => barText(bar, measure, top + HEADER)));
    top += HEADER + (1 + Math.max(0, ...bars.map(({ row }) => row))) * ROW + MARGIN;
  }
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${top}" ` +
      `viewBox="0 0 ${WIDTH} ${top}" font-family="monospace" font-size="12">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    ...parts,
    "</svg>\n",
  ].join("\n");
}

function barsOf(module: Module, { root, whole }: Measure): readonly Bar[] {
  const bars: Bar[] = [];
  const scale = (WIDTH - 2 * MARGIN) / Math.max(Number.MIN_VALUE, whole);
  // a function that is called in several places of another one has one bar there
  const place = (nodes: readonly CallNode[], x: number, row: number): number => {
    const cost = nodes.reduce((sum, node) => sum + totalCost(node), 0);
    const width = cost * scale;
    if (width < NARROWEST) return width;
    const name = functionName(module, nodes[0].functionIndex);
    const calls = nodes.reduce((sum, node) => sum + node.calls, 0);
    bars.push({ x, width, row, name, cost, calls });
    const callees = nodes.flatMap((node) => [...node.callees.values()]);
    let from = x;
    for (const same of Map.groupBy(callees, ({ functionIndex }) => functionIndex).values()) {
      from += place(same, from, row + 1);
    }
    return width;
  };
  if (whole > 0) place([root], MARGIN, 0);
  return bars;
}

function barText(
  { x, width, row, name, cost, calls }: Bar,
  { name: measure, whole }: Measure,
  top: number,
): string {
  const y = top + row * ROW;
  const share = ((100 * cost) / whole).toFixed(1);
  const fits = Math.floor((width - 6) / CHARACTER);
  const shown = name.length <= fits ? name : fits > 3 ? `${name.slice(0, fits - 1)}…` : "";
  const label =
    shown === "" ? "" : `<text x="${(x + 3).toFixed(1)}" y="${y + 14}">${escaped(shown)}</text>`;
  const times = calls === 0 ? "" : `, ${grouped(calls)} ${calls === 1 ? "call" : "calls"}`;
  return (
    `<g><title>${escaped(name)}: ${share} %, ${COST_TEXTS[measure](cost)}${times}</title>` +
    `<rect x="${x.toFixed(1)}" y="${y}" width="${width.toFixed(1)}" height="${ROW - 1}" ` +
    `fill="${colourOf(name)}" stroke="#ffffff"/>${label}</g>`
  );
}

/** A warm colour that is the same for a name in every picture. */
function colourOf(name: string): string {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return `hsl(${15 + (hash % 40)} 85% ${65 + (hash % 12)}%)`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
