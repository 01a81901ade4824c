/**
 * Which properties of each node of the typed tree hold nodes, for walks over it.
 *
 * Invariant: they stand in the order in which the checker made them.
 * Not here: what a walk looks for (effects.ts, captures.ts).
 */

import type {
  PathStep,
  TypedBlock,
  TypedExpression,
  TypedPart,
  TypedPattern,
  TypedPlace,
  TypedStatement,
} from "../check/typed.ts";

/** Any node, its properties by name: nodes, lists of nodes, `local`s and what is no node. */
export type TreeNode = object & { readonly kind?: string };

type PartNames<Node extends { readonly kind: string }> = {
  readonly [Kind in Node["kind"]]: readonly (string &
    keyof Extract<Node, { readonly kind: Kind }>)[];
};

const EXPRESSIONS: PartNames<TypedExpression> = {
  constant: [],
  parameter: [],
  local: ["local"],
  operation: ["left", "right"],
  power: ["operand"],
  negate: ["operand"],
  not: ["operand"],
  "int-to-float": ["operand"],
  comparison: ["operands"],
  and: ["left", "right"],
  or: ["left", "right"],
  if: ["condition", "then", "else"],
  block: ["block"],
  call: ["self", "arguments"],
  "value-call": ["value", "arguments"],
  lambda: ["body"],
  primitive: ["self", "arguments"],
  record: ["base", "fields"],
  enum: ["fields"],
  match: ["value", "arms"],
  try: ["operand"],
  field: ["receiver"],
  index: ["receiver", "index"],
  list: ["elements"],
  tuple: ["elements"],
  interpolation: ["parts"],
};

const STATEMENTS: PartNames<TypedStatement> = {
  let: ["pattern", "value"],
  assign: ["target", "value"],
  update: ["target", "value"],
  expression: ["expression"],
  while: ["condition", "body"],
  loop: ["body"],
  "for-range": ["local", "from", "to", "body"],
  "for-list": ["pattern", "list", "body"],
  break: [],
  continue: [],
  return: ["value"],
  emit: ["value"],
  print: ["value"],
  assert: ["condition", "message"],
};

const PATTERNS: PartNames<TypedPattern> = {
  local: ["local"],
  ignore: [],
  tuple: ["elements"],
  constant: [],
  range: [],
  record: ["fields"],
  case: ["fields"],
  list: ["before", "rest", "after"],
  alternatives: ["alternatives"],
};

const OTHERS: PartNames<TypedPart> & Pick<PartNames<PathStep>, "index"> = {
  text: [],
  value: ["value"],
  index: ["index"],
};

/** By kind; nodes of two sorts that share a kind have the names of both. */
const NAMES: Record<string, readonly string[]> = {};
for (const names of [EXPRESSIONS, STATEMENTS, PATTERNS, OTHERS]) {
  for (const [kind, own] of Object.entries<readonly string[]>(names)) {
    NAMES[kind] = [...new Set([...(NAMES[kind] ?? []), ...own])];
  }
}

const OF_BLOCK: readonly (keyof TypedBlock)[] = ["statements", "value"];
const OF_PLACE: readonly (keyof TypedPlace)[] = ["local", "path"];
/** Arms, fields of records and cases, the rest of a list. */
const WITHOUT_KIND: readonly string[] = ["local", "value", "pattern", "guard", "body"];

/** The names under which the node may have nodes, lists of nodes, or a local. */
export function partNames(node: TreeNode): readonly string[] {
  if (node.kind !== undefined) return NAMES[node.kind];
  if ("statements" in node) return OF_BLOCK;
  return "path" in node ? OF_PLACE : WITHOUT_KIND;
}

/** The part of a node under a name; undefined when it has none. */
export function partOf(node: TreeNode, name: string): unknown {
  return (node as Readonly<Record<string, unknown>>)[name];
}

/** Whether something is true of a node inside of this one, one level down; locals are no nodes. */
export function someInside(node: TreeNode, wanted: (part: TreeNode) => boolean): boolean {
  for (const name of partNames(node)) {
    const part = name === "local" ? undefined : partOf(node, name);
    if (typeof part !== "object" || part === null) continue;
    if (Array.isArray(part) ? part.some(wanted) : wanted(part)) return true;
  }
  return false;
}
