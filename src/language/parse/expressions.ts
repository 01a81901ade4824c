/** Expressions of the tree → their AST, with reports for what other languages write. */

import { leadingOperator } from "../../../grammar/mistakes.ts";
import { BINARY_OPERATORS, HABIT_OPERATORS } from "../../../grammar/operators.ts";
import type { TokenName } from "../../../grammar/tokens.ts";
import { isToken, type SyntaxNode, type SyntaxToken } from "../../../grammar/tree.ts";
import type { Argument, BinaryOperator, Block, Comparison, Expression } from "../ast.ts";
import { isNothing } from "./both-ways.ts";
import { ownerAndName } from "./names.ts";
import { lambdaOf } from "./lambda.ts";
import { numberOf, quotientAsUnit } from "./numbers.ts";
import { letConditionIn, matchOf, reportBareRecord, type LetCondition } from "./matches.ts";
import {
  after,
  checkCommas,
  expressionIn,
  isExpression,
  nameOf,
  namesOf,
  nodeOf,
  nodesOf,
  spanAfter,
  spanOf,
  tokenOf,
  type Reading,
} from "./reading.ts";
import { stringOf } from "./strings.ts";

const OPERATOR_TEXTS: ReadonlyMap<TokenName, string> = new Map(
  BINARY_OPERATORS.map((row) => [row.token, row.text]),
);

type Habit = (typeof HABIT_OPERATORS)[number];

/** By where they stand, the operators of other languages. */
const HABITS = { binary: habitsAt("binary"), prefix: habitsAt("prefix") } as const;

function habitsAt(position: Habit["position"]): ReadonlyMap<TokenName, Habit> {
  const rows = HABIT_OPERATORS.filter((row) => row.position === position);
  return new Map(rows.map((row) => [row.token, row]));
}

export function expressionOf(reading: Reading, node: SyntaxNode): Expression {
  switch (node.kind) {
    case "name":
      return nameExpression(reading, node);
    case "number":
      return numberOf(reading, node);
    case "string":
      return stringOf(reading, node);
    case "bool":
      return { kind: "bool", value: tokenOf(node, "True") !== null, span: spanOf(node) };
    case "binary":
    case "range":
      return binaryOf(reading, node);
    case "comparison":
      return comparisonOf(reading, node);
    case "prefix":
      return prefixOf(reading, node);
    case "field access":
      return fieldOf(reading, node);
    case "call": {
      const callee = expressionIn(reading, node);
      return { kind: "call", callee, arguments: argumentsOf(reading, node), span: spanOf(node) };
    }
    case "index":
      return indexOf(reading, node);
    case "recordLiteral":
      return recordOf(reading, node);
    case "parenthesised":
      return parenthesisedOf(reading, node);
    case "list":
      checkCommas(reading, node.children, "the elements of a list");
      return { kind: "list", elements: elementsOf(reading, node), span: spanOf(node) };
    case "if":
      return ifOf(reading, node);
    case "block":
      return { kind: "block", block: reading.block(reading, node), span: spanOf(node) };
    case "match":
      return matchOf(reading, node);
    case "question":
      return { kind: "try", operand: expressionIn(reading, node), span: spanOf(node) };
    case "lambda":
      return lambdaOf(reading, node);
    default:
      return { kind: "error", span: spanOf(node) };
  }
}

/** `receiver.field` */
function fieldOf(reading: Reading, node: SyntaxNode): Expression {
  const span = spanOf(node);
  const receiver = node.children[0];
  const field = node.children.length > 2 ? node.children[2] : null;
  if (isToken(receiver) || field === null || !isToken(field)) return { kind: "error", span };
  return {
    kind: "field",
    receiver: expressionOf(reading, receiver),
    field: nameOf(field),
    span,
  };
}

/** `receiver[index]` */
function indexOf(reading: Reading, node: SyntaxNode): Expression {
  const span = spanOf(node);
  const receiver = node.children[0];
  if (isToken(receiver)) return { kind: "error", span };
  const inside = after(node, "LeftBracket", isExpression);
  const index: Expression =
    inside === null ? { kind: "error", span: spanAfter(node) } : expressionOf(reading, inside);
  return { kind: "index", receiver: expressionOf(reading, receiver), index, span };
}

function elementsOf(reading: Reading, node: SyntaxNode): Expression[] {
  const elements: Expression[] = [];
  const { children } = node;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (isExpression(child)) elements.push(expressionOf(reading, child));
  }
  return elements;
}

