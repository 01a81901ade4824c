/**
 * How the bundle comes to load only what a command uses.
 *
 * - The command line imports everything from `src/index.ts`, which would evaluate all of it: so
 *   each import is written anew as one from the file that the name comes from.
 * - Chevrotain and the host's cryptography take longer to start than a short program takes to
 *   run, and most programs need neither: such an import becomes a call that evaluates it when it
 *   is made.
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

/** What is imported as a value. */
function namesIn(list: string): string[] {
  const names = list.split(",").map((name) => name.trim());
  return names.filter((name) => name !== "" && !name.startsWith("type "));
}

export const STRAIGHT_IMPORTS: Plugin = {
  name: "straight imports",
  setup: (build) => {
    const files = exportedNames();
    build.onLoad({ filter: /[/\\]cli[/\\].*\.ts$/ }, ({ path }) => {
      const contents = readFileSync(path, "utf8").replaceAll(
        IMPORTS,
        (_, names: string, up: string) =>
          namesIn(names)
            .map((name) => {
              const file = files.get(name.split(" as ")[0]);
              if (file === undefined) throw new Error(`${path}: ${name} is defined in the index`);
              return `import { ${name} } from "${posix.join(up, "src", file)}";`;
            })
            .join("\n"),
      );
      return { contents, loader: "ts" };
    });
  },
};

/** By file, the import in it that is evaluated when it is called. */
const LATE: Readonly<Record<string, { readonly name: string; readonly from: string }>> = {
  "grammar/parse-tree.ts": { name: "recover", from: "./recover.ts" },
  "src/bytes/hash.ts": { name: "createHash", from: "node:crypto" },
};

export const LATE_IMPORTS: Plugin = {
  name: "late imports",
  setup: (build) => {
    build.onLoad({ filter: /[/\\](?:parse-tree|hash)\.ts$/ }, ({ path }) => {
      const found = Object.entries(LATE).find(([file]) =>
        path.replaceAll("\\", "/").endsWith(file),
      );
      if (found === undefined) return null;
      const [file, { name, from }] = found;
      const line = `import { ${name} } from "${from}";`;
      const text = readFileSync(path, "utf8");
      if (!text.includes(line)) throw new Error(`${file} imports ${name} in another way`);
      const call = `const ${name} = (...given) => require("${from}").${name}(...given);`;
      return { contents: text.replace(line, call), loader: "ts" };
    });
  },
};
