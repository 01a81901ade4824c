/**
 * A program to run: from the cache when it has been compiled before.
 *
 * The compiler is loaded only when it is needed.
 */

import { type Reader, type SourceText, sourceText } from "../src/index.ts";
import { Asking, moduleCache } from "./module-cache.ts";
import type { LoadedProgram } from "./program.ts";
import type { Shell } from "./shell.ts";

/**
 * The program in a file, as `loadProgram` gives it; null when it has errors, which are then
 * written.
 *
 * @throws {Fault} `file/…`, `module/unreadable`
 */
export async function loadRunnable(shell: Shell, path: string): Promise<LoadedProgram | null> {
  const cache = path.endsWith(".resoc") ? null : moduleCache(shell.cacheFolder);
  if (cache === null) return (await import("./program.ts")).loadProgram(shell, path);
  const text = sourceOf(shell, path);
  const source = { path, text: text.content };
  const asking = new Asking(readerOn(shell));
  const kept = cache.read(source, asking);
  if (kept !== null) {
    const imported = [...asking.texts].map(([name, content]) => sourceText(name, content));
    return { ...kept, text, texts: [...imported, text] };
  }
  const { loadSource } = await import("./program.ts");
  const compiling = new Asking(readerOn(shell));
  const { program, isSilent } = loadSource(shell, text, compiling);
  // Reports are written each time, so a program with any is compiled each time.
  if (program !== null && isSilent) {
    cache.write(source, compiling.questions, program);
  }
  return program;
}

/** The files that programs import, as the shell finds them. */
export function readerOn(shell: Shell): Reader {
  const listed = new Map<string, readonly string[]>();
  return {
    read: (path) => sourceOf(shell, path).content,
    list: (folder) => {
      const known = listed.get(folder) ?? shell.listFolder(folder === "" ? "." : folder);
      listed.set(folder, known);
      return known;
    },
    identity: (path) => shell.identityOf(path),
  };
}

/**
 * The text of a program; `-` is standard input. A byte order mark at its start is dropped.
 *
 * @throws {Fault} `file/…`
 */
export function sourceOf(shell: Shell, path: string): SourceText {
  const content = shell.readText(path, "program");
  return sourceText(path, content.startsWith("\uFEFF") ? content.slice(1) : content);
}
