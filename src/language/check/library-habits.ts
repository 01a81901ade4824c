/**
 * What operators and arguments of other languages are in the library: `a * b` of matrices, `step:`
 * for `dt:`.
 *
 * Not here: names and calls of other languages (habits.ts).
 */

import type { Type } from "../../machine/types/type.ts";
import type { ReportExtras } from "../../source/report.ts";
import type { Span } from "../../source/span.ts";
import type * as ast from "../ast.ts";
import { headOf } from "./head.ts";
import { findTypeInfo, functionsOfType, homeOf } from "./member.ts";
import type { Operands, OperatorSite } from "./operator.ts";
import { findFunction, type Body, type Callable } from "./session.ts";
import { writtenAt } from "./written.ts";

/** Functions that do what an operator between two types does elsewhere. */
const OPERATIONS: Readonly<Record<string, string>> = {
  "Matrix + Matrix": "plus",
  "Matrix - Matrix": "minus",
  "Matrix * Matrix": "product",
  "Matrix * List": "apply",
  "Matrix * Float": "scaled",
  "Matrix * Int": "scaled",
  "Float * Matrix": "scaled",
  "Int * Matrix": "scaled",
};

/** The call that is meant by an operator between values of the library; nothing for others. */
export function operationHelp(
  body: Body,
  site: OperatorSite,
  operands: Operands,
  types: readonly [Type, Type],
): ReportExtras {
  const [a, b] = types.map((type) => headOf(type));
  const key = `${a} ${site.operator} ${b}`;
  if (!Object.hasOwn(OPERATIONS, key)) return {};
  const name = OPERATIONS[key];
  const owner = a === "Matrix" ? 0 : 1;
  const [value, argument] = [operands[owner], operands[1 - owner]];
  const written = [value, argument].map(({ span }) => writtenAt(body, span));
  const isShort = /^\w+$/.test(written[0] ?? "") && /^[\w.]+$/.test(written[1] ?? "");
  const [first, second] = isShort ? written : owner === 0 ? ["a", "b"] : ["b", "a"];
  const call = `${first}.${name}(${second})`;
  return {
    help: [`for matrices write \`${call}\``],
    // Elsewhere `*` may go element by element.
    edits: isShort ? [{ span: site.span, replacement: call, confidence: "likely" }] : [],
  };
}

/** Names of arguments elsewhere, and what they are called here. */
const ARGUMENT_NAMES: Readonly<Record<string, readonly string[]>> = {
  step: ["dt"],
  timestep: ["dt"],
  time_step: ["dt"],
  delta_t: ["dt"],
  h: ["dt"],
  size: ["n"],
  num: ["count", "n"],
  points: ["count"],
  nodes: ["n"],
  k: ["coupling", "neighbours"],
  gamma: ["width"],
  sigma: ["deviation"],
  std: ["deviation"],
  omega: ["frequencies"],
  rtol: ["rel"],
  rel_tol: ["rel"],
  atol: ["abs"],
  abs_tol: ["abs"],
  p: ["probability"],
};

/** The parameter that an argument of another name is for; null where none is. */
export function parameterMeant(name: string, free: readonly string[]): string | null {
  const lower = name.toLowerCase();
  if (!Object.hasOwn(ARGUMENT_NAMES, lower)) return null;
  return ARGUMENT_NAMES[lower].find((each) => free.includes(each)) ?? null;
}

/** Functions of two values whose namesakes elsewhere take a list. */
const OF_LISTS: Readonly<Record<string, string>> = { max: "maximum", min: "minimum" };

/** `max(xs)`, `xs.max()`: what to write for one argument. */
export function listFunctionHelp(
  body: Body,
  { callee, arguments: given }: ast.Expression & { kind: "call" },
  { name }: Callable,
): ReportExtras {
  if (!Object.hasOwn(OF_LISTS, name)) return {};
  const meant = OF_LISTS[name];
  const isMethod = callee.kind === "field";
  if (given.length !== (isMethod ? 0 : 1) || (!isMethod && callee.kind !== "name")) return {};
  const { kind, span } = isMethod ? callee.receiver : given[0].value;
  // of what could not be read, only the beginning is there
  const list = (kind === "error" ? null : writtenAt(body, span)) ?? "xs";
  return {
    help: [`of a list it is \`${isMethod ? `${list}.${meant}()` : `${meant}(${list})`}\``],
    edits: [
      { span: (isMethod ? callee.field : callee).span, replacement: meant, confidence: "likely" },
    ],
  };
}

/** The functions of a type, each without it: first those that make a value of it. */
export function makersFirst(body: Body, type: string, known: readonly string[]): string[] {
  const info = findTypeInfo(body.layer, type);
  const names = functionsOfType(body, info, type, known).toSorted();
  const makers = names.filter((name) => isMaker(body, type, name));
  return [...makers, ...names.filter((name) => !makers.includes(name))];
}

/** The functions that make a value of a record, `Matrix.from_rows`, in order. */
export function makersOf(body: Body, type: string, known: readonly string[]): string[] {
  const info = findTypeInfo(body.layer, type);
  const names = functionsOfType(body, info, type, known).toSorted();
  return names.filter((name) => isMaker(body, type, name)).map((name) => `${type}.${name}`);
}

function isMaker(body: Body, type: string, name: string): boolean {
  const info = findTypeInfo(body.layer, type);
  const home = homeOf(body.session, info);
  const own = home?.functions.get(`${info?.name}.${name}`) ?? null;
  const callable = own ?? findFunction(body.session, body.layer, `${type}.${name}`);
  if (callable === null || headOf(callable.result) !== (info?.name ?? type)) return false;
  return callable.parameters.length === 0 || headOf(callable.parameters[0].type) !== info?.name;
}

/** The help that lists what a type has. */
export function listHelp(intro: string, names: readonly string[], span?: Span): ReportExtras {
  const shown = names.slice(0, MOST_LISTED).map((name) => `\`${name}\``);
  const more = names.length > shown.length ? ", …" : "";
  const only = span !== undefined && names.length === 1;
  return {
    help: [`${intro} ${shown.join(", ")}${more}`],
    edits: only ? [{ span, replacement: names[0], confidence: "likely" }] : [],
  };
}

const MOST_LISTED = 12;
