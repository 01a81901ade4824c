/** `resolang check [FILES]`: all problems of programs, without running them. */

import { checkProgram, diagnosticsJson } from "../../src/index.ts";
import type { CommandEntry } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { errorCount, loadText } from "../program.ts";
import { counted, textFinder, writeReports } from "../report/diagnostics.ts";
import { paletteOf } from "../report/palette.ts";

export const CHECK: CommandEntry = {
  name: "check",
  arguments: [
    { name: "[files...]", summary: "programs or folders; the current folder when none is named" },
  ],
  summary: "show all problems of programs",
  explanation:
    "Programs are parsed, checked and compiled, and not run. Warnings alone leave the exit code 0.",
  options: [
    {
      flags: "--short",
      summary: "one line for each report: path:line:column: severity[code]: message",
    },
    {
      flags: "--json",
      summary: "one JSON object per line and file, schema resolang.diagnostics/1",
    },
  ],
  examples: [
    { command: "resolang check", meaning: "every .reso below this folder" },
    { command: "resolang check --short grid.reso", meaning: "for tools that read lines" },
  ],
  run: (shell, { arguments: paths, options }) => {
    const files = (paths.length === 0 ? ["."] : paths).flatMap((path) => shell.listSources(path));
    let errors = 0;
    for (const file of files) {
      const text = loadText(shell, file);
      const { diagnostics } = checkProgram({ path: file, text: text.content });
      errors += errorCount(diagnostics);
      if (options["json"] === true) {
        shell.out.write(`${JSON.stringify(diagnosticsJson(diagnostics, textFinder(text)))}\n`);
      } else {
        writeReports(shell.out, text, diagnostics, options["short"] === true ? "short" : "full");
      }
    }
    if (options["json"] !== true && options["short"] !== true) {
      const palette = paletteOf(shell.err);
      const verdict =
        errors === 0 ? palette.good("no errors") : palette.error(counted(errors, "error"));
      shell.err.write(`${counted(files.length, "file")} checked, ${verdict}\n`);
    }
    return errors === 0 ? EXIT_CODES.fine.code : EXIT_CODES.problems.code;
  },
};
