/** The grammar as people read it, rendered from the parser's own rules and the token table. */

import type { ISerializedGast } from "chevrotain";
import { ResoParser } from "./parser.ts";
import { BINARY_OPERATORS, HABIT_OPERATORS, PREFIX_OPERATORS } from "./operators.ts";
import { TOKENS, tokenRow, type TokenName, type TokenRow } from "./tokens.ts";

export const EBNF_PATH = "grammar/resolang.ebnf";

const WIDTH = 96;

/**
 * Groups of tokens, by what is in them; other languages' operators are read, but not part of it.
 */
const GROUP_MEMBERS: Readonly<Record<string, string>> = {
  AnyName: "Name | keyword",
  BinaryOperator: texts(BINARY_OPERATORS),
  PrefixOperator: texts(PREFIX_OPERATORS),
  AssignmentOperator: '"=" | "+=" | "-=" | "*=" | "/=" | "%=" | "^=" | "++="',
  DefinitionSign: '"="',
};

const HABITS: ReadonlySet<string> = new Set([
  ...HABIT_OPERATORS.map((row) => row.token).filter((name) => tokenRow(name).class === "habit"),
  "ElseIf",
]);

function texts(rows: readonly { readonly text: string }[]): string {
  return rows.map((row) => `"${row.text}"`).join(" | ");
}

/** The whole text of the derived file. */
export function renderEbnf(): string {
  const rules = new ResoParser(false).getSerializedGastProductions();
  const keywords = TOKENS.filter((row) => row.class === "keyword").map((row) => ({
    text: row.fixed,
  }));
  const parts = [
    "(* ResoLang: the grammar that the parser reads, derived from it. It is wider than the",
    "   language where that makes better reports: what is read but not allowed is said by the",
    "   reports E01xx. Precedence of operators, loosest first: or, and, not, comparisons, ranges,",
    "   ++, + -, * / div %, unary -, ^. LineEnd is a line end that counts: grammar/layout.ts. *)",
    "",
    // The layers of the parser stand inside out: begin with the file.
    ...[...rules.slice(-2), ...rules.slice(0, -2)].map((rule) => renderRule(rule as Production)),
    "(* tokens *)",
    "",
    ...TOKENS.flatMap(renderPattern),
    ...Object.entries(GROUP_MEMBERS).map(([name, members]) => wrap(`${name} = ${members} ;`)),
    wrap(`keyword = ${texts(keywords)} ;`),
  ];
  return `${parts.join("\n")}\n`;
}

function renderPattern(row: TokenRow): string[] {
  return row.pattern === undefined ? [] : [`${row.name} = /${row.pattern.source}/ ;`];
}

interface Production {
  readonly type: ISerializedGast["type"];
  readonly name?: string;
  readonly definition?: readonly Production[];
}

function renderRule(rule: Production): string {
  const body = (rule.definition ?? []).map(render).filter((text) => text !== "");
  return `${wrap(`${rule.name} = ${body.join(" ")} ;`)}\n`;
}

function render(production: Production): string {
  const inside = (production.definition ?? []).map(render).filter((text) => text !== "");
  const sequence = inside.join(" ");
  switch (production.type) {
    case "Terminal":
      return renderToken(production.name ?? "");
    case "NonTerminal":
      return production.name ?? "";
    case "Option":
      return sequence === "" ? "" : `[ ${sequence} ]`;
    case "Repetition":
      return `{ ${sequence} }`;
    case "RepetitionMandatory":
      return `${inside.length > 1 ? `( ${sequence} )` : sequence} { ${sequence} }`;
    case "Alternation":
      return inside.length === 1 ? sequence : `( ${inside.join(" | ")} )`;
    default:
      return sequence;
  }
}

function renderToken(name: string): string {
  if (HABITS.has(name)) return "";
  if (name in GROUP_MEMBERS) return name;
  const { fixed } = tokenRow(name as TokenName);
  return fixed === undefined ? name : `"${fixed}"`;
}

function wrap(text: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > WIDTH) {
      lines.push(line);
      line = `   ${word}`;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join("\n");
}
