/** `resolang ast FILE`: the syntax tree of a program. */

import { parse, printTreeIndented } from "../../src/index.ts";
import type { CommandEntry } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { loadText } from "../program.ts";
import { writeReports } from "../report/diagnostics.ts";

export const AST: CommandEntry = {
  name: "ast",
  arguments: [{ name: "<file>", summary: "a program" }],
  summary: "print the syntax tree of a program",
  explanation:
    "A program with syntax errors has a tree too: what could not be read stands in it as Error.",
  options: [],
  examples: [{ command: "resolang ast examples/hello.reso", meaning: "how the parser reads it" }],
  run: (shell, { arguments: [path] }) => {
    const text = loadText(shell, path);
    const { file, problems } = parse(text);
    writeReports(shell.err, [text], problems);
    shell.out.write(printTreeIndented(file));
    return problems.length === 0 ? EXIT_CODES.fine.code : EXIT_CODES.problems.code;
  },
};
