/**
 * Whether patterns cover every value of a type, and a value that they miss.
 *
 * Source: L. Maranget, "Warnings for pattern matching", 2007; Ints are cut at the bounds of the
 * patterns, lists at their lengths. The work is bounded: what is too large counts as covered, and
 * the compiled `match` then stops with a panic.
 */

import type { Type } from "../../machine/types/type.ts";
import { resolved, type Solver } from "./solver.ts";
import type { TypedPattern } from "./typed.ts";

const WILDCARD: TypedPattern = { kind: "ignore" };
const MOST_STEPS = 200_000;
const LARGEST = Number.MAX_SAFE_INTEGER;

type Row = readonly TypedPattern[];

/** One shape of a value: what it is made of, which patterns it fits, how it is written. */
interface Shape {
  readonly types: readonly Type[];
  /** The patterns for its parts; null when the pattern does not fit. */
  parts(pattern: TypedPattern): Row | null;
  write(parts: readonly string[]): string;
}

interface Search {
  readonly solver: Solver;
  steps: number;
}

/** A value that none of the patterns takes, as a pattern; null when there is none. */
export function missingValue(
  solver: Solver,
  type: Type,
  patterns: readonly TypedPattern[],
): string | null {
  const single = patterns.flatMap(expand);
  if (single.some(takesAll) || coversAllCases(resolved(solver, type), single)) return null;
  const rows = single.map((pattern) => [pattern]);
  return missing({ solver, steps: 0 }, rows, [type])?.[0] ?? null;
}

/** Whether the pattern takes a value that none of those before it takes. */
export function isUseful(
  solver: Solver,
  type: Type,
  before: readonly TypedPattern[],
  pattern: TypedPattern,
): boolean {
  const single = before.flatMap(expand);
  const wanted = expand(pattern);
  if (wanted.some((each) => isNewCase(each, single))) return true;
  const rows = single.map((each) => [each]);
  const search: Search = { solver, steps: 0 };
  return wanted.some((each) => useful(search, rows, [each], [type]));
}

/** A case of which none of the patterns speaks. */
function isNewCase(pattern: TypedPattern, before: readonly TypedPattern[]): boolean {
  if (pattern.kind !== "case") return false;
  return before.every((each) => each.kind === "case" && each.index !== pattern.index);
}

/** Has a pattern each case whatever the case carries? That is how most matches are written. */
function coversAllCases(type: Type, patterns: readonly TypedPattern[]): boolean {
  if (type.kind !== "enum") return false;
  const left = new Set<number>();
  for (let index = 0; index < type.enum.cases.length; index += 1) left.add(index);
  for (const pattern of patterns) {
    const isWhole = pattern.kind === "case" && pattern.fields.every((each) => isWild(each.pattern));
    if (isWhole) left.delete(pattern.index);
  }
  return left.size === 0;
}

/** Names alone, as in most patterns of `let` and `for`. */
function takesAll(pattern: TypedPattern): boolean {
  return isWild(pattern) || (pattern.kind === "tuple" && pattern.elements.every(takesAll));
}

/** Alternatives one by one. */
function expand(pattern: TypedPattern): readonly TypedPattern[] {
  return pattern.kind === "alternatives" ? pattern.alternatives.flatMap(expand) : [pattern];
}

function isWild(pattern: TypedPattern): boolean {
  return pattern.kind === "ignore" || pattern.kind === "local";
}

/** Writings of a value for each column, or null when the rows take all. */
function missing(
  search: Search,
  rows: readonly Row[],
  types: readonly Type[],
): readonly string[] | null {
  search.steps += rows.length + 1;
  if (search.steps > MOST_STEPS) return null;
  const [type, ...others] = types;
  if (type === undefined) return rows.length === 0 ? [] : null;
  const heads = rows.map((row) => row[0]);
  const { shapes, isComplete } = shapesOf(search, type, heads);
  for (const shape of shapes) {
    const inner = specialised(rows, shape);
    const found = missing(search, inner, [...shape.types, ...others]);
    if (found === null) continue;
    const count = shape.types.length;
    return [shape.write(found.slice(0, count)), ...found.slice(count)];
  }
  if (isComplete) return null;
  const rest = rows.filter((row) => isWild(row[0])).map((row) => row.slice(1));
  const found = missing(search, rest, others);
  return found === null ? null : ["_", ...found];
}