function nameExpression(reading: Reading, node: SyntaxNode): Expression {
  const token = tokenOf(node, "Name");
  const span = spanOf(node);
  if (token === null) return { kind: "error", span };
  if (isNothing(token.image)) {
    reading.mistakes.push({
      code: "E0107",
      ...span,
      message: `there is no \`${token.image}\`: every value is there`,
      help: ["what may be missing is an `Option`: `None` or `Some(…)`"],
    });
    return { kind: "error", span };
  }
  return { kind: "name", name: token.image, span };
}

/** Reports an operator of another language and gives the token it stands for. */
function meantOperator(
  reading: Reading,
  token: SyntaxToken,
  position: "binary" | "prefix",
): TokenName | null {
  const habit = HABITS[position].get(token.name);
  if (habit === undefined) return token.name;
  if (token.afterLineEnd && token.name === "Plus") {
    reading.mistakes.push(leadingOperator(token));
    return habit.means;
  }
  const instead =
    habit.means === null ? "" : `\`${habit.write.trim()}\` is written for \`${habit.text}\``;
  const message =
    instead ||
    (habit.text === "++"
      ? "`++x` does not exist; a place is counted up with `x += 1`"
      : "a number has no `+` before it");
  reading.mistakes.push({
    code: "E0107",
    start: token.start,
    end: token.end,
    message,
    edits: [
      {
        span: { start: token.start, end: token.end },
        replacement: habit.write,
        confidence: habit.text === "++" ? "likely" : "certain",
      },
    ],
  });
  return habit.means;
}

function binaryOf(reading: Reading, node: SyntaxNode): Expression {
  const { children } = node;
  const leftNode = children[0] as SyntaxNode;
  const token = children[1] as SyntaxToken;
  const rightNode = children[2] as SyntaxNode;
  const asUnit = quotientAsUnit(reading, node);
  if (asUnit !== null) return asUnit;
  const span = spanOf(node);
  const left = expressionOf(reading, leftNode);
  const name = meantOperator(reading, token, "binary") as TokenName;
  const right = expressionOf(reading, rightNode);
  if (node.kind === "range")
    return { kind: "range", from: left, to: right, inclusive: name === "DotDotEqual", span };
  const operatorSpan = { start: token.start, end: token.end };
  return {
    kind: "binary",
    operator: OPERATOR_TEXTS.get(name) as BinaryOperator,
    operatorSpan,
    left,
    right,
    span,
  };
}

function comparisonOf(reading: Reading, node: SyntaxNode): Expression {
  const operands: Expression[] = [];
  const operators: { operator: Comparison; span: { start: number; end: number } }[] = [];
  const { children } = node;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (!isToken(child)) {
      operands.push(expressionOf(reading, child));
      continue;
    }
    const name = meantOperator(reading, child, "binary") as TokenName;
    operators.push({
      operator: OPERATOR_TEXTS.get(name) as Comparison,
      span: { start: child.start, end: child.end },
    });
  }
  return { kind: "comparison", operands, operators, span: spanOf(node) };
}

function prefixOf(reading: Reading, node: SyntaxNode): Expression {
  const [token, operandNode] = node.children as [SyntaxToken, SyntaxNode];
  const name = meantOperator(reading, token, "prefix");
  const operand = expressionOf(reading, operandNode);
  if (name === null) return operand;
  return { kind: "unary", operator: name === "Not" ? "not" : "-", operand, span: spanOf(node) };
}

function argumentsOf(reading: Reading, node: SyntaxNode): Argument[] {
  checkCommas(reading, node.children, "arguments", 1);
  return nodesOf(node, "argument").map((argument): Argument => {
    const name = tokenOf(argument, "Name");
    const equal = tokenOf(argument, "Equal");
    if (equal !== null) reportColon(reading, equal, "a named argument is written");
    return {
      name: name === null ? null : nameOf(name),
      value: expressionIn(reading, argument),
      span: spanOf(argument),
    };
  });
}

function reportColon(reading: Reading, equal: SyntaxToken, what: string): void {
  reading.mistakes.push({
    code: "E0112",
    start: equal.start,
    end: equal.end,
    message: `${what} with \`:\`, not with \`=\``,
    edits: [
      { span: { start: equal.start, end: equal.end }, replacement: ":", confidence: "certain" },
    ],
  });
}

