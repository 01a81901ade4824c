/** Types and units of texts without mistakes. */

import { MISTAKE } from "../../../../grammar/direct-stack.ts";
import { tokenCode } from "../../../../grammar/tokens.ts";
import { kindCode } from "../../../../grammar/tree.ts";
import type { TypeArgument, TypeSyntax, UnitSyntax } from "../../ast.ts";
import { joinedName } from "../names.ts";
import {
  demand,
  isNode,
  isToken,
  nameAt,
  separated,
  NONE,
  spanOf,
  imageAt,
  tokensAmong,
  type Parts,
  type Readers,
} from "./parts.ts";

const CARET = tokenCode("Caret");
const DOT = tokenCode("Dot");
const MINUS = tokenCode("Minus");
const NUMBER = tokenCode("Number");
const SLASH = tokenCode("Slash");
const TUPLE = kindCode("tupleType");
const UNIT = kindCode("unitProduct");

export const TYPE_READERS: Readers = {
  namedType: namedTypeOf,
  tupleType: (parts, from, to): TupleType => ({
    kind: "tuple",
    span: spanOf(parts, from, to),
    elements: typesAmong(parts, from, to),
  }),
  functionType: (parts, from, to): TypeSyntax => ({
    kind: "function",
    parameters: elementsAt(parts, from + 1),
    result: to > from + 2 ? typeAt(parts, to - 1) : null,
    span: spanOf(parts, from, to),
  }),
  unitProduct: productOf,
  unitPower: powerOf,
  unitGroup: (parts, from) => parts.values[from + 1],
  unitExponent: exponentOf,
};

type TupleType = TypeSyntax & { readonly kind: "tuple" };

/** The type that a part is; parentheses round one type are no tuple. */
export function typeAt(parts: Parts, part: number): TypeSyntax {
  const type = parts.values[part] as TypeSyntax;
  if (parts.kinds[part] !== TUPLE) return type;
  const { elements } = type as TupleType;
  return elements.length === 1 ? elements[0] : type;
}

/** The types between the parentheses that a part is. */
export function elementsAt(parts: Parts, part: number): readonly TypeSyntax[] {
  return (parts.values[part] as TupleType).elements;
}

function typesAmong(parts: Parts, from: number, to: number): readonly TypeSyntax[] {
  return separated(parts, from, to, typeAt);
}

function namedTypeOf(parts: Parts, from: number, to: number): TypeSyntax {
  const isQualified = to > from + 1 && isToken(parts, from + 1, DOT);
  const head = from + (isQualified ? 3 : 1);
  const given = to === head ? NONE : separated(parts, head, to, typeArgumentAt);
  const name = isQualified
    ? joinedName(tokensAmong(parts, from, head, "Name"))
    : nameAt(parts, from);
  const span = to === from + 1 ? name.span : spanOf(parts, from, to);
  return { kind: "named", span, name, arguments: given };
}

function typeArgumentAt(parts: Parts, part: number): TypeArgument {
  if (parts.kinds[part] !== UNIT) return { kind: "type", type: typeAt(parts, part) };
  return { kind: "unit", unit: parts.values[part] as UnitSyntax };
}

function productOf(parts: Parts, from: number, to: number): UnitSyntax {
  let result = parts.values[from] as UnitSyntax;
  for (let part = from + 1; part < to; part += 2) {
    const right = parts.values[part + 1] as UnitSyntax;
    const span = { start: result.span.start, end: right.span.end };
    const kind = isToken(parts, part, SLASH) ? "divide" : "multiply";
    result = { kind, left: result, right, span };
  }
  return result;
}

function powerOf(parts: Parts, from: number, to: number): UnitSyntax {
  const operand = isNode(parts, from) ? (parts.values[from] as UnitSyntax) : atomOf(parts, from);
  if (to === from + 1) return operand;
  demand(isToken(parts, from + 1, CARET));
  const rational = parts.values[from + 2] as ReturnType<typeof exponentOf>;
  return { kind: "power", operand, ...rational, span: spanOf(parts, from, to) };
}

function atomOf(parts: Parts, part: number): UnitSyntax {
  const span = spanOf(parts, part, part + 1);
  const image = imageAt(parts, part);
  if (!isToken(parts, part, NUMBER)) return { kind: "name", name: image, span };
  demand(image === "1");
  return { kind: "one", span };
}

function exponentOf(
  parts: Parts,
  from: number,
  to: number,
): { readonly numerator: number; readonly denominator: number } {
  const numbers = tokensAmong(parts, from, to, "Number").map(({ image }) => image);
  if (!numbers.every((image) => /^[0-9]{1,3}$/.test(image))) throw MISTAKE;
  const [numerator, denominator = 1] = numbers.map(Number);
  demand(denominator !== 0);
  const isNegative =
    isToken(parts, from, MINUS) || (to > from + 1 && isToken(parts, from + 1, MINUS));
  return { numerator: isNegative ? -numerator : numerator, denominator };
}
