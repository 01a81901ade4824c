/** A profile by function and by line of source. */

import {
  type CallNode,
  foldCalls,
  type Module,
  ownCost,
  type Profile,
  type TimeProfile,
  totalCost,
} from "../../src/index.ts";
import type { SourceLine, SourceLines } from "./source-lines.ts";

/** What was asked of a run: one of both at least. */
export interface FoundProfile {
  readonly time: TimeProfile | null;
  readonly fuel: Profile | null;
}

export const MEASURES = ["time", "fuel"] as const;
export type MeasureName = (typeof MEASURES)[number];

/** What a run cost in one measure: milliseconds, or steps of fuel. */
export interface Measure {
  readonly name: MeasureName;
  readonly root: CallNode;
  readonly whole: number;
}

/** What something costs by itself, and with everything that it calls. */
export interface Cost {
  own: number;
  total: number;
}

/** The measures that were taken; one that was not is missing. */
export type Costs = Readonly<Partial<Record<MeasureName, Cost>>>;

export interface FunctionShare {
  readonly name: string;
  /** `file:line` of its declaration, or null without debug section. */
  readonly place: string | null;
  readonly isLibrary: boolean;
  /** Null where only time was asked for. */
  readonly calls: number | null;
  readonly costs: Costs;
}

export interface LineShare extends SourceLine {
  readonly isLibrary: boolean;
  readonly costs: Costs;
}

/**
 * What was measured, time first. Without the functions of the library, what they cost is the lines'
 * that call them.
 */
export function measuresOf(
  module: Module,
  { time, fuel }: FoundProfile,
  lines: SourceLines,
  hasLibrary: boolean,
): readonly Measure[] {
  const shown = (root: CallNode): CallNode =>
    hasLibrary ? root : foldCalls(module, root, (index) => lines.isLibrary(index));
  const found: Measure[] = [];
  if (time !== null) {
    found.push({ name: "time", root: shown(time.root), whole: time.milliseconds });
  }
  if (fuel !== null) found.push({ name: "fuel", root: shown(fuel.root), whole: fuel.fuelUsed });
  return found;
}

/** Costs of things while they are summed, by what they are told apart by. */
type Sums<Key> = Map<Key, Partial<Record<MeasureName, Cost>>>;

function costIn<Key>(sums: Sums<Key>, key: Key, measure: MeasureName): Cost {
  const costs = sums.get(key) ?? {};
  sums.set(key, costs);
  return (costs[measure] ??= { own: 0, total: 0 });
}

/** The dearest in the first of the measures first. */
function sorted<Share extends { readonly costs: Costs }>(
  shares: readonly Share[],
  measures: readonly Measure[],
): readonly Share[] {
  const own = ({ costs }: Share, { name }: Measure): number => costs[name]?.own ?? 0;
  return shares.toSorted((a, b) => {
    const differing = measures.find((measure) => own(a, measure) !== own(b, measure));
    return differing === undefined ? 0 : own(b, differing) - own(a, differing);
  });
}

/**
 * Every function, the one with the most of its own first. A generic one stands there once, whatever
 * it was compiled for.
 */
export function functionShares(
  lines: SourceLines,
  measures: readonly Measure[],
): readonly FunctionShare[] {
  const sums: Sums<string> = new Map();
  const calls = new Map<string, number>();
  const firsts = new Map<string, number>();
  const keyOf = (index: number): string => {
    const place = lines.placeOf(index);
    return place === null ? String(index) : `${lines.nameOf(index)} ${place}`;
  };
  for (const { name, root } of measures) {
    const visit = (node: CallNode, open: ReadonlySet<string>): void => {
      const key = keyOf(node.functionIndex);
      if (!firsts.has(key)) firsts.set(key, node.functionIndex);
      if (name === "fuel") calls.set(key, (calls.get(key) ?? 0) + node.calls);
      const cost = costIn(sums, key, name);
      cost.own += ownCost(node);
      if (!open.has(key)) cost.total += totalCost(node);
      const inner = new Set([...open, key]);
      for (const callee of node.callees.values()) visit(callee, inner);
    };
    visit(root, new Set());
  }
  const shares = [...sums].map(([key, costs]) => {
    const index = firsts.get(key)!;
    const name = lines.nameOf(index);
    const place = lines.placeOf(index);
    const isLibrary = lines.isLibrary(index);
    return { name, place, isLibrary, calls: calls.get(key) ?? null, costs };
  });
  return sorted(shares, measures);
}

/** Every line that cost something: those of the program first, the dearest of them first. */
export function lineShares(lines: SourceLines, measures: readonly Measure[]): readonly LineShare[] {
  const sums: Sums<SourceLine> = new Map();
  const ofLibrary = new Set<SourceLine>();
  for (const { name, root } of measures) {
    const visit = (node: CallNode, open: ReadonlySet<SourceLine | null>): void => {
      const here = lines.linesOf(node.functionIndex);
      const isLibrary = lines.isLibrary(node.functionIndex);
      const add = (line: SourceLine | null, own: number, called: number): void => {
        if (line === null || own + called === 0) return;
        if (isLibrary) ofLibrary.add(line);
        const cost = costIn(sums, line, name);
        cost.own += own;
        // what a line calls is told once, however often the line stands in the chain
        if (!open.has(line)) cost.total += own + called;
      };
      for (const [index, own] of node.own.entries()) add(here[index], own, 0);
      for (const callee of node.callees.values()) {
        const line = here[callee.callSite];
        add(line, 0, totalCost(callee));
        visit(callee, new Set([...open, line]));
      }
    };
    visit(root, new Set());
  }
  const shares = [...sums].map(([line, costs]) => {
    return { ...line, isLibrary: ofLibrary.has(line), costs };
  });
  const dearest = sorted(shares, measures);
  return [
    ...dearest.filter(({ isLibrary }) => !isLibrary),
    ...dearest.filter(({ isLibrary }) => isLibrary),
  ];
}

/** What was charged for paths that were not taken, in the functions that are shown. */
export function untakenIn(node: CallNode): number {
  let sum = node.untaken;
  for (const callee of node.callees.values()) sum += untakenIn(callee);
  return sum;
}