function useful(search: Search, rows: readonly Row[], row: Row, types: readonly Type[]): boolean {
  search.steps += rows.length + 1;
  if (search.steps > MOST_STEPS) return true;
  const [type, ...others] = types;
  if (type === undefined) return rows.length === 0;
  const [head, ...tail] = row;
  const { shapes, isComplete } = shapesOf(search, type, [...rows.map((each) => each[0]), head]);
  for (const shape of shapes) {
    const parts = shape.parts(head);
    if (parts === null) continue;
    const inner = specialised(rows, shape);
    const isFound = expandRow(parts).some((each) =>
      useful(search, inner, [...each, ...tail], [...shape.types, ...others]),
    );
    if (isFound) return true;
  }
  if (isComplete || !isWild(head)) return false;
  const rest = rows.filter((each) => isWild(each[0])).map((each) => each.slice(1));
  return useful(search, rest, tail, others);
}

/** What is left of the rows that fit the shape, its parts in front. */
function specialised(rows: readonly Row[], shape: Shape): readonly Row[] {
  return rows.flatMap((row) => {
    const parts = shape.parts(row[0]);
    if (parts === null) return [];
    return expandRow(parts).map((each) => [...each, ...row.slice(1)]);
  });
}

/** A row for each choice among alternatives. */
function expandRow(row: Row): readonly Row[] {
  return row.reduce<readonly Row[]>(
    (done, pattern) => done.flatMap((each) => expand(pattern).map((one) => [...each, one])),
    [[]],
  );
}

/** The shapes that matter beside these patterns, and whether they are all that the type has. */
function shapesOf(
  search: Search,
  type: Type,
  heads: readonly TypedPattern[],
): { readonly shapes: readonly Shape[]; readonly isComplete: boolean } {
  const known = resolved(search.solver, type);
  if (heads.every(isWild)) return { shapes: [], isComplete: false };
  switch (known.kind) {
    case "bool":
      return { shapes: [true, false].map(boolShape), isComplete: true };
    case "nothing":
      return { shapes: [tupleShape([])], isComplete: true };
    case "tuple":
      return { shapes: [tupleShape(known.elements)], isComplete: true };
    case "record": {
      const { name, fields } = known.record;
      const isHead = (pattern: TypedPattern) => pattern.kind === "record";
      return { shapes: [fieldShape(name, fields, isHead)], isComplete: true };
    }
    case "enum": {
      const shapes = known.enum.cases.map(({ name, fields }, index) =>
        fieldShape(name, fields, (head) => head.kind === "case" && head.index === index),
      );
      return { shapes, isComplete: true };
    }
    case "list":
      return { shapes: listShapes(known.element, heads), isComplete: true };
    case "int":
      return { shapes: intShapes(heads), isComplete: true };
    default:
      return { shapes: literalShapes(heads), isComplete: false };
  }
}

function boolShape(value: boolean): Shape {
  return {
    types: [],
    parts: (head) =>
      isWild(head) ||
      (head.kind === "constant" && head.value.kind === "bool" && head.value.value === value)
        ? []
        : null,
    write: () => String(value),
  };
}

function tupleShape(types: readonly Type[]): Shape {
  const wild = types.map(() => WILDCARD);
  return {
    types,
    parts: (head) => (isWild(head) ? wild : head.kind === "tuple" ? head.elements : null),
    write: (parts) => `(${parts.join(", ")})`,
  };
}

