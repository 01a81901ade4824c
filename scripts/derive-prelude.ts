/**
 * Renders the module that carries the texts of the prelude, so that no file has to be found at
 * run time, and where its functions stand, so that only those a program may use are read.
 */
import { readdirSync, readFileSync } from "node:fs";
import { lex } from "../grammar/lexer.ts";
import { parseTree } from "../grammar/parse-tree.ts";
import type { TokenTable } from "../grammar/token-table.ts";
import { mentionsIn, methodMention, NUMBER_METHODS } from "../src/language/prelude/mentions.ts";
import { PRIMITIVES } from "../src/machine/primitives/index.ts";
import { NUMBER_RECORDS } from "../src/machine/types/number-record.ts";
import type { Type } from "../src/machine/types/type.ts";
import { firstToken, isToken, lastToken, type SyntaxNode, tokensOf } from "../grammar/tree.ts";

export const PRELUDE_PATH = "src/language/prelude/texts.ts";

const FOLDER = new URL("../src/language/prelude/", import.meta.url);

/** The rows of a file as they are formatted: a single one that fits on one line. */
function rowLines(name: string, rows: readonly string[]): readonly string[] {
  const line = `    ${name}: [${rows.map((each) => each.trim().replace(/,$/u, "")).join(", ")}],`;
  return rows.length < 2 && line.length <= 100 ? [line] : [`    ${name}: [`, ...rows, "    ],"];
}

/** Types that programs use without naming them: those of literals, operators and primitives. */
function unnamedTypes(): ReadonlySet<string> {
  const names = new Set(["Option", "Result", ...NUMBER_RECORDS]);
  const visit = (type: Type): void => {
    if (type.kind === "record") names.add(type.record.name);
    else if (type.kind === "list") visit(type.element);
    else if (type.kind === "map") for (const part of [type.key, type.value]) visit(part);
    else if (type.kind === "tuple") for (const part of type.elements) visit(part);
  };
  for (const { signature } of PRIMITIVES) {
    for (const { type } of signature.parameters) visit(type);
    visit(signature.result);
  }
  return names;
}

const UNNAMED_TYPES = unnamedTypes();

/** The whole text of the derived file, from the prelude's files in the order of their names. */
export function renderPrelude(): string {
  const paths = readdirSync(FOLDER).filter((name) => name.endsWith(".reso"));
  const files = paths.toSorted().map((name) => {
    const content = readFileSync(new URL(name, FOLDER), "utf8");
    const read = lex(content);
    const { root } = parseTree(read);
    const functions = root.children.filter(isFunction);
    const types = root.children.filter(isPassedType);
    return { path: `prelude/${name}`, content, tokens: read.table, root, functions, types };
  });
  const named = new Set(files.flatMap(({ root }) => root.children.filter(isNamedType).map(nameOf)));
  const functions = files.flatMap((file) => file.functions);
  const names = new Set(functions.flatMap((node) => mentionsOf(node, named)));
  const known = names.union(named).union(NUMBER_RECORDS);
  const entries = files.map(({ path, content, tokens, root, functions: own, types }) => {
    const rowOf = (node: SyntaxNode): string => {
      const needed = types.includes(node) ? [nameOf(node)] : mentionsOf(node, named);
      const words = wordsOf(tokens, [node], known).join(" ");
      const [first, second = ""] = needed;
      const facts = [first, second, triviaStartOf(node), node.end, words];
      const body = isFunction(node) ? [bodyOf(node)] : [];
      return row([...facts, ...body].map((fact) => JSON.stringify(fact)));
    };
    const declared = root.children.filter((child) => !isToken(child));
    const constants = root.children.filter(isConstant);
    return [
      "  {",
      `    path: ${JSON.stringify(path)},`,
      `    content: ${literal(content)},`,
      `    others: ${declared.length - own.length - types.length},`,
      `    words: ${JSON.stringify(wordsOf(tokens, constants, known).join(" "))},`,
      ...rowLines("functions", own.map(rowOf)),
      ...rowLines("types", types.map(rowOf)),
      "  },",
    ].join("\n");
  });
  return [
    "/** The texts of the prelude. Derived by `npm run derive`: do not edit. */",
    "",
    "export interface PreludeText {",
    "  readonly path: string;",
    "  readonly content: string;",
    "  /** How many declarations it has besides its functions and its types. */",
    "  readonly others: number;",
    "  /** Functions of the prelude that its constants mention: see mentions.ts. */",
    "  readonly words: string;",
    "  readonly functions: readonly PreludeRow[];",
    "  /** Records and enums, but for those that programs use without naming them. */",
    "  readonly types: readonly PreludeRow[];",
    "}",
    "",
    "/**",
    " * What has to be mentioned for a function or a type, what besides or nothing, start with its",
    " * comments, end, what it mentions, and where the body of a function is opened.",
    " */",
    "export type PreludeRow = readonly [string, string, number, number, string, number?];",
    "",
    "export const PRELUDE_TEXTS: readonly PreludeText[] = [",
    ...entries,
    "];",
    "",
  ].join("\n");
}

