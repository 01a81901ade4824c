/** `resolang fmt [FILES]`: the one layout of programs. */

import { format } from "../../src/index.ts";
import type { CommandEntry } from "../command.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import { loadText } from "../program.ts";
import { writeReports } from "../report/diagnostics.ts";
import type { Shell } from "../shell.ts";
import { readSources, rewriteSource } from "../sources.ts";

export const FORMAT: CommandEntry = {
  name: "fmt",
  arguments: [
    { name: "[files...]", summary: "programs or folders; the current folder when none is named" },
  ],
  summary: "lay programs out in the one way",
  explanation:
    "Comments and the spelling of numbers are kept. A file with syntax errors is left as it is.",
  options: [
    {
      flags: "--check",
      summary: "change nothing; name the files that would change and exit with 1",
    },
    { flags: "--stdin", summary: "format standard input to standard output" },
  ],
  examples: [
    { command: "resolang fmt", meaning: "every .reso below this folder" },
    { command: "resolang fmt --check examples", meaning: "what a continuous build asks" },
  ],
  run: (shell, { arguments: paths, options }) => {
    if (options["stdin"] === true || (paths.length === 1 && paths[0] === "-"))
      return formatInput(shell);
    const { texts, unread } = readSources(shell, paths);
    let unformatted = 0;
    let broken = 0;
    for (const text of texts) {
      const { text: formatted, problems } = format(text);
      writeReports(shell.err, [text], problems);
      if (problems.length > 0) broken += 1;
      else if (formatted !== text.content) {
        unformatted += 1;
        shell.out.write(`${text.path}\n`);
        if (options["check"] !== true) rewriteSource(shell, text.path, formatted);
      }
    }
    if (unread > 0) return EXIT_CODES.world.code;
    const failed = broken > 0 || (options["check"] === true && unformatted > 0);
    return failed ? EXIT_CODES.problems.code : EXIT_CODES.fine.code;
  },
};

function formatInput(shell: Shell): ExitCode {
  const text = loadText(shell, "-");
  const { text: formatted, problems } = format(text);
  writeReports(shell.err, [text], problems);
  shell.out.write(formatted);
  return problems.length === 0 ? EXIT_CODES.fine.code : EXIT_CODES.problems.code;
}
