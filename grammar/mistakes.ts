/**
 * Words for what the parser could not read: what was being read, where it got stuck, what fits.
 *
 * In: Chevrotain's exceptions. Out: at most one mistake per line of statements, since one cause
 * gives many exceptions.
 */

import type { IRecognitionException } from "chevrotain";
import { bareParameter } from "./bare-parameter.ts";
import type { Mistake } from "./mistake.ts";
import { BINARY_OPERATORS, PREFIX_OPERATORS } from "./operators.ts";
import { stuckHabit } from "./stuck-habits.ts";
import { describeToken, tokenRow, type TokenName } from "./tokens.ts";
import type { SyntaxToken } from "./tree.ts";
import type { ParserToken } from "./vocabulary.ts";

interface Construct {
  /** "I was reading …" */
  readonly reading: string;
  /** What fits at the place where the rule cannot go on at all; null to name the expected token. */
  readonly expected: string | null;
  readonly examples: readonly string[];
}

const EXPRESSION: Construct = {
  reading: "an expression",
  expected: "a value",
  examples: ["2 * width", "mean(xs)", "[1, 2, 3]"],
};

/** Constructs by rule; rules that are not here belong to the construct of their caller. */
const CONSTRUCTS: Readonly<Record<string, Construct>> = {
  file: {
    reading: "the file",
    expected: "a declaration",
    examples: ["fn main() { … }", "param n: Int = 100", "let LIMIT = 20"],
  },
  import: {
    reading: "an import",
    expected: "the path of a file in quotes",
    examples: ['import "grids/ring"', 'import "grids/ring" as r', 'import "units" { MVA, base }'],
  },
  importNames: {
    reading: "the names of an import",
    expected: "a name or `}`",
    examples: ['import "grids/ring" { Ring, ring_of }'],
  },
  public: {
    reading: "a declaration after `pub`",
    expected: "a declaration",
    examples: ["pub fn area(r: Float[m]) -> Float[m^2] { … }"],
  },
  parameter: {
    reading: "a parameter of the program",
    expected: null,
    examples: ["param width: Float[1/s] = 0.5[1/s] in 0..=100[1/s]", "param n: Int"],
  },
  output: {
    reading: "an output",
    expected: null,
    examples: ["output order: Float", "output curve: Point"],
  },
  function: {
    reading: "a function",
    expected: null,
    examples: ["fn area(radius: Float[m]) -> Float[m^2] { PI * radius^2 }"],
  },
  variables: {
    reading: "unit variables",
    expected: null,
    examples: ["fn square[unit u](x: Float[u]) -> Float[u^2] { x * x }"],
  },
  functionParameter: {
    reading: "a parameter of a function",
    expected: null,
    examples: ["x: Float", "var xs: List[Int]", "steps: Int = 100"],
  },
  record: {
    reading: "a record",
    expected: null,
    examples: ["record Point { coupling: Float[1/s], order: Float }"],
  },
  field: { reading: "a field of a record", expected: null, examples: ["order: Float"] },
  enum: {
    reading: "an enum",
    expected: "a case",
    examples: ["enum Shape { Dot, Circle(Float[m]), Box { width: Float[m], height: Float[m] } }"],
  },
  match: {
    reading: "a `match`",
    expected: "an arm",
    examples: ["match state { Idle => 0, Running(speed) => speed }"],
  },
  arm: {
    reading: "an arm of a `match`",
    expected: "a pattern",
    examples: ["Some(x) => x", "n if n < 0 => -n"],
  },
  unit: { reading: "a unit", expected: null, examples: ["unit MVA = 1e6 W"] },
  test: {
    reading: "a test",
    expected: "its name in quotes",
    examples: [
      'test "below threshold" with n = 500 { assert r < 0.2 }',
      'test "any seed" for seed in 0..100 { … }',
    ],
  },
  statement: {
    reading: "a statement",
    expected: "a statement",
    examples: ["let x = 1", "emit order = r", "for i in 0..n { … }"],
  },
  block: {
    reading: "a block",
    expected: "a statement or `}`",
    examples: ["{ let y = 2 * x … }"],
  },
  let: {
    reading: "a definition",
    expected: "a name",
    examples: ["let x = 1", "var total: Float = 0", "let (a, b) = pair"],
  },
  for: {
    reading: "a `for` loop",
    expected: "a name",
    examples: ["for i in 0..n { … }", "for (name, value) in rows { … }"],
  },
  while: { reading: "a `while` loop", expected: null, examples: ["while error > 1e-9 { … }"] },
  loop: { reading: "a `loop`", expected: null, examples: ["loop { … break … }"] },
  emit: {
    reading: "an `emit`",
    expected: null,
    examples: ["emit curve = Point { coupling, order: r }"],
  },
  print: { reading: "a `print`", expected: null, examples: ['print "r = {r:.3}"'] },
  assert: {
    reading: "an `assert`",
    expected: null,
    examples: ['assert r < 0.2, "locked too early: {r}"'],
  },
  tuplePattern: {
    reading: "a tuple of patterns",
    expected: "a name or `)`",
    examples: ["(angle, speed)"],
  },
  type: {
    reading: "a type",
    expected: "a type",
    examples: ["Int", "Float[m/s]", "List[Float]", "(Int, Bool)"],
  },
  namedType: {
    reading: "a type",
    expected: "a type or a unit",
    examples: ["List[Float[m]]", "Float[kg*m/s^2]"],
  },
  tupleType: { reading: "a tuple type", expected: "a type or `)`", examples: ["(Int, Float[s])"] },
  unitExpression: { reading: "a unit", expected: "a unit", examples: ["m/s^2", "1/s", "kg*m^2"] },
  unitPower: { reading: "a unit", expected: "a unit", examples: ["m/s^2", "1/s", "kg*m^2"] },
  unitExponent: {
    reading: "an exponent of a unit",
    expected: "a number",
    examples: ["m^2", "s^-1", "Hz^(1/2)"],
  },
  expression: EXPRESSION,
  operand: EXPRESSION,
  arguments: {
    reading: "the arguments of a call",
    expected: "an argument or `)`",
    examples: ["linspace(0, 4, count: 17)"],
  },
  argument: {
    reading: "an argument",
    expected: "a value",
    examples: ["linspace(0, 4, count: 17)"],
  },
  index: { reading: "an index", expected: "a value", examples: ["xs[i]", "grid[i][j]"] },
  name: {
    reading: "a record",
    expected: "a field or `}`",
    examples: ["Point { x: 1, y: 2 }", "Point { ..p, x: 3 }"],
  },
  recordField: { reading: "a field", expected: null, examples: ["Point { x: 1, y: 2 }"] },
  recordBase: { reading: "a record", expected: "a value", examples: ["Point { ..p, x: 3 }"] },
  number: { reading: "a number with a unit", expected: null, examples: ["10ms", "9.81[m/s^2]"] },
  hole: {
    reading: "a hole in a string",
    expected: "a value",
    examples: ['"r = {r}"', '"{power:[MW]}"', '"{r:.3}"'],
  },
  parenthesised: {
    reading: "parentheses",
    expected: "a value or `)`",
    examples: ["(a + b) * c", "(name, value)"],
  },
  list: { reading: "a list", expected: "a value or `]`", examples: ["[1, 2, 3]"] },
  if: { reading: "an `if`", expected: null, examples: ["if x < 0 { -x } else { x }"] },
  lambda: { reading: "a function value", expected: null, examples: [] },
};

