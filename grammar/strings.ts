/**
 * Finds the end of a string literal and its holes, without reading what is in the holes.
 *
 * A literal on one line ends with its line at the latest, so a forgotten quote costs one line, not
 * the rest of the file. Holes may hold strings with holes, up to LIMITS.stringDepth.
 * Not here: escapes and indentation (language/parse/strings.ts).
 */

import { LIMITS } from "./limits.ts";

export interface ScannedString {
  readonly end: number;
  /** Why the literal is broken; a broken literal has no holes. */
  readonly broken: "unclosed" | "unclosed hole" | "too deep" | null;
  readonly raw: boolean;
  /** Length of the opening quote, `r` included. */
  readonly openLength: number;
  readonly closeLength: number;
  /** Between the braces of each hole. */
  readonly holes: readonly { readonly start: number; readonly end: number }[];
}

/** `\u{3c9}`: these braces are not a hole. */
const POINT = /^\\u\{[0-9a-fA-F]*\}/;

interface Quote {
  readonly raw: boolean;
  readonly multiLine: boolean;
  readonly openLength: number;
  readonly close: string;
}

/**
 * The literal that starts at an offset, or null when none starts there. Cost: linear in its length.
 */
export function scanString(text: string, offset: number, depth = 0): ScannedString | null {
  const quote = openingQuote(text, offset);
  if (quote === null) return null;
  const holes: { start: number; end: number }[] = [];
  let at = offset + quote.openLength;
  const finish = (end: number, broken: ScannedString["broken"]): ScannedString => {
    const closeLength = broken === null ? quote.close.length : 0;
    const kept = broken === null ? holes : [];
    return { end, broken, raw: quote.raw, openLength: quote.openLength, closeLength, holes: kept };
  };
  while (at < text.length) {
    const unit = text[at];
    if (text.startsWith(quote.close, at)) return finish(at + quote.close.length, null);
    if (isLineEnd(unit) && !quote.multiLine) break;
    if (quote.raw) {
      at += 1;
    } else if (unit === "\\" && POINT.test(text.slice(at, at + 12))) {
      at = text.indexOf("}", at) + 1;
    } else if (unit === "\\") {
      at += at + 1 < text.length && isLineEnd(text[at + 1]) && !quote.multiLine ? 1 : 2;
    } else if (unit === "{") {
      const hole = scanHole(text, at + 1, quote.multiLine, depth);
      if (typeof hole === "string") return finish(endOfLine(text, at), hole);
      holes.push({ start: at + 1, end: hole });
      at = hole + 1;
    } else {
      at += 1;
    }
  }
  if (quote.close === "'" || quote.close === "\u2019") return null;
  return finish(Math.min(at, text.length), "unclosed");
}

/**
 * Where a literal ends that begins with `"` at an offset, when it is of the plain kind: on one
 * line, closed, and no hole in it holds a string, a brace or a comment; -1 for any other one.
 * `holes` gets the begin and the end of each hole. Cost: linear in its length.
 */
export function plainStringEnd(units: Uint16Array, offset: number, holes: number[]): number {
  if (units[offset + 1] === 34 && units[offset + 2] === 34) return -1;
  for (let at = offset + 1; ; at += 1) {
    let unit = units[at];
    if (unit === 34) return at + 1;
    if (unit === 92) {
      at += 1;
      unit = units[at];
      // `\u{3c9}` has braces of its own
      if (unit === 117) return -1;
    } else if (unit === 123) {
      const begin = at + 1;
      do {
        at += 1;
        unit = units[at];
        if (unit < ASCII && NOT_IN_PLAIN_HOLE[unit] === 1) return -1;
      } while (unit !== 125 && unit < ASCII && at - begin < LIMITS.holeUnits - 1);
      if (unit !== 125) return -1;
      holes.push(begin, at);
    }
    if (unit === 10 || unit === 13 || unit === 0) return -1;
  }
}

const ASCII = 128;
/** By character, whether a hole with it is read with care. */
const NOT_IN_PLAIN_HOLE = new Uint8Array(ASCII);
for (const sign of "\0\n\r\"'{/#") NOT_IN_PLAIN_HOLE[sign.charCodeAt(0)] = 1;

/** Offset of the brace that closes a hole, or why there is none. */
function scanHole(
  text: string,
  start: number,
  multiLine: boolean,
  depth: number,
): number | "unclosed hole" | "too deep" {
  let braces = 0;
  const end = Math.min(text.length, start + LIMITS.holeUnits);
  for (let at = start; at < end; at += 1) {
    const unit = text[at];
    if (isLineEnd(unit) && !multiLine) return "unclosed hole";
    if (unit === "}") {
      if (braces === 0) return at;
      braces -= 1;
    } else if (unit === "{") {
      braces += 1;
    } else if (unit === '"') {
      if (depth + 1 >= LIMITS.stringDepth) return "too deep";
      const raw = text[at - 1] === "r" && !/\w/.test(text[at - 2] ?? "");
      const inner = scanString(text, raw ? at - 1 : at, depth + 1);
      if (inner === null) return "unclosed hole";
      if (inner.broken !== null) return inner.broken === "too deep" ? "too deep" : "unclosed hole";
      at = inner.end - 1;
    }
  }
  return "unclosed hole";
}

function openingQuote(text: string, offset: number): Quote | null {
  const raw = text[offset] === "r";
  const at = raw ? offset + 1 : offset;
  if (text.startsWith('"""', at))
    return { raw, multiLine: true, openLength: at - offset + 3, close: '"""' };
  if (text[at] === '"') return { raw, multiLine: false, openLength: at - offset + 1, close: '"' };
  if (raw) return null;
  if (text[at] === "'") return { raw, multiLine: false, openLength: 1, close: "'" };
  if (text[at] === "\u201c") return { raw, multiLine: false, openLength: 1, close: "\u201d" };
  if (text[at] === "\u2018") return { raw, multiLine: false, openLength: 1, close: "\u2019" };
  return null;
}

function isLineEnd(unit: string): boolean {
  return unit === "\n" || unit === "\r";
}

function endOfLine(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLineEnd(text[at])) at += 1;
  return at;
}
