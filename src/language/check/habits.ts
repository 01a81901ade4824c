/** Names, calls and libraries of other languages: what is written here, and the edits for it. */

import { steppedText, type SteppedText } from "../../../grammar/stepped.ts";
import type { Edit } from "../../source/diagnostic.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import type { Body } from "./session.ts";
import { isSimple, writtenAt } from "./written.ts";

type CallSyntax = ast.Expression & { kind: "call" };

/** A value of another language: what to write, and whether that alone repairs it. */
interface NameHabit {
  readonly help: string;
  readonly write?: string;
}

const NULL = "there is no null: what may be missing is an `Option`, `None` or `Some(…)`";
const RECEIVER = "the first parameter has an ordinary name";

const NAMES: Readonly<Record<string, NameHabit>> = {
  null: { help: NULL },
  nil: { help: NULL },
  undefined: { help: NULL },
  True: { help: "write `true`", write: "true" },
  False: { help: "write `false`", write: "false" },
  TRUE: { help: "write `true`", write: "true" },
  FALSE: { help: "write `false`", write: "false" },
  lambda: { help: "a function value is written `|x| x + 1`" },
  self: { help: RECEIVER },
  this: { help: RECEIVER },
  pi: { help: "write `PI`", write: "PI" },
  tau: { help: "write `TAU`", write: "TAU" },
  Map: { help: "a map with nothing in it is `Map.new()`", write: "Map.new()" },
  end: { help: "the last element is `xs[xs.length() - 1]`" },
  nan: { help: "there is no name for it: what may be missing is an `Option`" },
};

/** Functions of values that have other names elsewhere. */
export const METHOD_NAMES: Readonly<Record<string, string>> = {
  append: "push",
  add: "push",
  len: "length",
  size: "length",
  count: "length",
  default: "value_or",
  every: "all",
  exists: "any",
  for_each: "each",
  forEach: "each",
  get_or: "value_or",
  includes: "contains",
  map_err: "map_error",
  or_else: "value_or",
  reduce: "fold",
  rev: "reversed",
  reverse: "reversed",
  sd: "standard_deviation",
  std: "standard_deviation",
  stdev: "standard_deviation",
  step: "step_by",
  some: "any",
  sort: "sorted",
  unwrap: "expect",
  unwrap_or: "value_or",
  where: "filter",
};

/** Libraries of other languages, whose functions are functions of the language here. */
const LIBRARIES: ReadonlySet<string> = new Set([
  "np",
  "numpy",
  "math",
  "Math",
  "cmath",
  "torch",
  "jnp",
  "std",
  "random",
  "statistics",
  "scipy",
  "LinearAlgebra",
]);

export function isLibrary(name: string): boolean {
  return LIBRARIES.has(name);
}

/** What is meant by a name that is not declared; null for a name like any other. */
export function nameHabit(name: string, span: Span): ReportExtras | null {
  if (isLibrary(name)) return { help: ["functions of the library stand alone: `sin(x)`"] };
  const habit = Object.hasOwn(NAMES, name) ? NAMES[name] : null;
  if (habit === null) return null;
  const { help, write } = habit;
  return { help: [help], edits: write === undefined ? [] : [sure(span, write)] };
}

const DEVIATION = "write `standard_deviation(xs)`, which divides by n − 1";

const TYPES_KNOWN = "every value has the type that it was made with: there is nothing to ask";

