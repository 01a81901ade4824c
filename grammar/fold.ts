/**
 * Gives a flat run of operands and operators its shape, by the precedence table.
 *
 * The parser reads `a + b * c ^ d` and `x.f(y)[i]` flat, which is fast and cannot overflow the
 * stack; here they become nested nodes. A run that would nest deeper than LIMITS.depth stays flat,
 * as an `error` node.
 */

import { LIMITS } from "./limits.ts";
import { BINARY_OPERATORS, HABIT_OPERATORS, PREFIX_OPERATORS } from "./operators.ts";
import type { TokenName } from "./tokens.ts";
import {
  firstToken,
  isToken,
  type NodeKind,
  type SyntaxChild,
  type SyntaxNode,
  type SyntaxToken,
} from "./tree.ts";

interface Binding {
  readonly precedence: number;
  readonly associativity: "left" | "right" | "chain";
}

const BINARY: Partial<Record<TokenName, Binding>> = {};
for (const row of BINARY_OPERATORS) BINARY[row.token] = row;
const PREFIX: Partial<Record<TokenName, number>> = {};
for (const row of PREFIX_OPERATORS) PREFIX[row.token] = row.precedence;
for (const row of HABIT_OPERATORS) {
  if (row.position === "binary") BINARY[row.token] = BINARY[row.means as TokenName];
  if (row.position === "prefix")
    PREFIX[row.token] = row.means === null ? 9 : PREFIX[row.means as TokenName];
}

interface Pending {
  readonly token: SyntaxToken;
  readonly precedence: number;
  readonly kind: "prefix" | "binary" | "comparison" | "range";
}

/**
 * The nested form of a flat node; `onTooDeep` is told where nesting got too deep, and whether a
 * long row of operators or calls is why.
 */
export function fold(
  flat: SyntaxNode,
  onTooDeep: (token: SyntaxToken, isRow: boolean) => void,
): SyntaxNode {
  const { children } = flat;
  if (children.length === 1 && !isToken(children[0])) return children[0];
  const folded = flat.kind === "operand" ? foldOperand(flat) : foldExpression(flat);
  if (folded !== null && folded.depth <= LIMITS.depth) return folded;
  if (folded !== null) {
    onTooDeep(children.find(isToken) ?? firstToken(flat), children.length > LIMITS.depth);
  }
  flat.kind = "error";
  return flat;
}

function combine(kind: NodeKind, children: SyntaxChild[]): SyntaxNode {
  const head = children[0];
  const tail = children[children.length - 1];
  let depth = 0;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (!isToken(child) && child.depth > depth) depth = child.depth;
  }
  return {
    kind,
    children,
    start: head.start,
    end: tail.end,
    depth: depth + 1,
  };
}

/** `a.b(c)[d]`: from the left. */
function foldOperand(flat: SyntaxNode): SyntaxNode | null {
  const { children } = flat;
  let at = 1;
  let result = children[0];
  if (isToken(result)) {
    if (children.length > 1) return null;
    return combine("error", [result]);
  }
  while (at < children.length) {
    const child = children[at];
    if (isToken(child)) {
      if (child.skipped) return null;
      if (child.name === "Question") {
        result = combine("question", [result, child]);
        at += 1;
      } else {
        const name = children[at + 1];
        const hasName = name !== undefined && isToken(name) && !name.skipped && name.name !== "Dot";
        result = combine("field access", hasName ? [result, child, name] : [result, child]);
        at += hasName ? 2 : 1;
      }
    } else {
      if (child.kind !== "arguments" && child.kind !== "index") return null;
      result = combine(child.kind === "arguments" ? "call" : "index", [result, ...child.children]);
      at += 1;
    }
  }
  return result;
}

/**
 * Two stacks instead of recursion, so long runs cost no stack. Null when the run is not well
 * formed.
 */
function foldExpression(flat: SyntaxNode): SyntaxNode | null {
  const { children } = flat;
  if (children.length === 3) {
    const single = foldSingle(children[0], children[1], children[2]);
    if (single !== null) return single;
  }
  const operands: SyntaxNode[] = [];
  const pending: Pending[] = [];
  let expectsOperand = true;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (!isToken(child)) {
      if (!expectsOperand) return null;
      operands.push(child);
      expectsOperand = false;
    } else if (child.skipped) {
      return null;
    } else if (expectsOperand) {
      const precedence = PREFIX[child.name];
      if (precedence === undefined) return null;
      pending.push({ token: child, precedence, kind: "prefix" });
    } else {
      const binding = BINARY[child.name];
      if (binding === undefined) return null;
      while (pending.length > 0 && bindsBefore(pending[pending.length - 1], binding))
        reduce(operands, pending);
      pending.push({ token: child, precedence: binding.precedence, kind: kindOf(child, binding) });
      expectsOperand = true;
    }
  }
  if (expectsOperand) return null;
  while (pending.length > 0) reduce(operands, pending);
  return operands[0];
}

/** `a + b`, as most of them are; null for three that are anything else. */
function foldSingle(
  left: SyntaxChild,
  operator: SyntaxChild,
  right: SyntaxChild,
): SyntaxNode | null {
  if (isToken(left) || !isToken(operator) || isToken(right) || operator.skipped) return null;
  const binding = BINARY[operator.name];
  return binding === undefined ? null : combine(kindOf(operator, binding), [left, operator, right]);
}

function kindOf(token: SyntaxToken, binding: Binding): Pending["kind"] {
  if (binding.associativity === "chain") return "comparison";
  return token.name === "DotDot" || token.name === "DotDotEqual" ? "range" : "binary";
}

function bindsBefore(top: Pending, binding: Binding): boolean {
  if (top.precedence !== binding.precedence) return top.precedence > binding.precedence;
  return binding.associativity === "left";
}

function reduce(operands: SyntaxNode[], pending: Pending[]): void {
  const top = pending.pop() as Pending;
  const right = operands.pop() as SyntaxNode;
  if (top.kind === "prefix") {
    operands.push(combine("prefix", [top.token, right]));
    return;
  }
  const backwards: SyntaxChild[] = [right, top.token, operands.pop() as SyntaxNode];
  while (top.kind === "comparison" && pending[pending.length - 1]?.kind === "comparison") {
    const earlier = pending.pop() as Pending;
    backwards.push(earlier.token, operands.pop() as SyntaxNode);
  }
  const node = combine(top.kind, backwards.reverse());
  // `a < b < c …` is one node, and its comparisons are passes of their own behind the parser.
  if (top.kind === "comparison") node.depth += (node.children.length - 3) / 2;
  operands.push(node);
}
