/** `resolang check [FILES]`: all problems of programs, without running them. */

import {
  checkProgram,
  type Diagnostic,
  diagnosticsJson,
  Fault,
  type Repaired,
  repair,
  type SourceText,
  sourceText,
} from "../../src/index.ts";
import type { CallOptions, CommandEntry } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { errorCount, loadText } from "../program.ts";
import { counted, textFinder, writeReports } from "../report/diagnostics.ts";
import { showLineChanges } from "../report/line-changes.ts";
import { paletteOf } from "../report/palette.ts";
import type { Shell } from "../shell.ts";

export const CHECK: CommandEntry = {
  name: "check",
  arguments: [
    { name: "[files...]", summary: "programs or folders; the current folder when none is named" },
  ],
  summary: "show all problems of programs",
  explanation:
    "Programs are parsed, checked and compiled, and not run. Warnings alone leave the exit code " +
    "0. `--fix` makes the repairs that are certain, and shows what remains.",
  options: [
    {
      flags: "--short",
      summary: "one line for each report: path:line:column: severity[code]: message",
    },
    {
      flags: "--json",
      summary: "one JSON object per line and file, schema resolang.diagnostics/1",
    },
    { flags: "--fix", summary: "repair what is sure to be meant; comments are kept" },
    { flags: "--dry-run", summary: "with --fix: show the changes and write nothing" },
  ],
  examples: [
    { command: "resolang check", meaning: "every .reso below this folder" },
    { command: "resolang check --short grid.reso", meaning: "for tools that read lines" },
    { command: "resolang check --fix --dry-run", meaning: "what --fix would change" },
  ],
  run: (shell, { arguments: paths, options }) => {
    const files = (paths.length === 0 ? ["."] : paths).flatMap((path) => shell.listSources(path));
    refuseOptions(files, options);
    const isFixing = options["fix"] === true;
    let errors = 0;
    let fixes = 0;
    for (const file of files) {
      const text = loadText(shell, file);
      const repaired = isFixing ? repair({ path: file, text: text.content }) : null;
      const changed = repaired === null ? text : sourceText(file, repaired.text);
      const { diagnostics } = repaired ?? checkProgram({ path: file, text: text.content });
      errors += errorCount(diagnostics);
      fixes += repaired?.fixed.length ?? 0;
      const isDry = options["dryRun"] === true;
      if (repaired !== null && !isDry && repaired.text !== text.content)
        shell.writeFile(file, repaired.text);
      if (options["json"] === true) writeJson(shell, changed, diagnostics, repaired);
      else {
        if (repaired !== null) writeFixes(shell, text, repaired, isDry);
        writeReports(shell.out, changed, diagnostics, options["short"] === true ? "short" : "full");
      }
    }
    if (options["json"] !== true && options["short"] !== true)
      writeVerdict(shell, files.length, errors, isFixing ? fixes : null);
    return errors === 0 ? EXIT_CODES.fine.code : EXIT_CODES.problems.code;
  },
};

/** @throws {Fault} `usage/command` */
function refuseOptions(files: readonly string[], options: CallOptions): void {
  const isDry = options["dryRun"] === true;
  if (isDry && options["fix"] !== true)
    throw new Fault("usage/command", "--dry-run is for --fix: it shows what that would change");
  if (options["fix"] === true && !isDry && files.includes("-"))
    throw new Fault("usage/command", "standard input cannot be repaired in place: add --dry-run");
}

function writeJson(
  shell: Shell,
  text: SourceText,
  diagnostics: readonly Diagnostic[],
  repaired: Repaired | null,
): void {
  const fixed = repaired?.fixed.map(({ diagnostic, position }) => ({
    code: diagnostic.code,
    message: diagnostic.message,
    position,
  }));
  const json = { ...diagnosticsJson(diagnostics, textFinder(text)), fixed };
  shell.out.write(`${JSON.stringify(json)}\n`);
}

/** What was repaired, one line each; or the changed lines, when nothing is written. */
function writeFixes(shell: Shell, text: SourceText, repaired: Repaired, isDry: boolean): void {
  const palette = paletteOf(shell.out);
  if (isDry) {
    shell.out.write(showLineChanges(text.path, text.content, repaired.text));
    return;
  }
  for (const { diagnostic, position } of repaired.fixed) {
    const place = `${text.path}:${position.line}:${position.column}`;
    shell.out.write(`${place}: ${palette.good("fixed")}: ${diagnostic.message}\n`);
  }
}

function writeVerdict(shell: Shell, files: number, errors: number, fixes: number | null): void {
  const palette = paletteOf(shell.err);
  const fixed = fixes === null ? "" : `${counted(fixes, "repair")}, `;
  const verdict =
    errors === 0 ? palette.good("no errors") : palette.error(counted(errors, "error"));
  shell.err.write(`${counted(files, "file")} checked, ${fixed}${verdict}\n`);
}
