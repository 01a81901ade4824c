/** A profile by function and by line of source, as data and as text. */

import { type Module, positionAt, type Profile, type ProfileNode } from "../../src/index.ts";
import type { LoadedProgram } from "../program.ts";
import { sourceOf } from "../trap-place.ts";
import type { Stream } from "../shell.ts";
import { textFinder } from "./diagnostics.ts";
import { grouped } from "./grouped.ts";
import { paletteOf } from "./palette.ts";

export interface FunctionShare {
  readonly name: string;
  /** `file:line` of its declaration, or null without debug section. */
  readonly place: string | null;
  readonly calls: number;
  /** Fuel of its own instructions. */
  readonly own: number;
  /** The same with everything it calls. */
  readonly total: number;
}

export interface LineShare {
  readonly path: string;
  readonly line: number;
  readonly fuel: number;
  /** The line as it stands in the source. */
  readonly text: string;
}

const SHOWN_FUNCTIONS = 12;
const SHOWN_LINES = 12;

/** What a function is called in a profile. */
export function functionName(module: Module, index: number): string {
  return module.debug?.functions[index]?.name ?? `function ${index}`;
}

export function ownFuel({ own, untaken }: ProfileNode): number {
  return own.reduce((sum, fuel) => sum + fuel, untaken);
}

export function totalFuel(node: ProfileNode): number {
  let total = ownFuel(node);
  for (const callee of node.callees.values()) total += totalFuel(callee);
  return total;
}

/**
 * Every function, the one with the most fuel of its own first. A generic one stands there once,
 * whatever it was compiled for.
 */
export function functionShares(
  program: LoadedProgram,
  { root }: Profile,
): readonly FunctionShare[] {
  const { module } = program.verified;
  const shares = new Map<string, { -readonly [Key in keyof FunctionShare]: FunctionShare[Key] }>();
  const visit = (node: ProfileNode, open: ReadonlySet<string>): void => {
    const name = functionName(module, node.functionIndex);
    const place = placeOfFunction(program, node.functionIndex);
    const key = place === null ? String(node.functionIndex) : `${name} ${place}`;
    const share = shares.get(key) ?? { name, place, calls: 0, own: 0, total: 0 };
    shares.set(key, share);
    share.calls += node.calls;
    share.own += ownFuel(node);
    if (!open.has(key)) share.total += totalFuel(node);
    const inner = new Set([...open, key]);
    for (const callee of node.callees.values()) visit(callee, inner);
  };
  visit(root, new Set());
  return [...shares.values()].toSorted((a, b) => b.own - a.own);
}

function placeOfFunction({ verified, texts }: LoadedProgram, index: number): string | null {
  const source = sourceOf(verified.module, { functionIndex: index, instructionIndex: 0 });
  if (source === null) return null;
  const content = textFinder(texts)(source.path);
  if (content === null) return source.path;
  return `${source.path}:${positionAt(content, source.span.start).line}`;
}

/** Every line that used fuel, the dearest first. */
export function lineShares(program: LoadedProgram, { root }: Profile): readonly LineShare[] {
  const { module } = program.verified;
  const find = textFinder(program.texts);
  const lines = new Map<string, { path: string; line: number; fuel: number; text: string }>();
  const visit = (node: ProfileNode): void => {
    for (const [instructionIndex, fuel] of node.own.entries()) {
      const source = sourceOf(module, { functionIndex: node.functionIndex, instructionIndex });
      const content = source === null ? null : find(source.path);
      if (fuel === 0 || source === null || content === null) continue;
      const { path } = source;
      const { line } = positionAt(content, source.span.start);
      const known = lines.get(`${path}:${line}`);
      if (known !== undefined) known.fuel += fuel;
      else {
        const text = content.content.split("\n")[line - 1].trim();
        lines.set(`${path}:${line}`, { path, line, fuel, text });
      }
    }
    for (const callee of node.callees.values()) visit(callee);
  };
  visit(root);
  return [...lines.values()].toSorted((a, b) => b.fuel - a.fuel);
}

/** Two tables: functions, and lines. */
export function writeProfile(stream: Stream, program: LoadedProgram, profile: Profile): void {
  const palette = paletteOf(stream);
  const share = (fuel: number): string => percent(fuel, profile.fuelUsed).padStart(7);
  const functions = functionShares(program, profile);
  const width = Math.max(0, ...functions.map(({ calls }) => grouped(calls).length), 5);
  stream.write(palette.strong(`   own    total  ${"calls".padStart(width)}  function\n`));
  for (const each of functions.slice(0, SHOWN_FUNCTIONS)) {
    const { name, place, calls, own, total } = each;
    const where = place === null ? "" : palette.faint(`  ${place}`);
    stream.write(
      `${share(own)}  ${share(total)}  ${grouped(calls).padStart(width)}  ${name}${where}\n`,
    );
  }
  writeRest(stream, functions.length - SHOWN_FUNCTIONS, "function");
  const lines = lineShares(program, profile);
  stream.write(palette.strong("\n  fuel   line\n"));
  for (const { path, line, fuel, text } of lines.slice(0, SHOWN_LINES)) {
    stream.write(`${share(fuel)}  ${palette.faint(`${path}:${line}`)}  ${text}\n`);
  }
  writeRest(stream, lines.length - SHOWN_LINES, "line");
  const untaken = profile.fuelUsed - lines.reduce((sum, { fuel }) => sum + fuel, 0);
  if (untaken > 0) stream.write(`${share(untaken)}  charged for paths that were not taken\n`);
}

function writeRest(stream: Stream, count: number, noun: string): void {
  if (count > 0) stream.write(`         and ${count} other ${noun}${count === 1 ? "" : "s"}\n`);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "0.0 %" : `${((100 * part) / whole).toFixed(1)} %`;
}
