/**
 * Words and signs of other languages that stand for tokens of ours: each is read as the token that
 * it means, and reported with the edit that writes it.
 */

import type { Mistake } from "../mistake.ts";
import { byCode, type TokenName } from "../tokens.ts";
import type { SyntaxToken } from "../tree.ts";
import { endsOperand, findOnLine, isMatchBrace, lineEnd, lineStart, type Site } from "./line.ts";
import { retype } from "./spaces.ts";

type Edit = NonNullable<Mistake["edits"]>[number];

/** By the code of a token, the sign that it may be. */
export const SIGNS = byCode<(site: Site, token: SyntaxToken) => Mistake | null>({
  Name: wordSign,
  Colon: rangeColon,
  Foreign: foreignSign,
  Minus: decrement,
  Percent: percentComment,
  Less: angleBrackets,
  Arrow: armArrow,
});

/** The report on a sign that is read as what it means; the token may be skipped. */
export function readSign(site: Site, token: SyntaxToken): Mistake | null {
  return SIGNS[token.code]?.(site, token) ?? null;
}

/** Names that `wordSign` is about. */
export const SIGN_WORDS: ReadonlySet<string> = new Set(["lambda", "then", "switch", "case"]);

function wordSign(site: Site, token: SyntaxToken): Mistake | null {
  switch (token.image) {
    case "lambda":
      return lambdaWord(site, token);
    case "then":
      return thenWord(site, token);
    case "switch":
    case "case":
      return switchWord(site, token);
    default:
      return null;
  }
}

/** `lambda x, y: x + y`; `lambda` alone is a name like any other. */
function lambdaWord(site: Site, token: SyntaxToken): Mistake | null {
  const { text, tokens, index } = site;
  const first = tokens[index + 1];
  const isAlone = first.name === "Colon";
  if (isAlone ? !BEFORE_FUNCTION.has(tokens[index - 1]?.name) : first.name !== "Name") return null;
  let at = index + 1;
  while (tokens[at].name === "Name" || tokens[at].name === "Comma") at += 1;
  const colon = tokens[at];
  if (colon.name !== "Colon" || lineEnd(site, index) <= at) return null;
  const names = isAlone ? "" : text.slice(first.start, tokens[at - 1].end);
  retype(token, isAlone ? "BarBar" : "Bar");
  if (isAlone) colon.skipped = true;
  else retype(colon, "Bar");
  const span = { start: token.start, end: colon.end };
  const message = `a function value is written \`|${names || "x"}| …\``;
  return sign({ ...token, end: token.end }, message, isAlone ? [] : [certain(span, `|${names}|`)]);
}

/** Behind one of these stands a value, and no name that is declared or given. */
const BEFORE_FUNCTION: ReadonlySet<TokenName> = new Set(["Equal", "Return", "FatArrow"]);

/** `if x == 1 then {` */
function thenWord({ tokens, index, lineHead }: Site, token: SyntaxToken): Mistake | null {
  const isHeader = lineHead !== null && HEADS.has(lineHead.name);
  if (!isHeader || tokens[index + 1].name !== "LeftBrace") return null;
  token.skipped = true;
  const span = { start: tokens[index - 1].end, end: token.end };
  return sign(token, "a condition is followed by its block, without `then`", [certain(span, "")]);
}

const HEADS: ReadonlySet<TokenName> = new Set(["If", "Else", "ElseIf", "RightBrace", "While"]);

/** `switch x { case 1: a  default: b }`, and `case` in a `match`. */
function switchWord(site: Site, token: SyntaxToken): Mistake | null {
  const { index } = site;
  if (lineStart(site, index) !== index) return null;
  const isSwitch = token.image === "switch";
  if (isSwitch && findOnLine(site, index, ({ name }) => name === "LeftBrace") < 0) return null;
  if (!isSwitch && !isMatchBrace(site)) return null;
  const edits: Edit[] = [];
  if (isSwitch) {
    retype(token, "Match");
    edits.push(certain(token, "match"));
  }
  const indexFrom = isSwitch ? index + 1 : index;
  readCases(site, indexFrom, edits);
  const message = isSwitch
    ? "cases are told apart with `match x { 1 => …, _ => … }`"
    : "an arm of a `match` is written `pattern => value`, without `case`";
  return sign(token, message, edits);
}

