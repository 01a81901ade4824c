/**
 * The prelude as syntax trees: all of it, or the part that a program can use.
 *
 * A function or type of the prelude is of no use to a program in which its name does not stand, and
 * in nothing that it may use: its text is passed over then, and everything else keeps its place.
 * Reports may speak of it all the same, as what may have been meant: of such a function the body
 * alone is passed over then, into which nobody looks.
 */

import { NUMBER_RECORDS } from "../../machine/types/number-record.ts";
import { sourceText } from "../../source/text.ts";
import type { SourceFile } from "../ast.ts";
import { parse } from "../parse.ts";
import { NUMBER_METHODS } from "./mentions.ts";
import { PRELUDE_TEXTS, type PreludeRow } from "./texts.ts";

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
interface Part {
  readonly names: ReadonlySet<string>;
  readonly files: readonly ParsedFile[];
}

let used: Part | null = null;
let declared: Part | null = null;

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
  used = grown(used, texts, false);
  return used.files;
}

/**
 * The prelude for reports on these texts: all that it declares, and the bodies of functions that
 * they may use. Cost: that of reading its declarations.
 */
export function declaredPrelude(texts: readonly Mentioning[]): readonly ParsedFile[] {
  if (whole !== null) return whole;
  declared = grown(declared, texts, true);
  return declared.files;
}

function grown(known: Part | null, texts: readonly Mentioning[], isAllDeclared: boolean): Part {
  const names = usedNames(texts, known?.names ?? null);
  if (known !== null && known.names.size === names.size) return known;
  return { names, files: filesWith(names, isAllDeclared) };
}

/** By each mention that a part of the prelude needs, the parts that need it. */
let index: ReadonlyMap<string, readonly PreludeRow[]> | null = null;

function indexByName(): ReadonlyMap<string, readonly PreludeRow[]> {
  const rows = new Map<string, PreludeRow[]>();
  const add = (name: string, row: PreludeRow): void => {
    const known = rows.get(name);
    if (known === undefined) rows.set(name, [row]);
    else known.push(row);
  };
  for (const { functions, types } of PRELUDE_TEXTS) {
    for (const row of functions) {
      add(row[0], row);
      if (row[1] !== "") add(row[1], row);
    }
    for (const row of types) add(row[0], row);
  }
  for (const name of NUMBER_RECORDS) add(name, [name, "", 0, 0, NUMBER_METHODS]);
  return rows;
}

/** Whether everything is mentioned that a part needs. */
function isUsed(row: PreludeRow, names: ReadonlySet<string>): boolean {
  return names.has(row[0]) && (row[1] === "" || names.has(row[1]));
}

/** What a program may use as it is mentioned, that of `before` with it. */
export function usedNames(
  texts: readonly Mentioning[],
  before: ReadonlySet<string> | null,
): ReadonlySet<string> {
  index ??= indexByName();
  const names = new Set(before);
  const reach = (name: string): void => {
    const rows = names.has(name) ? undefined : index!.get(name);
    if (rows === undefined) return;
    names.add(name);
    for (const row of rows) if (isUsed(row, names)) reachAll(row[4]);
  };
  const reachAll = (words: string): void => {
    if (words !== "") for (const word of words.split(" ")) reach(word);
  };
  for (const { mentions } of texts) for (const mention of mentions) reach(mention);
  for (const { words } of PRELUDE_TEXTS) reachAll(words);
  return names;
}

/**
 * The files of the prelude with the functions and types of these mentions alone.
 *
 * @param isAllDeclared whether the others are there too, functions without what is in their bodies
 */
export function filesWith(
  names: ReadonlySet<string>,
  isAllDeclared = false,
): readonly ParsedFile[] {
  return PRELUDE_TEXTS.flatMap((text) => {
    const { path, others, functions, types } = text;
    const unused = functions.filter((row) => !isUsed(row, names));
    const unusedTypes = isAllDeclared ? [] : types.filter((row) => !isUsed(row, names));
    const declarations = others + functions.length + types.length;
    if (!isAllDeclared && unused.length + unusedTypes.length === declarations) return [];
    const gaps = [
      ...unused.map(([, , start, end, , body = end]) =>
        isAllDeclared ? { start: body, end: end - 1 } : { start, end },
      ),
      ...unusedTypes.map(([, , start, end]) => ({ start, end })),
    ];
    if (unusedTypes.length > 0) gaps.sort((a, b) => a.start - b.start);
    return [{ path, file: parse(sourceText(path, text.content), gaps).file }];
  });
}
