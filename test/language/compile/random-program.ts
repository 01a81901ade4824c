/**
 * Random well-typed programs, as text: every statement and expression of the language around
 * values that are counted.
 *
 * Invariants: the same seed gives the same program; loops are short, so every program ends.
 */

import { FUNCTION } from "./random-functions.ts";
import {
  composed,
  DECLARATIONS,
  literal,
  pick as pickWith,
  SHOWN,
  TYPES,
} from "./random-values.ts";

interface Variable {
  readonly name: string;
  readonly type: string;
  readonly isVar: boolean;
}

interface Function {
  readonly name: string;
  readonly isChanging: boolean;
  readonly parameters: readonly string[];
  readonly result: string;
}

/** One program being written. */
interface Writing {
  readonly next: (below: number) => number;
  readonly functions: Function[];
  variables: Variable[];
  names: number;
  loops: number;
  result: string;
}

/** A generator of whole numbers below a bound (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The text of a program. */
export function randomProgram(seed: number): string {
  const writing: Writing = {
    next: numbers(seed),
    functions: [],
    variables: [],
    names: 0,
    loops: 0,
    result: "",
  };
  const parts = [...DECLARATIONS];
  for (let index = writing.next(4); index >= 0; index -= 1) parts.push(functionText(writing));
  writing.variables = [];
  writing.result = "";
  const rounds = 1 + writing.next(40);
  parts.push(`fn main() {\nfor _ in 0..${rounds} {\n${statements(writing, 8, 3)}}\n}`);
  return `${parts.join("\n\n")}\n`;
}

function pick<Item>(writing: Writing, items: readonly Item[]): Item {
  return pickWith(writing.next, items);
}

function fresh(writing: Writing): string {
  writing.names += 1;
  return `v${writing.names}`;
}

function functionText(writing: Writing): string {
  const name = `f${writing.functions.length}`;
  const isChanging = writing.next(2) === 0;
  const types = Array.from({ length: 1 + writing.next(3) }, () => pick(writing, TYPES));
  const result = pick(writing, TYPES);
  const names = types.map(() => fresh(writing));
  writing.variables = types.map((type, index) => ({
    name: names[index],
    type,
    isVar: isChanging && index === 0,
  }));
  writing.result = result;
  const parameters = types.map(
    (type, index) => `${isChanging && index === 0 ? "var " : ""}${names[index]}: ${type}`,
  );
  const body = statements(writing, 5, 3);
  const value = expression(writing, result, 3);
  // Only functions that stand before are called, so calls end.
  writing.functions.push({ name, isChanging, parameters: types, result });
  return `fn ${name}(${parameters.join(", ")}) -> ${result} {\n${body}${value}\n}`;
}

/** Some statements with variables of their own; the last may leave. */
function statements(writing: Writing, most: number, depth: number): string {
  const outer = writing.variables;
  const lines: string[] = [];
  for (let count = 1 + writing.next(most); count > 0; count -= 1) {
    lines.push(statement(writing, depth));
  }
  if (depth < 3 && writing.next(6) === 0) lines.push(leaving(writing));
  // The function's own variables stay visible to its last expression.
  if (depth < 3) writing.variables = outer;
  return lines.map((line) => `${line}\n`).join("");
}

function leaving(writing: Writing): string {
  if (writing.loops > 0 && writing.next(2) === 0) return pick(writing, ["break", "continue"]);
  if (writing.result === "") return 'print "leaving"\nreturn';
  return `return ${expression(writing, writing.result, 2)}`;
}

function statement(writing: Writing, depth: number): string {
  const places = writing.variables.filter(({ isVar }) => isVar);
  switch (writing.next(depth === 0 ? 6 : 10)) {
    case 0:
    case 1: {
      const type = pick(writing, TYPES);
      const value = expression(writing, type, 3);
      const variable = { name: fresh(writing), type, isVar: writing.next(3) > 0 };
      writing.variables = [...writing.variables, variable];
      return `${variable.isVar ? "var" : "let"} ${variable.name}: ${type} = ${value}`;
    }
    case 2:
    case 3:
      return places.length === 0
        ? `print ${expression(writing, "String", 3)}`
        : change(writing, pick(writing, places));
    case 4:
      return shown(writing);
    case 5:
      return `assert ${expression(writing, "Bool", 2)} or true`;
    case 6:
      return `if ${expression(writing, "Bool", 2)} {\n${statements(writing, 3, depth - 1)}}`;
    case 7: {
      const condition = expression(writing, "Bool", 2);
      const then = statements(writing, 2, depth - 1);
      return `if ${condition} {\n${then}} else {\n${statements(writing, 2, depth - 1)}}`;
    }
    default:
      return loop(writing, depth);
  }
}

