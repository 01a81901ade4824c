/**
 * How the bundle comes to load only what a command uses.
 *
 * - The command line imports everything from `src/index.ts`, which would evaluate all of it: so
 *   each import is written anew as one from the file that the name comes from.
 * - Some of what a file imports takes longer to start than a short program takes to run, and most
 *   programs do not need it: such an import becomes a call that evaluates it when it is made.
 * - The kernel artefact and the texts of the prelude stand beside the scripts as files of their
 *   own, so that no script has them; of the texts, those are decoded that are used.
 */

import { readFileSync } from "node:fs";
import { posix } from "node:path";
import type { Plugin } from "esbuild";

const INDEX = new URL("../src/index.ts", import.meta.url);
const EXPORTS = /^export \{([^}]*)\} from "\.\/([^"]+)";$/gmu;
const IMPORTS = /^import \{([^}]*)\} from "((?:\.\.?\/)+)src\/index\.ts";$/gmu;

/** By name, the file below `src/` that it comes from. */
function exportedNames(): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const [, names, file] of readFileSync(INDEX, "utf8").matchAll(EXPORTS)) {
    for (const name of namesIn(names)) files.set(name, file);
  }
  return files;
}

/** What a list of names imports as values. */
export function namesIn(list: string): string[] {
  const names = list.split(",").map((name) => name.trim());
  return names.filter((name) => name !== "" && !name.startsWith("type "));
}

let files: ReadonlyMap<string, string> | undefined;

/** The text of a file with its imports from the index written as straight ones. */
function straightened(path: string, text: string): string {
  files ??= exportedNames();
  return text.replaceAll(IMPORTS, (_, names: string, up: string) =>
    namesIn(names)
      .map((name) => {
        const file = files?.get(name.split(" as ")[0]);
        if (file === undefined) throw new Error(`${path}: ${name} is defined in the index`);
        return `import { ${name} } from "${posix.join(up, "src", file)}";`;
      })
      .join("\n"),
  );
}

/** By file, the imports in it that are evaluated when they are called: functions alone. */
const LATE: Readonly<Record<string, readonly string[]>> = {
  "cli/disk.ts": ["node:os"],
  "cli/outcome.ts": ["../src/machine/bytecode/encode.ts"],
  "cli/module-cache.ts": ["../src/machine/keep-program.ts"],
  "grammar/parse-tree.ts": ["./recover.ts"],
  "src/language/parse.ts": ["./parse/through-tree.ts"],
  "src/bytes/hash.ts": ["node:crypto"],
  "src/machine/bytecode/decode.ts": ["./decode-code.ts"],
  "src/machine/run.ts": ["./interpreter/execution.ts"],
  "src/source/report.ts": ["./catalogue/index.ts"],
  "src/machine/wasm/execute.ts": ["./emit-module.ts"],
};

const COMMANDER = /[/\\]commander[/\\]lib[/\\]command\.js$/;

/** The text of commander, which starts processes of its own in a way that we do not use. */
function withoutProcesses(path: string): { readonly contents: string } {
  const text = readFileSync(path, "utf8");
  const line = "import childProcess from 'node:child_process';\n";
  if (!text.includes(line)) throw new Error(`${path} imports node:child_process in another way`);
  return { contents: text.replace(line, "const childProcess = null;\n") };
}

const IMPORT = /^import \{([^}]*)\} from "([^"]+)";$/gmu;

/** The text of a file with its late imports as calls. */
function delayed(file: string, text: string): string {
  const missing = new Set(LATE[file]);
  const found = text.replaceAll(IMPORT, (line, names: string, from: string) => {
    if (!LATE[file].includes(from)) return line;
    missing.delete(from);
    return namesIn(names)
      .map((name) => `const ${name} = (...given) => require("${from}").${name}(...given);`)
      .join("\n");
  });
  if (missing.size > 0) throw new Error(`${file} does not import ${[...missing].join()}`);
  return found;
}

const KERNEL = "src/engine/kernel.ts";
export const KERNEL_FILE = "kernel.wasm";

/** The text of kernel.ts, which reads the artefact from its file. */
function withKernelFile(text: string): string {
  const changes = [
    ["import { ARTEFACT_BASE64, ARTEFACT_SHA256 }", "import { ARTEFACT_SHA256 }"],
    [
      'Buffer.from(ARTEFACT_BASE64, "base64")',
      `require("node:fs").readFileSync(require("node:path").join(__dirname, "${KERNEL_FILE}"))`,
    ],
  ];
  return changes.reduce((changed, [from, to]) => {
    if (!changed.includes(from)) throw new Error(`${KERNEL} has no ${from}`);
    return changed.replace(from, to);
  }, text);
}

const TEXTS = "src/language/prelude/texts.ts";
const PRELUDE = new URL("../src/language/prelude/", import.meta.url);
export const PRELUDE_FILE = "prelude.txt";

/** A text of the prelude: which file it is from, and its lines. */
const CONTENT =
  /(?<=path: "prelude\/(?<name>[^"]+)",\n +)content: \[\n(?: +["'].*["'],\n)+ +\]\.join\(""\)/gu;

/** The text of texts.ts where each text is decoded when it is asked for, and the texts' bytes. */
function withPreludeFile(text: string): { readonly changed: string; readonly bytes: Buffer } {
  const contents: Buffer[] = [];
  let end = 0;
  const changed = text.replaceAll(CONTENT, (_, name: string) => {
    const content = readFileSync(new URL(name, PRELUDE));
    contents.push(content);
    const start = end;
    end += content.length;
    return `get content() { return textAt(${start}, ${end}); }`;
  });
  if (changed.includes("content: [")) throw new Error(`${TEXTS} has a text in another form`);
  const file = `require("node:path").join(__dirname, "${PRELUDE_FILE}")`;
  const reading = [
    "let bytes: Buffer | undefined;",
    "const textAt = (start: number, end: number): string =>",
    `  (bytes ??= require("node:fs").readFileSync(${file})).toString("utf8", start, end);`,
  ];
  return { changed: [...reading, changed].join("\n"), bytes: Buffer.concat(contents) };
}

/** The texts of the prelude, one behind the other. */
export function preludeBytes(): Buffer {
  return withPreludeFile(readFileSync(new URL("texts.ts", PRELUDE), "utf8")).bytes;
}

/** The text of a file of ours as it is bundled. */
export function bundledText(path: string, isStraight: boolean): string {
  const file = posix.normalize(path.replaceAll("\\", "/"));
  const text = readFileSync(path, "utf8");
  if (isStraight && file.endsWith(`/${KERNEL}`)) return withKernelFile(text);
  if (isStraight && file.endsWith(`/${TEXTS}`)) return withPreludeFile(text).changed;
  const straight = isStraight && file.includes("/cli/") ? straightened(path, text) : text;
  const late = Object.keys(LATE).find((each) => file.endsWith(`/${each}`));
  return late === undefined ? straight : delayed(late, straight);
}

/** @param isStraight whether what comes from the index is imported from where it is defined */
export function changedImports(isStraight: boolean): Plugin {
  return {
    name: "changed imports",
    setup: (build) => {
      build.onLoad({ filter: /[/\\](?:cli|grammar|src)[/\\].*\.ts$/ }, ({ path }) => ({
        contents: bundledText(path, isStraight),
        loader: "ts",
      }));
      if (isStraight) build.onLoad({ filter: COMMANDER }, ({ path }) => withoutProcesses(path));
    },
  };
}