/** Calls of other languages, and what is meant here. */
const CALLS: Readonly<Record<string, string>> = {
  len: "ask the value: `xs.length()`",
  str: 'write it into a string: `"{x}"`',
  String: 'write it into a string: `"{x}"`',
  int: "say how to round it: `floor(x)`, `ceil(x)`, `round(x)` or `trunc(x)`",
  Int: "say how to round it: `floor(x)`, `ceil(x)`, `round(x)` or `trunc(x)`",
  float: "write `Float(x)`",
  range: "a range is written `0..n`",
  println: "`print` ends the line",
  printf: 'write values into the string: `print "{x:.3}"`',
  List: "a list is written `[a, b]`",
  Map: "a map is `Map.from([(key, value)])`, and one with nothing in it `Map.new()`",
  dict: "a map is `Map.from([(key, value)])`, and one with nothing in it `Map.new()`",
  Dict: "a map is `Map.from([(key, value)])`, and one with nothing in it `Map.new()`",
  zeros: "write `List.filled(10, 0.0)`, and for a matrix `Matrix.filled(2, 3, 0.0)`",
  ones: "write `List.filled(10, 1.0)`, and for a matrix `Matrix.filled(2, 3, 1.0)`",
  rand: "chance comes from a stream: `var random = Random(seed: 42)`, then `random.uniform()`",
  randn: "chance comes from a stream: `var random = Random(seed: 42)`, then `random.normal()`",
  disp: "write `print`",
  fprintf: 'write values into the string: `print "{x:.3}"`',
  sprintf: 'write values into a string: `"{x:.3}"`',
  error: "stop with `panic(…)`, or give back a `Result`",
  argmax: "ask the value: `xs.index_of_maximum()`",
  argmin: "ask the value: `xs.index_of_minimum()`",
  findmax: "its value is `maximum(xs)`, and its place `xs.index_of_maximum()`",
  findmin: "its value is `minimum(xs)`, and its place `xs.index_of_minimum()`",
  cumsum: "write `cumulative_sum(xs)`",
  list: "a list stands for itself, and a range becomes one with `(0..n).to_list()`",
  isinstance: TYPES_KNOWN,
  type: TYPES_KNOWN,
  typeof: TYPES_KNOWN,
  numel: "ask the value: `xs.length()`",
  ismember: "ask the list: `xs.contains(x)`",
  isempty: "ask the value: `xs.is_empty()`",
  Bool: "compare it, for example with `!= 0`",
  input: "what a program is given are its parameters: `param n: Int`",
  LinRange: "write `linspace(0.0, 1.0, count: 11)`",
  arange:
    "a range with a step is `(0..10).step_by(2)`, and points are `linspace(0.0, 1.0, count: 11)`",
  average: "write `mean(xs)`",
  collect: "a list stands for itself, and a range becomes one with `(0..n).to_list()`",
  eachindex: "the indices of a list are `0..xs.length()`",
  reverse: "ask the value: `xs.reversed()`",
  sd: DEVIATION,
  std: DEVIATION,
  stdev: DEVIATION,
  enumerate: "ask the value: `xs.enumerate()`",
  zip: "ask the value: `xs.zip(ys)`",
  sorted: "ask the value: `xs.sorted()`",
  reversed: "ask the value: `xs.reversed()`",
  map: "ask the value: `xs.map(|x| …)`",
  filter: "ask the value: `xs.filter(|x| …)`",
  raise: "stop with `assert`, or give back a `Result`",
  throw: "stop with `assert`, or give back a `Result`",
};

/** Names that are another name here, and take the same arguments. */
const RENAMED: Readonly<Record<string, string>> = {
  println: "print",
  float: "Float",
  disp: "print",
  cumsum: "cumulative_sum",
  LinRange: "linspace",
  average: "mean",
};

/** Functions that belong to their first argument here. */
const METHODS: Readonly<Record<string, string>> = {
  argmax: "index_of_maximum",
  argmin: "index_of_minimum",
  isempty: "is_empty",
  len: "length",
  numel: "length",
  length: "length",
  enumerate: "enumerate",
  sorted: "sorted",
  reverse: "reversed",
  reversed: "reversed",
  zip: "zip",
};

/** What is written here for a name or a call of another language, in a line; null for none. */
export function habitOf(word: string): string | null {
  if (Object.hasOwn(CALLS, word)) return CALLS[word];
  return Object.hasOwn(NAMES, word) ? NAMES[word].help : null;
}

/** What is meant by a call of a function that does not exist, and edits where they are sure. */
export function callHabit(
  body: Body,
  name: string,
  span: Span,
  call: ast.Expression,
): ReportExtras | null {
  if (!Object.hasOwn(CALLS, name)) return null;
  const help = CALLS[name];
  if (call.kind !== "call") return { help: [help] };
  const exact = exactHelp(body, name, call);
  return { help: [exact ?? help], edits: callEdits(body, name, span, call) };
}

/** The help with what stands in the call, where that is short. */
function exactHelp(body: Body, name: string, call: CallSyntax): string | null {
  const given = call.arguments.map((argument) => writtenAt(body, argument.value.span));
  const [first = null, second = null] = given;
  if (call.arguments.some((argument) => argument.name !== null)) return null;
  const text = call.arguments[0]?.value;
  if (text?.kind === "string" && first !== null && /^(?:int|float|Int|Float)$/.test(name)) {
    const type = name[0].toUpperCase() + name.slice(1);
    return `a text is read with \`${type}.parse(${first})\`, which gives an \`Option\``;
  }
  if (name === "println") {
    if (given.length > 1) return null;
    return `\`print\` ends the line: write \`${first === null ? "print …" : `print ${first}`}\``;
  }
  const stepped = steppedCall(name, given);
  if (stepped !== null) return stepped.message;
  const filled = filledCall(name, given);
  if (filled !== null) return `write \`${filled}\``;
  if (given.length === 0 || given.length > 2 || given.includes(null)) return null;
  if (name === "range") {
    const [from, to] = given.length === 2 ? [first, second] : ["0", first];
    return call.arguments.every(({ value }) => isSimple(value) || value.kind === "number")
      ? `a range is written \`${from}..${to}\``
      : null;
  }
  if (!Object.hasOwn(METHODS, name) || !isSimple(call.arguments[0].value)) return null;
  if (call.arguments.some(({ value }) => isRangeCall(value))) return null;
  return `ask the value: \`${first}.${METHODS[name]}(${second ?? ""})\``;
}