/** A value has a name before it stands in a hole, which ends with its line. */
function shown(writing: Writing): string {
  const value = expression(writing, pick(writing, SHOWN), 2);
  const name = fresh(writing);
  return `let ${name} = ${value}\nprint "{${name}}"`;
}

function loop(writing: Writing, depth: number): string {
  const name = fresh(writing);
  if (writing.next(6) === 0) return mapLoop(writing, name, depth);
  const isList = writing.next(2) === 0;
  const type = isList ? pick(writing, ["Int", "String"]) : "Int";
  const over = isList
    ? expression(writing, `List[${type}]`, 2)
    : `0${pick(writing, ["..", "..="])}${1 + writing.next(3)}`;
  const outer = writing.variables;
  writing.variables = [...outer, { name, type, isVar: false }];
  writing.loops += 1;
  const body = statements(writing, 3, depth - 1);
  writing.loops -= 1;
  writing.variables = outer;
  return `for ${name} in ${over} {\n${body}}`;
}

function mapLoop(writing: Writing, name: string, depth: number): string {
  const over = expression(writing, "Map[String, Int]", 2);
  const outer = writing.variables;
  const pair = [
    { name, type: "String", isVar: false },
    { name: `${name}n`, type: "Int", isVar: false },
  ];
  writing.variables = [...outer, ...pair];
  writing.loops += 1;
  const body = statements(writing, 3, depth - 1);
  writing.loops -= 1;
  writing.variables = outer;
  return `for (${name}, ${name}n) in ${over} {\n${body}}`;
}

/** An assignment, an update, or a call that changes the variable. */
function change(writing: Writing, { name, type }: Variable): string {
  const value = (of: string): string => expression(writing, of, 2);
  const changing = writing.functions.filter(
    (each) => each.isChanging && each.parameters[0] === type,
  );
  if (changing.length > 0 && writing.next(2) === 0) {
    const callee = pick(writing, changing);
    const others = callee.parameters.slice(1).map(value);
    return `let _ = ${callee.name}(${[name, ...others].join(", ")})`;
  }
  const ofMap = mapChange(writing, name, type, value);
  if (ofMap !== null) return ofMap;
  const guard = (list: string, action: string): string => `if ${list}.length() > 0 {\n${action}\n}`;
  switch (`${type} ${writing.next(3)}`) {
    case "Int 0":
      return `${name} += ${value("Int")} % 100`;
    case "String 0":
      return `${name} ++= ${value("String")}`;
    case "String 1":
      return `${name} = ${name} ++ ${value("String")} ++ ${value("String")}`;
    case "List[Int] 0":
      return `${name}.push(${value("Int")})`;
    case "List[Int] 1":
      return guard(name, `${name}[${name}.length() - 1] = ${value("Int")}`);
    case "List[String] 0":
      return `${name}.push(${value("String")})`;
    case "List[String] 1":
      return guard(name, `${name}[0] ++= ${value("String")}`);
    case "List[String] 2":
      return `${name} = ${name} ++ ${value("List[String]")}`;
    case "Item 0":
      return `${name}.xs.push(${value("Int")})`;
    case "Item 1":
      return `${name}.s = ${value("String")}`;
    case "Item 2":
      return guard(`${name}.xs`, `${name}.xs[0] += ${value("Int")} % 10`);
    case "Pair[Int, String] 0":
      return `let _ = ${name}.put(${value("Int")})`;
    case "Pair[Int, String] 1":
      return `${name}.first += ${value("Int")} % 10`;
    case "List[Option[Int]] 0":
      return `${name}.push(${value("Option[Int]")})`;
    case "List[Option[Int]] 1":
      return guard(name, `${name}[0] = ${value("Option[Int]")}`);
    case "Complex 0":
      return `${name} ${pick(writing, ["+=", "-=", "*="])} ${value("Complex")}`;
    case "Complex 1":
      return `${name}.${pick(writing, ["re", "im"])} ${pick(writing, ["+=", "="])} 2`;
    case "Complex 2":
      return `${name} = ${name} / 2 + 1`;
    case "Pair[String, Int] 0":
      return `let _ = ${name}.put(${value("String")})`;
    case "Tree 0":
      return `${name} = Tree.Node(${name}, ${value("Int")}, ${value("Tree")})`;
    case `List[${FUNCTION}] 0`:
      return `${name}.push(${value(FUNCTION)})`;
    case "Op 0":
      return `${name}.run = ${value(FUNCTION)}`;
    default:
      return `${name} = ${value(type)}`;
  }
}

