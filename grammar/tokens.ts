/**
 * Every token of the language: name, pattern, class, colour, and whether a line may end after it.
 *
 * `fixed` tokens are their own text; `pattern` tokens are described by an expression; the others
 * are made by the lexer itself (strings, keywords, virtual line ends). Order matters: of two tokens
 * that match, the first one wins, so longer ones stand first.
 * Not here: precedence (operators.ts), what a line end means (layout.ts).
 */

/** TextMate scopes, by what a token is for a reader. */
export type Scope =
  | "keyword.control"
  | "keyword.declaration"
  | "keyword.operator"
  | "keyword.operator.word"
  | "constant.language"
  | "constant.numeric"
  | "string.quoted"
  | "comment.line"
  | "entity.name"
  | "support.type.unit"
  | "punctuation"
  | "invalid";

export type TokenClass =
  | "space"
  | "comment"
  | "number"
  | "string"
  | "name"
  | "keyword"
  | "operator"
  | "bracket"
  | "mark"
  | "habit"
  | "virtual";

export interface TokenRow {
  readonly name: string;
  readonly class: TokenClass;
  readonly scope: Scope;
  /** The text of a token that is always the same. */
  readonly fixed?: string;
  readonly pattern?: RegExp;
  /** A statement may end after this token, so a line end there is one. */
  readonly ends?: true;
}

/**
 * Latin letters, `_` and the Greek letters of the field; nothing that another letter could hide
 * behind.
 */
const LETTER =
  "A-Za-z_\\u0391-\\u03a1\\u03a3-\\u03a9\\u03b1-\\u03c9\\u03d1\\u03d5\\u03d6\\u03f0\\u03f1\\u03f5";

