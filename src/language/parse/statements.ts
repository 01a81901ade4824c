/** Statements and blocks of the tree → their AST. */

import { ASSIGNMENT_OPERATORS } from "../../../grammar/operators.ts";
import { firstToken, isToken, type SyntaxNode, type SyntaxToken } from "../../../grammar/tree.ts";
import type { BinaryOperator, Block, Expression, Statement } from "../ast.ts";
import { conditionIn, expressionOf } from "./expressions.ts";
import { isLooseUnit, reportLooseUnit } from "./loose-unit.ts";
import { letConditionIn, reportBareRecord } from "./matches.ts";
import {
  after,
  expressionIn,
  isExpression,
  isType,
  missingName,
  nameOf,
  nodeOf,
  spanAfter,
  spanOf,
  tokenOf,
  type Reading,
} from "./reading.ts";
import { bindingIn } from "./patterns.ts";
import { typeOf } from "./types.ts";

/** The block of a statement or a function; an empty one when it is missing. */
export function blockIn(reading: Reading, node: SyntaxNode): Block {
  const block = nodeOf(node, "block");
  return block === null ? { statements: [], span: spanAfter(node) } : blockOf(reading, block);
}

export function blockOf(reading: Reading, node: SyntaxNode): Block {
  const nodes = node.children.filter((child): child is SyntaxNode => !isToken(child));
  // Before a statement is read: what follows it may be the unit of its number.
  for (let index = 1; index < nodes.length; index += 1)
    checkLineEnd(reading, nodes[index - 1], nodes[index]);
  const statements = nodes
    .filter((child) => !isLooseUnit(reading, child))
    .map((child) => statementOf(reading, child));
  return { statements, span: spanOf(node) };
}

/** Reports a statement that begins where another one should have ended. */
export function checkLineEnd(reading: Reading, previous: SyntaxNode, next: SyntaxNode): void {
  const token = firstToken(next);
  if (token.afterLineEnd) return;
  const word = firstToken(previous);
  const help = Object.hasOwn(FOREIGN_WORDS, word.image) ? FOREIGN_WORDS[word.image] : null;
  if (help !== null) {
    const { start, end } = word;
    reading.mistakes.push({ code: "E0107", start, end, message: help });
    return;
  }
  if (reportLooseUnit(reading, previous, token)) return;
  const continues =
    previous.kind === "statement" && (token.name === "Minus" || token.name === "LeftParenthesis");
  reading.mistakes.push({
    code: "E0111",
    start: token.start,
    end: token.end,
    message: `a statement ends with its line, but \`${shorten(token.image)}\` follows`,
    labels: [
      {
        span: { start: previous.start, end: previous.end },
        text: "this statement is complete",
      },
    ],
    help: continues
      ? []
      : ["put what follows on a line of its own, or add what is missing between the two"],
  });
}

/** Words that begin something elsewhere, and what is written here. */
const FOREIGN_WORDS: Readonly<Record<string, string>> = {
  switch: "for `switch` write `if … { … } else if … { … }`",
  case: "for `case` write `if … { … } else if … { … }`",
  do: "for `do` write `loop { … }`, which ends with `break`",
  try: "there are no exceptions: check with `if` before, or stop with `assert`",
  lambda: "a function value is written `|x| x + 1`",
};

function shorten(image: string): string {
  return image.length > 24 ? `${image.slice(0, 24)}…` : image;
}

export function statementOf(reading: Reading, node: SyntaxNode): Statement {
  if (node.kind === "statement") return assignmentOf(reading, node);
  if (node.kind === "let") return letOf(reading, node);
  const span = spanOf(node);
  switch (node.kind) {
    case "while": {
      const binding = letConditionIn(reading, node);
      if (binding !== null)
        return { kind: "while-let", ...binding, body: blockIn(reading, node), span };
      return {
        kind: "while",
        condition: conditionIn(reading, node),
        body: blockIn(reading, node),
        span,
      };
    }
    case "loop":
      return { kind: "loop", body: blockIn(reading, node), span };
    case "for": {
      const pattern = bindingIn(reading, node);
      const head = after(node, "In", isExpression);
      // The iterator and the body are both expressions of the tree; a block at the end is the body.
      const iterated: Expression =
        head === null || (head.kind === "block" && head === node.children.at(-1))
          ? { kind: "error", span: spanAfter(node) }
          : expressionOf(reading, head);
      reportBareRecord(reading, node);
      return { kind: "for", pattern, iterated, body: lastBlockIn(reading, node), span };
    }
    case "jump":
      return { kind: tokenOf(node, "Break") === null ? "continue" : "break", span };
    case "return":
      return {
        kind: "return",
        value:
          after(node, "Return", isExpression) === null
            ? null
            : expressionIn(reading, node, "Return"),
        span,
      };
    case "emit": {
      const name = tokenOf(node, "Name");
      const output = name === null ? missingName(node) : nameOf(name);
      return { kind: "emit", output, value: expressionIn(reading, node, "Emit"), span };
    }
    case "print":
      return { kind: "print", value: expressionIn(reading, node, "Print"), span };
    case "assert": {
      const message = tokenOf(node, "Comma") === null ? null : expressionIn(reading, node, "Comma");
      return { kind: "assert", condition: expressionIn(reading, node, "Assert"), message, span };
    }
    default:
      reportMisplaced(reading, node);
      return { kind: "error", span };
  }
}

