/**
 * A body as one instance has it: type variables replaced, calls of instances in the place of calls
 * of generic functions, tuples of captures in the place of function values.
 *
 * The typed tree is plain data, so that a copy keeps every node that says nothing about types,
 * locals or functions as it is. Not here: which instances there are (instances.ts).
 */

import { assert } from "../../fault.ts";
import { NEVER, type Type } from "../../machine/types/type.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import { substitute } from "../check/record.ts";
import type { Local, TypedBlock, TypedExpression, TypedFunction } from "../check/typed.ts";
import type { Closure, Instances } from "./instances.ts";

export type LambdaNode = Extract<TypedExpression, { kind: "lambda" }>;
type CallNode = Extract<TypedExpression, { kind: "call" }>;
type ValueCallNode = Extract<TypedExpression, { kind: "value-call" }>;

/** What the names in one instance stand for. */
export interface Environment {
  readonly instances: Instances;
  /** The function or lambda this is an instance of, and the instance that needed it first. */
  readonly source: object;
  readonly chain: Environment | null;
  readonly key: string;
  readonly name: string;
  readonly types: Map<string, Type>;
  /** The function values of locals. */
  readonly closures: Map<Local, Closure>;
  /** What captured locals are read from. */
  readonly captures: Map<Local, TypedExpression>;
  readonly locals: Map<Local, Local>;
  localOf(local: Local): Local;
}

const NO_UNITS: ReadonlyMap<string, UnitTerm> = new Map();

/** The type without variables. */
export function typeIn(environment: Environment, type: Type): Type {
  return environment.types.size === 0 ? type : substitute(type, environment.types, NO_UNITS);
}

export function rewriteBlock(environment: Environment, block: TypedBlock): TypedBlock {
  return copied(environment, block) as TypedBlock;
}

/** Parts that stay the same things: other passes know them by identity. */
const KEPT: ReadonlySet<string> = new Set(["place", "parameter", "output", "typeArguments"]);

function copied(environment: Environment, node: unknown): unknown {
  if (typeof node !== "object" || node === null) return node;
  if (Array.isArray(node)) return node.map((each) => copied(environment, each));
  const { kind } = node as { kind?: string };
  switch (kind) {
    case "lambda":
      return functionValue(environment, node as LambdaNode);
    case "call":
      return call(environment, node as CallNode);
    case "value-call":
      return valueCall(environment, node as ValueCallNode);
    case "local":
      if ("type" in node) return local(environment, node as TypedExpression & { kind: "local" });
      break;
    case "let":
      nameClosure(environment, node as LetNode);
      break;
    default:
      break;
  }
  return copiedParts(environment, node as Record<string, unknown>);
}

function copiedParts(environment: Environment, node: Record<string, unknown>): unknown {
  const made: Record<string, unknown> = {};
  for (const name in node) {
    const part = node[name];
    if (KEPT.has(name) || (name === "value" && node.kind === "constant")) made[name] = part;
    else if (name === "type" || name === "result") made[name] = typeIn(environment, part as Type);
    else if (name === "local")
      made[name] = part === null ? null : environment.localOf(part as Local);
    else made[name] = copied(environment, part);
  }
  return made;
}

interface LetNode {
  readonly kind: "let";
  readonly pattern: { readonly kind: string; readonly local?: Local };
  readonly value: TypedExpression;
}

/** `let f = |x| …`: from here on it is known what `f` holds. */
function nameClosure(environment: Environment, { pattern, value }: LetNode): void {
  if (value.kind !== "lambda" || pattern.kind !== "local" || pattern.local === undefined) return;
  const closure = environment.instances.closure(value, environment);
  environment.closures.set(pattern.local, closure);
  environment.locals.set(pattern.local, { ...pattern.local, type: closure.type });
}

function local(
  environment: Environment,
  node: TypedExpression & { kind: "local" },
): TypedExpression {
  const captured = environment.captures.get(node.local);
  if (captured !== undefined) return { ...captured, place: node.place };
  const mapped = environment.localOf(node.local);
  return { ...node, local: mapped, type: mapped.type };
}

