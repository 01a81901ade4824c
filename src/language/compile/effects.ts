/**
 * What an expression could change or look at: the order of evaluation must not be felt where
 * values wait in registers.
 *
 * Not here: units, types; the checker is done with them.
 */

import type {
  Local,
  PathStep,
  TypedBlock,
  TypedExpression,
  TypedPlace,
  TypedStatement,
} from "../check/typed.ts";

type Part = TypedExpression | TypedStatement | TypedBlock | TypedPlace;

const changes = new WeakMap<TypedExpression, boolean>();

/** Whether evaluating it may change some local: it holds an assignment or a call with a place. */
export function changesSomething(expression: TypedExpression): boolean {
  const known = changes.get(expression);
  if (known !== undefined) return known;
  const found = holdsPlace(expression) || partsOf(expression).some(partChanges);
  changes.set(expression, found);
  return found;
}

function holdsPlace(expression: TypedExpression): boolean {
  return (
    (expression.kind === "call" || expression.kind === "primitive") && expression.self !== null
  );
}

function partChanges(part: Part): boolean {
  if ("statements" in part) return blockParts(part).some(partChanges);
  if (isPlace(part)) return placeParts(part).some(partChanges);
  if (part.kind === "assign" || part.kind === "update") return true;
  if (isStatement(part)) return statementParts(part).some(partChanges);
  return changesSomething(part);
}

/** Whether the local stands anywhere in the expression. */
export function mentions(expression: TypedExpression, local: Local): boolean {
  return partMentions(expression, local);
}

function partMentions(part: Part, local: Local): boolean {
  const below = (inner: Part): boolean => partMentions(inner, local);
  if ("statements" in part) return blockParts(part).some(below);
  if (isPlace(part)) return part.local === local || placeParts(part).some(below);
  if (isStatement(part)) return statementParts(part).some(below);
  return (part.kind === "local" && part.local === local) || partsOf(part).some(below);
}

/** Whether evaluating it may leave the statement it stands in: return, break or continue. */
export function leaves(expression: TypedExpression): boolean {
  return partLeaves(expression);
}

function partLeaves(part: Part): boolean {
  if ("statements" in part) return blockParts(part).some(partLeaves);
  if (isPlace(part)) return placeParts(part).some(partLeaves);
  if (!isStatement(part)) return part.kind === "try" || partsOf(part).some(partLeaves);
  if (part.kind === "return" || part.kind === "break" || part.kind === "continue") return true;
  return statementParts(part).some(partLeaves);
}

/** Whether a `continue` of this very loop stands in its body. */
export function continues(body: TypedBlock): boolean {
  return body.statements.some(partContinues) || (body.value !== null && partContinues(body.value));
}

function partContinues(part: Part): boolean {
  if ("statements" in part) return continues(part);
  if (isPlace(part)) return placeParts(part).some(partContinues);
  if (!isStatement(part)) return partsOf(part).some(partContinues);
  switch (part.kind) {
    case "continue":
      return true;
    case "while":
    case "loop":
    case "for-range":
    case "for-list":
      // What stands in the body of an inner loop continues that one.
      return false;
    default:
      return statementParts(part).some(partContinues);
  }
}

const STATEMENTS: ReadonlySet<string> = new Set([
  "let",
  "assign",
  "update",
  "expression",
  "while",
  "loop",
  "for-range",
  "for-list",
  "break",
  "continue",
  "return",
  "emit",
  "print",
  "assert",
]);

function isStatement(part: TypedExpression | TypedStatement): part is TypedStatement {
  return STATEMENTS.has(part.kind);
}

function isPlace(part: Part): part is TypedPlace {
  return !("statements" in part) && "path" in part;
}

function blockParts(block: TypedBlock): readonly Part[] {
  return block.value === null ? block.statements : [...block.statements, block.value];
}

function placeParts(place: TypedPlace): readonly Part[] {
  return place.path.flatMap((step: PathStep) => (step.kind === "index" ? [step.index] : []));
}

function statementParts(statement: TypedStatement): readonly Part[] {
  switch (statement.kind) {
    case "let":
    case "emit":
    case "print":
      return [statement.value];
    case "assign":
    case "update":
      return [statement.target, statement.value];
    case "expression":
      return [statement.expression];
    case "while":
      return [statement.condition, statement.body];
    case "loop":
      return [statement.body];
    case "for-range":
      return [statement.from, statement.to, statement.body];
    case "for-list":
      return [statement.list, statement.body];
    case "break":
    case "continue":
      return [];
    case "return":
      return statement.value === null ? [] : [statement.value];
    case "assert":
      return statement.message === null
        ? [statement.condition]
        : [statement.condition, statement.message];
  }
}

function partsOf(expression: TypedExpression): readonly Part[] {
  switch (expression.kind) {
    case "constant":
    case "parameter":
    case "local":
      return [];
    case "operation":
    case "and":
    case "or":
      return [expression.left, expression.right];
    case "power":
    case "negate":
    case "not":
    case "int-to-float":
      return [expression.operand];
    case "comparison":
      return expression.operands;
    case "if":
      return expression.else === null
        ? [expression.condition, expression.then]
        : [expression.condition, expression.then, expression.else];
    case "block":
      return [expression.block];
    case "lambda":
      return [expression.body];
    case "value-call":
      return [expression.value, ...expression.arguments];
    case "call":
    case "primitive":
      return expression.self === null
        ? expression.arguments
        : [expression.self, ...expression.arguments];
    case "record": {
      const values = expression.fields.map((field) => field.value);
      return expression.base === null ? values : [expression.base, ...values];
    }
    case "enum":
      return expression.fields.map((field) => field.value);
    case "match":
      return [
        expression.value,
        ...expression.arms.flatMap(({ guard, body }) => (guard === null ? [body] : [guard, body])),
      ];
    case "try":
      return [expression.operand];
    case "field":
      return [expression.receiver];
    case "index":
      return [expression.receiver, expression.index];
    case "list":
    case "tuple":
      return expression.elements;
    case "interpolation":
      return expression.parts.flatMap((part) => (part.kind === "value" ? [part.value] : []));
  }
}
