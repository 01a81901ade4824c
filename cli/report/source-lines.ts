/** Which line of which file an instruction comes from, and whether the file is the library's. */

import { type Module, positionAt, PRELUDE_TEXTS } from "../../src/index.ts";
import type { LoadedProgram } from "../program.ts";
import { textFinder } from "./diagnostics.ts";

/** One line of a source text; the same object for every instruction of it. */
export interface SourceLine {
  readonly path: string;
  readonly line: number;
  /** As it stands in the source, without what it is indented by. */
  readonly text: string;
}

export interface SourceLines {
  /** What a function is called. */
  nameOf(functionIndex: number): string;
  /** `file:line` of its declaration; the file where its text is not known; null for nothing. */
  placeOf(functionIndex: number): string | null;
  isLibrary(functionIndex: number): boolean;
  /** For each instruction of a function; null where its text is not known. */
  linesOf(functionIndex: number): readonly (SourceLine | null)[];
}

const LIBRARY: ReadonlySet<string> = new Set(PRELUDE_TEXTS.map(({ path }) => path));

/** The lines of a program, each function looked up once. */
export function sourceLines({ verified, texts }: LoadedProgram): SourceLines {
  const { functions, debug } = verified.module;
  const own = new Set(texts.map(({ path }) => path));
  const find = textFinder(texts);
  const found = new Map<string, SourceLine>();
  const known = new Map<number, readonly (SourceLine | null)[]>();
  const pathOf = (index: number): string | null =>
    debug === null ? null : debug.paths[debug.functions[index].path];
  const read = (index: number): readonly (SourceLine | null)[] => {
    const path = pathOf(index);
    const content = path === null ? null : find(path);
    if (debug === null || path === null || content === null) {
      return functions[index].code.map(() => null);
    }
    const rows = content.content.split("\n");
    return debug.functions[index].spans.map(({ start }) => {
      const { line } = positionAt(content, start);
      const key = `${path}:${line}`;
      const here = found.get(key) ?? { path, line, text: rows[line - 1].trim() };
      found.set(key, here);
      return here;
    });
  };
  const linesOf = (index: number): readonly (SourceLine | null)[] => {
    const lines = known.get(index) ?? read(index);
    known.set(index, lines);
    return lines;
  };
  return {
    nameOf: (index) => functionName(verified.module, index),
    placeOf: (index) => {
      const first = linesOf(index)[0];
      return first === null ? pathOf(index) : `${first.path}:${first.line}`;
    },
    isLibrary: (index) => {
      const path = pathOf(index);
      return path !== null && !own.has(path) && LIBRARY.has(path);
    },
    linesOf,
  };
}

/** For each site of a module, a number that differs from line to line. */
export function lineNumbers({ functions }: Module, lines: SourceLines): Int32Array {
  const numbers = new Map<SourceLine | number, number>();
  const numbered = functions.flatMap((_, index) =>
    lines.linesOf(index).map((line) => {
      const key = line ?? index;
      if (!numbers.has(key)) numbers.set(key, numbers.size);
      return numbers.get(key)!;
    }),
  );
  return Int32Array.from(numbered);
}

/** What a function is called. */
export function functionName({ debug }: Module, index: number): string {
  return debug?.functions[index]?.name ?? `function ${index}`;
}
