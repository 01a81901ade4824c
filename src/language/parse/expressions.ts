/** Expressions of the tree → their AST, with reports for what other languages write. */

import { leadingOperator } from "../../../grammar/mistakes.ts";
import { BINARY_OPERATORS, HABIT_OPERATORS } from "../../../grammar/operators.ts";
import type { TokenName } from "../../../grammar/tokens.ts";
import {
  endOf,
  isToken,
  startOf,
  type SyntaxNode,
  type SyntaxToken,
} from "../../../grammar/tree.ts";
import type { Argument, BinaryOperator, Block, Comparison, Expression } from "../ast.ts";
import { lambdaOf } from "./lambda.ts";
import { numberOf, quotientAsUnit } from "./numbers.ts";
import { letConditionIn, matchOf, reportBareRecord, type LetCondition } from "./matches.ts";
import {
  checkCommas,
  expressionIn,
  isExpression,
  nameOf,
  nodeOf,
  nodesOf,
  spanAfter,
  spanOf,
  tokenOf,
  type Reading,
} from "./reading.ts";
import { stringOf } from "./strings.ts";

const OPERATOR_TEXTS: Partial<Record<TokenName, string>> = {};
for (const row of BINARY_OPERATORS) OPERATOR_TEXTS[row.token] = row.text;

/** Names that mean "nothing" elsewhere. */
const NULLS: ReadonlySet<string> = new Set(["null", "nil", "undefined"]);

export function expressionOf(reading: Reading, node: SyntaxNode): Expression {
  const span = spanOf(node);
  switch (node.kind) {
    case "name":
      return nameExpression(reading, node);
    case "number":
      return numberOf(reading, node);
    case "string":
      return stringOf(reading, node);
    case "bool":
      return { kind: "bool", value: tokenOf(node, "True") !== null, span };
    case "binary":
    case "range":
      return binaryOf(reading, node);
    case "comparison":
      return comparisonOf(reading, node);
    case "prefix":
      return prefixOf(reading, node);
    case "field access": {
      const [receiver, , field] = node.children;
      if (isToken(receiver) || field === undefined || !isToken(field))
        return { kind: "error", span };
      return {
        kind: "field",
        receiver: expressionOf(reading, receiver),
        field: nameOf(field),
        span,
      };
    }
    case "call": {
      const callee = expressionIn(reading, node);
      return { kind: "call", callee, arguments: argumentsOf(reading, node), span };
    }
    case "index": {
      const [receiver] = node.children;
      if (isToken(receiver)) return { kind: "error", span };
      const inside = node.children.slice(1).find(isExpression);
      const index: Expression =
        inside === undefined
          ? { kind: "error", span: spanAfter(node) }
          : expressionOf(reading, inside);
      return { kind: "index", receiver: expressionOf(reading, receiver), index, span };
    }
    case "recordLiteral":
      return recordOf(reading, node);
    case "parenthesised":
      return parenthesisedOf(reading, node);
    case "list":
      checkCommas(reading, node.children, "the elements of a list");
      return { kind: "list", elements: elementsOf(reading, node), span };
    case "if":
      return ifOf(reading, node);
    case "block":
      return { kind: "block", block: reading.block(reading, node), span };
    case "match":
      return matchOf(reading, node);
    case "question":
