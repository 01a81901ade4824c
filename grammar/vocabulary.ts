/**
 * The tokens of the table as Chevrotain's token types, with the groups that the parser's rules
 * name.
 */

import {
  createToken,
  EOF,
  Lexer,
  type CustomPatternMatcherReturn,
  type TokenType,
} from "chevrotain";
import {
  ASSIGNMENT_OPERATORS,
  BINARY_OPERATORS,
  HABIT_OPERATORS,
  PREFIX_OPERATORS,
} from "./operators.ts";
import { scanString } from "./strings.ts";
import { TOKENS, type TokenName, type TokenRow } from "./tokens.ts";

function group(name: string): TokenType {
  return createToken({ name, pattern: Lexer.NA });
}

/** Groups of tokens that fit one place of the grammar. */
export const GROUPS = {
  /** A name, or a keyword after `.`. */
  AnyName: group("AnyName"),
  BinaryOperator: group("BinaryOperator"),
  PrefixOperator: group("PrefixOperator"),
  AssignmentOperator: group("AssignmentOperator"),
  /** `=`, and `:=`, which is reported. */
  DefinitionSign: group("DefinitionSign"),
} as const;

const OPERATOR_GROUPS: readonly (readonly [readonly { readonly token: string }[], TokenType])[] = [
  [BINARY_OPERATORS, GROUPS.BinaryOperator],
  [PREFIX_OPERATORS, GROUPS.PrefixOperator],
  [ASSIGNMENT_OPERATORS, GROUPS.AssignmentOperator],
  [HABIT_OPERATORS.filter((row) => row.position === "binary"), GROUPS.BinaryOperator],
  [HABIT_OPERATORS.filter((row) => row.position === "prefix"), GROUPS.PrefixOperator],
  [HABIT_OPERATORS.filter((row) => row.position === "assignment"), GROUPS.AssignmentOperator],
];

function groupsOf(row: TokenRow): TokenType[] {
  const groups: TokenType[] = [];
  if (row.name === "Name" || row.class === "keyword") groups.push(GROUPS.AnyName);
  if (row.name === "Equal" || row.name === "ColonEqual") groups.push(GROUPS.DefinitionSign);
  for (const [rows, type] of OPERATOR_GROUPS) {
    if (rows.some((operator) => operator.token === row.name)) groups.push(type);
  }
  return groups;
}

function matchString(text: string, offset: number): CustomPatternMatcherReturn | null {
  const literal = scanString(text, offset);
  if (literal === null) return null;
  const match: CustomPatternMatcherReturn = [text.slice(offset, literal.end)];
  match.payload = literal;
  return match;
}

function matchBlockComment(text: string, offset: number): CustomPatternMatcherReturn | null {
  if (!text.startsWith("/*", offset)) return null;
  const close = text.indexOf("*/", offset + 2);
  return [text.slice(offset, close < 0 ? text.length : close + 2)];
}

function tokenTypeOf(row: TokenRow): TokenType {
  const { name } = row;
  const categories = groupsOf(row);
  if (row.name === "EndOfFile") return EOF;
  if (name === "Space" && row.pattern !== undefined) {
    return createToken({ name, pattern: row.pattern, group: Lexer.SKIPPED, line_breaks: true });
  }
  if (name === "String") {
    const start_chars_hint = ['"', "'", "r", "\u201c", "\u2018"];
    return createToken({ name, pattern: matchString, start_chars_hint, line_breaks: true });
  }
  if (name === "BlockComment") {
    return createToken({
      name,
      pattern: matchBlockComment,
      start_chars_hint: ["/"],
      line_breaks: true,
    });
  }
  if (row.class === "keyword" || name === "ElseIf")
    return createToken({ name, pattern: Lexer.NA, categories });
  return createToken({ name, pattern: row.pattern ?? row.fixed ?? Lexer.NA, categories });
}

/** Token types by name; short, because every rule names many. */
export const T = Object.fromEntries(TOKENS.map((row) => [row.name, tokenTypeOf(row)])) as Record<
  TokenName,
  TokenType
>;

/** What the text is cut into at first: keywords, holes and line ends come later. */
export const LEXER_TYPES: TokenType[] = [
  T.String,
  ...TOKENS.filter((row) => row.name !== "String" && row.name !== "EndOfFile").map(
    (row) => T[row.name],
  ),
].filter((type) => type.PATTERN !== Lexer.NA);

/** Everything the parser's rules may name. */
export const PARSER_TYPES: Record<string, TokenType> = Object.fromEntries(
  [...Object.values(T), ...Object.values(GROUPS)]
    .filter((type) => type !== EOF)
    .map((type) => [type.name, type]),
);