/** `range(1, 10, 2)`, `arange(0, 1, 0.1)`: what to write for numbers with a step. */
function steppedCall(name: string, given: readonly (string | null)[]): SteppedText | null {
  if (name !== "range" && name !== "arange") return null;
  if (given.length !== 3 || given.includes(null)) return null;
  const [from, to, step] = given as readonly string[];
  return steppedText({ from, to, step, isInclusive: false });
}

/** `zeros(n)`, `ones(n)`: a list of equal Floats; null for matrices and other calls. */
function filledCall(name: string, given: readonly (string | null)[]): string | null {
  if ((name !== "zeros" && name !== "ones") || given.length !== 1 || given[0] === null) return null;
  return `List.filled(${given[0]}, ${name === "zeros" ? "0.0" : "1.0"})`;
}

/** The edits that write `length(xs)` as `xs.length()`; none where they would not be sure. */
export function methodEdits(method: string, span: Span, call: CallSyntax): Edit[] {
  const [first, second] = call.arguments;
  if (first === undefined || first.name !== null) return [];
  // `len(range(5))`: the range is written first, and only lists can be taken with others
  if (isRangeCall(first.value)) return [];
  if (second !== undefined && (second.value.kind === "range" || isRangeCall(second.value)))
    return [];
  const isRange = first.value.kind === "range";
  if (!isRange && !isSimple(first.value)) return [];
  const rest = (second ?? call).span;
  const tail = { start: first.span.end, end: second === undefined ? rest.end : rest.start };
  const [open, close] = isRange ? ["(", `)${listOfRange(method)}`] : ["", ""];
  return [
    sure({ start: span.start, end: first.span.start }, open),
    sure(tail, `${close}.${method}(${second === undefined ? ")" : ""}`),
  ];
}

/** What makes a list of a range, for a function that ranges do not have. */
export function listOfRange(method: string): string {
  return OF_LISTS_ALONE.has(method) ? ".to_list()" : "";
}

const OF_LISTS_ALONE: ReadonlySet<string> = new Set(["enumerate", "sorted", "zip"]);

function isRangeCall(value: ast.Expression): boolean {
  return value.kind === "call" && value.callee.kind === "name" && value.callee.name === "range";
}

function callEdits(body: Body, name: string, span: Span, call: CallSyntax): Edit[] {
  if (call.arguments[0]?.value.kind === "string" && name === "float") return [];
  if (Object.hasOwn(RENAMED, name)) return [sure(span, RENAMED[name])];
  if (Object.hasOwn(METHODS, name)) return methodEdits(METHODS[name], span, call);
  const given = call.arguments.map((argument) => writtenAt(body, argument.value.span));
  const { written = null, isSure = false } = steppedCall(name, given) ?? {};
  if (written !== null) {
    const confidence = isSure ? "certain" : "likely";
    return [{ span: call.span, replacement: written, confidence }];
  }
  const filled = filledCall(name, given);
  if (filled !== null) return [sure(call.span, filled)];
  if (name !== "range") return [];
  const [first, second] = call.arguments;
  if (first === undefined || call.arguments.length > 2) return [];
  const head = { start: span.start, end: first.span.start };
  const { end } = call.span;
  // `(0..n).map(f)`: a field belongs to the end of a bare range
  const isTaken = /^[.[]$/.test(writtenAt(body, { start: end, end: end + 1 }) ?? "");
  const [open, close] = isTaken ? "()" : ["", ""];
  if (second === undefined)
    return [sure(head, `${open}0..`), sure({ start: first.span.end, end }, close)];
  return [
    sure(head, open),
    sure({ start: first.span.end, end: second.span.start }, ".."),
    sure({ start: second.span.end, end }, close),
  ];
}

function sure(span: Span, replacement: string): Edit {
  return { span, replacement, confidence: "certain" };
}
