/**
 * A text file as a graph: an edge list, or the G-set format; every fault names file and line.
 *
 * An edge is a line of two nodes and, where edges have weights, a weight: `0 1 2.5`. Spaces, tabs
 * or commas part them; empty lines and lines that begin with `#` or `%` are skipped. Nodes count
 * from 0. In the G-set format a first line of two numbers, how many nodes and edges there are,
 * stands above edges of three, and nodes count from 1.
 */

import { Fault, type ModuleType, type ModuleValue } from "../../src/index.ts";
import { type Fitted, fitText, quoted } from "./fit.ts";

/** A line that says something. */
interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly words: readonly string[];
}

interface Edge {
  readonly from: number;
  readonly to: number;
  readonly weight: number;
}

/** What the edges of a file have to keep. */
interface Frame {
  readonly path: string;
  readonly weight: ModuleType;
  /** How many words make an edge: 2 or 3. */
  readonly words: number;
  readonly firstNode: number;
  readonly lastNode: number;
}

/** No memory has room for more nodes. */
const LARGEST_NODE = 33_554_431;

/**
 * Reads a graph; edges lead both ways, and without a weight they weigh 1.
 *
 * @param weight the type of the weights, which may have a unit
 * @throws {Fault} `data/syntax` for the file as a whole, `data/cell` for a line
 */
export function readEdges(path: string, text: string, weight: ModuleType): ModuleValue {
  const lines = linesOf(text);
  if (lines.length === 0) {
    throw new Fault("data/syntax", `${path} has no edges: a line is two nodes and a weight`);
  }
  const [first, second] = lines;
  const hasHeader = first.words.length === 2 && second?.words.length === 3;
  const rest = hasHeader ? lines.slice(1) : lines;
  if (!hasHeader) refuseAmbiguous(path, lines);
  const counts = hasHeader ? readHeader(path, first, rest.length) : null;
  const frame: Frame = {
    path,
    weight,
    words: rest[0].words.length === 2 ? 2 : 3,
    firstNode: counts === null ? 0 : 1,
    lastNode: counts ?? LARGEST_NODE,
  };
  const edges = rest.map((line) => readEdge(frame, line));
  refuseDoubled(frame, edges, rest);
  const largest = edges.reduce((most, { from, to }) => Math.max(most, from, to), 0);
  return rowsOf(counts ?? largest + 1, edges);
}

function linesOf(text: string): readonly Line[] {
  return text
    .replace(/^\uFEFF/u, "")
    .split("\n")
    .map((line, index) => ({ number: index + 1, content: line.trim() }))
    .filter(({ content }) => content !== "" && !/^[#%]/u.test(content))
    .map(({ number, content }) => ({ number, words: content.split(/\s*,\s*|\s+/u) }));
}

/** A header above edges without weights looks like an edge. */
function refuseAmbiguous(path: string, lines: readonly Line[]): void {
  const [{ number, words: header }, ...edges] = lines;
  const [nodes, told] = header.map(Number);
  const isHeader =
    told === edges.length &&
    lines.every(({ words }) => words.length === 2) &&
    edges.every(({ words }) => words.every((word) => Number(word) >= 1 && Number(word) <= nodes));
  if (!isHeader) return;
  throw new Fault(
    "data/syntax",
    `${path}, line ${number}: \`${header.join(" ")}\` may be an edge, or say how many nodes and ` +
      "edges there are: give each edge its weight, or leave out a header",
  );
}

/** How many nodes there are; the edges are counted. */
function readHeader(path: string, { number, words }: Line, edges: number): number {
  const [nodes, told] = words.map(Number);
  const areCounts = words.every((word) => /^\d+$/u.test(word)) && nodes >= 1;
  if (!areCounts) {
    const found = quoted(words.join(" "));
    throw new Fault(
      "data/cell",
      `${path}, line ${number}: expected how many nodes and edges there are, found ${found}`,
    );
  }
  if (nodes > LARGEST_NODE) {
    throw new Fault("data/cell", `${path}, line ${number}: ${nodes} nodes are too many`);
  }
  if (told === edges) return nodes;
  throw new Fault(
    "data/syntax",
    `${path}, line ${number}: the header tells of ${told} edges, and there are ${edges}`,
  );
}

function readEdge(frame: Frame, line: Line): Edge {
  const { words } = line;
  if (words.length !== frame.words) {
    const expected = frame.words === 2 ? "two nodes" : "two nodes and a weight";
    const isOther = words.length === 2 || words.length === 3;
    const hint = isOther ? ": every line has a weight, or none has" : "";
    throw refuse(frame, line, `expected ${expected}, found ${quoted(words.join(" "))}${hint}`);
  }
  const [from, to] = words.slice(0, 2).map((word) => readNode(frame, line, word));
  if (from === to) throw refuse(frame, line, `the edge joins node ${words[0]} to itself`);
  const fitted = fitText(frame.weight, words[2] ?? "1");
  if (!fitted.fits) throw refuse(frame, line, weightReason(fitted, words[2]));
  const weight = fitted.value as number;
  if (Number.isFinite(weight)) return { from, to, weight };
  throw refuse(frame, line, `expected a finite weight, found ${words[2]}`);
}

function weightReason(fitted: Fitted & { fits: false }, word: string | undefined): string {
  if (word !== undefined) return fitted.reason;
  return `the edge needs a weight in ${fitted.missingUnit ?? "its unit"} behind its nodes`;
}

/** The node, counted from 0. */
function readNode(frame: Frame, line: Line, word: string): number {
  const node = Number(word);
  if (!/^\d+$/u.test(word)) throw refuse(frame, line, `expected a node, found ${quoted(word)}`);
  if (frame.firstNode <= node && node <= frame.lastNode) return node - frame.firstNode;
  const range = `${frame.firstNode} to ${frame.lastNode}`;
  throw refuse(frame, line, `there is no node ${word}: nodes are ${range}`);
}

/** Adding parallel edges up would hide a list that has every edge in both directions. */
function refuseDoubled(frame: Frame, edges: readonly Edge[], lines: readonly Line[]): void {
  const seen = new Map<string, number>();
  for (const [index, { from, to }] of edges.entries()) {
    const key = `${Math.min(from, to)} ${Math.max(from, to)}`;
    const earlier = seen.get(key);
    const line = lines[index];
    if (earlier !== undefined) {
      const nodes = line.words.slice(0, 2).join(" and ");
      throw refuse(frame, line, `nodes ${nodes} are joined already, in line ${earlier}`);
    }
    seen.set(key, line.number);
  }
}

function refuse({ path }: Frame, { number }: Line, reason: string): Fault {
  return new Fault("data/cell", `${path}, line ${number}: ${reason}`);
}

/** The fields of a Graph: where rows start, their columns, ascending, and the weights. */
function rowsOf(nodes: number, edges: readonly Edge[]): ModuleValue {
  const rows: { column: number; weight: number }[][] = Array.from({ length: nodes }, () => []);
  for (const { from, to, weight } of edges) {
    rows[from].push({ column: to, weight });
    rows[to].push({ column: from, weight });
  }
  const starts = [0];
  for (const row of rows) {
    row.sort((a, b) => a.column - b.column);
    starts.push(starts[starts.length - 1] + row.length);
  }
  const entries = rows.flat();
  return [starts, entries.map(({ column }) => column), entries.map(({ weight }) => weight)];
}
