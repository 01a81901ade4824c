/**
 * Questions about the tokens ahead that two tokens do not answer: where the grammar depends on more
 * than what may stand at a place.
 */

import { tokenCode } from "./tokens.ts";

/** Where a parser stands. */
export interface Ahead {
  /** The code of a token ahead, 1 for the next one. */
  codeAhead(distance: number): number;
  /** Does a token begin with a capital letter? 0 is the last one that was read. */
  isUpperAhead(distance: number): boolean;
  /** May `{` after a name begin a record here? */
  readonly recordAllowed: boolean;
}

const ARROW = tokenCode("Arrow");
const COLON = tokenCode("Colon");
const COMMA = tokenCode("Comma");
const DOT = tokenCode("Dot");
const DOT_DOT = tokenCode("DotDot");
const FN = tokenCode("Fn");
const LEFT_BRACE = tokenCode("LeftBrace");
const LEFT_BRACKET = tokenCode("LeftBracket");
const LEFT_PARENTHESIS = tokenCode("LeftParenthesis");
const MINUS = tokenCode("Minus");
const NAME = tokenCode("Name");
const NUMBER = tokenCode("Number");
const RIGHT_PARENTHESIS = tokenCode("RightParenthesis");
const SLASH = tokenCode("Slash");
const STAR = tokenCode("Star");

export type GateName = keyof typeof GATES;

/** How far a `(` in a type is looked into to tell a tuple from a unit. */
const TYPE_LOOKAHEAD = 32;

export const GATES = {
  /** After a name: does `.Case { … }` follow, or `.Enum.Case { … }` of another file? */
  qualifiedLiteral: (at: Ahead): boolean => {
    if (!at.recordAllowed) return false;
    let distance = 1;
    while (at.codeAhead(distance) === DOT && at.isUpperAhead(distance + 1)) distance += 2;
    return distance > 1 && distance <= 5 && at.codeAhead(distance) === LEFT_BRACE;
  },

  /**
   * After a name: does `{` begin a record literal? A certain one is taken even where it is
   * forbidden.
   */
  recordLiteral: (at: Ahead): boolean => {
    if (!at.isUpperAhead(0)) return false;
    if (at.recordAllowed) return true;
    const inside = at.codeAhead(2);
    const behind = at.codeAhead(3);
    // `match LIMIT { ..5 => … }`: no number is a record
    if (inside === DOT_DOT) return behind !== NUMBER && behind !== MINUS;
    return inside === NAME && behind === COLON;
  },

  /** `let mut x`, and `let x y` in general. */
  secondName: (at: Ahead): boolean => at.codeAhead(2) === NAME,

  /** In the definition of a unit: is the number ahead the whole of a factor? */
  factor: (at: Ahead): boolean => {
    const code = at.codeAhead(2);
    return code !== SLASH && code !== STAR;
  },

  /** Is the next type argument a type (and not a unit)? A lone name is read as a unit. */
  type: (at: Ahead): boolean => {
    const next = at.codeAhead(1);
    if (next === FN) return true;
    if (next === NAME) return at.codeAhead(2) === LEFT_BRACKET || at.codeAhead(2) === DOT;
    if (next !== LEFT_PARENTHESIS) return false;
    let open = 0;
    for (let distance = 1; distance <= TYPE_LOOKAHEAD; distance += 1) {
      const code = at.codeAhead(distance);
      if (code === LEFT_PARENTHESIS) open += 1;
      else if (code === RIGHT_PARENTHESIS) open -= 1;
      else if (code === COMMA || code === LEFT_BRACKET || code === ARROW) return true;
      if (open === 0) return distance === 2;
    }
    return true;
  },
} as const satisfies Readonly<Record<string, (at: Ahead) => boolean>>;

/** A to Z */
export function isUpper(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}
