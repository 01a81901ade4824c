/**
 * Several files in one text: what stands behind a line `// file: grids/ring.reso`, up to the next
 * one, is that file. The root is what stands before the first, or the first.
 */

import type { Reader } from "../src/language/load.ts";
import { positionAt } from "../src/source/position.ts";
import type { Span } from "../src/source/span.ts";
import { sourceText } from "../src/source/text.ts";

const MARK = /^\/\/ file: (\S+)\n/gm;

interface Part {
  readonly path: string;
  readonly text: string;
  /** Lines of the block before it. */
  readonly line: number;
}

function partsOf(rootPath: string, block: string): Part[] {
  const marks = [...block.matchAll(MARK)];
  const ends = [...marks.map(({ index }) => index), block.length];
  const parts = [null, ...marks].map((mark, at) => {
    const start = mark === null ? 0 : mark.index + mark[0].length;
    const line = block.slice(0, start).split("\n").length - 1;
    return { path: mark?.[1] ?? rootPath, text: block.slice(start, ends[at]), line };
  });
  return marks.length > 0 && parts[0].text.trim() === "" ? parts.slice(1) : parts;
}

/** The root of a block, and a reader of all its files. */
export function filesIn(
  rootPath: string,
  block: string,
): { path: string; root: string; reader: Reader } {
  const parts = partsOf(rootPath, block);
  return {
    path: parts[0].path,
    root: parts[0].text,
    reader: readerOf(new Map(parts.map(({ path, text }) => [path, text]))),
  };
}

/** A reader of files that are texts. */
export function readerOf(files: ReadonlyMap<string, string>): Reader {
  return {
    read: (path) => files.get(path) ?? null,
    list: (folder) => {
      const start = folder === "" ? "" : `${folder}/`;
      const inside = [...files.keys()].filter((path) => path.startsWith(start));
      return [...new Set(inside.map((path) => path.slice(start.length).split("/")[0]))];
    },
    identity: (path) => path,
  };
}

/** The line of a block, from 1, on which a place of one of its files stands. */
export function lineInBlock(block: string, path: string, span: Span): number {
  const parts = partsOf("", block);
  const part = parts.find((each) => each.path === path) ?? parts[0];
  return part.line + positionAt(sourceText(path, part.text), span.start).line;
}