/** On one line where it is short enough, as the formatter wants it. */
function row(facts: readonly string[]): string {
  const line = `      [${facts.join(", ")}],`;
  if (line.length <= 100) return line;
  return ["      [", ...facts.map((fact) => `        ${fact},`), "      ],"].join("\n");
}

/** Records, enums and units call nothing. */
function isConstant(child: SyntaxNode["children"][number]): child is SyntaxNode {
  if (isToken(child)) return false;
  return child.kind === "let" || (child.kind === "public" && child.children.some(isConstant));
}

function isFunction(child: SyntaxNode["children"][number]): child is SyntaxNode {
  if (isToken(child)) return false;
  return child.kind === "function" || (child.kind === "public" && child.children.some(isFunction));
}

/**
 * A record or an enum whose values come from what names it: cases of Option and Result stand alone,
 * and no primitive gives a record.
 */
function isNamedType(child: SyntaxNode["children"][number]): child is SyntaxNode {
  if (isToken(child)) return false;
  if (child.kind === "public") return child.children.some(isNamedType);
  const isType = child.kind === "record" || child.kind === "enum";
  return isType && !["Option", "Result", ...NUMBER_RECORDS].includes(nameOf(child));
}

/** A record or an enum that is left out where it is not mentioned. */
function isPassedType(child: SyntaxNode["children"][number]): child is SyntaxNode {
  if (isToken(child)) return false;
  if (child.kind === "public") return child.children.some(isPassedType);
  const isType = child.kind === "record" || child.kind === "enum";
  return isType && !UNNAMED_TYPES.has(namesOf(child)[0]);
}

/**
 * What stands in every text that can use a function: `mean` of `fn mean(…)`, `.evolve` and
 * `Population` of `fn Population.evolve(…)`; see mentions.ts.
 */
function mentionsOf(node: SyntaxNode, named: ReadonlySet<string>): string[] {
  const [name, owner] = namesOf(node).toReversed();
  if (owner === undefined) return [name];
  if (NUMBER_RECORDS.has(owner)) return [NUMBER_METHODS];
  return named.has(owner) ? [methodMention(name), owner] : [methodMention(name)];
}

function nameOf(type: SyntaxNode): string {
  return namesOf(type)[0];
}

/** The names of a function before its brackets. */
function namesOf(node: SyntaxNode): string[] {
  const names: string[] = [];
  for (const { name, image } of tokensOf(node)) {
    if (name === "LeftParenthesis" || name === "LeftBracket" || name === "LeftBrace") break;
    if (name === "Name") names.push(image);
  }
  return names;
}

/** Where the comments before a function begin. */
function triviaStartOf(node: SyntaxNode): number {
  const [first] = tokensOf(node);
  return first.triviaStart;
}

/** Behind the brace that opens the body of a function. */
function bodyOf(node: SyntaxNode): number {
  for (const child of node.children) {
    if (isToken(child)) continue;
    if (child.kind === "block") return [...tokensOf(child)][0].end;
    if (child.kind === "function") return bodyOf(child);
  }
  throw new Error(`${nameOf(node)} has no body`);
}

function wordsOf(
  tokens: TokenTable,
  nodes: readonly SyntaxNode[],
  known: ReadonlySet<string>,
): string[] {
  const mentions = new Set<string>();
  for (const node of nodes) {
    const [first, last] = [firstToken(node).index, lastToken(node).index];
    for (const mention of mentionsIn(tokens, first, last + 1)) mentions.add(mention);
  }
  return [...mentions].filter((mention) => known.has(mention)).toSorted();
}

/** One line of source for each line of text. */
function literal(content: string): string {
  const lines = content.split(/(?<=\n)/).map((line) => `      ${quoted(line)},`);
  return `[\n${lines.join("\n")}\n    ].join("")`;
}

/** In the quotes that need fewer escapes, as the formatter wants it. */
function quoted(line: string): string {
  const double = JSON.stringify(line);
  const doubles = line.split('"').length;
  if (doubles <= line.split("'").length) return double;
  const inside = double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inside}'`;
}