/** Reads `case 1:` as `1 =>` and `default:` as `_ =>`, to the end of the block. */
function readCases(site: Site, from: number, edits: Edit[]): void {
  const { tokens } = site;
  let depth = from > site.index ? -1 : 0;
  for (let at = from; at < tokens.length - 1; at += 1) {
    const token = tokens[at];
    if (token.name === "LeftBrace") depth += 1;
    if (token.name === "RightBrace") {
      depth -= 1;
      if (depth < 0) return;
    }
    const isWord = token.image === "case" || token.image === "default";
    if (depth !== 0 || token.name !== "Name" || !isWord || lineStart(site, at) !== at) continue;
    const colon = findOnLine(site, at + 1, ({ name }) => name === "Colon");
    if (colon < 0) continue;
    retype(tokens[colon], "FatArrow");
    edits.push(certain(tokens[colon], " =>"));
    if (token.image === "default") {
      edits.push(certain(token, "_"));
      (token as { image: string }).image = "_";
    } else {
      token.skipped = true;
      edits.push(certain({ start: token.start, end: tokens[at + 1].start }, ""));
    }
  }
}

/** Whether an arrow is that of `fn(A) -> B`. */
function isOfFunctionType({ tokens }: Site, arrow: number): boolean {
  let depth = 0;
  for (let at = arrow - 1; at > 0; at -= 1) {
    if (tokens[at].name === "RightParenthesis") depth += 1;
    if (tokens[at].name === "LeftParenthesis") depth -= 1;
    if (depth === 0) return tokens[at].name === "LeftParenthesis" && tokens[at - 1].name === "Fn";
  }
  return false;
}

/** `A -> 1` in a `match`. */
function armArrow(site: Site, token: SyntaxToken): Mistake | null {
  if (!isMatchBrace(site) || isOfFunctionType(site, site.index)) return null;
  const edits: Edit[] = [];
  // One report for all arms of the match.
  let depth = 0;
  for (let at = site.index; at < site.tokens.length - 1 && depth >= 0; at += 1) {
    const other = site.tokens[at];
    if (other.name === "LeftBrace") depth += 1;
    if (other.name === "RightBrace") depth -= 1;
    if (depth !== 0 || other.name !== "Arrow" || isOfFunctionType(site, at)) continue;
    retype(other, "FatArrow");
    edits.push(certain(other, "=>"));
  }
  return sign(token, "an arm of a `match` is written with `=>`", edits);
}

const COUNTING_LINES: ReadonlySet<TokenName> = new Set(["For", "Let", "Var"]);

/** `for i in 1:10`, `let r = 1:10` */
function rangeColon(site: Site, token: SyntaxToken): Mistake | null {
  const { tokens, index, lineHead, opener } = site;
  if (lineHead === null || !COUNTING_LINES.has(lineHead.name)) return null;
  if (opener !== null && opener.start > lineHead.start) return null;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  if (!endsOperand(before) || !["Number", "Name", "LeftParenthesis", "Minus"].includes(after.name))
    return null;
  const wanted = lineHead.name === "For" ? "In" : "Equal";
  const begin = findOnLine(site, lineHead.index, ({ name }) => name === wanted);
  const bar = findOnLine(site, lineHead.index, ({ name }) => name === "Bar");
  if (begin < 0 || begin > index || bar >= 0) return null;
  retype(token, "DotDotEqual");
  return sign(token, "a range is written `1..=10`", [certain(token, "..=")]);
}

/** `90°`, `a ~= b` */
function foreignSign(site: Site, token: SyntaxToken): Mistake | null {
  const { tokens, index } = site;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  if (token.image === "~" && after.name === "Equal" && after.start === token.end) {
    retype(token, "BangEqual");
    after.skipped = true;
    const span = { start: token.start, end: after.end };
    return sign(token, "`!=` is written for `~=`", [certain(span, "!=")]);
  }
  if (token.image !== "°" || before?.name !== "Number") return null;
  const isTouched = after.start === token.end && after.name === "Name";
  const scale = isTouched && Object.hasOwn(KELVINS, after.image) ? KELVINS[after.image] : null;
  if (scale !== null) return kelvins(site, scale);
  const found = degrees(token, before);
  // `45°N` is no angle
  return isTouched ? { ...found, edits: [] } : found;
}

