/**
 * What an expression could change or look at: the order of evaluation must not be felt where
 * values wait in registers.
 *
 * Not here: units, types; the checker is done with them.
 */

import type { Local, TypedExpression } from "../check/typed.ts";
import { partOf, someInside, type TreeNode } from "./tree.ts";

/** Answers about expressions with blocks, so that blocks inside of blocks are looked at once. */
const changing = new WeakMap<TreeNode, boolean>();

/** Whether evaluating it may change some local: it holds an assignment or a call with a place. */
export function changesSomething(node: TreeNode): boolean {
  switch (node.kind) {
    case "constant":
    case "local":
    case "parameter":
    case "lambda":
      return false;
    case "assign":
    case "update":
      return true;
    case "call":
    case "primitive":
      return partOf(node, "self") !== null || someInside(node, changesSomething);
    case "if":
    case "match":
    case "block": {
      let found = changing.get(node);
      if (found === undefined) {
        found = someInside(node, changesSomething);
        changing.set(node, found);
      }
      return found;
    }
    default:
      return someInside(node, changesSomething);
  }
}

/** Whether the local stands anywhere in the expression. */
export function mentions(expression: TypedExpression, local: Local): boolean {
  const visit = (node: TreeNode): boolean =>
    partOf(node, "local") === local || someInside(node, visit);
  return visit(expression);
}

/** Whether evaluating it may leave the statement it stands in: return, break or continue. */
export function leaves(node: TreeNode): boolean {
  switch (node.kind) {
    case "try":
    case "return":
    case "break":
    case "continue":
      return true;
    case "lambda":
      // what stands in it leaves the function value
      return false;
    default:
      return someInside(node, leaves);
  }
}
