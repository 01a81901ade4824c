/**
 * Writes every derived file anew: `npm run derive`. The list below is what `test/derived.test.ts`
 * checks.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { EBNF_PATH, renderEbnf } from "../grammar/ebnf.ts";
import { DIRECT_PARSER_PATH, renderDirectParser } from "../grammar/write-parser.ts";
import { INSTRUCTIONS_PATH, renderInstructions } from "../src/machine/bytecode/reference.ts";
import { PRIMITIVES_PATH, renderPrimitives } from "../src/machine/primitives/reference.ts";
import { renderRules, RULES_PATH } from "../src/machine/verify/reference.ts";
import { CHAPTERS_PATH, renderChapters } from "./derive-chapters.ts";
import { COSTS_PATH, renderCosts } from "./derive-costs.ts";
import { LAYOUT_PATH, renderLayout } from "./derive-layout.ts";
import { LIBRARY_PATH, renderLibrary } from "./derive-library.ts";
import { LOOP_PATH, renderInterpreter } from "./derive-interpreter.ts";
import { PRELUDE_PATH, renderPrelude } from "./derive-prelude.ts";

/** A file of the repository that is rendered from a table and never edited by hand. */
export type DerivedFile = {
  /** Where it stands, from the root of the repository. */
  readonly path: string;
  /** Gives the whole text of the file. */
  readonly render: () => string;
};

/** Every derived file, one line each: the path, and the function that renders it. */
export const DERIVED_FILES: readonly DerivedFile[] = [
  { path: EBNF_PATH, render: renderEbnf },
  { path: DIRECT_PARSER_PATH, render: renderDirectParser },
  { path: CHAPTERS_PATH, render: renderChapters },
  { path: COSTS_PATH, render: renderCosts },
  { path: LAYOUT_PATH, render: renderLayout },
  { path: LOOP_PATH, render: renderInterpreter },
  { path: PRELUDE_PATH, render: renderPrelude },
  { path: INSTRUCTIONS_PATH, render: renderInstructions },
  { path: RULES_PATH, render: renderRules },
  { path: PRIMITIVES_PATH, render: renderPrimitives },
  { path: LIBRARY_PATH, render: renderLibrary },
];

/** Writes the derived files that differ from their rendering; gives the paths written. */
export function derive(): string[] {
  const written: string[] = [];
  for (const { path, render } of DERIVED_FILES) {
    const url = new URL(`../${path}`, import.meta.url);
    const text = render();
    if (readOrNothing(url) === text) continue;
    writeFileSync(url, text);
    written.push(path);
  }
  // The library's page comes from the prelude's texts, and the parser, as this process has loaded
  // them.
  if (written.includes(PRELUDE_PATH) || written.includes(DIRECT_PARSER_PATH)) {
    execFileSync(process.execPath, [import.meta.filename]);
  }
  return written;
}

/** The text of a file, or null when there is none. */
export function readOrNothing(url: URL): string | null {
  try {
    return readFileSync(url, "utf8");
  } catch {
    return null;
  }
}

if (import.meta.main) {
  const written = derive();
  process.stdout.write(written.length === 0 ? "nothing to derive\n" : `${written.join("\n")}\n`);
}
