/** A random program being written: what it has declared, and expressions of every type. */

import type { Chance } from "../../machine/fuzz/chance.ts";
import { LIBRARY } from "./library.ts";
import { ANY_RISKS, RISKS } from "./risks.ts";
import { divided, holdsFunction, keyType, ORDERED, PART_NAMES, shapeOf } from "./types.ts";
import type { Records } from "./types.ts";
import { ANY, FORMS, LITERALS, type Templates } from "./values.ts";

export interface Variable {
  readonly name: string;
  readonly type: string;
  readonly isVar: boolean;
}

export interface Declared {
  readonly name: string;
  /** Changes what stands for its first parameter. */
  readonly isChanging: boolean;
  readonly parameters: readonly string[];
  readonly result: string;
}

export interface Writing {
  readonly chance: Chance;
  /** How often an expression may trap. */
  readonly risk: number;
  /** How far expressions of statements nest. */
  readonly depth: number;
  /** Calls the larger functions of the library. */
  readonly isWide: boolean;
  /** Types that variables have here. */
  readonly palette: readonly string[];
  readonly records: Records;
  /** Literals and forms of the types that the program declares. */
  readonly own: { readonly literals: Templates; readonly forms: Templates };
  readonly outputs: readonly Variable[];
  readonly functions: Declared[];
  variables: Variable[];
  names: number;
  loops: number;
  /** What the function gives back; empty in `main` and null in a function value. */
  result: string | null;
  /** A function value with a name is being written: it sees nothing that changes. */
  isNaming: boolean;
  /** A statement that changes a place of a type. */
  readonly change: (writing: Writing, place: string, type: string, depth: number) => string;
}

export function fresh(writing: Writing): string {
  writing.names += 1;
  return `v${writing.names}`;
}

/** What the letters of one template stand for. */
type Letters = Map<string, string>;

const HOLE = /⟨([^⟩]*)⟩/gu;
const LETTER = /\b([A-Z])\b/gu;

/** A template with expressions in its holes. */
export function expand(
  writing: Writing,
  template: string,
  type: string,
  depth: number,
  place = "",
): string {
  const letters = lettersOf(writing, type);
  const seen = writing.variables;
  const soon: Variable[] = [];
  const names = new Map<string, string>();
  const text = template.replaceAll(HOLE, (_, hole: string) => {
    if (hole === "@") return place;
    if (hole.startsWith("soon ")) {
      const name = fresh(writing);
      soon.push({ name, type: resolved(hole.slice("soon ".length), letters), isVar: false });
      return name;
    }
    if (hole.startsWith(":")) return ownName(writing, names, hole.slice(1));
    if (hole.startsWith("know ")) {
      const [, name, of] = hole.split(" ");
      const known = { name: ownName(writing, names, name), type: of, isVar: false };
      writing.variables = [...writing.variables, known];
      return "";
    }
    if (hole === "now") {
      writing.variables = [...writing.variables, ...soon];
      return "";
    }
    if (hole === "end") {
      writing.variables = seen;
      return "";
    }
    return filled(writing, hole, letters, depth);
  });
  writing.variables = seen;
  return text;
}

/** The name that a template has for something of its own. */
function ownName(writing: Writing, names: Map<string, string>, key: string): string {
  const known = names.get(key) ?? fresh(writing);
  names.set(key, known);
  return known;
}

function lettersOf({ chance, palette }: Writing, type: string): Letters {
  const letters: Letters = new Map([["T", type]]);
  const { head, parts } = shapeOf(type);
  for (const [index, name] of (PART_NAMES[head] ?? []).entries()) letters.set(name, parts[index]);
  const plain = palette.filter((each) => !holdsFunction(each));
  letters.set("P", chance.pick(palette));
  letters.set("Q", chance.pick(palette));
  letters.set("S", chance.pick(plain));
  letters.set("E", chance.pick(plain));
  letters.set("O", chance.pick(ORDERED));
  letters.set("H", keyType(chance));
  return letters;
}

/** A letter that no part has names one only as far as the parts of the type go. */
function resolved(hole: string, letters: Letters): string {
  return hole.replaceAll(LETTER, (letter) => letters.get(letter) ?? letter);
}

function filled(writing: Writing, hole: string, letters: Letters, depth: number): string {
  const { chance } = writing;
  if (hole.startsWith("#")) return String(chance.below(Number(hole.slice(1))));
  if (hole.startsWith("?")) return chance.pick(hole.slice(1).split(" "));
  const type = resolved(hole, letters);
  if (type.startsWith("new ")) return declared(writing, type.slice("new ".length), false);
  if (type.startsWith("var "))
    return chance.pick(placesOf(writing, type.slice("var ".length))).name;
  if (type.startsWith("fn ")) return lambda(writing, type.slice("fn ".length), depth - 1, true);
  if (type.includes(" => ")) return lambda(writing, type, depth - 1, chance.hit(0.2));
  return type.endsWith("!")
    ? expression(writing, type.slice(0, -1), 0)
    : expression(writing, type, depth - 1);
}

/** A name for a value of a type, seen from now on. */
export function declared(writing: Writing, type: string, isVar: boolean): string {
  const name = fresh(writing);
  writing.variables = [...writing.variables, { name, type, isVar }];
  return name;
}

function placesOf({ variables }: Writing, type: string): readonly Variable[] {
  return variables.filter((each) => each.isVar && each.type === type);
}

