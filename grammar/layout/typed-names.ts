/** Names behind their types, and loops with three parts, as C and its children write them. */

import { tokenCode } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { closerOf, lineStart, textOf, type Site } from "./line.ts";
import type { Phrase } from "./phrase.ts";
import { retype, virtualToken } from "./spaces.ts";

/** Types of other languages, and ours. */
export const TYPE_WORDS: ReadonlyMap<string, string> = new Map([
  ["int", "Int"],
  ["long", "Int"],
  ["i32", "Int"],
  ["i64", "Int"],
  ["usize", "Int"],
  ["Integer", "Int"],
  ["float", "Float"],
  ["double", "Float"],
  ["real", "Float"],
  ["f32", "Float"],
  ["f64", "Float"],
  ["Double", "Float"],
  ["Float64", "Float"],
  ["Int64", "Int"],
  ["bool", "Bool"],
  ["boolean", "Bool"],
  ["str", "String"],
  ["string", "String"],
  ["Int", "Int"],
  ["Float", "Float"],
  ["Bool", "Bool"],
  ["String", "String"],
]);

const NAME = tokenCode("Name");

/** Words that declare a name elsewhere. */
export const LET_WORDS: ReadonlySet<string> = new Set(["auto", "val", "local", "my", "set"]);

/** `int n = 3` as a statement, `int n` as a parameter. */
export function readTypedName(site: Site): Phrase | null {
  const { tokens, index } = site;
  // the end of the file is no name, so that there is a token behind one
  const name = tokens[index + 1];
  if (name.code !== NAME || name.triviaStart === name.start) return null;
  const word = tokens[index];
  const next = tokens[index + 2];
  const type = TYPE_WORDS.get(word.image);
  if (type === undefined && !LET_WORDS.has(word.image)) return null;
  if (lineStart(site, index) === index && next.name === "Equal") return declaration(site, type);
  const edge = tokens[index - 1]?.name;
  const isFirst = edge === "LeftParenthesis" || edge === "Comma";
  const isLast = next.name === "Comma" || next.name === "RightParenthesis";
  if (!isFirst || !isLast || tokens[lineStart(site, index)].name !== "Fn") return null;
  if (type === undefined) return null;
  return parameter(site, type);
}

function declaration({ tokens, index }: Site, type: string | undefined): Phrase {
  const [word, name] = [tokens[index], tokens[index + 1]];
  const isNumber = type === "Float" && /^\d+$/.test(tokens[index + 3]?.image ?? "");
  const written = isNumber ? `let ${name.image}: Float` : `let ${name.image}`;
  const span = { start: word.start, end: name.end };
  retype(word, "Let");
  return {
    from: index,
    to: index + 2,
    stream: [word, name],
    mistake: {
      code: "E0107",
      ...span,
      message: `a name is declared with \`let\`, or with \`var\` when it changes`,
      help: [`write \`${written} = …\``],
      edits: [{ span, replacement: written, confidence: "certain" }],
    },
  };
}

function parameter({ tokens, index }: Site, type: string): Phrase {
  const [word, name] = [tokens[index], tokens[index + 1]];
  const written = `${name.image}: ${type}`;
  const span = { start: word.start, end: name.end };
  word.skipped = true;
  return {
    from: index,
    to: index + 2,
    stream: [name, virtualToken("Colon", name.end), virtualToken("Name", name.end)],
    mistake: {
      code: "E0107",
      ...span,
      message: `a type stands behind its name: \`${written}\``,
      edits: [{ span, replacement: written, confidence: "certain" }],
    },
  };
}

const COUNTING =
  /^\((?:\w+ +)?(\w+) *= *([^;]+?) *; *\1 *(<=?) *([^;]+?) *; *(?:\1\+\+|\+\+\1|\1 *\+= *1) *\)$/;

/** `for (let i = 0; i < n; i++)` */
export function countingLoop(site: Site): Phrase | null {
  const { tokens, index } = site;
  const close = closerOf(site, index + 1);
  const equal = tokens.slice(index, index + 5).find(({ name }) => name === "Equal");
  if (close < 0 || equal === undefined || equal.index > close) return null;
  if (!tokens.slice(index, close).some(({ name }) => name === "Semicolon")) return null;
  const name = tokens[equal.index - 1];
  const match = COUNTING.exec(textOf(site, index + 1, close + 1));
  const span = { start: tokens[index + 1].start, end: tokens[close].end };
  const written =
    match === null
      ? null
      : `${match[1]} in ${match[2]}${match[3] === "<" ? ".." : "..="}${match[4]}`;
  retype(equal, "Unread");
  const stream: SyntaxToken[] = [name, virtualToken("In", name.end), equal];
  return {
    from: index + 1,
    to: close + 1,
    stream: [tokens[index], ...stream],
    mistake: {
      code: "E0107",
      ...span,
      message: "a loop goes through a range: `for i in 0..n { … }`",
      help: written === null ? [] : [`write \`for ${written} { … }\``],
      edits: written === null ? [] : [{ span, replacement: written, confidence: "certain" }],
    },
  };
}