/** The tuple of what the function value captures. */
function functionValue(environment: Environment, node: LambdaNode): TypedExpression {
  const { captures, type } = environment.instances.closure(node, environment);
  const { place } = node;
  const elements = captures.map((each) =>
    local(environment, { kind: "local", local: each, type: each.type, place }),
  );
  return { kind: "tuple", elements, type, place };
}

function call(environment: Environment, node: CallNode): TypedExpression {
  const { callee, self, place } = node;
  const offset = self === null ? 0 : 1;
  const closures = closuresOf(environment, callee.parameters.slice(offset), node.arguments);
  if (closures === null) return neverCalled(environment, node.arguments, node);
  const wanted = {
    types: node.typeArguments.map(({ type }) => typeIn(environment, type)),
    closures: self === null ? closures : [null, ...closures],
    place,
  };
  return {
    ...node,
    callee: environment.instances.of(callee, wanted, environment),
    self: copied(environment, self) as CallNode["self"],
    arguments: copied(environment, node.arguments) as TypedExpression[],
    type: typeIn(environment, node.type),
  };
}

function valueCall(environment: Environment, node: ValueCallNode): TypedExpression {
  const { place } = node;
  const closure = environment.closures.get(node.callee);
  assert(closure !== undefined, `it is known what ${node.callee.name} holds`);
  const closures = closuresOf(environment, closure.lambda.parameters, node.arguments);
  if (closures === null) return neverCalled(environment, node.arguments, node);
  const value = { kind: "local", local: node.callee, type: node.callee.type, place } as const;
  return {
    kind: "call",
    callee: environment.instances.ofClosure(closure, { types: [], closures, place }, environment),
    typeArguments: [],
    self: null,
    arguments: [
      local(environment, value),
      ...(copied(environment, node.arguments) as TypedExpression[]),
    ],
    evaluationOrder: null,
    type: typeIn(environment, node.type),
    place,
  };
}

/** The function values among the arguments; null when one of them does not return. */
function closuresOf(
  environment: Environment,
  parameters: readonly Local[],
  given: readonly TypedExpression[],
): (Closure | null)[] | null {
  const closures: (Closure | null)[] = [];
  for (const [index, { type }] of parameters.entries()) {
    const argument = given[index];
    if (type.kind !== "function") closures.push(null);
    else if (argument.kind === "lambda") {
      closures.push(environment.instances.closure(argument, environment));
    } else if (argument.kind === "local") {
      closures.push(environment.closures.get(argument.local) ?? null);
    } else return null;
  }
  return closures;
}

/**
 * A call that is not made, because an argument in the place of a function value does not return.
 */
function neverCalled(
  environment: Environment,
  given: readonly TypedExpression[],
  { place }: TypedExpression,
): TypedExpression {
  const type = NEVER;
  const statements = given.map((each) => ({
    kind: "expression" as const,
    expression: copied(environment, each) as TypedExpression,
    place: each.place,
  }));
  return { kind: "block", block: { statements, value: null, type, place }, type, place };
}

const CAPTURES = new WeakMap<LambdaNode, readonly Local[]>();

/**
 * The locals of the functions around that a function value reads, in the order of their first use.
 */
export function capturesOf(lambda: LambdaNode): readonly Local[] {
  let found = CAPTURES.get(lambda);
  if (found === undefined) {
    const read = new Set<Local>();
    const own = new Set<Local>();
    findLocals(lambda, read, own);
    found = [...read].filter((each) => !own.has(each));
    CAPTURES.set(lambda, found);
  }
  return found;
}

function findLocals(node: unknown, read: Set<Local>, own: Set<Local>): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    for (const each of node) findLocals(each, read, own);
    return;
  }
  const {
    kind,
    callee,
    local: named,
  } = node as {
    kind?: string;
    callee?: Local | TypedFunction;
    local?: Local;
  };
  if (kind === "local" && "type" in node) read.add(named!);
  else if (named !== undefined && named !== null && !("path" in node)) own.add(named);
  if (kind === "value-call") read.add(callee as Local);
  if (kind === "lambda") for (const each of (node as LambdaNode).parameters) own.add(each);
  for (const [name, part] of Object.entries(node)) {
    if (!SKIPPED.has(name)) findLocals(part, read, own);
  }
}

const SKIPPED: ReadonlySet<string> = new Set([...KEPT, "type", "local", "callee"]);
