/**
 * A body as one instance has it: type variables replaced, and what instances have in the place of
 * calls and function values (lowering.ts).
 *
 * The typed tree is plain data, so that a copy keeps every node in which nothing is another thing.
 * Kinds stand one by one, in the order in which the checker made their parts: a walk over the names
 * of parts takes about twice as long. Not here: which instances there are (instances.ts).
 */

import type {
  PathStep,
  TypedArm,
  TypedBlock,
  TypedExpression,
  TypedPart,
  TypedPlace,
  TypedStatement,
} from "../check/typed.ts";
import { type Environment, localIn, typeIn } from "./environment.ts";
import { callIn, localOrStored, namedFunction, storedFunction, valueCall } from "./lowering.ts";
import { patternIn } from "./rewrite-pattern.ts";

type Of<Kind extends TypedExpression["kind"]> = Extract<TypedExpression, { kind: Kind }>;
type LetNode = Extract<TypedStatement, { kind: "let" }>;

export function rewriteBlock(environment: Environment, block: TypedBlock): TypedBlock {
  const statements = listIn(environment, block.statements, statementIn);
  const value = block.value === null ? null : expressionIn(environment, block.value);
  const type = typeIn(environment, block.type);
  const isSame = statements === block.statements && value === block.value && type === block.type;
  return isSame ? block : { statements, value, type, span: block.span };
}

/**
 * Numbers the function values in an expression in the order of the source, because it will not be
 * compiled in that order or not as a whole.
 */
export function meet(environment: Environment, expression: TypedExpression): void {
  // what is known of its own locals is known again when it is compiled
  expressionIn({ ...environment, locals: new Map(environment.locals) }, expression);
}

/** The same list when all that is in it stays the same. */
function listIn<Node>(
  environment: Environment,
  nodes: readonly Node[],
  nodeIn: (environment: Environment, node: Node) => Node,
): readonly Node[] {
  let made: Node[] | null = null;
  for (let index = 0; index < nodes.length; index += 1) {
    const copy = nodeIn(environment, nodes[index]);
    if (copy === nodes[index]) continue;
    made ??= nodes.slice();
    made[index] = copy;
  }
  return made ?? nodes;
}

function expressionsIn(
  environment: Environment,
  nodes: readonly TypedExpression[],
): readonly TypedExpression[] {
  return listIn(environment, nodes, expressionIn);
}

function expressionIn(environment: Environment, node: TypedExpression): TypedExpression {
  switch (node.kind) {
    case "constant":
    case "parameter": {
      const type = typeIn(environment, node.type);
      return type === node.type ? node : { ...node, type };
    }
    case "local":
      return localOrStored(environment, node);
    case "operation":
    case "and":
    case "or": {
      const left = expressionIn(environment, node.left);
      const right = expressionIn(environment, node.right);
      const type = typeIn(environment, node.type);
      const isSame = left === node.left && right === node.right && type === node.type;
      return isSame ? node : { ...node, left, right, type };
    }
    case "power":
    case "negate":
    case "not":
    case "int-to-float": {
      const operand = expressionIn(environment, node.operand);
      const type = typeIn(environment, node.type);
      return operand === node.operand && type === node.type ? node : { ...node, operand, type };
    }
    case "comparison": {
      const operands = expressionsIn(environment, node.operands);
      return operands === node.operands ? node : { ...node, operands };
    }
    case "lambda":
      return storedFunction(environment, node);
    case "call":
      return node.callee.isPlain === true
        ? plainCall(environment, node)
        : instanceCall(environment, node);
    case "value-call":
      return {
        ...valueCall(environment, node, expressionIn),
        type: typeIn(environment, node.type),
      };
    case "field": {
      const receiver = expressionIn(environment, node.receiver);
      const type = typeIn(environment, node.type);
      return receiver === node.receiver && type === node.type ? node : { ...node, receiver, type };
    }
    case "index": {
      const receiver = expressionIn(environment, node.receiver);
      const index = expressionIn(environment, node.index);
      const type = typeIn(environment, node.type);
      const isSame = receiver === node.receiver && index === node.index && type === node.type;
      return isSame ? node : { ...node, receiver, index, type };
    }
    case "list":
    case "tuple": {
      const elements = expressionsIn(environment, node.elements);
      const type = typeIn(environment, node.type);
      return elements === node.elements && type === node.type ? node : { ...node, elements, type };
    }
    case "if":
    case "block":
    case "primitive":
    case "record":
    case "enum":
    case "match":
    case "try":
    case "interpolation":
      return largeIn(environment, node);
  }
}

