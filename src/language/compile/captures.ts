/** Which locals of the functions around it a function value takes along. */

import type { Local, TypedExpression } from "../check/typed.ts";
import { partNames, partOf, type TreeNode } from "./tree.ts";

export type LambdaNode = Extract<TypedExpression, { kind: "lambda" }>;

const known = new WeakMap<LambdaNode, readonly Local[]>();

/**
 * The locals of the functions around that a function value reads, in the order of their first use.
 */
export function capturesOf(lambda: LambdaNode): readonly Local[] {
  let found = known.get(lambda);
  if (found === undefined) {
    const read = new Set<Local>();
    const own = new Set<Local>();
    findLocals(lambda, read, own);
    found = [...read].filter((each) => !own.has(each));
    known.set(lambda, found);
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
    } else if (Array.isArray(part)) {
      for (const each of part as readonly TreeNode[]) findLocals(each, read, own);
    } else findLocals(part, read, own);
  }
}
