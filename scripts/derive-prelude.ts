/**
 * Renders the module that carries the texts of the prelude, so that no file has to be found at
 * run time.
 */
import { readdirSync, readFileSync } from "node:fs";

export const PRELUDE_PATH = "src/language/prelude/texts.ts";

const FOLDER = new URL("../src/language/prelude/", import.meta.url);

/** The whole text of the derived file, from the prelude's files in the order of their names. */
export function renderPrelude(): string {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith(".reso"));
  const entries = names.toSorted().map((name) => {
    const content = readFileSync(new URL(name, FOLDER), "utf8");
    const path = JSON.stringify(`prelude/${name}`);
    return `  {\n    path: ${path},\n    content: ${literal(content)},\n  },`;
  });
  return [
    "/** The texts of the prelude. Derived by `npm run derive`: do not edit. */",
    "export const PRELUDE_TEXTS = [",
    ...entries,
    "] as const;",
    "",
  ].join("\n");
}

/** One line of source for each line of text. */
function literal(content: string): string {
  const lines = content.split(/(?<=\n)/).map((line) => `      ${quoted(line)},`);
  return `[\n${lines.join("\n")}\n    ].join("")`;
}

/** In the quotes that need fewer escapes, as the formatter wants it. */
function quoted(line: string): string {
  const double = JSON.stringify(line);
  const doubles = line.split('"').length;
  if (doubles <= line.split("'").length) return double;
  const inside = double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inside}'`;
}
