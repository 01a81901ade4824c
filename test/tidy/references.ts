/**
 * The rule that every file is there for something: another file imports it, runs it or names it.
 */
import { importsOf, resolveImport } from "./imports.ts";
import { isScript } from "./tree.ts";
import type { Rule, TreeFile } from "./tree.ts";

/** Where programs start, and what tools and readers look for by themselves. */
const ENTRIES =
  /^[^/]+$|^\.ci\/run$|^cli\/resolang\.js$|^src\/index\.ts$|\.(?:test|d)\.ts$|(?:^|\/)README\.md$/u;

export const referenceRule: Rule = {
  name: "references",
  check: (tree) => {
    const imported = new Set<string>();
    for (const file of tree) {
      if (!isScript(file.path)) continue;
      for (const { specifier } of importsOf(file)) {
        const target = resolveImport(file.path, specifier);
        imported.add(target).add(`${target}.ts`);
      }
    }
    return tree
      .filter(({ path }) => !ENTRIES.test(path) && !imported.has(path))
      .filter((file) => !isNamed(file, tree))
      .map(({ path }) => ({ path, line: 1, message: "is not imported, run or named anywhere" }));
  },
};

/** Whether another file names this one; data may also be named by its folder. */
function isNamed({ path }: TreeFile, tree: readonly TreeFile[]): boolean {
  const parts = path.split("/");
  const name = parts.at(-1)!;
  const folders = isScript(path)
    ? []
    : parts.slice(0, -1).map((_, at) => parts.slice(at, -1).join("/"));
  const names = [name, ...folders.filter((folder) => folder !== "test")];
  return tree.some((other) => other.path !== path && names.some((each) => mentions(other, each)));
}

function mentions({ text, path }: TreeFile, name: string): boolean {
  if (path === "package-lock.json" || path === "CHANGELOG.md") return false;
  const index = text.indexOf(name);
  return (
    index >= 0 &&
    !/\w/u.test(text[index - 1] ?? " ") &&
    !/\w/u.test(text[index + name.length] ?? " ")
  );
}