/** Where a keyword may stand because somebody took it for a name. */
const NAME_PLACES: ReadonlySet<string> = new Set(["Name", "AnyName"]);

/** Mistakes of the parser, in the order of the text. */
export function parserMistakes(
  errors: readonly IRecognitionException[],
  stream: readonly SyntaxToken[],
  tokens: readonly SyntaxToken[],
): Mistake[] {
  const endOfFile = tokens[tokens.length - 1];
  if (errors.length === 0) return [];
  const regions = statementRegions(stream);
  const seen = new Set<number>();
  const mistakes: Mistake[] = [];
  for (const error of errors) {
    const token = error.token as ParserToken;
    const stuck = token.name === undefined ? endOfFile : token;
    // A token the layout made up stands for a mistake that is reported already.
    if (stuck.index < 0 && stuck.name !== "LineEnd") continue;
    const region = regions.get(stuck) ?? -1;
    if (seen.has(region)) continue;
    seen.add(region);
    mistakes.push(wordMistake(error, stuck, tokens));
  }
  return mistakes;
}

/** Numbers the stretches between line ends and braces: each gets at most one report. */
function statementRegions(stream: readonly SyntaxToken[]): Map<SyntaxToken, number> {
  const regions = new Map<SyntaxToken, number>();
  let region = 0;
  for (const token of stream) {
    regions.set(token, region);
    if (token.name === "LineEnd" || token.name === "LeftBrace") region += 1;
  }
  return regions;
}

/** What was being read; at the first token of an expression, what the expression is for. */
function constructOf(error: IRecognitionException): Construct {
  const rules = error.context.ruleStack;
  const previous = (error as { previousToken?: ParserToken }).previousToken;
  const isFirst =
    error.message === "" && previous?.name !== undefined && !OPERATORS.has(previous.name);
  let isExpression = false;
  for (let depth = rules.length - 1; depth >= 0; depth -= 1) {
    const construct = CONSTRUCTS[rules[depth]];
    if (construct === undefined) continue;
    if (construct !== EXPRESSION)
      return isExpression ? { ...construct, expected: "a value" } : construct;
    if (!isFirst) return construct;
    isExpression = true;
  }
  return EXPRESSION;
}

