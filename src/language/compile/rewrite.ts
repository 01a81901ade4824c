/**
 * A body as one instance has it: type variables replaced, calls of instances in the place of calls
 * of generic functions, tuples of captures in the place of function values that are known, and
 * cases of enums in the place of all others.
 *
 * The typed tree is plain data, so that a copy keeps every node that says nothing about types,
 * locals or functions as it is. Not here: which instances there are (instances.ts).
 */

import type { Type } from "../../machine/types/type.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import { partNames, partOf, type TreeNode } from "./tree.ts";
import { substitute } from "../check/record.ts";
import type { Local, TypedBlock, TypedExpression } from "../check/typed.ts";
import type { FunctionType } from "./families.ts";
import type { Closure, Instances } from "./instances.ts";

export type LambdaNode = Extract<TypedExpression, { kind: "lambda" }>;
type CallNode = Extract<TypedExpression, { kind: "call" }>;
type LocalNode = Extract<TypedExpression, { kind: "local" }>;
type ValueCallNode = Extract<TypedExpression, { kind: "value-call" }>;

/** What the names in one instance stand for. */
export interface Environment {
  readonly instances: Instances;
  /** The function or lambda this is an instance of, and the instance that needed it first. */
  readonly source: object;
  readonly chain: Environment | null;
  readonly key: string;
  readonly name: string;
  readonly types: ReadonlyMap<string, Type>;
  /** Types of the body, by identity, and what they are here. */
  readonly knownTypes: Map<Type, Type>;
  /** The function values of locals. */
  readonly closures: Map<Local, Closure>;
  /** What captured locals are read from. */
  readonly captures: Map<Local, TypedExpression>;
  readonly locals: Map<Local, Local>;
  localOf(local: Local): Local;
}

const NO_UNITS: ReadonlyMap<string, UnitTerm> = new Map();

/** The type without variables; the same thing where it has none. */
export function typeIn({ types, knownTypes }: Environment, type: Type): Type {
  if (types.size === 0 || !holdsTypes(type)) return type;
  let known = knownTypes.get(type);
  if (known === undefined) knownTypes.set(type, (known = substitute(type, types, NO_UNITS)));
  return known;
}

/** Whether the type may have a variable. */
function holdsTypes(type: Type): boolean {
  switch (type.kind) {
    case "int":
    case "float":
    case "bool":
    case "string":
    case "nothing":
    case "never":
      return false;
    default:
      return true;
  }
}

export function rewriteBlock(environment: Environment, block: TypedBlock): TypedBlock {
  return copied(environment, block);
}

/** The same node when nothing in it is another thing here. */
function copied<Node extends TreeNode>(environment: Environment, node: Node): Node;
function copied(environment: Environment, node: TreeNode): TreeNode {
  switch (node.kind) {
    case "constant":
    case "parameter":
      return environment.types.size === 0 ? node : copiedParts(environment, node);
    case "lambda":
      return storedFunction(environment, node as LambdaNode);
    case "call":
      return call(environment, node as CallNode);
    case "value-call":
      return valueCall(environment, node as ValueCallNode);
    case "local":
      // a pattern says nothing about a type
      return "type" in node
        ? localOrStored(environment, node as LocalNode)
        : copiedParts(environment, node);
    case "let":
      return letStatement(environment, node as LetNode);
    default:
      return copiedParts(environment, node);
  }
}

function copiedParts<Node extends TreeNode>(environment: Environment, node: Node): Node {
  let made: Record<string, unknown> | null = null;
  for (const name of partNames(node)) {
    const part = partOf(node, name);
    if (typeof part !== "object" || part === null) continue;
    const copy = copiedPart(environment, name, part);
    if (copy === part) continue;
    made ??= { ...node };
    made[name] = copy;
  }
  if (environment.types.size > 0) {
    for (const name of TYPES) {
      const type = partOf(node, name) as Type | undefined;
      if (type === undefined) continue;
      const known = typeIn(environment, type);
      if (known === type) continue;
      made ??= { ...node };
      made[name] = known;
    }
  }
  return (made as Node | null) ?? node;
}

/** What a node says about types. */
const TYPES = ["type", "result"] as const;

function copiedPart(environment: Environment, name: string, part: object): unknown {
  if (Array.isArray(part)) return copiedList(environment, part as readonly TreeNode[]);
  return name === "local"
    ? environment.localOf(part as Local)
    : copied<TreeNode>(environment, part);
}

/** The same list when all of its nodes stay the same. */
function copiedList<Node extends TreeNode>(
  environment: Environment,
  nodes: readonly Node[],
): readonly Node[] {
  let made: Node[] | null = null;
  for (let index = 0; index < nodes.length; index += 1) {
    const copy = copied(environment, nodes[index]);
    if (copy === nodes[index]) continue;
    made ??= nodes.slice();
    made[index] = copy;
  }
  return made ?? nodes;
}

interface LetNode {
  readonly kind: "let";
  readonly pattern: { readonly kind: string; readonly local?: Local };
  readonly value: TypedExpression;
}

/** `let f = |x| …`: from here on it is known what `f` holds. */
function letStatement(environment: Environment, node: LetNode): LetNode {
  const { pattern, value } = node;
  const named = pattern.kind === "local" ? pattern.local : undefined;
  const closure = named === undefined || named.isVar ? null : closureOf(environment, value);
  if (named === undefined || closure === null) {
    return copiedParts(environment, node);
  }
  const known = knownFunction(environment, value);
  environment.closures.set(named, closure);
  const mapped = { ...named, type: closure.type };
  environment.locals.set(named, mapped);
  return { ...node, pattern: { kind: "local", local: mapped }, value: known };
}

