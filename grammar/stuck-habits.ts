/**
 * What another language writes where the parser got stuck, with the edits that write it here:
 * `return a, b`, `low, high = f()`, `"{v in km/h}"`.
 */

import type { Mistake } from "./mistake.ts";
import type { SyntaxToken } from "./tree.ts";

type Edit = NonNullable<Mistake["edits"]>[number];

/** The report for a token that cannot stand where it does; null where nothing is known. */
export function stuckHabit(stuck: SyntaxToken, tokens: readonly SyntaxToken[]): Mistake | null {
  if (stuck.name === "Comma") return indexOfTwo(stuck, tokens) ?? rowOfValues(stuck, tokens);
  if (stuck.name === "Number") return numberedPart(stuck, tokens);
  return stuck.name === "In" ? unitInHole(stuck, tokens) : null;
}

/** `pair.0` */
function numberedPart(number: SyntaxToken, tokens: readonly SyntaxToken[]): Mistake | null {
  const dot = tokens[number.index - 1];
  if (dot?.name !== "Dot" || dot.end !== number.start || !/^\d$/.test(number.image)) return null;
  const message =
    "the parts of a tuple get names: `let (a, b) = pair`, and in a function `|(a, b)| a + b`";
  return mistake(number, message, []);
}

/** `grid[i, j]` */
function indexOfTwo(comma: SyntaxToken, tokens: readonly SyntaxToken[]): Mistake | null {
  let depth = 0;
  for (let at = comma.index - 1; at > 0 && !tokens[at + 1].startsLine; at -= 1) {
    const { name, start } = tokens[at];
    if (name === "RightBracket" || name === "RightParenthesis") depth += 1;
    if (name === "LeftParenthesis" || name === "LeftBrace") depth -= 1;
    if (name === "LeftBracket" && depth === 0) {
      const before = tokens[at - 1];
      if (before.end !== start || !/^[\p{L}_\d\])]/u.test(before.image)) return null;
      const message = "an index is one number: `grid[i][j]`, and of a matrix `m.get(i, j)`";
      const span = { start: comma.start, end: tokens[comma.index + 1].start };
      return mistake(comma, message, [{ span, replacement: "][", confidence: "likely" }]);
    }
    if (name === "LeftBracket") depth -= 1;
    if (depth < 0) return null;
  }
  return null;
}

/** Several values without parentheses around them. */
function rowOfValues(comma: SyntaxToken, tokens: readonly SyntaxToken[]): Mistake | null {
  const line = lineOf(comma, tokens);
  const [head] = line;
  const last = line[line.length - 1];
  if (head.name === "Return" && line[1] !== comma) {
    const message = "several values stand in parentheses: `return (a, b)`";
    return mistake(comma, message, [insertion(line[1].start, "("), insertion(last.end, ")")]);
  }
  const equal = line.findIndex(({ name }) => name === "Equal");
  const named = line.slice(0, equal);
  const areNames = named.every(({ name }, at) => name === (at % 2 === 0 ? "Name" : "Comma"));
  if (equal < 0 || named.length % 2 === 0 || !areNames || !named.includes(comma)) return null;
  const names = named.map(({ image }) => (image === "," ? ", " : image)).join("");
  const message = `several names stand in parentheses: \`let (${names}) = …\``;
  const edits = [insertion(head.start, "let ("), insertion(named[named.length - 1].end, ")")];
  return mistake(comma, message, edits);
}

/** `{v in km/h}`: the unit that a value is shown in. */
function unitInHole(word: SyntaxToken, tokens: readonly SyntaxToken[]): Mistake | null {
  const isEdge = ({ name }: SyntaxToken): boolean => name.startsWith("String");
  if (word.index < 2) return null;
  let from = word.index - 1;
  while (from > 0 && !isEdge(tokens[from]) && !tokens[from].startsLine) from -= 1;
  let to = word.index + 1;
  while (to < tokens.length - 1 && !isEdge(tokens[to]) && !tokens[to].startsLine) to += 1;
  if (!isEdge(tokens[from]) || !isEdge(tokens[to]) || to === word.index + 1) return null;
  const inside = tokens.slice(word.index + 1, to);
  const unit = inside.map(({ image }) => image).join("");
  if (!/^[\p{L}\d^*/-]+$/u.test(unit)) return null;
  const value = tokens
    .slice(from + 1, word.index)
    .map(({ image }) => image)
    .join("");
  const span = { start: tokens[word.index - 1].end, end: inside[inside.length - 1].end };
  const message = `a value is shown in a unit with \`{${value}:[${unit}]}\``;
  return mistake(word, message, [{ span, replacement: `:[${unit}]`, confidence: "likely" }]);
}

/** The tokens of the line of a token, without what belongs to no statement of it. */
function lineOf(token: SyntaxToken, tokens: readonly SyntaxToken[]): readonly SyntaxToken[] {
  let from = token.index;
  while (from > 0 && !tokens[from].startsLine && !endsBlock(tokens[from - 1])) from -= 1;
  let to = token.index + 1;
  while (to < tokens.length - 1 && !tokens[to].startsLine && !endsBlock(tokens[to])) to += 1;
  return tokens.slice(from, to);
}

function endsBlock({ name }: SyntaxToken): boolean {
  return name === "LeftBrace" || name === "RightBrace";
}

function insertion(at: number, replacement: string): Edit {
  return { span: { start: at, end: at }, replacement, confidence: "likely" };
}

function mistake({ start, end }: SyntaxToken, message: string, edits: readonly Edit[]): Mistake {
  return { code: "E0107", start, end, message, edits };
}
