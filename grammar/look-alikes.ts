/**
 * Characters that word processors and other notations put where the language has an ASCII token.
 */

import type { TokenName } from "./tokens.ts";

export interface LookAlike {
  /** What to write instead. */
  readonly write: string;
  /** The token it is read as, or null when it is left out. */
  readonly token: TokenName | null;
}

export const LOOK_ALIKES: ReadonlyMap<string, LookAlike> = new Map([
  ["\u2212", { write: "-", token: "Minus" }],
  ["\u2013", { write: "-", token: "Minus" }],
  ["\u2014", { write: "-", token: "Minus" }],
  ["\u2010", { write: "-", token: "Minus" }],
  ["\u00d7", { write: "*", token: "Star" }],
  ["\u00b7", { write: "*", token: "Star" }],
  ["\u22c5", { write: "*", token: "Star" }],
  ["\u2217", { write: "*", token: "Star" }],
  ["\u00f7", { write: "/", token: "Slash" }],
  ["\u2044", { write: "/", token: "Slash" }],
  ["\u2215", { write: "/", token: "Slash" }],
  ["\u2264", { write: "<=", token: "LessEqual" }],
  ["\u2265", { write: ">=", token: "GreaterEqual" }],
  ["\u2260", { write: "!=", token: "BangEqual" }],
  ["\u2192", { write: "->", token: "Arrow" }],
  ["\u2227", { write: "and", token: "And" }],
  ["\u2228", { write: "or", token: "Or" }],
  ["\u00ac", { write: "not", token: "Not" }],
  ["\u2208", { write: "in", token: "In" }],
  ["\u2026", { write: "..", token: "DotDot" }],
  ["\uff08", { write: "(", token: null }],
  ["\uff09", { write: ")", token: null }],
  ["\uff0c", { write: ",", token: "Comma" }],
  ["\uff1a", { write: ":", token: "Colon" }],
  ["\uff1b", { write: ";", token: null }],
  ["\u037e", { write: ";", token: null }],
  ["\uff1d", { write: "=", token: "Equal" }],
  ["\uff0b", { write: "+", token: "Plus" }],
  ["\uff0d", { write: "-", token: "Minus" }],
  ["\u201d", { write: '"', token: null }],
  ["\u2019", { write: '"', token: null }],
  ["\u00b2", { write: "^2", token: null }],
  ["\u00b3", { write: "^3", token: null }],
  ["\u00b5", { write: "u", token: null }],
] satisfies [string, LookAlike][]);
