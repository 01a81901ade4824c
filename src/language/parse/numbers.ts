/** Number literals of the tree → digits and unit, and `0.25rad/s`, which means `0.25[rad/s]`. */

import { isToken, type SyntaxNode, type SyntaxToken } from "../../../grammar/tree.ts";
import type { Expression, UnitSyntax } from "../ast.ts";
import { findUnit } from "../units/find.ts";
import { nodeOf, spanOf, tokenOf, type Reading, type WrittenToken } from "./reading.ts";
import { unitOf } from "./types.ts";

/** The literal of a `number` node. */
export function numberOf(reading: Reading, node: SyntaxNode): Expression {
  const token = tokenOf(node, "Number");
  const span = spanOf(node);
  if (token === null) return { kind: "error", span };
  checkDigits(reading, token);
  const { image } = token;
  return {
    kind: "number",
    ...plainDigits(image),
    unit: reading.looseUnits.get(token.end) ?? unitIn(reading, node, token, isBased(image)),
    span,
  };
}

/** A number as the AST has it: without `_`. */
export function plainDigits(image: string): { readonly text: string; readonly isFloat: boolean } {
  if (image.length === 1) return { text: image, isFloat: false };
  const text = image.includes("_") ? image.replaceAll("_", "") : image;
  return { text, isFloat: !isBased(image) && /[.eE]/.test(image) };
}

/** `0xff`, `0b11` */
export function isBased(image: string): boolean {
  return image.length > 1 && /^0[xb]/i.test(image);
}

/** Reports digits that are not written as they should be. */
export function checkDigits(reading: Pick<Reading, "mistakes">, token: WrittenToken): void {
  const { image } = token;
  if (image.length === 1 || (!image.includes("_") && !/^0[XB]/.test(image))) return;
  if (!/^0[XB]/.test(image) && !/_(?![0-9a-fA-F])|(?<![0-9a-fA-F])_/.test(image)) return;
  reading.mistakes.push({
    code: "E0113",
    start: token.start,
    end: token.end,
    message: "a `_` in a number stands between two digits, and `0x` and `0b` are small",
    help: ["for example: `1_000_000`, `0xff_ff`, `0b1010`"],
  });
}

function unitIn(
  reading: Reading,
  node: SyntaxNode,
  number: SyntaxToken,
  isBased: boolean,
): UnitSyntax | null {
  const suffix = tokenOf(node, "UnitSuffix");
  const compound = nodeOf(node, "unitProduct");
  const bracket = tokenOf(node, "LeftBracket");
  const at = suffix ?? bracket;
  if (at === null) return null;
  if (isBased) {
    reading.mistakes.push({
      code: "E0113",
      start: number.start,
      end: node.end,
      message: "a hexadecimal or binary number has no unit",
      help: ["write the number in decimal"],
    });
    return null;
  }
  if (at.start !== number.end) {
    reading.mistakes.push({
      code: "E0114",
      start: at.start,
      end: node.end,
      message: "a unit touches its number",
      edits: [
        { span: { start: number.end, end: at.start }, replacement: "", confidence: "certain" },
      ],
    });
  }
  if (suffix !== null)
    return { kind: "name", name: suffix.image, span: { start: suffix.start, end: suffix.end } };
  return compound === null ? { kind: "error", span: spanOf(node) } : unitOf(reading, compound);
}

interface WrittenUnit {
  readonly number: SyntaxNode;
  readonly unit: UnitSyntax;
}

/**
 * `0.25rad/s` without any space: reported, and read as the number with a compound unit that was
 * meant. Null for everything else, `10ms / steps` included.
 */
export function quotientAsUnit(reading: Reading, node: SyntaxNode): Expression | null {
  const written = writtenUnit(node);
  if (written === null) return null;
  const span = spanOf(node);
  const token = tokenOf(written.number, "Number") as SyntaxToken;
  const unit = reading.text.slice(token.end, span.end).trim().replaceAll("°", "deg");
  const corrected = `${token.image}[${unit}]`;
  // `45deg/n` may divide by a variable
  const isSure = (unit.match(/\p{L}+/gu) ?? []).every((name) => findUnit(name) !== null);
  const confidence = isSure ? "certain" : "likely";
  reading.mistakes.push({
    code: "E0114",
    ...span,
    message: `a unit of several parts stands in brackets: \`${corrected}\``,
    help: ["to divide by a variable, put spaces round the operator"],
    edits: [{ span, replacement: corrected, confidence }],
  });
  const text = token.image.replaceAll("_", "");
  return { kind: "number", text, isFloat: /[.eE]/.test(text), unit: written.unit, span };
}

function writtenUnit(node: SyntaxNode): WrittenUnit | null {
  if (node.kind === "number") {
    const suffix = tokenOf(node, "UnitSuffix");
    if (
      suffix === null ||
      node.children.length !== 2 ||
      /^0[xb]/i.test(node.children[0] && isToken(node.children[0]) ? node.children[0].image : "")
    )
      return null;
    return {
      number: node,
      unit: { kind: "name", name: suffix.image, span: { start: suffix.start, end: suffix.end } },
    };
  }
  if (node.kind !== "binary") return null;
  const left = node.children[0];
  const operator = node.children[1];
  const right = node.children[2];
  if (isToken(left) || !isToken(operator) || isToken(right)) return null;
  if (operator.name !== "Slash" && operator.name !== "Caret") return null;
  if (left.end !== operator.start || right.start !== operator.end) return null;
  const written = writtenUnit(left);
  if (written === null) return null;
  if (operator.name === "Caret") {
    const power = powerOf(written.unit, right);
    return power === null ? null : { number: written.number, unit: power };
  }
  const divisor = divisorOf(right);
  if (divisor === null) return null;
  const span = { start: written.unit.span.start, end: divisor.span.end };
  return {
    number: written.number,
    unit: { kind: "divide", left: written.unit, right: divisor, span },
  };
}

function divisorOf(node: SyntaxNode): UnitSyntax | null {
  if (node.kind === "name")
    return { kind: "name", name: (node.children[0] as SyntaxToken).image, span: spanOf(node) };
  if (node.kind !== "binary") return null;
  const [left, operator, right] = node.children;
  if (isToken(left) || !isToken(operator) || isToken(right)) return null;
  if (operator.name !== "Caret" || left.kind !== "name") return null;
  if (left.end !== operator.start || right.start !== operator.end) return null;
  const base = divisorOf(left);
  return base === null ? null : powerOf(base, right);
}

function powerOf(operand: UnitSyntax, exponent: SyntaxNode): UnitSyntax | null {
  if (exponent.kind !== "number" || exponent.children.length !== 1) return null;
  const { image } = exponent.children[0] as SyntaxToken;
  if (!/^[0-9]{1,3}$/.test(image)) return null;
  const span = { start: operand.span.start, end: exponent.end };
  return { kind: "power", operand, numerator: Number(image), denominator: 1, span };
}
