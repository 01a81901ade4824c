/** The rules on the shape of files: header, width, length, names. */
import { DERIVED_FILES } from "../../scripts/derive.ts";
import { functionsOf } from "./functions.ts";
import { isScript } from "./tree.ts";
import type { Rule, TreeFile, Violation } from "./tree.ts";

const MAXIMUM_COLUMNS = 100;
const MAXIMUM_FILE_LINES = 400;
const MAXIMUM_FUNCTION_LINES = 70;

/** Tables that may be longer than a file: a split would tear one list apart. */
const LONG_TABLES = new Set<string>([]);

/** Functions that may be longer than others, as `path name`, each one flat list of cases. */
const LONG_FUNCTIONS = new Set<string>([]);

const BANNED_WORDS =
  /^(?:utils?|helpers?|commons?|misc|core|base|managers?|services?|handlers?|processors?|libs?)$/u;

/** Files that tools want under exactly this name. */
const FIXED_NAMES = /^(?:README|CHANGELOG|CONTRIBUTING)\.md$|^LICENSE$|^\./u;

/** Everything that stands at the top of the repository. */
const TOP_LEVEL: ReadonlySet<string> = new Set([
  ".ci",
  ".gitattributes",
  ".gitignore",
  ".npmrc",
  ".oxfmtrc.json",
  ".oxlintrc.json",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "LICENSE",
  "README.md",
  "cli",
  "examples",
  "grammar",
  "package-lock.json",
  "package.json",
  "scripts",
  "src",
  "test",
  "tsconfig.json",
  "vitest.config.ts",
]);

const derivedPaths = new Set(["src/engine/kernel/artefact.ts"]);
for (const { path } of DERIVED_FILES) derivedPaths.add(path);

const isWritten = ({ path }: TreeFile): boolean => !derivedPaths.has(path);
const isCode = ({ path }: TreeFile): boolean => isScript(path) || path.endsWith(".reso");

export const headerRule: Rule = {
  name: "header",
  check: (tree) =>
    tree
      .filter((file) => isScript(file.path) && isWritten(file))
      .filter(
        ({ text }) => !/^(?:#![^\n]*\n)?\/\*\*\s[\s*]*[A-Z`"][\s\S]*?[.:][\s\S]*?\*\//u.test(text),
      )
      .map(({ path }) => ({ path, line: 1, message: "opens without one sentence in /** … */" })),
};

export const topLevelRule: Rule = {
  name: "top level",
  check: (tree) =>
    tree
      .filter(({ path }) => !TOP_LEVEL.has(path.split("/")[0]))
      .map(({ path }) => ({ path, line: 1, message: "is not what stands at the top level" })),
};

export const widthRule: Rule = {
  name: "width",
  check: (tree) => tree.filter((file) => isCode(file) && isWritten(file)).flatMap(wideLines),
};

export const fileLengthRule: Rule = {
  name: "length of files",
  check: (tree) =>
    tree
      .filter((file) => isScript(file.path) && isWritten(file) && !LONG_TABLES.has(file.path))
      .map((file) => ({ file, lines: file.text.trimEnd().split("\n").length }))
      .filter(({ lines }) => lines > MAXIMUM_FILE_LINES)
      .map(({ file, lines }) => ({
        path: file.path,
        line: lines,
        message: `has ${lines} lines, more than ${MAXIMUM_FILE_LINES}: what is its second subject?`,
      })),
};

export const functionLengthRule: Rule = {
  name: "length of functions",
  check: (tree) =>
    tree
      .filter((file) => isScript(file.path) && isWritten(file))
      .flatMap((file) =>
        functionsOf(file.code)
          .filter(({ name, lines }) => {
            const isListed = LONG_FUNCTIONS.has(`${file.path} ${name}`);
            return lines > MAXIMUM_FUNCTION_LINES && name !== "describe" && !isListed;
          })
          .map(({ name, line, lines }) => ({
            path: file.path,
            line,
            message: `${name} has ${lines} lines, more than ${MAXIMUM_FUNCTION_LINES}`,
          })),
      ),
};

export const nameRule: Rule = {
  name: "names",
  check: (tree) => tree.flatMap(({ path }) => pathNames(path)),
};

export const identifierRule: Rule = {
  name: "exported names",
  check: (tree) => tree.filter(({ path }) => isScript(path)).flatMap(exportedNames),
};

function wideLines(file: TreeFile): Violation[] {
  return file.text.split("\n").flatMap((text, index) => {
    const columns = [...text].length;
    if (columns <= MAXIMUM_COLUMNS) return [];
    const message = `${columns} columns, more than ${MAXIMUM_COLUMNS}`;
    return [{ path: file.path, line: index + 1, message }];
  });
}

function pathNames(path: string): Violation[] {
  const object = (message: string): Violation => ({ path, line: 1, message });
  return path.split("/").flatMap((part) => {
    if (FIXED_NAMES.test(part)) return [];
    const stem = part.replace(/\.[^/]*$/u, "");
    const banned = stem.split("-").find((word) => BANNED_WORDS.test(word));
    if (banned !== undefined)
      return [object(`"${banned}" says nothing: name what it holds or does`)];
    const isKebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-zA-Z0-9-]+)*$/u.test(part);
    return isKebab ? [] : [object(`"${part}" is not in kebab-case`)];
  });
}

function exportedNames(file: TreeFile): Violation[] {
  const declared =
    /\bexport (?:abstract )?(?:async )?(?:class|type|interface|function|const|let) (?<name>\w+)/gu;
  return [...file.code.matchAll(declared)].flatMap((match) => {
    const name = match.groups!["name"];
    const words = name.split(/_|(?<=[a-z0-9])(?=[A-Z])/u).map((word) => word.toLowerCase());
    const banned = words.find((word) => BANNED_WORDS.test(word) && word !== "base");
    if (banned === undefined) return [];
    const line = file.code.slice(0, match.index).split("\n").length;
    return [{ path: file.path, line, message: `${name}: "${banned}" says nothing` }];
  });
}