const OPERATORS: ReadonlySet<string> = new Set(
  [...BINARY_OPERATORS, ...PREFIX_OPERATORS].map((row) => row.token),
);

function wordMistake(
  error: IRecognitionException,
  stuck: SyntaxToken,
  tokens: readonly SyntaxToken[],
): Mistake {
  if (stuck.afterLineEnd && OPERATORS.has(stuck.name)) return leadingOperator(stuck);
  const construct = constructOf(error);
  const wanted = error.message as TokenName | "";
  const expected =
    wanted === "" || wanted === "EndOfFile"
      ? (construct.expected ?? "something else")
      : describeWanted(wanted, construct);
  const { examples, reading } = construct;
  const bare = bareParameter(error, stuck, tokens);
  if (bare !== null) return bare;
  const repaired = stuckHabit(stuck, tokens);
  if (repaired !== null) return repaired;
  const habit = habitAt(stuck, tokens, wanted);
  if (habit !== null) {
    const losesBlock = stuck.name === "Colon" || stuck.name === "LineEnd";
    return { code: "E0107", start: stuck.start, end: stuck.end, message: habit, losesBlock };
  }
  return {
    code: "E0109",
    start: stuck.start,
    end: stuck.end,
    message: `while reading ${reading}: expected ${expected}, found ${describeFound(stuck)}`,
    notes: notesOn(stuck, wanted, tokens),
    help:
      examples.length === 0
        ? []
        : [`for example: ${examples.map((text) => `\`${text}\``).join(", ")}`],
  };
}

function notesOn(stuck: SyntaxToken, wanted: string, tokens: readonly SyntaxToken[]): string[] {
  if (NAME_PLACES.has(wanted) && tokenRow(stuck.name).class === "keyword") {
    return [`\`${stuck.image}\` is a word of the language and cannot be a name`];
  }
  if (stuck.name === "Dot" && tokens[stuck.index + 1]?.name === "Number") {
    return ["a number begins with a digit: `0.5`"];
  }
  const before = tokens[stuck.index - 1];
  if (stuck.name === "Colon" && before?.name === "Name") {
    return [`a new name begins with \`let\` or \`var\`: \`let ${before.image}: …\``];
  }
  return [];
}

/** What another language writes where the parser got stuck, and what is written here. */
function habitAt(
  stuck: SyntaxToken,
  tokens: readonly SyntaxToken[],
  wanted: string,
): string | null {
  const before = tokens[stuck.index - 1];
  const isLoop = tokens[stuck.index - 2]?.name === "For";
  switch (stuck.name) {
    case "Colon":
      return wanted === "LeftBrace" ? "a block stands in braces: `if x == 1 { … }`" : null;
    case "Equal":
      return isLoop ? "a loop goes through a range: `for i in 1..=10 { … }`" : null;
    case "For":
      return wanted === "" || wanted === "RightBracket"
        ? "a list is made from another one with `xs.map(|x| …)`"
        : null;
    case "Less":
      return /^[A-Z]/.test(before?.image ?? "")
        ? "what a type is made of stands in square brackets: `List[Int]`"
        : null;
    case "Percent":
      return wanted === "RightBrace" || wanted === "EndOfFile"
        ? "comments are written with `//`, not with `%`"
        : null;
    default:
      return null;
  }
}

/** A line that begins with an operator: the line before ended the statement. */
export function leadingOperator(token: SyntaxToken): Mistake {
  return {
    code: "E0106",
    start: token.start,
    end: token.end,
    message: `a line cannot begin with \`${token.image}\`: the statement before it is complete`,
    help: [`put \`${token.image}\` at the end of the line before`],
  };
}

function describeWanted(wanted: string, construct: Construct): string {
  switch (wanted) {
    case "AnyName":
      return "a name";
    case "BinaryOperator":
      return "an operator";
    case "AssignmentOperator":
    case "DefinitionSign":
      return "`=`";
    case "EOF":
      return construct.expected ?? "the end of the file";
    case "RightParenthesis":
    case "RightBracket":
    case "RightBrace":
      return construct.expected ?? describeToken(wanted);
    default:
      return describeToken(wanted as TokenName);
  }
}

function describeFound(token: SyntaxToken): string {
  if (token.name === "EndOfFile" || token.name === "LineEnd") return describeToken(token.name);
  const image = token.image.length > 24 ? `${token.image.slice(0, 24)}…` : token.image;
  return `\`${image.replaceAll(/\s+/g, " ")}\``;
}
