/** Statements of random programs. Loops are short, so every program ends. */

import { change } from "./changes.ts";
import { anyType, holdsFunction, isFunction, shapeOf } from "./types.ts";
import { indexedLoop, SUMS } from "./indices.ts";
import { STOPS } from "./risks.ts";
import { declared, expand, expression, fresh, named, type Writing } from "./writing.ts";

/** Some statements with variables of their own; the last may leave. */
export function statements(writing: Writing, most: number, depth: number): string {
  const outer = writing.variables;
  const { chance } = writing;
  const lines: string[] = [];
  for (let count = 1 + chance.below(most); count > 0; count -= 1) {
    lines.push(statement(writing, depth));
  }
  if (depth < 2 && chance.hit(0.15)) lines.push(leaving(writing));
  // The function's own variables stay visible to its last expression.
  if (depth < 2) writing.variables = outer;
  return lines.map((line) => `${line}\n`).join("");
}

function leaving(writing: Writing): string {
  const { chance, result, loops } = writing;
  if (loops > 0 && chance.hit(0.6)) return chance.pick(["break", "continue"]);
  if (result === "" || result === null) return 'print "leaving"\nreturn';
  return `return ${expression(writing, result, writing.depth)}`;
}

function statement(writing: Writing, depth: number): string {
  const { chance } = writing;
  const roll = chance.below(depth > 0 ? 18 : 10);
  if (roll < 3) return variable(writing);
  if (roll < 7) {
    const places = writing.variables.filter(({ isVar }) => isVar);
    if (places.length === 0) return variable(writing);
    const { name, type } = chance.pick(places);
    return change(writing, name, type, writing.depth);
  }
  if (roll < 9) return output(writing);
  if (roll < 10) return smaller(writing);
  if (roll < 13) return branch(writing, depth);
  if (roll < 16) return loop(writing, depth);
  return counted(writing);
}

function variable(writing: Writing): string {
  const { chance, palette } = writing;
  const type = chance.pick(palette);
  const value = named(writing, type, writing.depth);
  const isVar = chance.hit(0.7);
  return `${isVar ? "var" : "let"} ${declared(writing, type, isVar)}: ${type} = ${value}`;
}

/** A loop through the places of a list, or sums. */
function counted(writing: Writing): string {
  const { chance, variables, risk } = writing;
  if (chance.hit(0.3)) return expand(writing, chance.pick(SUMS), "Int", 1);
  const lists = variables.filter(({ isVar, type }) => isVar && shapeOf(type).head === "List");
  const template = indexedLoop(chance, risk > 0);
  if (lists.length > 0 && chance.hit(0.7)) {
    const { name, type } = chance.pick(lists);
    return expand(writing, template, type, 1, name);
  }
  const type = chance.pick(["List[Int]", "List[Float]", "List[Bool]", "List[String]"]);
  const value = expression(writing, type, 1);
  const name = declared(writing, type, true);
  return `var ${name}: ${type} = ${value}\n${expand(writing, template, type, 1, name)}`;
}

/** A line of the log, or a row. */
function output(writing: Writing): string {
  const { chance, outputs } = writing;
  if (outputs.length > 0 && chance.hit(0.6)) {
    const { name, type } = chance.pick(outputs);
    return `emit ${name} = ${expression(writing, type, writing.depth)}`;
  }
  const known = writing.variables.filter(({ type }) => !holdsFunction(type));
  if (known.length === 0 || chance.hit(0.3))
    return `print ${expression(writing, "String", writing.depth)}`;
  const [first, second] = [chance.pick(known), chance.pick(known)];
  const digits = /^(?:Float|Complex)/u.test(second.type) && chance.hit(0.5) ? ":.2" : "";
  return `print "{${first.name}} and {${second.name}${digits}}"`;
}

