/**
 * Scripts of modules that are refused or accepted, as text that people read.
 *
 * A case is: lines starting with `#` that say why; `verify`; the module; `----`; what the verifier
 * says. An empty line ends a case. `UPDATE=1` rewrites the answers.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { judge } from "../bytecode/module-text.ts";

export interface ScriptCase {
  readonly file: string;
  /** Why, from the comment. */
  readonly title: string;
  readonly input: string;
  readonly expected: string;
}

const FOLDER = new URL("./", import.meta.url);

/** The names of all scripts in this folder. */
export function scriptFiles(): readonly string[] {
  return readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));
}

export function readScript(file: string): readonly ScriptCase[] {
  const text = readFileSync(new URL(file, FOLDER), "utf8");
  return text
    .split(/\n\n+/u)
    .filter((block) => block.trim() !== "" && block.includes("\nverify\n"))
    .map((block) => {
      const [comments, rest] = block.split("\nverify\n");
      const [input, expected] = rest.split("\n----\n");
      const title = comments.replaceAll(/^# ?/gmu, "").replaceAll("\n", " ").trim();
      return { file, title, input, expected: expected?.trim() ?? "" };
    });
}

/** Writes what the verifier says now into the script. */
export function updateScript(file: string): void {
  const url = new URL(file, FOLDER);
  const blocks = readFileSync(url, "utf8").trimEnd().split(/\n\n+/u);
  const updated = blocks.map((block) => {
    if (!block.includes("\nverify\n")) return block;
    const [front] = block.split("\n----");
    return `${front}\n----\n${judge(front.split("\nverify\n")[1])}`;
  });
  writeFileSync(url, `${updated.join("\n\n")}\n`);
}
