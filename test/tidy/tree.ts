/**
 * The files of the repository as the style rules see them: path, text, and code without its words.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { blankWords } from "./blank.ts";

/** One text file. */
export type TreeFile = {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
  /** The text with comments, strings and regular expressions blanked; same length, same lines. */
  readonly code: string;
};

/** Something a rule objects to. */
export type Violation = { readonly path: string; readonly line: number; readonly message: string };

/** A rule of style: its name, and what it finds in the tree. */
export type Rule = {
  readonly name: string;
  readonly check: (tree: readonly TreeFile[]) => Violation[];
};

const SKIPPED_FOLDERS = new Set(["node_modules", "dist", ".git", ".vitest", "coverage"]);
const BINARY = /\.(?:wasm|resoc|bin|png|ico)$/u;

/** Builds the file a rule sees from its path and its text. */
export function treeFile(path: string, text: string): TreeFile {
  return { path, text, code: isScript(path) ? blankWords(text) : text };
}

/** Every text file below `root` that belongs to the repository. */
export function readTree(root: string): TreeFile[] {
  const files: TreeFile[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name)) walk(path);
      } else if (!BINARY.test(path) && !path.endsWith(".tmp")) {
        files.push(treeFile(path, readFileSync(join(root, path), "utf8")));
      }
    }
  };
  walk("");
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Whether the file is TypeScript or JavaScript. */
export function isScript(path: string): boolean {
  return /\.(?:ts|tsx|js|mjs)$/u.test(path);
}

/** The line, from 1, that a character stands on. */
export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** One violation for each match of a pattern in a text. */
export function eachMatch(
  file: TreeFile,
  text: string,
  pattern: RegExp,
  message: (match: RegExpExecArray) => string,
): Violation[] {
  return [...text.matchAll(pattern)].map((match) => ({
    path: file.path,
    line: lineOf(text, match.index),
    message: message(match),
  }));
}
