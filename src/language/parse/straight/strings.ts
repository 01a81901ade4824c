/** String literals of texts without mistakes. */

import { tokenCode } from "../../../../grammar/tokens.ts";
import { kindCode } from "../../../../grammar/tree.ts";
import { MOST_DIGITS } from "../../../machine/bytecode/limits.ts";
import type { StringLiteral, StringPart, UnitSyntax } from "../../ast.ts";
import { addText, formOf } from "../strings.ts";
import {
  demand,
  expressionAt,
  imageAt,
  isNode,
  isToken,
  listOf,
  spanOf,
  tokenAt,
  type Parts,
} from "./parts.ts";

const COLON = tokenCode("Colon");
const DOT = tokenCode("Dot");
const UNIT = kindCode("unitProduct");

export function stringOf(parts: Parts, from: number, to: number): StringLiteral {
  const form = formOf(tokenAt(parts, from), tokenAt(parts, to - 1));
  const pieces: StringPart[] = [];
  for (let part = from; part < to; part += 1) {
    if (isNode(parts, part)) pieces.push(parts.values[part] as StringPart);
    else addText(parts, pieces, tokenAt(parts, part), form);
  }
  return { kind: "string", parts: listOf(pieces), span: spanOf(parts, from, to) };
}

/** A value, and `:.3`, `:[MW]` or `:.3[MW]` behind it. */
export function holeOf(parts: Parts, from: number, to: number): StringPart {
  const span = spanOf(parts, from, to);
  const value = expressionAt(parts, from);
  if (to === from + 1) return { kind: "hole", span, value, digits: null, unit: null };
  demand(isToken(parts, from + 1, COLON) && to > from + 2);
  let digits: number | null = null;
  if (isToken(parts, from + 2, DOT)) {
    const image = imageAt(parts, from + 3);
    digits = Number(image);
    demand(/^[0-9]{1,2}$/.test(image) && digits <= MOST_DIGITS);
  }
  const hasUnit = parts.kinds[to - 2] === UNIT;
  const unit = hasUnit ? (parts.values[to - 2] as UnitSyntax) : null;
  return { kind: "hole", span, value, digits, unit };
}
