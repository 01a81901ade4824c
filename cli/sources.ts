/** The program files that a command is given: each once, and one that is broken stops no other. */

import { Fault, type SourceText } from "../src/index.ts";
import { paletteOf } from "./report/palette.ts";
import { loadText } from "./program.ts";
import type { Shell } from "./shell.ts";

const BYTE_ORDER_MARK = "\uFEFF";

export interface Sources {
  readonly texts: readonly SourceText[];
  /** How many could not be read; each has been told. */
  readonly unread: number;
}

/**
 * The texts of files, and of all `.reso` files below folders; of the present folder when none is
 * named. A file that several paths lead to is read under the first of them.
 *
 * @throws {Fault} `file/…` when nothing could be read at all
 */
export function readSources(shell: Shell, paths: readonly string[]): Sources {
  const files = (paths.length === 0 ? ["."] : paths).flatMap((path) => shell.listSources(path));
  const known = new Set<string>();
  const texts: SourceText[] = [];
  const faults: Fault[] = [];
  for (const path of files) {
    const identity = shell.identityOf(path);
    if (known.has(identity)) continue;
    known.add(identity);
    try {
      texts.push(loadText(shell, path));
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      faults.push(error as Fault);
    }
  }
  if (texts.length === 0 && faults.length > 0) throw faults[0];
  for (const { message } of faults) {
    shell.err.write(`${paletteOf(shell.err).error("error")}: ${message}\n`);
  }
  return { texts, unread: faults.length };
}

/** Writes a file anew; a byte order mark that it began with stays. */
export function rewriteSource(shell: Shell, path: string, content: string): void {
  const hasMark = shell.readText(path, "program").startsWith(BYTE_ORDER_MARK);
  shell.writeFile(path, hasMark ? BYTE_ORDER_MARK + content : content);
}
