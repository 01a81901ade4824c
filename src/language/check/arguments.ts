/**
 * Arguments as written to parameters: positions, then names, then names left out for variables of
 * that name.
 */

import type * as ast from "../ast.ts";
import { checkLost } from "./lambda.ts";
import { listFunctionHelp, parameterMeant } from "./library-habits.ts";
import { complain, type Body, type Callable } from "./session.ts";
import { countOf, showType } from "./show.ts";
import { didYouMean, exactly } from "./suggestion.ts";
import type { TypedExpression } from "./typed.ts";

/** One argument: the parameter it is for, and its value as written or already checked. */
export interface Given {
  readonly index: number;
  readonly syntax: ast.Expression | null;
  readonly value: TypedExpression | null;
}

/**
 * The arguments in written order with the parameters they are for; what does not fit is reported.
 */
export function matchArguments(
  body: Body,
  call: ast.Expression & { kind: "call" },
  callable: Callable,
  receiver: TypedExpression | null,
): Given[] {
  const count = call.arguments.length + (receiver === null ? 0 : 1);
  const isPlain = count === callable.parameters.length && !call.arguments.some(hasName);
  if (isPlain) return inPositions(call, receiver);
  const isTaken = receiver !== null && callable.parameters.length > 0;
  const given: Given[] = isTaken ? [{ index: 0, syntax: null, value: receiver }] : [];
  let isNamed = false;
  let isBroken = receiver !== null && !isTaken;
  if (isBroken) receiverWithoutParameter(body, call, callable);
  for (const argument of call.arguments) {
    const name = argument.name ?? (isNamed ? shorthandName(argument.value) : null);
    isNamed ||= argument.name !== null;
    const index =
      name === null
        ? given.length
        : callable.parameters.findIndex((each) => each.name === name.text);
    const problem = problemOf(callable, given, { argument, name, isNamed, index });
    if (problem === null) {
      given.push({ index, syntax: argument.value, value: null });
      continue;
    }
    isBroken = true;
    checkLost(body, argument.value);
    if (problem === "position") positionAfterName(body, argument);
    else if (problem === "unknown") unknownArgument(body, call, name!, callable);
    else if (problem === "twice")
      givenTwice(body, argument, callable.parameters[index].name, callable);
    else tooMany(body, argument, callable, receiver !== null);
  }
  if (!isBroken) reportMissing(body, call, callable, given);
  return given;
}

function hasName({ name }: ast.Argument): boolean {
  return name !== null;
}

/** As most calls are written: nothing but positions, one for each parameter. */
function inPositions(
  call: ast.Expression & { kind: "call" },
  receiver: TypedExpression | null,
): Given[] {
  if (receiver === null) {
    return call.arguments.map(({ value }, index) => ({ index, syntax: value, value: null }));
  }
  const given: Given[] = [{ index: 0, syntax: null, value: receiver }];
  for (const { value } of call.arguments) {
    given.push({ index: given.length, syntax: value, value: null });
  }
  return given;
}

type ArgumentProblem = "position" | "unknown" | "twice" | "many";

function problemOf(
  callable: Callable,
  given: readonly Given[],
  site: { argument: ast.Argument; name: ast.Name | null; isNamed: boolean; index: number },
): ArgumentProblem | null {
  const { argument, name, isNamed, index } = site;
  if (name === null && isNamed) return "position";
  if (name === null) return index < callable.parameters.length ? null : "many";
  if (index < 0) return argument.name === null ? "position" : "unknown";
  return given.some((each) => each.index === index) ? "twice" : null;
}

function shorthandName(value: ast.Expression): ast.Name | null {
  return value.kind === "name" ? { text: value.name, span: value.span } : null;
}

/** The rule argumentHasParameter, for the value before the dot. */
function receiverWithoutParameter(
  body: Body,
  call: ast.Expression & { kind: "call" },
  callable: Callable,
): void {
  const { name } = callable;
  complain(body, "argumentHasParameter", call.callee.span, `\`${name}\` takes no arguments`, {
    help: [`what stands before the dot is its first argument: write \`${name}()\``],
  });
}

