/**
 * Files: read whole, decoded strictly, written beside and renamed; every failure says what to do.
 */

import {
  closeSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  realpathSync,
  renameSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { Fault, MOST_UNITS } from "../src/index.ts";
import { readWhole } from "./read-whole.ts";
import type { FileKind, Shell } from "./shell.ts";

export type Disk = Pick<
  Shell,
  | "readBytes"
  | "readText"
  | "writeFile"
  | "makeFolder"
  | "listSources"
  | "listFolder"
  | "identityOf"
  | "keepInput"
>;

const MIB = 2 ** 20;

/** How many bytes are read of a file, so that an endless one ends. */
const FILE_LIMITS: Readonly<Record<FileKind, number>> = {
  // A UTF-16 unit takes three bytes at most; modules are smaller.
  program: 3 * MOST_UNITS,
  data: 256 * MIB,
};

/** What failed on the way to the disk, in words. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: "there is no permission",
  EPERM: "there is no permission",
  EROFS: "the disk is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the quota of the disk is used up",
  EFBIG: "the file may not become so large",
  EISDIR: "it is a folder",
  ENOENT: "its folder does not exist",
  ENOTDIR: "a part of the path is not a folder",
};

/** Files relative to `folder`; messages name them as the user did. */
export function disk(folder: string, readInput: (most: number) => Uint8Array | null): Disk {
  // Read once: a program from standard input may be looked at twice.
  let input: Uint8Array | null = null;
  const readBytes = (path: string, kind: FileKind): Uint8Array => {
    if (path === "") throw new Fault("file/missing", "the name of a file is empty");
    const most = FILE_LIMITS[kind];
    let bytes: Uint8Array | null;
    try {
      bytes = path === "-" ? (input ?? readInput(most)) : readFile(resolve(folder, path), most);
    } catch (error) {
      throw readFault(path, error);
    }
    if (path === "-") input = bytes;
    if (bytes !== null && bytes.length <= most) return bytes;
    const reason = `no ${kind} file may have more than ${most / MIB} MiB`;
    throw new Fault("file/large", `${path} is not read to its end: ${reason}`);
  };
  return {
    readBytes,
    readText: (path, kind) => decodeText(path, readBytes(path, kind)),
    keepInput: () => (input === null ? null : keepCopy(input)),
    writeFile: (path, content) => {
      writeFile(path, resolve(folder, path), content);
    },
    makeFolder: (path) => {
      makeFolder(path, resolve(folder, path));
    },
    listSources: (path) => listSources(folder, path),
    listFolder: (path) => listFolder(resolve(folder, path)),
    identityOf: (path) => (path === "-" ? path : identityOf(resolve(folder, path))),
  };
}

function readFile(path: string, most: number): Uint8Array | null {
  const file = openSync(path, "r");
  try {
    return readWhole(file, most);
  } finally {
    closeSync(file);
  }
}

function keepCopy(bytes: Uint8Array): string {
  const path = join(mkdtempSync(join(tmpdir(), "resolang-")), "input");
  writeFileSync(path, bytes);
  return path;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "unknown";
}

function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return REASONS[code] ?? `the system says ${code}`;
}

function readFault(path: string, error: unknown): Fault {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR") {
    return new Fault("file/missing", `there is no file ${path}: check the spelling and the folder`);
  }
  if (code === "EISDIR") {
    return new Fault("file/folder", `${path} is a folder: name a file in it`);
  }
  return new Fault("file/unreadable", `${path} cannot be read: ${reasonOf(error)}`, error);
}

function decodeText(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (error) {
    const { offset, line } = firstBrokenByte(bytes);
    const byte = `0x${bytes[offset].toString(16).padStart(2, "0")}`;
    throw new Fault(
      "file/not-text",
      `${path}, line ${line}: byte ${offset} (${byte}) is not UTF-8; save the file as UTF-8`,
      error,
    );
  }
}

function firstBrokenByte(bytes: Uint8Array): { offset: number; line: number } {
  // Decoding stops at no place we are told of, so the longest good prefix is found by halving.
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodesSoFar(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  const lines = bytes.subarray(0, good).filter((byte) => byte === 0x0a).length;
  return { offset: good, line: lines + 1 };
}

function decodesSoFar(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function writeFile(path: string, target: string, content: string | Uint8Array): void {
  let beside: string | null = null;
  let kept = "";
  try {
    const existing = existingTarget(target);
    if (existing !== null) kept = "; what stands there is unchanged";
    if (existing !== null && !existing.isFile) {
      // A device or a pipe is written to, never replaced.
      writeFileSync(target, content);
      return;
    }
    const real = existing?.path ?? target;
    beside = join(dirname(real), `.${basename(real)}.${process.pid}.partial`);
    writeWhole(beside, content, existing?.mode);
    renameSync(beside, real);
  } catch (error) {
    if (beside !== null) removeQuietly(beside);
    const message = `${path} cannot be written: ${reasonOf(error)}${kept}`;
    throw new Fault("file/unwritable", message, error);
  }
}

function makeFolder(path: string, target: string): void {
  try {
    mkdirSync(target, { recursive: true });
  } catch (error) {
    // What stands there and is no folder is met as EEXIST.
    const reason = codeOf(error) === "EEXIST" ? "a file has its name" : reasonOf(error);
    throw new Fault("file/unwritable", `the folder ${path} cannot be made: ${reason}`, error);
  }
}

/** What a path leads to, links followed, or null when there is nothing yet. */
function existingTarget(
  target: string,
): { readonly path: string; readonly isFile: boolean; readonly mode: number } | null {
  if (lstatSync(target, { throwIfNoEntry: false }) === undefined) return null;
  const path = realpathSync(target);
  const status = statSync(path);
  return { path, isFile: status.isFile(), mode: status.mode };
}

function writeWhole(path: string, content: string | Uint8Array, mode = 0o666): void {
  const file = openSync(path, "w", mode);
  try {
    writeFileSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function removeQuietly(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never made; the fault about the write is the one to tell.
  }
}

function listSources(folder: string, path: string): readonly string[] {
  if (path === "-") return [path];
  try {
    if (!statSync(resolve(folder, path)).isDirectory()) return [path];
    return sourcesBelow(folder, path).toSorted();
  } catch (error) {
    throw readFault(path, error);
  }
}

function listFolder(path: string): readonly string[] {
  try {
    return readdirSync(path).toSorted();
  } catch {
    // No folder, or one that may not be looked into: whatever it is asked for is not there.
    return [];
  }
}

function identityOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

function sourcesBelow(folder: string, path: string): readonly string[] {
  return readdirSync(resolve(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) {
      const isSkipped = entry.name === "node_modules" || entry.name.startsWith(".");
      return isSkipped ? [] : sourcesBelow(folder, inner);
    }
    return entry.name.endsWith(".reso") ? [inner] : [];
  });
}