/** The kinds with parts that are no expressions. */
function largeIn(
  environment: Environment,
  node: Of<"if" | "block" | "primitive" | "record" | "enum" | "match" | "try" | "interpolation">,
): TypedExpression {
  const type = typeIn(environment, node.type);
  switch (node.kind) {
    case "if": {
      const condition = expressionIn(environment, node.condition);
      const then = rewriteBlock(environment, node.then);
      const other = node.else === null ? null : rewriteBlock(environment, node.else);
      const isSame = condition === node.condition && then === node.then && other === node.else;
      // oxlint-disable-next-line unicorn/no-thenable -- the word of the tree, which nobody awaits
      return isSame && type === node.type ? node : { ...node, condition, then, else: other, type };
    }
    case "block": {
      const block = rewriteBlock(environment, node.block);
      return block === node.block && type === node.type ? node : { ...node, block, type };
    }
    case "primitive": {
      const self = node.self === null ? null : placeIn(environment, node.self);
      const given = expressionsIn(environment, node.arguments);
      const isSame = self === node.self && given === node.arguments && type === node.type;
      return isSame ? node : { ...node, self, arguments: given, type };
    }
    case "record": {
      const base = node.base === null ? null : expressionIn(environment, node.base);
      return { ...node, base, fields: listIn(environment, node.fields, fieldIn), type };
    }
    case "enum":
      return { ...node, fields: listIn(environment, node.fields, fieldIn), type };
    case "match": {
      const value = expressionIn(environment, node.value);
      return { ...node, value, arms: listIn(environment, node.arms, armIn), type };
    }
    case "try": {
      const operand = expressionIn(environment, node.operand);
      return { ...node, operand, result: typeIn(environment, node.result), type };
    }
    case "interpolation":
      return { ...node, parts: listIn(environment, node.parts, partIn) };
  }
}

type FieldNode = Of<"record">["fields"][number];

function fieldIn(environment: Environment, node: FieldNode): FieldNode {
  const value = expressionIn(environment, node.value);
  return value === node.value ? node : { slot: node.slot, value };
}

function armIn(environment: Environment, { pattern, guard, body }: TypedArm): TypedArm {
  return {
    pattern: patternIn(environment, pattern),
    guard: guard === null ? null : expressionIn(environment, guard),
    body: rewriteBlock(environment, body),
  };
}

function partIn(environment: Environment, node: TypedPart): TypedPart {
  if (node.kind === "text") return node;
  const value = expressionIn(environment, node.value);
  return value === node.value ? node : { ...node, value };
}

function placeIn(environment: Environment, node: TypedPlace): TypedPlace {
  const local = localIn(environment, node.local);
  const path = listIn(environment, node.path, stepIn);
  const type = typeIn(environment, node.type);
  const isSame = local === node.local && path === node.path && type === node.type;
  return isSame ? node : { local, path, type, span: node.span };
}

function stepIn(environment: Environment, node: PathStep): PathStep {
  const type = typeIn(environment, node.type);
  if (node.kind === "field") return type === node.type ? node : { ...node, type };
  const index = expressionIn(environment, node.index);
  return index === node.index && type === node.type ? node : { ...node, index, type };
}

function statementIn(environment: Environment, node: TypedStatement): TypedStatement {
  switch (node.kind) {
    case "let":
      return letIn(environment, node);
    case "assign":
    case "update": {
      const target = placeIn(environment, node.target);
      const value = expressionIn(environment, node.value);
      return target === node.target && value === node.value ? node : { ...node, target, value };
    }
    case "expression": {
      const expression = expressionIn(environment, node.expression);
      return expression === node.expression ? node : { ...node, expression };
    }
    case "while": {
      const condition = expressionIn(environment, node.condition);
      return { ...node, condition, body: rewriteBlock(environment, node.body) };
    }
    case "loop":
      return { ...node, body: rewriteBlock(environment, node.body) };
    case "for-range": {
      const local = node.local === null ? null : localIn(environment, node.local);
      const from = expressionIn(environment, node.from);
      const to = expressionIn(environment, node.to);
      return { ...node, local, from, to, body: rewriteBlock(environment, node.body) };
    }
    case "for-list": {
      const pattern = patternIn(environment, node.pattern);
      const list = expressionIn(environment, node.list);
      return { ...node, pattern, list, body: rewriteBlock(environment, node.body) };
    }
    case "break":
    case "continue":
      return node;
    case "return":
      return node.value === null ? node : { ...node, value: expressionIn(environment, node.value) };
    case "emit":
    case "print":
      return { ...node, value: expressionIn(environment, node.value) };
    case "assert": {
      const condition = expressionIn(environment, node.condition);
      const message = node.message === null ? null : expressionIn(environment, node.message);
      return { ...node, condition, message };
    }
  }
}

function letIn(environment: Environment, node: LetNode): LetNode {
  const { pattern, value } = node;
  const named = namedFunction(environment, node);
  if (named !== null) return named;
  const same = patternIn(environment, pattern);
  const copy = expressionIn(environment, value);
  return same === pattern && copy === value ? node : { ...node, pattern: same, value: copy };
}

function plainCall(environment: Environment, node: Of<"call">): TypedExpression {
  const self = node.self === null ? null : placeIn(environment, node.self);
  const values = expressionsIn(environment, node.arguments);
  const type = typeIn(environment, node.type);
  const isSame = self === node.self && values === node.arguments && type === node.type;
  return isSame ? node : { ...node, self, arguments: values, type };
}

function instanceCall(environment: Environment, node: Of<"call">): TypedExpression {
  const call = callIn(environment, node, expressionIn);
  const self = node.self === null ? null : placeIn(environment, node.self);
  return { ...call, self, type: typeIn(environment, node.type) };
}
