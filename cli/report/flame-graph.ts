/**
 * A profile as a picture: each call a bar as wide as its fuel, what it calls below it.
 *
 * One SVG file without script; a browser shows what a bar is when the pointer rests on it.
 */

import type { Module, Profile, ProfileNode } from "../../src/index.ts";
import { grouped } from "./grouped.ts";
import { functionName, totalFuel } from "./profile.ts";

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
  readonly fuel: number;
  readonly calls: number;
}

/** The picture; `title` stands above it. */
export function flameGraph(module: Module, { root, fuelUsed }: Profile, title: string): string {
  const bars: Bar[] = [];
  const scale = (WIDTH - 2 * MARGIN) / Math.max(1, fuelUsed);
  const place = (node: ProfileNode, x: number, row: number): void => {
    const fuel = totalFuel(node);
    const width = fuel * scale;
    if (width < NARROWEST) return;
    const name = functionName(module, node.functionIndex);
    bars.push({ x, width, row, name, fuel, calls: node.calls });
    let from = x;
    for (const callee of node.callees.values()) {
      place(callee, from, row + 1);
      from += totalFuel(callee) * scale;
    }
  };
  place(root, MARGIN, 0);
  const rows = 1 + Math.max(...bars.map(({ row }) => row));
  const height = HEADER + rows * ROW + MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" ` +
      `viewBox="0 0 ${WIDTH} ${height}" font-family="monospace" font-size="12">`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    `<text x="${MARGIN}" y="20">${escaped(title)}: ${grouped(fuelUsed)} steps</text>`,
    ...bars.map((bar) => barText(bar, fuelUsed)),
    "</svg>\n",
  ].join("\n");
}

function barText({ x, width, row, name, fuel, calls }: Bar, whole: number): string {
  const y = HEADER + row * ROW;
  const share = ((100 * fuel) / whole).toFixed(1);
  const fits = Math.floor((width - 6) / CHARACTER);
  const shown = name.length <= fits ? name : fits > 3 ? `${name.slice(0, fits - 1)}…` : "";
  const label =
    shown === "" ? "" : `<text x="${(x + 3).toFixed(1)}" y="${y + 14}">${escaped(shown)}</text>`;
  const times = `${grouped(calls)} ${calls === 1 ? "call" : "calls"}`;
  return (
    `<g><title>${escaped(name)}: ${share} %, ${grouped(fuel)} steps, ${times}</title>` +
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
