/** `resolang check [FILES]`: all problems of programs, without running them. */

import {
  checkFiles,
  type Diagnostic,
  diagnosticsJson,
  Fault,
  type Reader,
  type Repaired,
  repair,
  type SourceText,
} from "../../src/index.ts";
import type { CallOptions, CommandEntry } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { errorCount, readerOn } from "../program.ts";
import { counted } from "../report/counted.ts";
import { textFinder, writeReports } from "../report/diagnostics.ts";
import { showLineChanges } from "../report/line-changes.ts";
import { paletteOf } from "../report/palette.ts";
import type { Shell } from "../shell.ts";
import { readSources, rewriteSource } from "../sources.ts";

export const CHECK: CommandEntry = {
  name: "check",
  arguments: [
    { name: "[files...]", summary: "programs or folders; the current folder when none is named" },
  ],
  summary: "show all problems of programs",
  explanation:
    "Programs are checked and not run, each file once, with the files that they import. " +
    "Warnings alone leave the exit code 0. `--fix` makes the repairs that are certain in the " +
    "files that are named, and shows what remains.",
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
    { flags: "--health", summary: "also warn of `==` on Floats, which are rounded (W0105)" },
  ],
  examples: [
    { command: "resolang check", meaning: "every .reso below this folder" },
    { command: "resolang check --short grid.reso", meaning: "for tools that read lines" },
    { command: "resolang check --fix --dry-run", meaning: "what --fix would change" },
    { command: "resolang check --health model.reso", meaning: "before its results are published" },
  ],
  run: (shell, { arguments: paths, options }) => {
    refuseOptions(paths, options);
    const reader = readerOn(shell);
    const { texts: before, unread } = readSources(shell, paths);
    const repairs = options["fix"] === true ? repairAll(shell, before, reader, options) : null;
    const sources = before.map(({ path, content }) => ({
      path,
      text: repairs?.get(path)?.text ?? content,
    }));
    const checked = checkFiles(sources, reader, { isHealthChecked: options["health"] === true });
    const texts = checked.map(({ text }) => text);
    let errors = 0;
    for (const { text, diagnostics } of checked) {
      errors += errorCount(diagnostics);
      const repaired = repairs?.get(text.path) ?? null;
      if (options["json"] === true) writeJson(shell, texts, diagnostics, repaired);
      else {
        const original = before.find(({ path }) => path === text.path);
        if (repaired !== null && original !== undefined)
          writeFixes(shell, original, repaired, options["dryRun"] === true);
        writeReports(shell.out, texts, diagnostics, options["short"] === true ? "short" : "full");
      }
    }
    const fixes = repairs === null ? null : [...repairs.values()].flatMap(({ fixed }) => fixed);
    if (options["json"] !== true && options["short"] !== true)
      writeVerdict(shell, checked.length, errors, fixes?.length ?? null);
    if (unread > 0) return EXIT_CODES.world.code;
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

/** The files that are named, repaired; what is certain is written unless nothing shall be. */
function repairAll(
  shell: Shell,
  texts: readonly SourceText[],
  reader: Reader,
  options: CallOptions,
): ReadonlyMap<string, Repaired> {
  const repairs = new Map<string, Repaired>();
  for (const { path, content } of texts) {
    const repaired = repair({ path, text: content }, reader);
    repairs.set(path, repaired);
    const isChanged = repaired.text !== content && options["dryRun"] !== true;
    if (isChanged) rewriteSource(shell, path, repaired.text);
  }
  return repairs;
}

function writeJson(
  shell: Shell,
  texts: readonly SourceText[],
  diagnostics: readonly Diagnostic[],
  repaired: Repaired | null,
): void {
  const fixed = repaired?.fixed.map(({ diagnostic, position }) => ({
    code: diagnostic.code,
    message: diagnostic.message,
    position,
  }));
  const json = { ...diagnosticsJson(diagnostics, textFinder(texts)), fixed };
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