/** Whether there is a place for each that a template changes. */
function isPossible(writing: Writing, template: string, letters: Letters): boolean {
  if (!template.includes("⟨var ")) return true;
  return [...template.matchAll(HOLE)].every(
    ([, hole]) =>
      !hole.startsWith("var ") ||
      placesOf(writing, resolved(hole.slice("var ".length), letters)).length > 0,
  );
}

/** A function value; what it captures is not changed in it. */
function lambda(writing: Writing, signature: string, depth: number, isTyped: boolean): string {
  const { variables, loops, result, isNaming } = writing;
  const [from, to] = signature.split(" => ");
  const visible = isNaming ? variables.filter(({ isVar }) => !isVar) : variables;
  writing.variables = visible.map((each) => (each.isVar ? { ...each, isVar: false } : each));
  writing.loops = 0;
  writing.result = null;
  const names = divided(from).map((type) => {
    const name = declared(writing, type, false);
    return isTyped ? `${name}: ${type}` : name;
  });
  const value = expression(writing, to, depth);
  Object.assign(writing, { variables, loops, result });
  return `|${names.join(", ")}| ${value}`;
}

/** An expression of a type. */
export function expression(writing: Writing, type: string, depth: number): string {
  const { chance } = writing;
  const known = writing.variables.filter((variable) => variable.type === type);
  if (known.length > 0 && chance.hit(depth > 1 ? 0.5 : 0.7)) return chance.pick(known).name;
  if (depth <= 0 || chance.hit(0.2) || type === "()") return literal(writing, type);
  if (chance.hit(writing.risk)) return risky(writing, type, depth);
  const roll = chance.below(10);
  if (roll < 2) return general(writing, type, depth);
  const library = writing.isWide ? templatesOf(writing, LIBRARY, type) : [];
  const forms = [...templatesOf(writing, FORMS, type), ...library];
  return fitting(writing, forms, type, depth) ?? general(writing, type, depth);
}

/** Templates of a type and of its head. */
export function templatesOf(
  { own }: Pick<Writing, "own">,
  table: Templates,
  type: string,
): readonly string[] {
  const { head } = shapeOf(type);
  const more = table === FORMS ? (own.forms[type] ?? []) : [];
  return [...(table[type] ?? []), ...(head === type ? [] : (table[head] ?? [])), ...more];
}

function fitting(
  writing: Writing,
  templates: readonly string[],
  type: string,
  depth: number,
): string | null {
  const letters: Letters = new Map([["T", type]]);
  const { head, parts } = shapeOf(type);
  for (const [index, name] of (PART_NAMES[head] ?? []).entries()) letters.set(name, parts[index]);
  const possible = templates.filter((each) => isPossible(writing, each, letters));
  if (possible.length === 0) return null;
  return expand(writing, writing.chance.pick(possible), type, depth);
}

function risky(writing: Writing, type: string, depth: number): string {
  const own = templatesOf(writing, RISKS, type);
  const templates = own.length > 0 && writing.chance.hit(0.7) ? own : ANY_RISKS;
  return fitting(writing, templates, type, depth) ?? literal(writing, type);
}

function literal(writing: Writing, type: string): string {
  const { head } = shapeOf(type);
  const templates = LITERALS[type] ?? writing.own.literals[type] ?? LITERALS[head];
  if (templates === undefined) throw new Error(`no literal of ${type}`);
  return expand(writing, writing.chance.pick(templates), type, 0);
}

/** What may be of any type. */
function general(writing: Writing, type: string, depth: number): string {
  const { chance, functions, variables } = writing;
  const roll = chance.below(10);
  const callable = functions.filter(
    (each) =>
      each.result === type &&
      (!each.isChanging || placesOf(writing, each.parameters[0]).length > 0),
  );
  if (roll < 4 && callable.length > 0) return called(writing, chance.pick(callable), depth);
  if (roll < 5 && variables.some(({ isVar }) => isVar)) return block(writing, type, depth);
  if (roll < 6) return ownBlock(writing, type, depth);
  return expand(writing, chance.pick(ANY), type, depth);
}

function called(writing: Writing, callee: Declared, depth: number): string {
  const { name, isChanging, parameters } = callee;
  const values = parameters.map((type, index) =>
    isChanging && index === 0
      ? writing.chance.pick(placesOf(writing, type)).name
      : expression(writing, type, depth - 1),
  );
  return `${name}(${values.join(", ")})`;
}

/** A block that changes what stands around it before its value is known. */
function block(writing: Writing, type: string, depth: number): string {
  const { chance, variables } = writing;
  const { name, type: of } = chance.pick(variables.filter(({ isVar }) => isVar));
  const line = writing.change(writing, name, of, depth - 1);
  return `({\n${line}\n${expression(writing, type, depth - 1)}\n})`;
}

/** A block with a variable of its own. */
function ownBlock(writing: Writing, type: string, depth: number): string {
  const { chance, variables, palette } = writing;
  const of = chance.hit(0.5) ? type : chance.pick(palette);
  const value = named(writing, of, depth - 1);
  const name = declared(writing, of, true);
  const line = writing.change(writing, name, of, depth - 1);
  const result = expression(writing, type, depth - 1);
  writing.variables = variables;
  return `({\nvar ${name}: ${of} = ${value}\n${line}\n${result}\n})`;
}

/** The value of a variable. */
export function named(writing: Writing, type: string, depth: number): string {
  const { isNaming } = writing;
  writing.isNaming = isNaming || type.startsWith("fn(");
  const value = expression(writing, type, depth);
  writing.isNaming = isNaming;
  return value;
}
