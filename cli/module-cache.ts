/**
 * Compiled programs kept on disk, so that a program that has not changed is not compiled again.
 *
 * An entry is named by the hash of the compiler, the path as reports show it, and the text. It
 * holds every question about other files that the compiler asked, with the hash of the answer: it
 * counts only where all answers are the same again. Then follows the module, all of it behind its
 * own hash; what is broken is ignored and written again, and a module from here is verified like
 * every other. A cache never decides a result, and a disk that fails only costs time.
 * Invariants: an entry appears whole (written beside, then renamed), so processes may share the
 * folder; there are at most MOST_ENTRIES of at most MOST_BYTES together, the oldest go first.
 */

import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import {
  decodeModule,
  encodeModule,
  type Module,
  type Reader,
  sha256,
  toHex,
} from "../src/index.ts";

/** Set by the build: a hash of everything that the compiler is made of. */
declare const RESOLANG_BUILD: string | undefined;

const MOST_ENTRIES = 512;
const MOST_BYTES = 128 * 2 ** 20;
/** A larger one is sooner compiled again than read by many. */
const LARGEST_ENTRY = 16 * 2 ** 20;
const HASH_BYTES = 32;

/** What a program is compiled from. */
export interface CachedSource {
  readonly path: string;
  readonly text: string;
}

export interface CacheContents {
  readonly folder: string;
  readonly count: number;
  readonly bytes: number;
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
  /** The module of a program, as it was decoded; null when there is none. Asks about files anew. */
  read(source: CachedSource, asking: Asking): Module | null;
  write(source: CachedSource, questions: readonly Question[], module: Module): void;
}

/** The cache in a folder; null where there is none, and where the compiler has no hash. */
export function moduleCache(
  folder: string | null,
  build: string | undefined = typeof RESOLANG_BUILD === "string" ? RESOLANG_BUILD : undefined,
): ModuleCache | null {
  if (folder === null || build === undefined) return null;
  const modules = join(folder, "modules");
  const fileOf = (source: CachedSource): string => join(modules, `${keyOf(build, source)}.resoc`);
  return {
    read: (source, asking) => quietly(() => readEntry(fileOf(source), asking)),
    write: (source, questions, module) => {
      quietly(() => {
        writeEntry(modules, fileOf(source), questions, module);
      });
    },
  };
}

function keyOf(build: string, { path, text }: CachedSource): string {
  const words = [build, path, text].map((word) => Buffer.from(word));
  const lengths = Buffer.from(words.map(({ length }) => length).join(" "));
  return toHex(sha256(lengths, ...words));
}

function readEntry(file: string, asking: Asking): Module | null {
  const bytes = readFileSync(file);
  const content = bytes.subarray(HASH_BYTES);
  if (!bytes.subarray(0, HASH_BYTES).equals(sha256(content))) return null;
  const end = content.indexOf("\n");
  const questions = JSON.parse(content.toString("utf8", 0, end)) as readonly Question[];
  if (!questions.every((question) => asking.isAnswered(question))) return null;
  const now = new Date();
  // what is read stays longer than what is not
  utimesSync(file, now, now);
  const decoded = decodeModule(content.subarray(end + 1));
  return "module" in decoded ? decoded.module : null;
}

function writeEntry(
  folder: string,
  file: string,
  questions: readonly Question[],
  module: Module,
): void {
  const content = Buffer.concat([
    Buffer.from(`${JSON.stringify(questions)}\n`),
    encodeModule(module),
  ]);
  if (content.length > LARGEST_ENTRY) return;
  mkdirSync(folder, { recursive: true });
  const beside = `${file}.${process.pid}.partial`;
  try {
    writeFileSync(beside, Buffer.concat([sha256(content), content]), { flag: "wx" });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  removeOldest(folder);
}

interface Entry {
  readonly file: string;
  readonly bytes: number;
  readonly time: number;
}

function entriesIn(folder: string): Entry[] {
  const names = quietly(() => readdirSync(folder)) ?? [];
  return names.flatMap((name) => {
    const file = join(folder, name);
    const status = quietly(() => statSync(file));
    return status === null ? [] : [{ file, bytes: status.size, time: status.mtimeMs }];
  });
}

/** Half of the entries go at a time, so that it happens seldom. */
function removeOldest(folder: string): void {
  const entries = entriesIn(folder).toSorted((a, b) => b.time - a.time);
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (entries.length <= MOST_ENTRIES && total <= MOST_BYTES) return;
  let bytes = 0;
  for (const [index, entry] of entries.entries()) {
    bytes += entry.bytes;
    if (index >= MOST_ENTRIES / 2 || bytes > MOST_BYTES / 2) rmSync(entry.file, { force: true });
  }
}

/** What a folder of the cache holds. */
export function cacheContents(folder: string): CacheContents {
  const entries = entriesIn(join(folder, "modules"));
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  return { folder, count: entries.length, bytes };
}

/** Removes everything; gives what there was. */
export function clearCache(folder: string): CacheContents {
  const contents = cacheContents(folder);
  for (const name of ["modules", "code"]) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  return contents;
}

function quietly<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}
