/** Types and units of the tree → their AST. */

import { isToken, type SyntaxNode, type SyntaxToken } from "../../../grammar/tree.ts";
import type { TypeArgument, TypeSyntax, UnitSyntax } from "../ast.ts";
import { joinedName } from "./names.ts";
import {
  after,
  checkCommas,
  isType,
  namesOf,
  nodeOf,
  spanAfter,
  spanOf,
  tokenOf,
  type Reading,
} from "./reading.ts";

/** The type in a node after a `:` or wherever it stands; an error when it is missing. */
export function typeIn(reading: Reading, node: SyntaxNode): TypeSyntax {
  const type = after(node, null, isType);
  return type === null ? { kind: "error", span: spanAfter(node) } : typeOf(reading, type);
}

export function typeOf(reading: Reading, node: SyntaxNode): TypeSyntax {
  const span = spanOf(node);
  switch (node.kind) {
    case "namedType": {
      const names = namesOf(node);
      if (names.length === 0) return { kind: "error", span };
      checkCommas(reading, node.children, "the parts of a type");
      const given: TypeArgument[] = [];
      const { children } = node;
      for (let index = 0; index < children.length; index += 1) {
        const child = children[index];
        if (isToken(child)) continue;
        if (isType(child)) given.push({ kind: "type", type: typeOf(reading, child) });
        else given.push(unitArgument(reading, child));
      }
      return { kind: "named", span, name: joinedName(names), arguments: given };
    }
    case "tupleType": {
      checkCommas(reading, node.children, "the types of a tuple");
      const elements = node.children.filter(isType).map((child) => typeOf(reading, child));
      if (elements.length === 1) return elements[0];
      return { kind: "tuple", span, elements };
    }
    case "functionType":
      return functionTypeOf(reading, node);
    default:
      return { kind: "error", span };
  }
}

function functionTypeOf(reading: Reading, node: SyntaxNode): TypeSyntax {
  const list = nodeOf(node, "tupleType");
  const parameters = (list?.children ?? []).filter(isType).map((child) => typeOf(reading, child));
  if (list !== null) checkCommas(reading, list.children, "the types of parameters");
  const result = after(node, "Arrow", isType);
  return {
    kind: "function",
    parameters,
    result: result === null ? null : typeOf(reading, result),
    span: spanOf(node),
  };
}

function unitArgument(reading: Reading, node: SyntaxNode): TypeArgument {
  return { kind: "unit", unit: unitOf(reading, node) };
}

/** A unit from a node of any unit kind. */
export function unitOf(reading: Reading, node: SyntaxNode): UnitSyntax {
  switch (node.kind) {
    case "unitProduct":
      return productOf(reading, node);
    case "unitPower":
      return powerOf(reading, node);
    case "unitGroup": {
      const inner = nodeOf(node, "unitProduct");
      return inner === null ? { kind: "error", span: spanOf(node) } : unitOf(reading, inner);
    }
    default:
      return { kind: "error", span: spanOf(node) };
  }
}

function productOf(reading: Reading, node: SyntaxNode): UnitSyntax {
  let result: UnitSyntax | null = null;
  let operator: "multiply" | "divide" = "multiply";
  const { children } = node;
  for (let index = 0; index < children.length; index += 1) {
    const child = children[index];
    if (isToken(child)) {
      if (!child.skipped) operator = child.name === "Slash" ? "divide" : "multiply";
      continue;
    }
    const right = unitOf(reading, child);
    result =
      result === null
        ? right
        : {
            kind: operator,
            left: result,
            right,
            span: { start: result.span.start, end: right.span.end },
          };
  }
  return result ?? { kind: "error", span: spanOf(node) };
}

function powerOf(reading: Reading, node: SyntaxNode): UnitSyntax {
  const first = node.children[0];
  const operand = isToken(first) ? atomOf(reading, first) : unitOf(reading, first);
  const exponent = nodeOf(node, "unitExponent");
  if (exponent === null) return operand;
  const rational = exponentOf(reading, exponent);
  if (rational === null) return { kind: "error", span: spanOf(node) };
  return { kind: "power", operand, ...rational, span: spanOf(node) };
}

function atomOf(reading: Reading, token: SyntaxToken): UnitSyntax {
  const span = { start: token.start, end: token.end };
  if (token.name !== "Number") return { kind: "name", name: token.image, span };
  if (token.image === "1") return { kind: "one", span };
  reading.mistakes.push({
    code: "E0118",
    ...span,
    message: "the only number in a unit is `1`, as in `1/s`",
    help: ["a unit with a scale is declared: `unit MVA = 1e6 W`"],
  });
  return { kind: "error", span };
}

function exponentOf(
  reading: Reading,
  node: SyntaxNode,
): { numerator: number; denominator: number } | null {
  const numbers = node.children.filter(
    (child): child is SyntaxToken => isToken(child) && child.name === "Number" && !child.skipped,
  );
  const negative = tokenOf(node, "Minus") !== null;
  const values = numbers.map((token) => Number(token.image));
  const whole = numbers.every((token) => /^[0-9]{1,3}$/.test(token.image));
  const [numerator, denominator = 1] = values;
  if (!whole || numerator === undefined || denominator === 0) {
    reading.mistakes.push({
      code: "E0118",
      ...spanOf(node),
      message: "the exponent of a unit is a whole number or a fraction of whole numbers up to 999",
      help: ["for example: `m^2`, `s^-1`, `Hz^(1/2)`"],
    });
    return null;
  }
  return { numerator: negative ? -numerator : numerator, denominator };
}