export const TOKENS = [
  {
    name: "Space",
    class: "space",
    scope: "punctuation",
    pattern: /[ \t\r\n\f\v\u00a0\u2000-\u200b\u2028\u2029\u202f\u3000\ufeff]+/,
  },
  { name: "Comment", class: "comment", scope: "comment.line", pattern: /\/\/[^\n\r]*/ },
  { name: "BlockComment", class: "habit", scope: "comment.line" },
  { name: "HashComment", class: "habit", scope: "comment.line", pattern: /#[^\n\r]*/ },
  {
    name: "Number",
    class: "number",
    scope: "constant.numeric",
    pattern:
      /0[xX][0-9a-fA-F_]+|0[bB][01_]+|[0-9][0-9_]*(?:\.[0-9][0-9_]*)?(?:[eE][+-]?[0-9][0-9_]*)?/,
    ends: true,
  },
  {
    name: "Name",
    class: "name",
    scope: "entity.name",
    pattern: new RegExp(`[${LETTER}][0-9${LETTER}]*`),
    ends: true,
  },

  // Made by the lexer from the text of a literal, from a name, or from what matches nothing else.
  { name: "String", class: "string", scope: "string.quoted", ends: true },
  { name: "StringHead", class: "string", scope: "string.quoted" },
  { name: "StringMiddle", class: "string", scope: "string.quoted" },
  { name: "StringTail", class: "string", scope: "string.quoted", ends: true },
  { name: "UnitSuffix", class: "name", scope: "support.type.unit", ends: true },
  { name: "LineEnd", class: "virtual", scope: "punctuation" },
  // A phrase of another language, which has its report.
  { name: "Unread", class: "virtual", scope: "invalid", ends: true },
  { name: "ElseIf", class: "habit", scope: "keyword.control", fixed: "elif" },

  // Keywords; all are ordinary names after `.`.
  { name: "Param", class: "keyword", scope: "keyword.declaration", fixed: "param" },
  { name: "Output", class: "keyword", scope: "keyword.declaration", fixed: "output" },
  { name: "Record", class: "keyword", scope: "keyword.declaration", fixed: "record" },
  { name: "Enum", class: "keyword", scope: "keyword.declaration", fixed: "enum" },
  { name: "Fn", class: "keyword", scope: "keyword.declaration", fixed: "fn" },
  { name: "Unit", class: "keyword", scope: "keyword.declaration", fixed: "unit" },
  { name: "Test", class: "keyword", scope: "keyword.declaration", fixed: "test" },
  { name: "Pub", class: "keyword", scope: "keyword.declaration", fixed: "pub" },
  { name: "Let", class: "keyword", scope: "keyword.declaration", fixed: "let" },
  { name: "Var", class: "keyword", scope: "keyword.declaration", fixed: "var" },
  { name: "With", class: "keyword", scope: "keyword.control", fixed: "with" },
  { name: "If", class: "keyword", scope: "keyword.control", fixed: "if" },
  { name: "Else", class: "keyword", scope: "keyword.control", fixed: "else" },
  { name: "Match", class: "keyword", scope: "keyword.control", fixed: "match" },
  { name: "While", class: "keyword", scope: "keyword.control", fixed: "while" },
  { name: "Loop", class: "keyword", scope: "keyword.control", fixed: "loop" },
  { name: "For", class: "keyword", scope: "keyword.control", fixed: "for" },
  { name: "In", class: "keyword", scope: "keyword.control", fixed: "in" },
  { name: "Break", class: "keyword", scope: "keyword.control", fixed: "break", ends: true },
  { name: "Continue", class: "keyword", scope: "keyword.control", fixed: "continue", ends: true },
  { name: "Return", class: "keyword", scope: "keyword.control", fixed: "return", ends: true },
  { name: "Emit", class: "keyword", scope: "keyword.control", fixed: "emit" },
  { name: "Print", class: "keyword", scope: "keyword.control", fixed: "print", ends: true },
  { name: "Assert", class: "keyword", scope: "keyword.control", fixed: "assert" },
  { name: "True", class: "keyword", scope: "constant.language", fixed: "true", ends: true },
  { name: "False", class: "keyword", scope: "constant.language", fixed: "false", ends: true },
  { name: "And", class: "keyword", scope: "keyword.operator.word", fixed: "and" },
  { name: "Or", class: "keyword", scope: "keyword.operator.word", fixed: "or" },
  { name: "Not", class: "keyword", scope: "keyword.operator.word", fixed: "not" },
  { name: "Div", class: "keyword", scope: "keyword.operator.word", fixed: "div" },
  { name: "Import", class: "keyword", scope: "keyword.declaration", fixed: "import" },
  { name: "As", class: "keyword", scope: "keyword.declaration", fixed: "as" },
  { name: "Bench", class: "keyword", scope: "keyword.declaration", fixed: "bench" },

  { name: "EqualEqualEqual", class: "habit", scope: "invalid", fixed: "===" },
  { name: "BangEqualEqual", class: "habit", scope: "invalid", fixed: "!==" },
  { name: "DotDotEqual", class: "operator", scope: "keyword.operator", fixed: "..=" },
  { name: "PlusPlusEqual", class: "operator", scope: "keyword.operator", fixed: "++=" },
  { name: "StarStar", class: "habit", scope: "invalid", fixed: "**" },
  { name: "AmpersandAmpersand", class: "habit", scope: "invalid", fixed: "&&" },
  { name: "BarBar", class: "habit", scope: "invalid", fixed: "||" },
  { name: "LessGreater", class: "habit", scope: "invalid", fixed: "<>" },
  { name: "ColonEqual", class: "habit", scope: "invalid", fixed: ":=" },
  { name: "FatArrow", class: "operator", scope: "keyword.operator", fixed: "=>" },
  { name: "Arrow", class: "mark", scope: "keyword.operator", fixed: "->" },
  { name: "EqualEqual", class: "operator", scope: "keyword.operator", fixed: "==" },
  { name: "BangEqual", class: "operator", scope: "keyword.operator", fixed: "!=" },
  { name: "LessEqual", class: "operator", scope: "keyword.operator", fixed: "<=" },
  { name: "GreaterEqual", class: "operator", scope: "keyword.operator", fixed: ">=" },
  { name: "PlusEqual", class: "operator", scope: "keyword.operator", fixed: "+=" },
  { name: "MinusEqual", class: "operator", scope: "keyword.operator", fixed: "-=" },
  { name: "StarEqual", class: "operator", scope: "keyword.operator", fixed: "*=" },
  { name: "SlashEqual", class: "operator", scope: "keyword.operator", fixed: "/=" },
  { name: "PercentEqual", class: "operator", scope: "keyword.operator", fixed: "%=" },
  { name: "CaretEqual", class: "operator", scope: "keyword.operator", fixed: "^=" },
  // An open range may end a line: `xs[2..]` and, later, `a..` do not continue.
  { name: "DotDot", class: "operator", scope: "keyword.operator", fixed: "..", ends: true },
  { name: "PlusPlus", class: "operator", scope: "keyword.operator", fixed: "++" },
  { name: "Equal", class: "operator", scope: "keyword.operator", fixed: "=" },
  { name: "Less", class: "operator", scope: "keyword.operator", fixed: "<" },
  { name: "Greater", class: "operator", scope: "keyword.operator", fixed: ">" },
  { name: "Plus", class: "operator", scope: "keyword.operator", fixed: "+" },
  { name: "Minus", class: "operator", scope: "keyword.operator", fixed: "-" },
  { name: "Star", class: "operator", scope: "keyword.operator", fixed: "*" },
  { name: "Slash", class: "operator", scope: "keyword.operator", fixed: "/" },
  { name: "Percent", class: "operator", scope: "keyword.operator", fixed: "%" },
  { name: "Caret", class: "operator", scope: "keyword.operator", fixed: "^" },
  { name: "Question", class: "operator", scope: "keyword.operator", fixed: "?", ends: true },
  { name: "Bar", class: "mark", scope: "punctuation", fixed: "|" },
  { name: "Bang", class: "habit", scope: "invalid", fixed: "!" },
  { name: "Semicolon", class: "habit", scope: "invalid", fixed: ";", ends: true },
  { name: "Dot", class: "mark", scope: "punctuation", fixed: "." },
  { name: "Comma", class: "mark", scope: "punctuation", fixed: "," },
  { name: "Colon", class: "mark", scope: "punctuation", fixed: ":" },
  { name: "LeftParenthesis", class: "bracket", scope: "punctuation", fixed: "(" },
  { name: "RightParenthesis", class: "bracket", scope: "punctuation", fixed: ")", ends: true },
  { name: "LeftBracket", class: "bracket", scope: "punctuation", fixed: "[" },
  { name: "RightBracket", class: "bracket", scope: "punctuation", fixed: "]", ends: true },
  { name: "LeftBrace", class: "bracket", scope: "punctuation", fixed: "{" },
  { name: "RightBrace", class: "bracket", scope: "punctuation", fixed: "}", ends: true },
  { name: "Foreign", class: "habit", scope: "invalid" },
  { name: "EndOfFile", class: "virtual", scope: "punctuation" },
] as const satisfies readonly TokenRow[];

export type TokenName = (typeof TOKENS)[number]["name"];

const ROWS: ReadonlyMap<string, TokenRow> = new Map(TOKENS.map((row) => [row.name, row]));

/** The row of a token. */
export function tokenRow(name: TokenName): TokenRow {
  return ROWS.get(name) as TokenRow;
}

const CODES: ReadonlyMap<TokenName, number> = new Map(
  TOKENS.map((row, index): [TokenName, number] => [row.name, index]),
);

/** The code of a token: its place in the table. */
export function tokenCode(name: TokenName): number {
  return CODES.get(name) as number;
}

/** Tokens as a table by code: 1 for those that are among them. */
export function among(...names: readonly TokenName[]): Uint8Array {
  const table = new Uint8Array(TOKENS.length);
  for (const name of names) table[tokenCode(name)] = 1;
  return table;
}

/** What a table says of tokens, by their codes. */
export function byCode<Value>(
  table: Partial<Record<TokenName, Value>>,
): readonly (Value | undefined)[] {
  return TOKENS.map(({ name }) => table[name]);
}

/** Keyword text to token name; `elif` and its like are among them, as the habits they are. */
export const KEYWORDS: ReadonlyMap<string, TokenName> = new Map(
  TOKENS.filter((row) => row.class === "keyword" || row.name === "ElseIf")
    .map((row): [string, TokenName] => [row.fixed, row.name])
    .concat([
      ["elseif", "ElseIf"],
      ["elsif", "ElseIf"],
    ]),
);

/** How a report names a token: its text in backticks, or what it is. */
export function describeToken(name: TokenName): string {
  const row = tokenRow(name);
  if (row.fixed !== undefined) return `\`${row.fixed}\``;
  return DESCRIPTIONS[name] ?? name;
}

const DESCRIPTIONS: Partial<Record<TokenName, string>> = {
  Number: "a number",
  Name: "a name",
  UnitSuffix: "a unit",
  String: "a string",
  StringHead: "a string",
  StringMiddle: "the end of a hole in a string",
  StringTail: "the end of a string",
  LineEnd: "the end of the line",
  EndOfFile: "the end of the file",
  Foreign: "this character",
  Unread: "this",
};