/** A change of a map; null for other types. */
function mapChange(
  writing: Writing,
  name: string,
  type: string,
  value: (of: string) => string,
): string | null {
  if (!type.startsWith("Map[") || writing.next(4) === 0) return null;
  switch (`${type} ${writing.next(3)}`) {
    case "Map[String, Int] 0":
      return `${name}[${value("String")}] = ${value("Int")}`;
    case "Map[String, Int] 1":
      return `${name}.update(${value("String")}, ${value("Int")}, |n| (n + 1) % 100)`;
    case "Map[String, Int] 2":
      return `if ${name}.contains("a") {\n${name}["a"] += ${value("Int")} % 10\n}`;
    case "Map[(Int, Bool), List[String]] 0":
      return `${name}[(${value("Int")} % 3, ${value("Bool")})] = ${value("List[String]")}`;
    case "Map[(Int, Bool), List[String]] 1": {
      const key = `(${writing.next(3)}, true)`;
      return `if ${name}.contains(${key}) {\n${name}[${key}].push(${value("String")})\n}`;
    }
    case "Map[(Int, Bool), List[String]] 2":
      return `let _ = ${name}.remove((${value("Int")} % 3, true))`;
    default:
      return null;
  }
}

function expression(writing: Writing, type: string, depth: number): string {
  const known = writing.variables.filter((variable) => variable.type === type);
  if (known.length > 0 && writing.next(3) > 0) return pick(writing, known).name;
  if (depth <= 0) return literal(writing.next, type);
  const inner = (of: string): string => expression(writing, of, depth - 1);
  const callable = writing.functions.filter((each) => each.result === type && !each.isChanging);
  switch (writing.next(11)) {
    case 8:
      return `chosen(${inner(type)}, ${inner(type)}, ${inner("Bool")})`;
    case 9: {
      const from = pick(writing, TYPES);
      const given = inner(from);
      return `through(${given}, ${lambda(writing, from, type, depth - 1)})`;
    }
    case 10:
      return listFunction(writing, type, inner, depth - 1);
    case 0:
      return `(if ${inner("Bool")} { ${inner(type)} } else { ${inner(type)} })`;
    case 1:
      if (callable.length === 0) return literal(writing.next, type);
      return callText(writing, pick(writing, callable), depth);
    case 2:
      return blockText(writing, type, depth);
    case 3:
      return literal(writing.next, type);
    default:
      return composed(
        {
          next: writing.next,
          inner,
          interpolation: () => interpolation(writing),
          lambda: () => lambda(writing, "Int", "Int", 1).replace(/^\|(\w+)\|/u, "|$1: Int|"),
        },
        type,
      );
  }
}

/** A function value of one parameter; what it captures is not changed in it. */
function lambda(writing: Writing, from: string, to: string, depth: number): string {
  const { variables } = writing;
  const name = fresh(writing);
  const seen = variables.map((variable) => ({ ...variable, isVar: false }));
  writing.variables = [...seen, { name, type: from, isVar: false }];
  const value = expression(writing, to, depth);
  writing.variables = variables;
  return `|${name}| ${value}`;
}

function listFunction(
  writing: Writing,
  type: string,
  inner: (of: string) => string,
  depth: number,
): string {
  const from = pick(writing, ["Int", "String"]);
  const list = inner(`List[${from}]`);
  switch (type) {
    case "Bool":
      return `${list}.any(${lambda(writing, from, "Bool", depth)})`;
    case "Int":
      return `${list}.count(${lambda(writing, from, "Bool", depth)})`;
    case "List[Int]":
      return `${list}.map(${lambda(writing, from, "Int", depth)})`;
    case "List[String]":
      return `${list}.map(${lambda(writing, from, "String", depth)}).sorted()`;
    default:
      return literal(writing.next, type);
  }
}

function callText(writing: Writing, callee: Function, depth: number): string {
  const values = callee.parameters.map((of) => expression(writing, of, depth - 1));
  return `${callee.name}(${values.join(", ")})`;
}

/** A block that may change what stands around it before its value is known. */
function blockText(writing: Writing, type: string, depth: number): string {
  const outer = writing.variables;
  const places = outer.filter(({ isVar }) => isVar);
  const lines = places.length === 0 ? "" : `${change(writing, pick(writing, places))}\n`;
  const value = expression(writing, type, depth - 1);
  writing.variables = outer;
  return `({\n${lines}${value}\n})`;
}

/** Variables in holes. */
function interpolation(writing: Writing): string {
  const known = writing.variables.filter(({ type }) => SHOWN.includes(type));
  if (known.length === 0) return '"none"';
  return `"{${pick(writing, known).name}}, {${pick(writing, known).name}}"`;
}
