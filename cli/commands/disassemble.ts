/** `resolang disassemble FILE`: the bytecode of a program beside its source. */

import { disassemble, PRELUDE_TEXTS, type SourceText } from "../../src/index.ts";
import type { CommandEntry } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { loadProgram } from "../program.ts";

export const DISASSEMBLE: CommandEntry = {
  name: "disassemble",
  arguments: [{ name: "<file>", summary: "a program or a module" }],
  summary: "print the bytecode of a program",
  explanation:
    "With a source file, its lines stand as comments above the instructions made from them.",
  options: [],
  examples: [
    { command: "resolang disassemble examples/hello.reso", meaning: "what the machine is given" },
  ],
  run: (shell, { arguments: [path] }) => {
    const program = loadProgram(shell, path);
    if (program === null) return EXIT_CODES.problems.code;
    shell.out.write(disassemble(program.verified.module, { sources: sourcesOf(program.texts) }));
    return EXIT_CODES.fine.code;
  },
};

/** Texts by path: the program's own, and the prelude's. */
function sourcesOf(texts: readonly SourceText[]): ReadonlyMap<string, string> {
  const prelude = PRELUDE_TEXTS.map(({ path, content }) => [path, content] as const);
  return new Map([...prelude, ...texts.map(({ path, content }) => [path, content] as const)]);
}
