/**
 * A program's files: the root, and everything that imports lead to.
 *
 * In: roots, and a reader of files that answers at once. Out: each file once, parsed, behind the
 * files that it imports; the roots in their order.
 * Invariants: an import leads to a file or says why not; following the imports that lead to a file
 * never comes back. Not here: what is wrong with an import is reported by check/imports.ts.
 */

import type { Diagnostic } from "../source/diagnostic.ts";
import type { Span } from "../source/span.ts";
import { suggest } from "../source/suggest.ts";
import { sourceText, type SourceText } from "../source/text.ts";
import type { ImportDeclaration, SourceFile } from "./ast.ts";
import {
  ENDING,
  folderOf,
  plainPath,
  readImportPath,
  step,
  type PathProblem,
} from "./import-path.ts";
import { parse } from "./parse.ts";
import { mentionsIn } from "./prelude/mentions.ts";

/** Where the texts of imported files come from. Nothing here waits. */
export interface Reader {
  /** The text of a file, or null when there is none. */
  read(path: string): string | null;
  /** The names of files and folders in a folder; `""` is where paths begin. Empty without one. */
  list(folder: string): readonly string[];
  /** The same text for all paths that lead to one file. */
  identity(path: string): string;
}

/** A reader without files. */
export const NO_FILES: Reader = {
  read: () => null,
  list: () => [],
  identity: (path) => path,
};

/** What an import leads to. */
export type ImportTarget =
  | { readonly kind: "file"; readonly path: string }
  | { readonly kind: "malformed"; readonly problem: PathProblem }
  /** `near` is a path that may have been meant. */
  | {
      readonly kind: "missing";
      readonly path: string;
      readonly near: string | null;
      readonly isFolder: boolean;
    }
  /** A part of the path is written in another case than on the disk. */
  | { readonly kind: "otherCase"; readonly near: string }
  /** From this import on, round to this file. */
  | { readonly kind: "circular"; readonly steps: readonly ImportStep[] }
  /** The file is known by another path. */
  | { readonly kind: "alias"; readonly path: string; readonly known: string }
  | { readonly kind: "tooMany" };

/** An import on the way round a cycle: the file it stands in, and the one it leads to. */
export interface ImportStep {
  readonly path: string;
  readonly span: Span;
  readonly to: string;
}

export interface LoadedImport {
  readonly declaration: ImportDeclaration;
  readonly target: ImportTarget;
}

export interface LoadedFile {
  readonly path: string;
  readonly text: SourceText;
  readonly file: SourceFile;
  /** What it may use of the prelude. */
  readonly mentions: ReadonlySet<string>;
  /** What could not be read in it. */
  readonly problems: readonly Diagnostic[];
  /** Where something was not read as it was meant. */
  readonly unread: readonly number[];
  readonly imports: readonly LoadedImport[];
}

/** Files of one program at most. */
export const MOST_FILES = 1000;

/** A file as `parse` gives it. */
export type ParsedFile = Pick<LoadedFile, "text" | "file" | "mentions" | "problems" | "unread">;

/** Reads a text; a session keeps what it has read. */
export type ParseFile = (path: string, content: string) => ParsedFile;

/** A text, read. */
export function parseFile(path: string, content: string): ParsedFile {
  const text = sourceText(path, content);
  // its tree and its tokens are large, and nobody asks for them behind the parser
  const { file, tokens, problems, unread } = parse(text);
  return { text, file, mentions: mentionsIn(tokens), problems, unread };
}

/** A text that is given instead of being read. */
export interface Root {
  readonly path: string;
  readonly text: string;
}

/** The files of some programs. Cost: linear in their length. */
export function load(
  roots: readonly Root[],
  reader: Reader,
  read: ParseFile = parseFile,
): readonly LoadedFile[] {
  const loading = new Loading(reader, read, roots);
  for (const { path, text } of roots) loading.root(path, text);
  return loading.files;
}

class Loading {
  readonly files: LoadedFile[] = [];
  /** Paths by identity: of files that are being read, and of those that have been. */
  private readonly known = new Map<string, string>();
  /** The way from the root to the file that is being read. */
  private readonly way: { readonly identity: string; readonly path: string }[] = [];
  private readonly steps: ImportStep[] = [];
  private readonly reader: Reader;
  private readonly parse: ParseFile;
  /** Roots are what they are given as, when they are imported too. */
  private readonly given: ReadonlyMap<string, Root>;

  constructor(reader: Reader, read: ParseFile, roots: readonly Root[]) {
    this.reader = reader;
    this.parse = read;
    this.given = new Map(roots.map((root) => [reader.identity(plainPath(root.path)), root]));
  }

