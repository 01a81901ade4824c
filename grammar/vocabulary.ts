/**
 * The tokens of the table as Chevrotain's token types, with the groups that the parser's rules
 * name.
 */

import { createToken, EOF, Lexer, type IToken, type TokenType } from "chevrotain";
import {
  ASSIGNMENT_OPERATORS,
  BINARY_OPERATORS,
  HABIT_OPERATORS,
  PREFIX_OPERATORS,
} from "./operators.ts";
import { TOKENS, type TokenName, type TokenRow } from "./tokens.ts";
import type { SyntaxToken } from "./tree.ts";

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

function tokenTypeOf(row: TokenRow): TokenType {
  if (row.name === "EndOfFile") return EOF;
  return createToken({ name: row.name, pattern: Lexer.NA, categories: groupsOf(row) });
}

/** Token types by name; short, because every rule names many. */
export const T = Object.fromEntries(TOKENS.map((row) => [row.name, tokenTypeOf(row)])) as Record<
  TokenName,
  TokenType
>;

/** Everything the parser's rules may name. */
export const PARSER_TYPES: Record<string, TokenType> = Object.fromEntries(
  [...Object.values(T), ...Object.values(GROUPS)]
    .filter((type) => type !== EOF)
    .map((type) => [type.name, type]),
);

/** A token with what Chevrotain reads of it. */
export type ParserToken = SyntaxToken & IToken;

/** Gives tokens what Chevrotain reads of them; they stay the same objects. */
export function dressed(tokens: readonly SyntaxToken[]): ParserToken[] {
  return tokens.map((token) => {
    const type = T[token.name];
    const { start, end } = token;
    const fields = { startOffset: start, endOffset: end - 1, tokenType: type };
    return Object.assign(token, fields, { tokenTypeIdx: type.tokenTypeIdx as number });
  });
}
