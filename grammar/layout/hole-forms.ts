/** What other languages write behind the `:` of a hole: `{x:.1 MW}`, `{x:8.2f}`, `{x:.2%}`. */

import { holeStart, textOf, type Site } from "./line.ts";
import { type Phrase, phrase } from "./phrase.ts";

/** Digits and a unit without its brackets. */
const UNIT = /^(\.\d{1,2})?\s*([\p{L}][\p{L}\d^*/-]*|%)$/u;
/** Letters that say elsewhere how a value is shown, and are no units: `{n:d}`, `{x:.3n}`. */
const SHOWN = /^(\.\d{1,2})?([dfegnsxEFGX])$/;
/** `.2f`, which is read as digits (spellings.ts). */
const LETTER = /^\.\d+[efgEG]$/;
/** A width: `>8.2f`, `05d`, `-10s`. */
const WIDTH = /^([<>-]?)(0?)([1-9]\d{0,2})(\.\d{1,2})?\s*[dfs]?$/;

/** The form of a hole, at its `:`. */
export function holeForm(site: Site): Phrase | null {
  const { tokens, index, opener } = site;
  if (opener?.name !== "StringHead" && opener?.name !== "StringMiddle") return null;
  const from = holeStart(site, index);
  let to = index + 1;
  while (to < tokens.length - 1 && !tokens[to].name.startsWith("String")) to += 1;
  if (tokens[to].name !== "StringMiddle" && tokens[to].name !== "StringTail") return null;
  const value = textOf(site, from, index);
  const form = textOf(site, index + 1, to);
  if (LETTER.test(form)) return null;
  const isApart = tokens[index + 1].start > tokens[index].end;
  const [message, written] = meant(value, form, isApart);
  if (message === null) return null;
  // a number reads otherwise in base 16
  const isSure = !/^[xX]$/.test(form);
  const found = phrase(site, { from, to, at: index }, message, isSure ? written : null);
  // the value is read as it stands
  const mistake = { ...found.mistake, help: [] };
  return { ...found, stream: tokens.slice(from, index), mistake };
}

/**
 * What is said of a form, and what is written in the hole; null for what is none of these. Only a
 * unit stands apart from its colon: `{t: s}`.
 */
function meant(
  value: string,
  form: string,
  isApart: boolean,
): readonly [string, string] | readonly [null, null] {
  const [, shown = "", letter] = SHOWN.exec(form) ?? [];
  if (letter !== undefined && !isApart) {
    const written = shown === "" ? value : `${value}:${shown}`;
    return [`a value is shown without a letter for its kind: \`{${written}}\``, written];
  }
  const [, digits = "", unit] = UNIT.exec(form) ?? [];
  if (unit !== undefined) {
    const written = `${value}:${digits}[${unit === "%" ? "percent" : unit}]`;
    return [`the unit that a value is shown in stands in brackets: \`{${written}}\``, written];
  }
  const [, side, zero, width, places = ""] = WIDTH.exec(form) ?? [];
  // `{n in 0:3}` asks a range
  if (width === undefined || /\bin\b/.test(value)) return [null, null];
  const text = `"{${value}${places === "" ? "" : `:${places}`}}"`;
  const pad = side === "<" || side === "-" ? "pad_right" : "pad_left";
  const written = `${text}.${pad}(${width}${zero === "" ? "" : ', "0"'})`;
  return [`a text is made as wide as it should be with \`${written}\``, written];
}
