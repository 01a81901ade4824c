/** `for i, x in xs`, `let a, b = pair`: several names without parentheses, read as if they had. */

import type { TokenName } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { findOnLine, lineEnd, type Site } from "./line.ts";
import type { Phrase } from "./phrase.ts";
import { virtualToken } from "./spaces.ts";

/** What stands behind the names of a line that begins so. */
const BEHIND: Partial<Record<TokenName, TokenName>> = { For: "In", Let: "Equal", Var: "Equal" };

export function looseNames(site: Site): Phrase | null {
  const { tokens, index } = site;
  const head = tokens[index];
  const behind = BEHIND[head.name];
  let to = index + 1;
  while (tokens[to].name === "Name" && tokens[to + 1].name === "Comma") to += 2;
  if (to === index + 1 || tokens[to].name !== "Name" || tokens[to + 1].name !== behind) return null;
  to += 1;
  const names: readonly SyntaxToken[] = tokens.slice(index + 1, to);
  const [first, last] = [names[0], names[names.length - 1]];
  const [open, close] = [
    virtualToken("LeftParenthesis", first.start),
    virtualToken("RightParenthesis", last.end),
  ];
  const written = names.map(({ image }) => (image === "," ? ", " : image)).join("");
  const example = head.name === "For" ? `for (${written}) in …` : `${head.image} (${written}) = …`;
  const what = head.name === "For" ? "two names of a loop" : "several names";
  const comma = findOnLine(site, to + 1, ({ name }) => name === "Comma");
  const isRow = head.name !== "For" && comma >= 0;
  const insertion = (at: number, replacement: string) => {
    const span = { start: at, end: at };
    return { span, replacement, confidence: isRow ? ("likely" as const) : ("certain" as const) };
  };
  const end = lineEnd(site, index) - 1;
  const values = isRow
    ? [insertion(tokens[to + 1].start, "("), insertion(tokens[end].end, ")")]
    : [];
  return {
    from: index,
    to,
    stream: [head, open, ...names, close],
    mistake: {
      code: "E0107",
      start: names[1].start,
      end: names[1].end,
      message: `${what} stand in parentheses: \`${example}\``,
      edits: [insertion(first.start, "("), insertion(last.end, ")"), ...values],
    },
  };
}