function fieldShape(
  name: string,
  fields: readonly { readonly name: string; readonly type: Type }[],
  isHead: (head: TypedPattern) => boolean,
): Shape {
  return {
    types: fields.map((field) => field.type),
    parts: (head) => {
      if (!isWild(head) && !isHead(head)) return null;
      const given = "fields" in head ? head.fields : [];
      return fields.map((_, slot) => given.find((each) => each.slot === slot)?.pattern ?? WILDCARD);
    },
    write: (parts) => {
      if (parts.length === 0) return name;
      if (fields[0].name === "") return `${name}(${parts.join(", ")})`;
      if (parts.every((part) => part === "_")) return `${name} { .. }`;
      const written = fields.map((field, slot) => `${field.name}: ${parts[slot]}`);
      return `${name} { ${written.join(", ")} }`;
    },
  };
}

/** Each length up to the longest pattern, and all beyond it as one. */
function listShapes(element: Type, heads: readonly TypedPattern[]): readonly Shape[] {
  let longest = 0;
  for (const head of heads) {
    if (head.kind !== "list") continue;
    const length = head.before.length + head.after.length;
    longest = Math.max(longest, head.rest === null ? length + 1 : length);
  }
  return Array.from({ length: longest + 1 }, (_, length): Shape => {
    const isOpen = length === longest;
    const wild = Array.from({ length }, () => WILDCARD);
    return {
      types: wild.map(() => element),
      parts: (head) => {
        if (isWild(head)) return wild;
        if (head.kind !== "list") return null;
        const { before, rest, after } = head;
        const free = length - before.length - after.length;
        if (free < 0 || (rest === null && (free > 0 || isOpen))) return null;
        return [...before, ...wild.slice(0, free), ...after];
      },
      write: (parts) => `[${[...parts, ...(isOpen ? [".."] : [])].join(", ")}]`,
    };
  });
}

/** The first and last Int that a pattern takes, or null. */
function intervalOf(head: TypedPattern): readonly [number, number] | null {
  if (head.kind === "constant" && head.value.kind === "int") {
    return [head.value.value, head.value.value];
  }
  if (head.kind !== "range") return null;
  const { from, to, inclusive } = head;
  return [from ?? -LARGEST, to === null ? LARGEST : inclusive ? to : to - 1];
}

/** All Ints, cut wherever a pattern begins or ends. */
function intShapes(heads: readonly TypedPattern[]): readonly Shape[] {
  const starts = new Set([-LARGEST]);
  for (const head of heads) {
    const interval = intervalOf(head);
    if (interval === null) continue;
    starts.add(interval[0]);
    if (interval[1] < LARGEST) starts.add(interval[1] + 1);
  }
  const sorted = [...starts].toSorted((a, b) => a - b);
  return sorted.map((from, index): Shape => {
    const to = index + 1 < sorted.length ? sorted[index + 1] - 1 : LARGEST;
    return {
      types: [],
      parts: (head) => {
        if (isWild(head)) return [];
        const interval = intervalOf(head);
        return interval !== null && interval[0] <= from && to <= interval[1] ? [] : null;
      },
      write: () => String(from <= 0 && to >= 0 ? 0 : from > 0 ? from : to),
    };
  });
}

/** Floats and strings: one shape for each literal, and never all of them. */
function literalShapes(heads: readonly TypedPattern[]): readonly Shape[] {
  const keys = new Set(heads.flatMap((head) => (isWild(head) ? [] : [keyOf(head)])));
  return [...keys].map((key): Shape => ({
    types: [],
    parts: (head) => (isWild(head) || keyOf(head) === key ? [] : null),
    write: () => "_",
  }));
}

function keyOf(head: TypedPattern): string {
  if (head.kind === "constant" && "value" in head.value) return JSON.stringify(head.value);
  if (head.kind === "range") return `${head.from} ${head.to} ${head.inclusive}`;
  return head.kind;
}