/** `90°`, which is read as what it means. */
function degrees(token: SyntaxToken, number: SyntaxToken): Mistake {
  const span = { start: number.end, end: token.end };
  readAsUnit(token, "deg");
  const message = `degrees are written \`deg\`: \`${number.image}deg\``;
  return { ...sign(token, message, [certain(span, "deg")]), code: "E0114" };
}

/** Kelvins of a number of degrees. */
const KELVINS: Readonly<Record<string, (degrees: number) => number>> = {
  C: (degrees) => degrees + 273.15,
  K: (degrees) => degrees,
  F: (degrees) => ((degrees + 459.67) * 5) / 9,
};

/** `20°C`, which is a temperature in kelvins. */
function kelvins({ tokens, index }: Site, scale: (degrees: number) => number): Mistake {
  const [number, token, letter] = tokens.slice(index - 1, index + 2);
  const isNegative = tokens[index - 2]?.name === "Minus" && !endsOperand(tokens[index - 3]);
  const degreesRead = Number(number.image.replaceAll("_", "")) * (isNegative ? -1 : 1);
  const written = `${Number(scale(degreesRead).toFixed(4))}[K]`;
  readAsUnit(token, "K");
  letter.skipped = true;
  const span = { start: tokens[isNegative ? index - 2 : index - 1].start, end: letter.end };
  const message = `temperatures are counted in kelvins: \`${written}\``;
  const edits: Edit[] = [{ span, replacement: written, confidence: "likely" }];
  return { ...sign(token, message, edits), code: "E0114" };
}

function readAsUnit(token: SyntaxToken, unit: string): void {
  retype(token, "UnitSuffix");
  (token as { image: string }).image = unit;
}

/** `i--` at the end of a line. */
function decrement(site: Site, token: SyntaxToken): Mistake | null {
  const { tokens, index } = site;
  const next = tokens[index + 1];
  const isPair = next.name === "Minus" && next.start === token.end;
  if (!isPair || tokens[index - 1]?.end !== token.start || lineEnd(site, index) !== index + 2)
    return null;
  if (!endsOperand(tokens[index - 1])) return null;
  token.skipped = true;
  next.skipped = true;
  const span = { start: token.start, end: next.end };
  return sign(token, "a place is counted down with `-= 1`", [certain(span, " -= 1")]);
}

/** A line that begins with `%` is a comment elsewhere. */
function percentComment(site: Site, token: SyntaxToken): Mistake | null {
  const { tokens, index } = site;
  if (lineStart(site, index) !== index) return null;
  const end = lineEnd(site, index);
  for (let at = index; at < end; at += 1) tokens[at].skipped = true;
  return sign(token, "comments are written with `//`, not with `%`", [certain(token, "//")]);
}

/** `List<Int>` */
function angleBrackets(site: Site, token: SyntaxToken): Mistake | null {
  const { tokens, index } = site;
  const before = tokens[index - 1];
  if (before?.end !== token.start || !/^[A-Z][a-z]/.test(before.image)) return null;
  const edits: Edit[] = [];
  const angles: SyntaxToken[] = [];
  let depth = 0;
  const end = lineEnd(site, index);
  for (let at = index; at < end; at += 1) {
    const { name } = tokens[at];
    if (name === "Less") depth += 1;
    else if (name === "Greater") depth -= 1;
    else if (name !== "Name" && name !== "Comma") return null;
    if (name === "Less" || name === "Greater") angles.push(tokens[at]);
    if (depth === 0) break;
  }
  if (depth !== 0) return null;
  for (const angle of angles) {
    const isOpen = angle.name === "Less";
    retype(angle, isOpen ? "LeftBracket" : "RightBracket");
    edits.push(certain(angle, isOpen ? "[" : "]"));
  }
  const whole = site.text.slice(before.start, angles[angles.length - 1].end);
  const written = whole.replaceAll("<", "[").replaceAll(">", "]");
  const message = `what a type is made of stands in square brackets: \`${written}\``;
  return sign(token, message, edits);
}

function certain({ start, end }: { start: number; end: number }, replacement: string): Edit {
  return { span: { start, end }, replacement, confidence: "certain" };
}

function sign(
  { start, end }: { start: number; end: number },
  message: string,
  edits: readonly Edit[],
): Mistake {
  return { code: "E0107", start, end, message, edits };
}