  root(path: string, content: string): void {
    const identity = this.reader.identity(plainPath(path));
    if (!this.known.has(identity)) this.visit(identity, path, content);
  }

  private visit(identity: string, path: string, content: string): void {
    this.known.set(identity, path);
    this.way.push({ identity, path });
    const parsed = this.parse(path, content);
    const imports = parsed.file.imports.map((declaration) => ({
      declaration,
      target: this.follow(path, declaration),
    }));
    this.way.pop();
    this.files.push({ path, ...parsed, imports });
  }

  private follow(from: string, { path: written }: ImportDeclaration): ImportTarget {
    const parts = readImportPath(written.text);
    if (!Array.isArray(parts)) return { kind: "malformed", problem: parts as PathProblem };
    const found = findFile(this.reader, folderOf(from), parts as readonly string[]);
    if (found.kind !== "file") return found;
    const { path } = found;
    const identity = this.reader.identity(plainPath(path));
    const to = this.known.get(identity);
    this.steps.push({ path: from, span: written.span, to: to ?? path });
    const target = this.lead(identity, path, to);
    this.steps.pop();
    return target;
  }

  private lead(identity: string, path: string, known: string | undefined): ImportTarget {
    const at = this.way.findIndex((each) => each.identity === identity);
    if (at >= 0) return { kind: "circular", steps: this.steps.slice(at) };
    if (known !== undefined) {
      const isSame = plainPath(known) === plainPath(path);
      return isSame ? { kind: "file", path: known } : { kind: "alias", path, known };
    }
    if (this.known.size >= MOST_FILES) return { kind: "tooMany" };
    const given = this.given.get(identity);
    const content = given?.text ?? this.reader.read(path);
    if (content === null) return { kind: "missing", path, near: null, isFolder: false };
    const shown =
      given !== undefined && plainPath(given.path) === plainPath(path) ? given.path : path;
    this.visit(identity, shown, content);
    return { kind: "file", path: shown };
  }
}

/** The file that a path leads to; every part is compared with the names that are there. */
function findFile(reader: Reader, start: string, parts: readonly string[]): ImportTarget {
  const seen = [...parts];
  let folder = start;
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const name = isLast ? `${part}${ENDING}` : part;
    const names = part === ".." ? [part] : reader.list(folder);
    const alike = names.includes(name)
      ? name
      : names.find((each) => each.toLowerCase() === name.toLowerCase());
    if (alike === undefined) return missing(reader, start, folder, seen, index);
    seen[index] = isLast ? withoutEnding(alike) : alike;
    folder = step(folder, alike);
  }
  const near = seen.join("/");
  return near === parts.join("/") ? { kind: "file", path: folder } : { kind: "otherCase", near };
}

/** What to say about a path whose part at an index does not lie in the folder that it led to. */
function missing(
  reader: Reader,
  start: string,
  folder: string,
  parts: readonly string[],
  index: number,
): ImportTarget {
  const part = parts[index];
  const isLast = index === parts.length - 1;
  const names = reader.list(folder);
  const near = suggest(part, isLast ? names.filter(isSource).map(withoutEnding) : names);
  const path = parts.slice(index).reduce(step, folder) + ENDING;
  const isFolder = isLast && names.includes(part);
  if (isFolder)
    return { kind: "missing", path, near: inside(reader, parts, step(folder, part)), isFolder };
  const meant =
    near === null
      ? elsewhere(reader, start, parts)
      : [...parts.slice(0, index), near, ...parts.slice(index + 1)].join("/");
  return { kind: "missing", path, near: meant, isFolder };
}

/** The first file of a folder. */
function inside(reader: Reader, parts: readonly string[], folder: string): string | null {
  const first = reader.list(folder).find(isSource);
  return first === undefined ? null : [...parts, withoutEnding(first)].join("/");
}

const MOST_FOLDERS = 100;

/** The same file from this folder, from the one above, or in a folder of this one. */
function elsewhere(reader: Reader, start: string, parts: readonly string[]): string | null {
  const [last] = parts.slice(-1);
  const folders = reader.list(start).filter((name) => !name.includes(".") && name !== parts[0]);
  const candidates = [
    [last],
    ["..", last],
    ["..", ...parts],
    ...folders.slice(0, MOST_FOLDERS).map((name) => [name, last]),
  ];
  const found = candidates.find((candidate) => {
    const folder = candidate.slice(0, -1).reduce(step, start);
    return candidate.join() !== parts.join() && reader.list(folder).includes(`${last}${ENDING}`);
  });
  return found?.join("/") ?? null;
}

function isSource(name: string): boolean {
  return name.endsWith(ENDING);
}

function withoutEnding(name: string): string {
  return name.slice(0, -ENDING.length);
}
