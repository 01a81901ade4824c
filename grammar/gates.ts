/**
 * Questions about the tokens ahead that two tokens do not answer: where the grammar depends on more
 * than what may stand at a place.
 */

import type { TokenName } from "./tokens.ts";

/** Where a parser stands. */
export interface Ahead {
  /** The token that is so far ahead, 1 for the next one, 0 for the last one that was read. */
  ahead(distance: number): { readonly name?: TokenName; readonly image: string };
  /** May `{` after a name begin a record here? */
  readonly recordAllowed: boolean;
}

export type GateName = keyof typeof GATES;

/** How far a `(` in a type is looked into to tell a tuple from a unit. */
const TYPE_LOOKAHEAD = 32;

export const GATES = {
  /** After a name: does `.Case { … }` follow, or `.Enum.Case { … }` of another file? */
  qualifiedLiteral: (at: Ahead): boolean => {
    if (!at.recordAllowed) return false;
    let distance = 1;
    while (at.ahead(distance).name === "Dot" && beginsUpper(at.ahead(distance + 1).image)) {
      distance += 2;
    }
    return distance > 1 && distance <= 5 && at.ahead(distance).name === "LeftBrace";
  },

  /**
   * After a name: does `{` begin a record literal? A certain one is taken even where it is
   * forbidden.
   */
  recordLiteral: (at: Ahead): boolean => {
    if (!beginsUpper(at.ahead(0).image)) return false;
    if (at.recordAllowed) return true;
    const inside = at.ahead(2).name;
    const behind = at.ahead(3).name;
    // `match LIMIT { ..5 => … }`: no number is a record
    if (inside === "DotDot") return behind !== "Number" && behind !== "Minus";
    return inside === "Name" && behind === "Colon";
  },

  /** `let mut x`, and `let x y` in general. */
  secondName: (at: Ahead): boolean => at.ahead(2).name === "Name",

  /** In the definition of a unit: is the number ahead the whole of a factor? */
  factor: (at: Ahead): boolean => {
    const { name } = at.ahead(2);
    return name !== "Slash" && name !== "Star";
  },

  /** Is the next type argument a type (and not a unit)? A lone name is read as a unit. */
  type: (at: Ahead): boolean => {
    const next = at.ahead(1).name;
    if (next === "Fn") return true;
    if (next === "Name") return ["LeftBracket", "Dot"].includes(at.ahead(2).name ?? "");
    if (next !== "LeftParenthesis") return false;
    let open = 0;
    for (let distance = 1; distance <= TYPE_LOOKAHEAD; distance += 1) {
      const { name } = at.ahead(distance);
      if (name === "LeftParenthesis") open += 1;
      else if (name === "RightParenthesis") open -= 1;
      else if (name === "Comma" || name === "LeftBracket" || name === "Arrow") return true;
      if (open === 0) return distance === 2;
    }
    return true;
  },
} as const satisfies Readonly<Record<string, (at: Ahead) => boolean>>;

function beginsUpper(image: string): boolean {
  const first = image.charCodeAt(0);
  return first >= 65 && first <= 90;
}
