/** The text of a derived file as the formatter writes it. */

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const FORMATTER = fileURLToPath(new URL("../node_modules/.bin/oxfmt", import.meta.url));

/** @param path where the text is to stand: its ending tells the language */
export function formatted(path: string, text: string): string {
  return execFileSync(FORMATTER, ["--stdin-filepath", path], { input: text, encoding: "utf8" });
}