function local(environment: Environment, node: LocalNode): TypedExpression {
  const captured = environment.captures.get(node.local);
  if (captured !== undefined) return { ...captured, place: node.place };
  const mapped = environment.localOf(node.local);
  return { ...node, local: mapped, type: mapped.type };
}

/** A local; when it is known which function it holds, that function as a value. */
function localOrStored(environment: Environment, node: LocalNode): TypedExpression {
  return environment.closures.has(node.local)
    ? storedFunction(environment, node)
    : local(environment, node);
}

/** Which function value an expression is, when that is known. */
function closureOf(environment: Environment, node: TypedExpression): Closure | null {
  if (node.kind === "lambda") return environment.instances.closure(node, environment);
  return node.kind === "local" ? (environment.closures.get(node.local) ?? null) : null;
}

/** The tuple of what a function value captures; it is known which function value it is. */
function knownFunction(environment: Environment, node: TypedExpression): TypedExpression {
  if (node.kind !== "lambda") return local(environment, node as LocalNode);
  const { captures, type } = environment.instances.closure(node, environment);
  const { place } = node;
  const elements = captures.map((each) => capturedValue(environment, each, node));
  return { kind: "tuple", elements, type, place };
}

/** What a function value takes along of a local around it. */
function capturedValue(
  environment: Environment,
  captured: Local,
  { place }: LambdaNode,
): TypedExpression {
  return local(environment, { kind: "local", local: captured, type: captured.type, place });
}

/** A function value in a place where any of its type may stand: a case of their enum. */
function storedFunction(environment: Environment, node: LambdaNode | LocalNode): TypedExpression {
  const { place } = node;
  const closure = closureOf(environment, node)!;
  const { index, type } = environment.instances.member(closure, place);
  const known = knownFunction(environment, node);
  const parts =
    known.kind === "tuple"
      ? known.elements
      : elementsOf(closure.type).map((part, slot): TypedExpression => ({
          kind: "field",
          receiver: known,
          slot,
          type: part,
          place,
        }));
  const fields = parts.map((value, slot) => ({ slot, value }));
  return { kind: "enum", index, fields, type, place };
}

function elementsOf(type: Type): readonly Type[] {
  return type.kind === "tuple" ? type.elements : [];
}

function call(environment: Environment, node: CallNode): TypedExpression {
  const { callee, self, place } = node;
  const { instances } = environment;
  if (callee.isPlain === true) return copiedParts(environment, node);
  const parameters = callee.parameters.slice(self === null ? 0 : 1);
  const given = argumentsOf(environment, parameters, node.arguments, callee);
  const wanted = {
    types: node.typeArguments.map(({ type }) => typeIn(environment, type)),
    closures: self === null ? given.closures : [null, ...given.closures],
    place,
  };
  return {
    ...node,
    callee: instances.of(callee, wanted, environment),
    self: self === null ? null : copied(environment, self),
    arguments: given.values,
    type: typeIn(environment, node.type),
  };
}

function valueCall(environment: Environment, node: ValueCallNode): TypedExpression {
  const { place, value } = node;
  const { instances } = environment;
  const closure = closureOf(environment, value);
  const type = typeIn(environment, node.type);
  const shared = { kind: "call", typeArguments: [], self: null, evaluationOrder: null } as const;
  if (closure === null) {
    const of = typeIn(environment, value.type) as FunctionType;
    const callee = instances.families.callerOf(of, place);
    const values = [value, ...node.arguments].map((each) => copied(environment, each));
    return { ...shared, callee, arguments: values, type, place };
  }
  const { lambda } = closure;
  const given = argumentsOf(environment, lambda.parameters, node.arguments, lambda);
  const wanted = { types: [], closures: given.closures, place };
  return {
    ...shared,
    callee: instances.ofClosure(closure, wanted, environment),
    arguments: [knownFunction(environment, value), ...given.values],
    type,
    place,
  };
}

/** Arguments of a call, and which of them are function values that are known. */
function argumentsOf(
  environment: Environment,
  parameters: readonly Local[],
  given: readonly TypedExpression[],
  callee: object,
): { readonly closures: (Closure | null)[]; readonly values: TypedExpression[] } {
  const isDeep = environment.instances.isDeep(callee, environment);
  const closures = parameters.map(({ type }, index) =>
    type.kind === "function" && !isDeep ? closureOf(environment, given[index]) : null,
  );
  const values = given.map((each, index) =>
    closures[index] === null ? copied(environment, each) : knownFunction(environment, each),
  );
  return { closures, values };
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

function findLocals(node: TreeNode, read: Set<Local>, own: Set<Local>): void {
  const isReading = node.kind === "local" && "type" in node;
  if (node.kind === "lambda") for (const each of (node as LambdaNode).parameters) own.add(each);
  for (const name of partNames(node)) {
    const part = partOf(node, name);
    if (typeof part !== "object" || part === null) continue;
    if (name === "local") {
      if (isReading) read.add(part as Local);
      else if (!("path" in node)) own.add(part as Local);
    } else {
      const parts = Array.isArray(part) ? (part as readonly TreeNode[]) : [part];
      for (const each of parts) findLocals(each, read, own);
    }
  }
}
