/** `resolang compile FILE -o OUT.resoc`: writes a module and prints its program id. */

import { encodeModule, Fault } from "../../src/index.ts";
import type { CallOptions, CommandEntry } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { refuseOverwriting } from "../input/overwriting.ts";
import { loadProgram } from "../program.ts";

export const COMPILE: CommandEntry = {
  name: "compile",
  arguments: [{ name: "<file>", summary: "a program" }],
  summary: "write a program as a module and print its program id",
  explanation:
    "The program id is the hash of what the program means: comments, layout and the names of " +
    "functions and locals do not change it; parameters, outputs, types and units do.",
  options: [
    {
      flags: "-o, --out <file>",
      summary: "where to write it; FILE with the ending .resoc when not given",
    },
    {
      flags: "--stripped",
      summary: "leave out names, places and documentation; the id stays the same",
    },
  ],
  examples: [
    {
      command: "resolang compile grid.reso -o grid.resoc",
      meaning: "then: resolang run grid.resoc",
    },
  ],
  run: (shell, { arguments: [path], options }) => {
    const target = targetOf(path, options["out"]);
    refuseOverwriting(target, [path], "the module");
    const program = loadProgram(shell, path);
    if (program === null) return EXIT_CODES.problems.code;
    const imported = program.texts.map((text) => text.path);
    refuseOverwriting(target, imported, "the module");
    const { module } = program.verified;
    shell.writeFile(
      target,
      encodeModule(options["stripped"] === true ? { ...module, debug: null } : module),
    );
    shell.out.write(`${program.id}\n`);
    shell.err.write(`wrote ${target}\n`);
    return EXIT_CODES.fine.code;
  },
};

function targetOf(path: string, out: CallOptions[string]): string {
  if (typeof out === "string") return out;
  if (path.endsWith(".reso")) return `${path}c`;
  throw new Fault("usage/command", `name the file to write with -o, as ${path} is no .reso file`);
}
