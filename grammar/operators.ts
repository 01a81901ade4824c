/**
 * Every operator, loosest first: one table for the parser, the formatter and the reference.
 *
 * A larger precedence binds tighter. `chain` operators of one level form one comparison,
 * `a < b <= c`. Operators that other languages write differently stand in HABIT_OPERATORS: they are
 * read as what they mean and reported.
 */

import type { TokenName } from "./tokens.ts";

export interface BinaryOperatorRow {
  readonly token: TokenName;
  readonly text: string;
  readonly precedence: number;
  readonly associativity: "left" | "right" | "chain";
  readonly meaning: string;
}

export interface PrefixOperatorRow {
  readonly token: TokenName;
  readonly text: string;
  readonly precedence: number;
  readonly meaning: string;
}

export const BINARY_OPERATORS = [
  {
    token: "Or",
    text: "or",
    precedence: 1,
    associativity: "left",
    meaning: "either; the right side only if needed",
  },
  {
    token: "And",
    text: "and",
    precedence: 2,
    associativity: "left",
    meaning: "both; the right side only if needed",
  },
  { token: "EqualEqual", text: "==", precedence: 4, associativity: "chain", meaning: "equal" },
  { token: "BangEqual", text: "!=", precedence: 4, associativity: "chain", meaning: "different" },
  { token: "Less", text: "<", precedence: 4, associativity: "chain", meaning: "less" },
  { token: "LessEqual", text: "<=", precedence: 4, associativity: "chain", meaning: "at most" },
  { token: "Greater", text: ">", precedence: 4, associativity: "chain", meaning: "greater" },
  { token: "GreaterEqual", text: ">=", precedence: 4, associativity: "chain", meaning: "at least" },
  {
    token: "DotDot",
    text: "..",
    precedence: 5,
    associativity: "left",
    meaning: "range without its end",
  },
  {
    token: "DotDotEqual",
    text: "..=",
    precedence: 5,
    associativity: "left",
    meaning: "range with its end",
  },
  { token: "PlusPlus", text: "++", precedence: 6, associativity: "left", meaning: "concatenation" },
  { token: "Plus", text: "+", precedence: 7, associativity: "left", meaning: "sum" },
  { token: "Minus", text: "-", precedence: 7, associativity: "left", meaning: "difference" },
  { token: "Star", text: "*", precedence: 8, associativity: "left", meaning: "product" },
  {
    token: "Slash",
    text: "/",
    precedence: 8,
    associativity: "left",
    meaning: "quotient of floats",
  },
  {
    token: "Div",
    text: "div",
    precedence: 8,
    associativity: "left",
    meaning: "floored quotient of integers",
  },
  {
    token: "Percent",
    text: "%",
    precedence: 8,
    associativity: "left",
    meaning: "remainder of `div`",
  },
  { token: "Caret", text: "^", precedence: 10, associativity: "right", meaning: "power" },
] as const satisfies readonly BinaryOperatorRow[];

export const PREFIX_OPERATORS = [
  { token: "Not", text: "not", precedence: 3, meaning: "the opposite" },
  { token: "Minus", text: "-", precedence: 9, meaning: "negation" },
] as const satisfies readonly PrefixOperatorRow[];

/** What stands between a place and its new value; `operator` is applied to the old value first. */
export const ASSIGNMENT_OPERATORS = [
  { token: "Equal", text: "=", operator: null },
  { token: "PlusEqual", text: "+=", operator: "+" },
  { token: "MinusEqual", text: "-=", operator: "-" },
  { token: "StarEqual", text: "*=", operator: "*" },
  { token: "SlashEqual", text: "/=", operator: "/" },
  { token: "PercentEqual", text: "%=", operator: "%" },
  { token: "CaretEqual", text: "^=", operator: "^" },
  { token: "PlusPlusEqual", text: "++=", operator: "++" },
] as const;

/** Operators of other languages: the token they are written with and the one they mean. */
export const HABIT_OPERATORS = [
  { token: "AmpersandAmpersand", text: "&&", means: "And", write: "and", position: "binary" },
  { token: "BarBar", text: "||", means: "Or", write: "or", position: "binary" },
  { token: "StarStar", text: "**", means: "Caret", write: "^", position: "binary" },
  { token: "EqualEqualEqual", text: "===", means: "EqualEqual", write: "==", position: "binary" },
  { token: "BangEqualEqual", text: "!==", means: "BangEqual", write: "!=", position: "binary" },
  { token: "LessGreater", text: "<>", means: "BangEqual", write: "!=", position: "binary" },
  { token: "Bang", text: "!", means: "Not", write: "not ", position: "prefix" },
  { token: "Plus", text: "+", means: null, write: "", position: "prefix" },
  { token: "PlusPlus", text: "++", means: null, write: "", position: "prefix" },
  { token: "ColonEqual", text: ":=", means: "Equal", write: "=", position: "assignment" },
] as const satisfies readonly {
  readonly token: TokenName;
  readonly text: string;
  readonly means: TokenName | null;
  readonly write: string;
  readonly position: "binary" | "prefix" | "assignment";
}[];