/** A statement that stops the program sooner or later, by any trap that is no limit. */
export function stopping(writing: Writing): string {
  const { chance } = writing;
  const text = expand(writing, chance.pick(chance.pick(Object.values(STOPS))), "Int", 1);
  const when = expand(writing, chance.pick(["true", "⟨Bool⟩", "⟨Int⟩ > ⟨#20⟩"]), "Int", 1);
  return `if ${when} {\n${text}\n}`;
}

/** A statement of one line. */
function smaller(writing: Writing): string {
  const { chance, result } = writing;
  const template = chance.pick([
    "assert ⟨Bool⟩ or true, ⟨String⟩",
    "let (⟨soon P⟩, _) = ⟨(P, Q)⟩",
    "let _ = ⟨Option[P]⟩",
    "⟨List[P]⟩.each(⟨P => ()⟩)",
    "if let Some(⟨soon P⟩) = ⟨Option[P]⟩ {⟨now⟩\nprint ⟨String⟩\n}",
  ]);
  const handed = result !== null && result !== "" && shapeOf(result).head === "Option";
  if (handed && chance.hit(0.6)) return expand(writing, "let _ = ⟨Option[P]⟩?", result, 2);
  return expand(writing, template, "Int", 2);
}

function branch(writing: Writing, depth: number): string {
  const { chance } = writing;
  const part = (): string => statements(writing, 2, depth - 1);
  if (chance.hit(0.3)) {
    const type = anyType(chance, [], 1);
    const taken = expression(writing, `Option[${type}]`, 2);
    const outer = writing.variables;
    const name = declared(writing, type, false);
    const then = part();
    writing.variables = outer;
    return `match ${taken} {\nSome(${name}) => {\n${then}}\nNone => {\n${part()}}\n}`;
  }
  const head = `if ${expression(writing, "Bool", writing.depth)} {\n${part()}}`;
  return chance.hit(0.5) ? head : `${head} else {\n${part()}}`;
}

function loop(writing: Writing, depth: number): string {
  const { chance } = writing;
  const outer = writing.variables;
  const head = loopHead(writing);
  writing.loops += 1;
  const body = statements(writing, 3, depth - 1);
  writing.loops -= 1;
  writing.variables = outer;
  return chance.hit(0.1)
    ? `${head.before}for _ in 0..2 {\n${head.text}${body}}\n}`
    : close(head, body);
}

interface Head {
  readonly before: string;
  readonly text: string;
}

function close({ before, text }: Head, body: string): string {
  return `${before}${text}${body}}`;
}

/** The beginning of a loop up to its body; what it binds is declared. */
function loopHead(writing: Writing): Head {
  const { chance, palette } = writing;
  const bound = 1 + chance.below(4);
  const roll = chance.below(6);
  if (roll === 0) {
    const counter = fresh(writing);
    const condition = expression(writing, "Bool", 1);
    const text = `while ${counter} < ${bound} and (${condition} or true) {\n${counter} += 1\n`;
    return { before: `var ${counter} = 0\n`, text };
  }
  if (roll === 1) {
    const counter = fresh(writing);
    const text = `loop {\n${counter} += 1\nif ${counter} > ${bound} { break }\n`;
    return { before: `var ${counter} = 0\n`, text };
  }
  if (roll === 2) {
    const literal = `0${chance.pick(["..", "..="])}${bound}`;
    const range = chance.hit(0.5) ? literal : expression(writing, "Range", writing.depth);
    return { before: "", text: `for ${declared(writing, "Int", false)} in ${range} {\n` };
  }
  if (roll === 3) {
    const type = `Map[Int, ${chance.pick(palette)}]`;
    const over = expression(writing, type, 2);
    const names = shapeOf(type).parts.map((part) => declared(writing, part, false));
    return { before: "", text: `for (${names.join(", ")}) in ${over} {\n` };
  }
  const type = chance.pick(palette.filter((each) => !isFunction(each)));
  const over = expression(writing, `List[${type}]`, writing.depth);
  return { before: "", text: `for ${declared(writing, type, false)} in ${over} {\n` };
}
