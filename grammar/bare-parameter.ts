/** `fn f(x, y)`, `fn Pair.norm(self)`: parameters without their types. */

import type { IRecognitionException } from "chevrotain";
import type { Mistake } from "./mistake.ts";
import type { TokenName } from "./tokens.ts";
import type { SyntaxToken } from "./tree.ts";

type Edit = NonNullable<Mistake["edits"]>[number];

const ENDS: ReadonlySet<TokenName> = new Set(["Comma", "RightParenthesis", "Equal"]);

/** The report, or null where something else is wrong. */
export function bareParameter(
  error: IRecognitionException,
  stuck: SyntaxToken,
  tokens: readonly SyntaxToken[],
): Mistake | null {
  const before = tokens[stuck.index - 1];
  const isParameter = error.context.ruleStack.at(-1) === "functionParameter";
  if (!ENDS.has(stuck.name) || !isParameter || error.message !== "Colon") return null;
  if (before?.name !== "Name") return null;
  const { start, end, image } = before;
  const owner = image === "self" || image === "this" ? ownerBefore(before, tokens) : null;
  if (owner !== null) {
    return {
      ...missing(before, [image], `\`${image}: ${owner}\``),
      edits: [{ span: { start: end, end }, replacement: `: ${owner}`, confidence: "certain" }],
    };
  }
  const list = parametersFrom(before, tokens);
  const bareNames = list.filter(isBare).map(([name]) => name);
  const bare = bareNames.map(({ image: each }) => each);
  const typed = bare.map((name) => `${name}: Float`).join(", ");
  const isWhole = bare.length === list.length && givesValue(list, tokens);
  const name = isWhole ? nameBefore(list[0][0], tokens) : null;
  const shown = name === null ? `\`${typed}\`` : `\`fn ${name}(${typed}) -> Float\``;
  const edits = bareNames.map((each) => insertion(each.end, ": Float"));
  const last = list[list.length - 1].at(-1) as SyntaxToken;
  if (name !== null) edits.push(insertion(tokens[last.index + 1].end, " -> Float"));
  return { ...missing(before, bare.length === 0 ? [image] : bare, shown), start, end, edits };
}

function insertion(at: number, replacement: string): Edit {
  return { span: { start: at, end: at }, replacement, confidence: "likely" };
}

function missing({ start, end }: SyntaxToken, names: readonly string[], shown: string): Mistake {
  const shownNames = names.map((name) => `\`${name}\``);
  const all = [shownNames.slice(0, -1).join(", "), shownNames.at(-1)].filter(Boolean).join(" and ");
  const isOne = names.length === 1;
  const what = isOne ? `the type of ${all} is missing` : `the types of ${all} are missing`;
  return {
    code: "E0109",
    start,
    end,
    message: `while reading a parameter of a function: ${what}`,
    help: [`write ${isOne ? "it behind the name" : "them behind the names"}: ${shown}`],
    isOwnCause: true,
  };
}

type Parameter = readonly SyntaxToken[];

/** The parameters of a list from one of them on, each with its tokens. */
function parametersFrom(first: SyntaxToken, tokens: readonly SyntaxToken[]): Parameter[] {
  const list: SyntaxToken[][] = [[]];
  let depth = 0;
  for (let at = first.index; tokens[at].name !== "EndOfFile"; at += 1) {
    const token = tokens[at];
    if (token.name.startsWith("Left")) depth += 1;
    if (token.name.startsWith("Right")) depth -= 1;
    if (depth < 0) break;
    if (depth === 0 && token.name === "Comma") list.push([]);
    else list[list.length - 1].push(token);
  }
  return list.filter((parameter) => parameter.length > 0);
}

function isBare([name, next]: Parameter): boolean {
  return name.name === "Name" && (next === undefined || next.name === "Equal");
}

/** Whether a `return` with a value follows before the next function, and no result is declared. */
function givesValue(list: readonly Parameter[], tokens: readonly SyntaxToken[]): boolean {
  const last = list[list.length - 1].at(-1) as SyntaxToken;
  if (tokens[last.index + 2]?.name === "Arrow") return false;
  for (let at = last.index + 2; at < tokens.length - 1; at += 1) {
    if (tokens[at].name === "Fn" && tokens[at].startsLine) return false;
    if (tokens[at].name === "Return" && !tokens[at + 1].startsLine) return true;
  }
  return false;
}

/** `norm` where `fn norm(` stands before the first parameter. */
function nameBefore(parameter: SyntaxToken, tokens: readonly SyntaxToken[]): string | null {
  const [head, name, open] = tokens.slice(Math.max(0, parameter.index - 3), parameter.index);
  const isHead = head?.name === "Fn" && open?.name === "LeftParenthesis";
  return isHead ? name.image : null;
}

/** `Pair` in `fn Pair.norm(self)`. */
function ownerBefore(token: SyntaxToken, tokens: readonly SyntaxToken[]): string | null {
  const [owner, dot, , open] = tokens.slice(token.index - 4, token.index);
  return dot?.name === "Dot" && open.name === "LeftParenthesis" ? owner.image : null;
}
