/**
 * Compiled programs kept on disk, so that a program that has not changed is not compiled again.
 *
 * An entry is named by the hash of the compiler, the path as reports show it, and the text. It
 * holds every question about other files that the compiler asked, with the hash of the answer: it
 * counts only where all answers are the same again. Then follows the program as it was verified and
 * emitted, all of it behind its own hash; what is broken is ignored and written again. Whoever can
 * write here can write the host's cache of our code beside it, so nothing is verified once more. A
 * cache never decides a result, and a disk that fails only costs time.
 */

import { rmSync } from "node:fs";
import { join } from "node:path";
import {
  keepProgram,
  type KnownProgram,
  type Reader,
  recallProgram,
  sha256,
  toHex,
} from "../src/index.ts";
import { type Bounds, keep, type Kept, keptIn, quietly, readKept, refresh } from "./kept-files.ts";

/** Set by the build: a hash of everything that the compiler is made of. */
declare const RESOLANG_BUILD: string | undefined;

const BOUNDS: Bounds = { entries: 512, bytes: 128 * 2 ** 20, entryBytes: 16 * 2 ** 20 };

/** What a program is compiled from. */
export interface CachedSource {
  readonly path: string;
  readonly text: string;
}

/** What was asked about other files, of what, and the hash of the answer. */
export type Question = readonly ["read" | "list" | "identity", string, string];

/** A reader that remembers what it was asked. */
export class Asking implements Reader {
  readonly questions: Question[] = [];
  /** The texts that were read, by path. */
  readonly texts = new Map<string, string>();
  readonly #reader: Reader;

  constructor(reader: Reader) {
    this.#reader = reader;
  }

  read(path: string): string | null {
    const text = this.#reader.read(path);
    if (text !== null) this.texts.set(path, text);
    this.questions.push(["read", path, hashOf(text)]);
    return text;
  }

  list(folder: string): readonly string[] {
    const names = this.#reader.list(folder);
    this.questions.push(["list", folder, hashOf(names)]);
    return names;
  }

  identity(path: string): string {
    const identity = this.#reader.identity(path);
    this.questions.push(["identity", path, hashOf(identity)]);
    return identity;
  }

  /** Asks again; whether the answer is still the same. */
  isAnswered([kind, of, answer]: Question): boolean {
    this[kind](of);
    return this.questions.at(-1)?.[2] === answer;
  }
}

function hashOf(answer: unknown): string {
  return toHex(sha256(Buffer.from(JSON.stringify(answer))));
}

export interface ModuleCache {
  /** A program as it was kept; null when there is none. Asks about files anew. */
  read(source: CachedSource, asking: Asking): KnownProgram | null;
  write(source: CachedSource, questions: readonly Question[], program: KnownProgram): void;
}

/** The cache in a folder; null where there is none, and where the compiler has no hash. */
export function moduleCache(
  folder: string | null,
  build: string | undefined = typeof RESOLANG_BUILD === "string" ? RESOLANG_BUILD : undefined,
): ModuleCache | null {
  if (folder === null || build === undefined) return null;
  const modules = join(folder, "modules");
  const nameOf = (source: CachedSource): string => `${keyOf(build, source)}.ready`;
  return {
    read: (source, asking) => quietly(() => readEntry(modules, nameOf(source), asking)),
    write: (source, questions, program) => {
      const head = Buffer.from(`${JSON.stringify(questions)}\n`);
      const content = Buffer.concat([head, keepProgram(program)]);
      quietly(() => keep(modules, nameOf(source), content, BOUNDS));
    },
  };
}

function keyOf(build: string, { path, text }: CachedSource): string {
  const words = [build, path, text].map((word) => Buffer.from(word));
  const lengths = Buffer.from(words.map(({ length }) => length).join(" "));
  return toHex(sha256(lengths, ...words));
}

function readEntry(folder: string, name: string, asking: Asking): KnownProgram | null {
  const content = readKept(folder, name);
  if (content === null) return null;
  const end = content.indexOf("\n");
  const questions = JSON.parse(content.toString("utf8", 0, end)) as readonly Question[];
  if (!questions.every((question) => asking.isAnswered(question))) return null;
  refresh(folder, name);
  return recallProgram(content.subarray(end + 1));
}

/** What a folder of the cache holds. */
export function cacheContents(folder: string): Kept {
  return keptIn(join(folder, "modules"));
}

/** Removes everything; gives what there was. */
export function clearCache(folder: string): Kept {
  const contents = cacheContents(folder);
  for (const name of ["modules", "code"]) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  return contents;
}
