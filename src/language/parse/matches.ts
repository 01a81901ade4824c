/** `match`, and conditions with `let` → their AST. */

import { isToken, type SyntaxChild, type SyntaxNode } from "../../../grammar/tree.ts";
import type { Expression, MatchArm, Pattern } from "../ast.ts";
import { armBody } from "./both-ways.ts";
import { patternIn } from "./patterns.ts";
import {
  after,
  expressionIn,
  isExpression,
  nodeOf,
  nodesOf,
  spanAfter,
  spanOf,
  tokenOf,
  type Reading,
} from "./reading.ts";

/** `let pattern = value` as a condition. */
export interface LetCondition {
  readonly pattern: Pattern;
  readonly value: Expression;
}

/** What an `if let` or a `while let` takes apart; null for a plain condition. */
export function letConditionIn(reading: Reading, node: SyntaxNode): LetCondition | null {
  const condition = node.kind === "condition" ? node : nodeOf(node, "condition");
  if (condition === null || tokenOf(condition, "Let") === null) return null;
  const value = expressionIn(reading, condition, "Equal");
  reportBareRecord(reading, condition);
  return { pattern: patternIn(reading, condition), value };
}

export function matchOf(reading: Reading, node: SyntaxNode): Expression {
  const arms = nodesOf(node, "arm").map((arm): MatchArm => {
    const statement = after(arm, "FatArrow", (child): child is SyntaxNode => !isToken(child));
    return {
      pattern: patternIn(reading, arm),
      guard: tokenOf(arm, "If") === null ? null : expressionIn(reading, arm, "If"),
      body:
        statement === null
          ? { kind: "error", span: spanAfter(arm) }
          : armBody(reading.statement(reading, statement)),
      span: spanOf(arm),
    };
  });
  reportCrowded(reading, node);
  const head = node.children.find(isExpression);
  const value: Expression =
    head === undefined
      ? { kind: "error", span: spanAfter(node) }
      : reading.expression(reading, head);
  if (head !== undefined) reportBareRecord(reading, { ...node, children: [head] });
  return { kind: "match", value, arms, span: spanOf(node) };
}

/** Arms that follow each other on one line without a comma. */
function reportCrowded(reading: Reading, node: SyntaxNode): void {
  let previous: SyntaxNode | null = null;
  for (const child of node.children) {
    if (isToken(child)) {
      if (child.name === "Comma") previous = null;
      continue;
    }
    if (child.kind !== "arm") continue;
    let first: SyntaxChild = child;
    while (!isToken(first)) first = first.children[0];
    if (previous !== null && !first.afterLineEnd) {
      const at = previous.end;
      reading.mistakes.push({
        code: "E0110",
        ...spanOf(child),
        message: "the arms of a `match` stand on lines of their own, or between commas",
        edits: [{ span: { start: at, end: at }, replacement: ",", confidence: "likely" }],
      });
      return;
    }
    previous = child;
  }
}

/** A record literal that is not inside brackets of its own. */
export function reportBareRecord(reading: Reading, node: SyntaxNode): void {
  const waiting: SyntaxChild[] = [...node.children];
  while (waiting.length > 0) {
    const child = waiting.pop() as SyntaxChild;
    if (isToken(child)) continue;
    if (child.kind === "recordLiteral") {
      const span = { start: child.start, end: child.end };
      reading.mistakes.push({
        code: "E0116",
        ...span,
        message:
          "a record literal stands in parentheses here, so that its `{` is not taken for the block",
        edits: [
          { span: { start: span.start, end: span.start }, replacement: "(", confidence: "certain" },
          { span: { start: span.end, end: span.end }, replacement: ")", confidence: "certain" },
        ],
      });
    } else if (OPEN_KINDS.has(child.kind)) {
      waiting.push(
        ...child.children.slice(0, child.kind === "call" || child.kind === "index" ? 1 : undefined),
      );
    }
  }
}

/** Nodes that do not put brackets round their parts. */
const OPEN_KINDS: ReadonlySet<string> = new Set([
  "binary",
  "comparison",
  "prefix",
  "range",
  "field access",
  "question",
  "call",
  "index",
]);
