/**
 * The prelude as syntax trees: all of it, or the part that a program can use.
 *
 * A function of the prelude is of no use to a program in which its name does not stand, and in no
 * function that it may use: its text is left blank then, so that everything else keeps its place.
 */

import { NUMBER_RECORDS } from "../../machine/types/number-record.ts";
import { sourceText } from "../../source/text.ts";
import type { SourceFile } from "../ast.ts";
import { parse } from "../parse.ts";
import { METHOD } from "./mentions.ts";
import { PRELUDE_TEXTS, type PreludeText } from "./texts.ts";

export interface ParsedFile {
  readonly path: string;
  readonly file: SourceFile;
}

let whole: readonly ParsedFile[] | null = null;

/** The prelude's files, parsed once in a process. */
export function parsedPrelude(): readonly ParsedFile[] {
  whole ??= PRELUDE_TEXTS.map(({ path, content }) => ({
    path,
    file: parse(sourceText(path, content)).file,
  }));
  return whole;
}

/** What has been parsed of it for programs before, by name: it only grows. */
let part: { readonly names: ReadonlySet<string>; readonly files: readonly ParsedFile[] } | null =
  null;

/** A text of which is known what it mentions: see mentions.ts. */
export interface Mentioning {
  readonly mentions: ReadonlySet<string>;
}

/**
 * The part of the prelude that these texts may use, and perhaps more. Cost: linear in what they
 * mention, and in the part where it has not been parsed.
 */
export function usedPrelude(texts: readonly Mentioning[]): readonly ParsedFile[] {
  if (whole !== null) return whole;
  const names = usedNames(texts, part?.names ?? null);
  if (part === null || names.size > part.names.size) part = { names, files: filesWith(names) };
  return part.files;
}

/** By mention of a function of the prelude, what functions of this name mention. */
let index: ReadonlyMap<string, readonly string[]> | null = null;

function indexByName(): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  // Operators on such numbers are functions of theirs, which no text names; `2i` is one too.
  const algebra: string[] = [];
  for (const name of NUMBER_RECORDS) names.set(name, algebra);
  names.set("i", algebra);
  for (const { content, functions } of PRELUDE_TEXTS) {
    for (const [name, start, end, words] of functions) {
      const known = names.get(name) ?? [];
      if (words !== "") known.push(...words.split(" "));
      names.set(name, known);
      if (!name.startsWith(METHOD)) continue;
      const isOf = (type: string): boolean =>
        content.slice(start, end).includes(`fn ${type}${name}`);
      if ([...NUMBER_RECORDS].some(isOf)) algebra.push(name);
    }
  }
  return names;
}

/** What a program may use as it is mentioned, that of `before` with it. */
export function usedNames(
  texts: readonly Mentioning[],
  before: ReadonlySet<string> | null,
): ReadonlySet<string> {
  index ??= indexByName();
  const names = new Set(before);
  const reach = (name: string): void => {
    const words = names.has(name) ? undefined : index!.get(name);
    if (words === undefined) return;
    names.add(name);
    for (const word of words) reach(word);
  };
  for (const { mentions } of texts) for (const mention of mentions) reach(mention);
  for (const { words } of PRELUDE_TEXTS) for (const word of words.split(" ")) reach(word);
  return names;
}

/** The prelude with the functions of these mentions alone. */
export function filesWith(names: ReadonlySet<string>): readonly ParsedFile[] {
  return PRELUDE_TEXTS.map((text) => {
    const content = contentWith(text, names);
    return { path: text.path, file: parse(sourceText(text.path, content)).file };
  });
}

function contentWith({ content, functions }: PreludeText, names: ReadonlySet<string>): string {
  let kept = "";
  let at = 0;
  for (const [name, start, end] of functions) {
    if (names.has(name)) continue;
    kept += content.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  return kept + content.slice(at);
}