function lastBlockIn(reading: Reading, node: SyntaxNode): Block {
  const last = node.children[node.children.length - 1];
  if (isToken(last) || last.kind !== "block") return { statements: [], span: spanAfter(node) };
  return blockOf(reading, last);
}

function assignmentOf(reading: Reading, node: SyntaxNode): Statement {
  const span = spanOf(node);
  const first = node.children[0];
  if (isToken(first)) return { kind: "error", span };
  if (first.kind === "unread") return { kind: "error", span };
  const operatorToken =
    node.children.length === 1
      ? undefined
      : node.children.find((child): child is SyntaxToken => isToken(child) && !child.skipped);
  const expression = expressionOf(reading, first);
  if (operatorToken === undefined) return { kind: "expression", expression, span };
  if (operatorToken.name === "ColonEqual") reportColonEqual(reading, operatorToken);
  const row = ASSIGNMENT_OPERATORS.find((candidate) => candidate.token === operatorToken.name);
  const operator = (row?.operator ?? null) as BinaryOperator | null;
  return {
    kind: "assign",
    place: expression,
    operator,
    value: expressionIn(reading, node, operatorToken.name),
    span,
  };
}

export function letOf(
  reading: Reading,
  node: SyntaxNode,
): Statement & { kind: "let" | "var" | "error" } {
  const isVar = tokenOf(node, "Var") !== null;
  const extra = tokenOf(node, "Name");
  if (extra !== null) reportExtraName(reading, node, extra);
  const colonEqual = tokenOf(node, "ColonEqual");
  if (colonEqual !== null) reportColonEqual(reading, colonEqual);
  const type = after(node, "Colon", isType);
  return {
    kind: isVar || extra?.image === "mut" ? "var" : "let",
    pattern: bindingIn(reading, node),
    type: type === null ? null : typeOf(reading, type),
    value: expressionIn(reading, node),
    span: spanOf(node),
  };
}

function reportExtraName(reading: Reading, node: SyntaxNode, extra: SyntaxToken): void {
  const word = node.children[0] as SyntaxToken;
  if (extra.image === "mut") {
    reading.mistakes.push({
      code: "E0107",
      start: word.start,
      end: extra.end,
      message: "a place that changes is made with `var`",
      edits: [
        { span: { start: word.start, end: extra.end }, replacement: "var", confidence: "certain" },
      ],
    });
    return;
  }
  reading.mistakes.push({
    code: "E0109",
    start: extra.start,
    end: extra.end,
    message: `while reading a definition: expected one name after \`${word.image}\`, found two`,
    help: [`for example: \`${word.image} x: Float = 1\`, \`${word.image} (a, b) = pair\``],
  });
}

function reportColonEqual(reading: Reading, token: SyntaxToken): void {
  reading.mistakes.push({
    code: "E0107",
    start: token.start,
    end: token.end,
    message: "a value is given with `=`, not with `:=`",
    help: ["a new name begins with `let` or `var`"],
    edits: [
      { span: { start: token.start, end: token.end }, replacement: "=", confidence: "certain" },
    ],
  });
}

const DECLARATIONS: Readonly<Record<string, string>> = {
  function: "functions",
  record: "records",
  enum: "enums",
  parameter: "parameters of the program",
  output: "outputs",
  unit: "units",
  test: "tests",
  import: "imports",
  public: "declarations with `pub`",
};

function reportMisplaced(reading: Reading, node: SyntaxNode): void {
  const what = DECLARATIONS[node.kind];
  if (what === undefined) return;
  const token = firstToken(node);
  reading.mistakes.push({
    code: "E0117",
    start: token.start,
    end: token.end,
    message: `${what} stand at the top level of the file, not in a block`,
    help: ["move it out of the function; if it is outside already, a `}` is missing before it"],
  });
}