/** The rule argumentHasParameter, for a position behind a name. */
function positionAfterName(body: Body, argument: ast.Argument): void {
  complain(
    body,
    "argumentHasParameter",
    argument.span,
    "an argument without a name stands behind one with a name",
    {
      help: ["name it, `name: value`, or move it to the front"],
    },
  );
}

/** The rule argumentNameIsParameter. */
function unknownArgument(
  body: Body,
  call: ast.Expression & { kind: "call" },
  name: ast.Name,
  callable: Callable,
): void {
  const names = callable.parameters.map((parameter) => parameter.name);
  const taken = new Set(call.arguments.map((argument) => argument.name?.text));
  const free = names.filter((each) => !taken.has(each));
  const meant = parameterMeant(name.text, free);
  const suggestion =
    meant === null ? didYouMean(name.text, name.span, free) : exactly(meant, name.span);
  complain(
    body,
    "argumentNameIsParameter",
    name.span,
    `\`${callable.name}\` has no parameter \`${name.text}\``,
    {
      notes: [signatureNote(body, callable)],
      help: suggestion.help,
      edits: suggestion.edits,
    },
  );
}

/** The rule argumentHasParameter, for a parameter that has its argument already. */
function givenTwice(body: Body, argument: ast.Argument, name: string, callable: Callable): void {
  complain(
    body,
    "argumentHasParameter",
    argument.span,
    `\`${name}\` of \`${callable.name}\` is given twice`,
  );
}

/** The rule argumentHasParameter, for too many arguments. */
function tooMany(body: Body, argument: ast.Argument, callable: Callable, isMethod: boolean): void {
  const most = callable.parameters.length - (isMethod ? 1 : 0);
  complain(
    body,
    "argumentHasParameter",
    argument.span,
    `\`${callable.name}\` takes ${countOf(most, "argument")}, and this is one more`,
    {
      notes: [signatureNote(body, callable)],
      help: Object.hasOwn(ONE_MORE, callable.name) ? [ONE_MORE[callable.name]] : [],
    },
  );
}

/** What another argument means elsewhere. */
const ONE_MORE: Readonly<Record<string, string>> = {
  round: "digits are asked for where a number is shown: `{x:.2}`",
  sum: "of a function of each it is `xs.sum_by(f)`",
  log: "to another base it is `log(x) / log(base)`",
};

/** The rule argumentIsGiven. */
function reportMissing(
  body: Body,
  call: ast.Expression & { kind: "call" },
  callable: Callable,
  given: readonly Given[],
): void {
  // each argument is for another parameter
  if (given.length === callable.parameters.length) return;
  const missing = callable.parameters.filter(
    (parameter, index) => parameter.default === null && !given.some((each) => each.index === index),
  );
  if (missing.length === 0) return;
  const list = missing
    .map(({ name, type }) => `\`${name}: ${showType(body.solver, type)}\``)
    .join(", ");
  complain(
    body,
    "argumentIsGiven",
    { start: call.callee.span.end, end: call.span.end },
    `\`${callable.name}\` needs ${list}`,
    {
      notes: [signatureNote(body, callable)],
      ...listFunctionHelp(body, call, callable),
    },
  );
}

/** `it is fn evolve(var population: Population, coupling: Float[1/s])` */
function signatureNote(body: Body, callable: Callable): string {
  const parameters = callable.parameters.map(({ name, type, isVar, default: value }) => {
    const text = `${isVar ? "var " : ""}${name}: ${showType(body.solver, type)}`;
    return value === null ? text : `${text} = …`;
  });
  const result =
    callable.result.kind === "nothing" ? "" : ` -> ${showType(body.solver, callable.result)}`;
  const types = callable.typeVariables.map((name, index) =>
    [name, callable.bounds[index].join(" + ")].filter((part) => part !== "").join(": "),
  );
  const variables = [...types, ...callable.unitVariables.map((name) => `unit ${name}`)];
  const brackets = variables.length === 0 ? "" : `[${variables.join(", ")}]`;
  return `declared as \`fn ${callable.name}${brackets}(${parameters.join(", ")})${result}\``;
}
