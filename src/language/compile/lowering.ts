/**
 * Calls and function values as one instance has them: calls of instances in the place of calls of
 * generic functions and of function values, tuples of captures in the place of function values that
 * are known, and cases of enums in the place of all others.
 *
 * Not here: which instances there are (instances.ts), copies of whole bodies (rewrite.ts).
 */

import type { Type } from "../../machine/types/type.ts";
import type { Local, TypedExpression, TypedStatement } from "../check/typed.ts";
import type { LambdaNode } from "./captures.ts";
import {
  bindLocal,
  closureIn,
  type Environment,
  localHere,
  localIn,
  typeIn,
} from "./environment.ts";
import type { FunctionType } from "./families.ts";
import type { Closure } from "./instances.ts";

type Of<Kind extends TypedExpression["kind"]> = Extract<TypedExpression, { kind: Kind }>;
type LetNode = Extract<TypedStatement, { kind: "let" }>;

/** What an argument becomes that is no known function value. */
type ValueIn = (environment: Environment, node: TypedExpression) => TypedExpression;

/** `let f = |x| …`: from here on it is known what `f` holds; null for all others. */
export function namedFunction(environment: Environment, node: LetNode): LetNode | null {
  const { pattern, value } = node;
  if (pattern.kind !== "local" || pattern.local.isVar) return null;
  const closure = closureOf(environment, value);
  if (closure === null) return null;
  const known = knownFunction(environment, value, closure);
  const local = bindLocal(environment, pattern.local, closure.type, closure);
  return { ...node, pattern: { kind: "local", local }, value: known };
}

function localRead(environment: Environment, node: Of<"local">): TypedExpression {
  const captured = localHere(environment, node.local)?.captured ?? null;
  if (captured !== null) return { ...captured, span: node.span };
  const local = localIn(environment, node.local);
  return local === node.local ? node : { kind: "local", local, type: local.type, span: node.span };
}

/** A local; when it is known which function it holds, that function as a value. */
export function localOrStored(environment: Environment, node: Of<"local">): TypedExpression {
  return closureIn(environment, node.local) === null
    ? localRead(environment, node)
    : storedFunction(environment, node);
}

/** Which function value an expression is, when that is known. */
function closureOf(environment: Environment, node: TypedExpression): Closure | null {
  if (node.kind === "lambda") return environment.instances.closure(node, environment);
  return node.kind === "local" ? closureIn(environment, node.local) : null;
}

/** The tuple of what a function value captures. */
function knownFunction(
  environment: Environment,
  node: TypedExpression,
  { captures, type }: Closure,
): TypedExpression {
  if (node.kind !== "lambda") return localRead(environment, node as Of<"local">);
  const elements = captures.map((each) => capturedValue(environment, each, node));
  return { kind: "tuple", elements, type, span: node.span };
}

/** What a function value takes along of a local around it. */
function capturedValue(
  environment: Environment,
  captured: Local,
  { span }: LambdaNode,
): TypedExpression {
  return localRead(environment, { kind: "local", local: captured, type: captured.type, span });
}

/** A function value in a place where any of its type may stand: a case of their enum. */
export function storedFunction(
  environment: Environment,
  node: Of<"lambda" | "local">,
): TypedExpression {
  const { span } = node;
  const closure = closureOf(environment, node)!;
  const place = { path: environment.path, span };
  const { index, type } = environment.instances.member(closure, place);
  const known = knownFunction(environment, node, closure);
  const parts =
    known.kind === "tuple"
      ? known.elements
      : elementsOf(closure.type).map((part, slot): TypedExpression => ({
          kind: "field",
          receiver: known,
          slot,
          type: part,
          span,
        }));
  const fields = parts.map((value, slot) => ({ slot, value }));
  return { kind: "enum", index, fields, type, span };
}

function elementsOf(type: Type): readonly Type[] {
  return type.kind === "tuple" ? type.elements : [];
}

/** A call of an instance; place and type are those of the source. */
export function callIn(environment: Environment, node: Of<"call">, valueIn: ValueIn): Of<"call"> {
  const { callee, self, typeArguments } = node;
  const first = self === null ? 0 : 1;
  const given = argumentsOf(environment, callee, first, node.arguments, valueIn);
  const wanted = {
    types: typeArguments.map(({ type }) => typeIn(environment, type)),
    closures: given.closures,
    place: { path: environment.path, span: node.span },
  };
  const instance = environment.instances.of(callee, wanted, environment);
  return { ...node, callee: instance, arguments: given.values };
}

/** The call that a call of a function value is; its type is that of the source. */
export function valueCall(
  environment: Environment,
  node: Of<"value-call">,
  valueIn: ValueIn,
): Of<"call"> {
  const { span, value, type } = node;
  const { instances, path } = environment;
  const place = { path, span };
  const closure = closureOf(environment, value);
  const shared = { kind: "call", typeArguments: [], self: null, evaluationOrder: null } as const;
  if (closure === null) {
    const of = typeIn(environment, value.type) as FunctionType;
    const callee = instances.families.callerOf(of, place);
    const values = [value, ...node.arguments].map((each) => valueIn(environment, each));
    return { ...shared, callee, arguments: values, type, span };
  }
  const given = argumentsOf(environment, closure.lambda, 0, node.arguments, valueIn);
  const wanted = { types: [], closures: given.closures, place };
  return {
    ...shared,
    callee: instances.ofClosure(closure, wanted, environment),
    arguments: [knownFunction(environment, value, closure), ...given.values],
    type,
    span,
  };
}

/**
 * Arguments of a call, and by parameter which function value is known; null when none is.
 *
 * @param first the parameter of the first argument
 */
function argumentsOf(
  environment: Environment,
  callee: { readonly parameters: readonly Local[] },
  first: number,
  given: readonly TypedExpression[],
  valueIn: ValueIn,
): { readonly closures: (Closure | null)[] | null; readonly values: TypedExpression[] } {
  const { parameters } = callee;
  let closures: (Closure | null)[] | null = null;
  for (let index = first; index < parameters.length; index += 1) {
    if (parameters[index].type.kind !== "function") continue;
    if (closures === null && environment.instances.isDeep(callee, environment)) break;
    const closure = closureOf(environment, given[index - first]);
    if (closure === null) continue;
    closures ??= parameters.map(() => null);
    closures[index] = closure;
  }
  const values = given.map((each, index) => {
    const closure = closures?.[index + first] ?? null;
    return closure === null
      ? valueIn(environment, each)
      : knownFunction(environment, each, closure);
  });
  return { closures, values };
}
