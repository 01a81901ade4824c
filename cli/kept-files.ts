/**
 * Files that are kept in a folder of the cache, each behind the hash of its name and its content.
 *
 * They appear whole (written beside, then renamed), so that processes may share the folder, and
 * what was read last stays longest.
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
import { sha256 } from "../src/index.ts";

const HASH_BYTES = 32;

/** How much a folder holds at most. */
export interface Bounds {
  readonly entries: number;
  readonly bytes: number;
  /** A larger one is sooner made again than read by many. */
  readonly entryBytes: number;
}

/** How much a folder holds. */
export interface Kept {
  readonly count: number;
  readonly bytes: number;
}

/** What was kept under a name; null where it is broken. Throws where there is no such file. */
export function readKept(folder: string, name: string): Buffer | null {
  const file = join(folder, name);
  const bytes = readFileSync(file);
  const content = bytes.subarray(HASH_BYTES);
  return bytes.subarray(0, HASH_BYTES).equals(sealOf(name, content)) ? content : null;
}

/** A file that was moved to the name of another is as broken as one that was changed. */
function sealOf(name: string, content: Buffer): Uint8Array {
  return sha256(Buffer.from(`${name}\n`), content);
}

/** What is used stays longer than what is not. */
export function refresh(folder: string, name: string): void {
  const now = new Date();
  utimesSync(join(folder, name), now, now);
}

/** Keeps a file, and removes others where there are too many. */
export function keep(folder: string, name: string, content: Buffer, bounds: Bounds): void {
  if (content.length > bounds.entryBytes) return;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  const beside = `${file}.${process.pid}.partial`;
  try {
    writeFileSync(beside, Buffer.concat([sealOf(name, content), content]), { flag: "wx" });
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  const size = sizes.get(folder) ?? keptIn(folder);
  const grown = { count: size.count + 1, bytes: size.bytes + HASH_BYTES + content.length };
  const isFull = grown.count > bounds.entries || grown.bytes > bounds.bytes;
  if (isFull) removeOldest(folder, bounds);
  sizes.set(folder, isFull ? keptIn(folder) : grown);
}

/**
 * How much stands in a folder, at most, if nobody else writes there: to look at every file behind
 * every write would take longer than the runs of a sweep do.
 */
const sizes = new Map<string, Kept>();

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
function removeOldest(folder: string, most: Bounds): void {
  const entries = entriesIn(folder).toSorted((a, b) => b.time - a.time);
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (entries.length <= most.entries && total <= most.bytes) return;
  let bytes = 0;
  for (const [index, entry] of entries.entries()) {
    bytes += entry.bytes;
    if (index >= most.entries / 2 || bytes > most.bytes / 2) rmSync(entry.file, { force: true });
  }
}

/** What a folder holds. */
export function keptIn(folder: string): Kept {
  const entries = entriesIn(folder);
  return { count: entries.length, bytes: entries.reduce((sum, entry) => sum + entry.bytes, 0) };
}

/** A disk that fails only costs time. */
export function quietly<Result>(work: () => Result): Result | null {
  try {
    return work();
  } catch {
    return null;
  }
}
