/**
 * String literals of the tree → text and holes: escapes resolved, indentation of `"""` removed.
 *
 * The text of a `"""` literal begins on the line after the opening quotes, ends before the line of
 * the closing ones, and loses the indentation of that line; its line ends are `\n` however the file
 * is stored.
 */

import { isToken, type SyntaxNode, type SyntaxToken } from "../../../grammar/tree.ts";
import type { Mistake } from "../../../grammar/mistake.ts";
import { MOST_DIGITS } from "../../machine/bytecode/limits.ts";
import type { StringLiteral, StringPart } from "../ast.ts";
import {
  expressionIn,
  nodeOf,
  spanOf,
  tokenOf,
  type Reading,
  type WrittenToken,
} from "./reading.ts";
import { unitOf } from "./types.ts";

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "0": "\0",
  "\\": "\\",
  '"': '"',
  "'": "'",
  "{": "{",
  "}": "}",
};

const OPENING = /^r?(?:"""|["'\u2018\u201c])/;
const CLOSING = /(?:"""|["'\u2019\u201d])$/;

/** How a literal is written. */
export interface Form {
  /** What it begins with: quotes, perhaps behind `r`. */
  readonly opening: string;
  readonly raw: boolean;
  /** Spaces to remove at the start of each line; null when the literal is on one line. */
  readonly indentation: string | null;
}

/** The literal of a `string` node. */
export function stringOf(reading: Reading, node: SyntaxNode): StringLiteral {
  const tokens = node.children.filter(
    (child): child is SyntaxToken => isToken(child) && !child.skipped,
  );
  const first = tokens[0];
  if (first === undefined) return { kind: "string", parts: [], span: spanOf(node) };
  const form = formOf(first, tokens[tokens.length - 1]);
  const parts: StringPart[] = [];
  for (const child of node.children) {
    if (isToken(child)) {
      if (!child.skipped) addText(reading, parts, child, form);
    } else if (child.kind === "hole") {
      parts.push(holeOf(reading, child));
    }
  }
  return { kind: "string", parts, span: spanOf(node) };
}

const PLAIN: Form = { opening: '"', raw: false, indentation: null };

/** How a literal is written, by its first and its last token. */
export function formOf(first: WrittenToken, last: WrittenToken): Form {
  if (first.image.charCodeAt(0) === 34 && !first.image.startsWith('"""')) return PLAIN;
  const opening = OPENING.exec(first.image)?.[0] ?? "";
  const multiLine = opening.endsWith('"""');
  const indentation = multiLine ? closingIndentation(last) : null;
  return { opening, raw: opening.startsWith("r"), indentation };
}

/** Adds the text of a token of a literal to what the literal consists of. */
export function addText(
  reading: Pick<Reading, "mistakes">,
  parts: StringPart[],
  token: WrittenToken,
  form: Form,
): void {
  const begins = token.name === "String" || token.name === "StringHead";
  const ends = token.name === "String" || token.name === "StringTail";
  const skip = begins ? form.opening.length : 1;
  let body = token.image.slice(skip);
  if (!ends) body = body.slice(0, -1);
  else body = body.replace(form.indentation === null ? CLOSING : /"""$/, "");
  const text =
    form.raw && form.indentation === null
      ? body
      : resolve(reading, body, token.start + skip, form, begins, ends);
  if (text !== "" || token.name === "String") parts.push({ kind: "text", text });
}

function resolve(
  reading: Pick<Reading, "mistakes">,
  body: string,
  start: number,
  form: Form,
  begins: boolean,
  ends: boolean,
): string {
  const source = form.indentation === null ? body : unindent(body, form.indentation, begins, ends);
  if (form.raw || !source.includes("\\")) return source;
  reportEscapes(reading, body, start);
  return source.replaceAll(
    /\\(u\{([0-9a-fA-F]{1,6})\}|[^])/gu,
    (whole, escape: string, digits: string | undefined) => {
      if (digits !== undefined) {
        const point = Number.parseInt(digits, 16);
        return isScalar(point) ? String.fromCodePoint(point) : whole;
      }
      return ESCAPES[escape] ?? whole;
    },
  );
}

function reportEscapes(reading: Pick<Reading, "mistakes">, body: string, start: number): void {
  for (const match of body.matchAll(/\\(?:u\{([^}\n]*)\}?|[^])/gu)) {
    const [whole, digits] = match;
    const at = start + match.index;
    const isPoint =
      digits !== undefined && whole.endsWith("}") && /^[0-9a-fA-F]{1,6}$/.test(digits);
    if (isPoint ? isScalar(Number.parseInt(digits, 16)) : Object.hasOwn(ESCAPES, whole.slice(1)))
      continue;
    reading.mistakes.push({
      code: "E0115",
      start: at,
      end: at + whole.length,
      message: `\`${whole}\` is not an escape`,
      edits: whole === "\\$" ? [withoutBackslash(at)] : [],
      help: [
        ...(whole === "\\$" ? ["a `$` stands for itself"] : []),
        'escapes are `\\n`, `\\t`, `\\r`, `\\0`, `\\"`, `\\\\`, `\\{`, `\\}` and `\\u{3c9}`',
        'text without escapes is written `r"…"`',
      ],
    });
  }
}

function withoutBackslash(start: number): NonNullable<Mistake["edits"]>[number] {
  return { span: { start, end: start + 1 }, replacement: "", confidence: "certain" };
}

function isScalar(point: number): boolean {
  return point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
}

function closingIndentation(last: WrittenToken): string {
  const body = last.image.replace(/"""$/, "");
  const line = body.slice(Math.max(body.lastIndexOf("\n"), body.lastIndexOf("\r")) + 1);
  return body !== line && /^[ \t]*$/.test(line) ? line : "";
}

function unindent(body: string, indentation: string, begins: boolean, ends: boolean): string {
  const text = body.replaceAll(/\r\n?/g, "\n");
  const lines = text.split("\n").map((line, position) => {
    if (position === 0) return line;
    let removed = 0;
    while (removed < indentation.length && line[removed] === indentation[removed]) removed += 1;
    return line.slice(removed);
  });
  if (begins && lines.length > 1 && lines[0].trim() === "") lines.shift();
  if (ends && lines.length > 1 && lines[lines.length - 1].trim() === "") lines.pop();
  return lines.join("\n");
}

function holeOf(reading: Reading, node: SyntaxNode): StringPart {
  const colon = tokenOf(node, "Colon");
  const digitsToken = tokenOf(node, "Number");
  const unit = nodeOf(node, "unitProduct");
  let digits: number | null = null;
  if (digitsToken !== null) {
    digits = /^[0-9]{1,2}$/.test(digitsToken.image) ? Number(digitsToken.image) : MOST_DIGITS + 1;
  }
  if (
    (colon !== null && digitsToken === null && unit === null) ||
    (digits !== null && digits > MOST_DIGITS)
  ) {
    reading.mistakes.push({
      code: "E0122",
      ...spanOf(node),
      message:
        `after \`:\` a hole says how many digits (\`.3\`, at most ${MOST_DIGITS}) ` +
        "or which unit (`[MW]`)",
      help: ['for example: `"{r:.3}"`, `"{power:[MW]}"`, `"{power:.1[MW]}"`'],
    });
    digits = null;
  }
  return {
    kind: "hole",
    span: spanOf(node),
    value: expressionIn(reading, node),
    digits,
    unit: unit === null ? null : unitOf(reading, unit),
  };
}
