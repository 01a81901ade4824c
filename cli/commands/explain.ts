/** `resolang explain CODE`: the manual page of a diagnostic or a trap. */

import {
  type CatalogueEntry,
  catalogueEntry,
  DIAGNOSTICS,
  Fault,
  suggest,
  TRAPS,
} from "../../src/index.ts";
import type { CommandEntry } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { type Palette, paletteOf } from "../report/palette.ts";
import type { Shell } from "../shell.ts";

export const EXPLAIN: CommandEntry = {
  name: "explain",
  arguments: [
    { name: "[code]", summary: "a diagnostic such as E0301, or a trap such as overflow" },
  ],
  summary: "print the manual page of a diagnostic or a trap",
  explanation: "Without a code it lists all of them.",
  options: [],
  examples: [
    {
      command: "resolang explain E0301",
      meaning: "why the checker refused, with an example that fits",
    },
    { command: "resolang explain overflow", meaning: "what stopped a run" },
  ],
  run: (shell, call) => {
    const [code] = call.arguments;
    if (code === undefined) listAll(shell);
    else explain(shell, code);
    return EXIT_CODES.fine.code;
  },
};

const ABOUT_TRAPS =
  "A trap stops the run (exit code 3) and is part of its result: every machine stops at the same " +
  "place.";
const WIDEST = 100;

/** The text in lines that fit. */
function wrapped(text: string, columns: number): string {
  const width = Math.min(columns, WIDEST);
  const lines = [""];
  for (const word of text.split(/\s+/u)) {
    const last = lines[lines.length - 1];
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join("\n");
}

function explain(shell: Shell, code: string): void {
  const palette = paletteOf(shell.out);
  const entry = catalogueEntry(code.toUpperCase());
  if (entry !== undefined) {
    shell.out.write(`${diagnosticPage(code.toUpperCase(), entry, palette, shell.out.columns)}\n`);
    return;
  }
  const found = Object.entries(TRAPS).find(([name]) => name.toLowerCase() === code.toLowerCase());
  if (found !== undefined) {
    const [name, trap] = found;
    shell.out.write(
      `${palette.strong(`trap ${name}`)}: ${trap.message}\n\n` +
        `${wrapped(`${trap.explanation} ${ABOUT_TRAPS}`, shell.out.columns)}\n`,
    );
    return;
  }
  const near = suggest(code, [...Object.keys(DIAGNOSTICS), ...Object.keys(TRAPS)]);
  const hint = near === null ? "`resolang explain` lists all codes" : `did you mean ${near}?`;
  throw new Fault("usage/command", `there is no code ${code}: ${hint}`);
}

function diagnosticPage(
  code: string,
  entry: CatalogueEntry,
  palette: Palette,
  width: number,
): string {
  const indent = (text: string): string =>
    text
      .trimEnd()
      .split("\n")
      .map((line) => `    ${line}`.trimEnd())
      .join("\n");
  return [
    `${palette.strong(code)}: ${entry.title}`,
    "",
    wrapped(entry.explanation, width),
    "",
    palette.error("wrong"),
    indent(entry.bad),
    "",
    palette.good("right"),
    indent(entry.good),
  ].join("\n");
}

function listAll(shell: Shell): void {
  const palette = paletteOf(shell.out);
  for (const [code, { title }] of Object.entries<CatalogueEntry>(DIAGNOSTICS)) {
    shell.out.write(`${palette.strong(code.padEnd(12))} ${title}\n`);
  }
  for (const [name, { message }] of Object.entries(TRAPS)) {
    shell.out.write(`${palette.strong(name.padEnd(12))} ${message}\n`);
  }
}
