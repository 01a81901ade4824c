/** Types of random programs, as they are written: what they are made of, and what they can do. */

import type { Chance } from "../../machine/fuzz/chance.ts";

/** A type taken apart: `Map[String, Int]` is `Map` of two. A type with a unit has no parts. */
export interface Shape {
  readonly head: string;
  readonly parts: readonly string[];
}

/** The letters by which templates name the parts of a type. */
export const PART_NAMES: Readonly<Record<string, readonly string[]>> = {
  List: ["A"],
  Option: ["A"],
  Result: ["A", "B"],
  Map: ["K", "A"],
  Pair: ["A", "B"],
  fn: ["A", "B"],
  pair: ["A", "B"],
  triple: ["A", "B", "C"],
};

const SHAPES = new Map<string, Shape>();

export function shapeOf(type: string): Shape {
  const known = SHAPES.get(type);
  if (known !== undefined) return known;
  const shape = readShape(type);
  SHAPES.set(type, shape);
  return shape;
}

function readShape(type: string): Shape {
  if (type === "()") return { head: type, parts: [] };
  if (type.startsWith("fn(")) {
    const end = closing(type, 2);
    return { head: "fn", parts: [type.slice(3, end), type.slice(end + " -> ".length + 1)] };
  }
  if (type.startsWith("(")) {
    const parts = divided(type.slice(1, -1));
    return { head: parts.length === 2 ? "pair" : "triple", parts };
  }
  const open = type.indexOf("[");
  const head = open < 0 ? type : type.slice(0, open);
  if (!(head in PART_NAMES)) return { head: type, parts: [] };
  return { head, parts: divided(type.slice(open + 1, -1)) };
}

/** Where the parenthesis closes that opens at a place. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    if (text[at] === ")") depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

/** The pieces between the commas that stand in no bracket. */
export function divided(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [at, sign] of [...text].entries()) {
    if ("[({".includes(sign)) depth += 1;
    if ("])}".includes(sign)) depth -= 1;
    if (sign !== "," || depth > 0) continue;
    pieces.push(text.slice(start, at).trim());
    start = at + 1;
  }
  return [...pieces, text.slice(start).trim()];
}

/** A record that programs take apart, and the fields that they change. */
export type Records = ReadonlyMap<string, readonly (readonly [name: string, type: string])[]>;

const SIMPLE = ["Int", "Int", "Int", "Float", "Float", "Bool", "String", "String"] as const;

const WITH_UNITS = ["Float[m]", "Float[s]", "Float[1/s]", "Gauge[m]", "Complex[m]"] as const;

const WHOLE = [
  ..."Item Item Box Shade Shade Tree Complex Quaternion Range Matrix[1] Graph[1/s]".split(" "),
  ..."Population Random".split(" "),
];

const FUNCTIONS = ["Op", "fn(Int) -> Int", "fn(Float) -> Float"] as const;

/** What a map is from: types whose values are equal to themselves. */
const KEYS = ["Int", "Int", "String", "Bool", "(Int, Bool)", "Range", "List[Int]"] as const;

/** A random type; `own` are those that the program declares. */
export function anyType(chance: Chance, own: readonly string[], depth = 2): string {
  const inner = (): string => anyType(chance, own, depth - 1);
  const roll = chance.below(depth > 0 ? 20 : 11);
  if (roll < 5) return chance.pick(SIMPLE);
  if (roll < 6) return chance.pick(WITH_UNITS);
  if (roll < 9) return chance.pick([...WHOLE, ...own, ...own]);
  if (roll < 10) return chance.pick(FUNCTIONS);
  if (roll < 11) return chance.pick(own.length > 0 ? own : SIMPLE);
  if (roll < 14) return `List[${inner()}]`;
  if (roll < 15) return `Option[${inner()}]`;
  if (roll < 16) return `Result[${inner()}, String]`;
  if (roll < 17) return chance.hit(0.8) ? `(${inner()}, ${inner()})` : "(Float, Bool, String)";
  if (roll < 18) return `Pair[${inner()}, ${inner()}]`;
  return `Map[${keyType(chance)}, ${chance.hit(0.5) ? chance.pick(SIMPLE) : inner()}]`;
}

export function keyType(chance: Chance): string {
  return chance.pick(KEYS);
}

/** Whether values of a type hold functions, which are neither compared nor shown. */
export function holdsFunction(type: string): boolean {
  return /\bfn\(|\bOp\b/u.test(type);
}

export function isFunction(type: string): boolean {
  return type.startsWith("fn(");
}

/** Types that `<` compares. */
export const ORDERED = ["Int", "Float", "String", "Float[m]"] as const;