function recordOf(reading: Reading, node: SyntaxNode): Expression {
  const span = spanOf(node);
  const names = namesOf(node);
  if (names.length === 0) return { kind: "error", span };
  const { owner, name: type } = ownerAndName(names);
  checkCommas(reading, node.children, "the fields of a record");
  const bases = nodesOf(node, "recordBase");
  for (const base of bases.slice(1)) {
    reading.mistakes.push({
      code: "E0109",
      ...spanOf(base),
      message: "a record takes the rest of its fields from one value",
    });
  }
  const fields = nodesOf(node, "recordField").flatMap((field) => {
    const name = tokenOf(field, "Name");
    const equal = tokenOf(field, "Equal");
    if (name === null) return [];
    if (equal !== null) reportColon(reading, equal, "a field is given");
    const value =
      equal === null && tokenOf(field, "Colon") === null ? null : expressionIn(reading, field);
    return [{ span: spanOf(field), name: nameOf(name), value }];
  });
  const base = bases.length === 0 ? null : expressionIn(reading, bases[0]);
  return { kind: "record", owner, type, base, fields, span };
}

function parenthesisedOf(reading: Reading, node: SyntaxNode): Expression {
  const span = spanOf(node);
  checkCommas(reading, node.children, "the parts of a tuple");
  const elements = elementsOf(reading, node);
  if (elements.length !== 1) return { kind: "tuple", elements, span };
  const comma = tokenOf(node, "Comma");
  if (comma !== null) {
    reading.mistakes.push({
      code: "E0110",
      start: comma.start,
      end: comma.end,
      message: "a tuple has no part or at least two",
      edits: [
        { span: { start: comma.start, end: comma.end }, replacement: "", confidence: "likely" },
      ],
    });
  }
  return { kind: "parenthesised", inner: elements[0], span };
}

/** The condition of an `if` or a `while`. */
export function conditionIn(reading: Reading, node: SyntaxNode): Expression {
  const condition = nodeOf(node, "condition");
  return condition === null
    ? { kind: "error", span: spanAfter(node) }
    : conditionOf(reading, condition);
}

function conditionOf(reading: Reading, node: SyntaxNode): Expression {
  const equal = tokenOf(node, "Equal");
  if (equal !== null) {
    reading.mistakes.push({
      code: "E0112",
      start: equal.start,
      end: equal.end,
      message: "`=` gives a place a value; two values are compared with `==`",
      edits: [
        { span: { start: equal.start, end: equal.end }, replacement: "==", confidence: "certain" },
      ],
    });
  }
  const expression = expressionIn(reading, node);
  if (equal !== null) expressionIn(reading, node, "Equal");
  reportBareRecord(reading, node);
  return equal === null ? expression : { kind: "error", span: spanOf(node) };
}

function ifOf(reading: Reading, node: SyntaxNode): Expression {
  interface Branch {
    start: number;
    condition: Expression | LetCondition;
    block: Block | null;
  }
  const branches: Branch[] = [];
  let otherwise: Expression | null = null;
  let start = node.start;
  for (const child of node.children) {
    if (isToken(child)) {
      if (child.name === "If" || child.name === "ElseIf") start = child.start;
      if (child.name === "ElseIf") reportElif(reading, child);
    } else if (child.kind === "condition") {
      const condition = letConditionIn(reading, child) ?? conditionOf(reading, child);
      branches.push({ start, condition, block: null });
    } else if (child.kind === "block") {
      const branch = branches[branches.length - 1];
      const block = reading.block(reading, child);
      if (branch !== undefined && branch.block === null) branch.block = block;
      else otherwise = { kind: "block", block, span: spanOf(child) };
    }
  }
  const end = node.end;
  for (const branch of branches.reverse()) {
    const then: Block = branch.block ?? { statements: [], span: spanAfter(node) };
    const span = { start: branch.start, end };
    const { condition } = branch;
    if ("pattern" in condition) {
      // oxlint-disable-next-line unicorn/no-thenable -- the word of the AST, which nobody awaits
      otherwise = { kind: "if-let", ...condition, then, else: otherwise, span };
      continue;
    }
    otherwise = {
      kind: "if",
      condition,
      // oxlint-disable-next-line unicorn/no-thenable -- the word of the AST, which nobody awaits
      then,
      else: otherwise,
      span,
    };
  }
  return otherwise ?? { kind: "error", span: spanOf(node) };
}

function reportElif(reading: Reading, token: SyntaxToken): void {
  reading.mistakes.push({
    code: "E0107",
    start: token.start,
    end: token.end,
    message: `\`else if\` is written for \`${token.image}\``,
    edits: [
      {
        span: { start: token.start, end: token.end },
        replacement: "else if",
        confidence: "certain",
      },
    ],
  });
}
