/** `resolang cache`: shows where compiled programs are kept, and clears it. */

import type { CommandCall, CommandEntry } from "../command.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import { cacheContents, type CacheContents, clearCache } from "../module-cache.ts";
import { counted } from "../report/counted.ts";
import type { Shell } from "../shell.ts";

export const CACHE: CommandEntry = {
  name: "cache",
  arguments: [],
  summary: "show or clear the compiled programs that are kept",
  explanation:
    "A program without reports is compiled once, and run from the cache until it or the compiler " +
    "changes. It is verified each time, and the results are the same with and without. " +
    "RESOLANG_CACHE names another folder, and RESOLANG_CACHE=off keeps nothing.",
  options: [{ flags: "--clear", summary: "remove everything that is kept" }],
  examples: [
    { command: "resolang cache", meaning: "where it is, and how much is in it" },
    { command: "resolang cache --clear", meaning: "begin anew" },
  ],
  run: cacheCommand,
};

function cacheCommand(shell: Shell, { options }: CommandCall): ExitCode {
  const folder = shell.cacheFolder;
  if (folder === null) {
    shell.out.write("nothing is kept: RESOLANG_CACHE is off, or there is no folder for it\n");
    return EXIT_CODES.fine.code;
  }
  if (options["clear"] === true) shell.out.write(`removed: ${told(clearCache(folder))}\n`);
  else shell.out.write(`${folder}: ${told(cacheContents(folder))}\n`);
  return EXIT_CODES.fine.code;
}

function told({ count, bytes }: CacheContents): string {
  return `${counted(count, "program")}, ${(bytes / 1024).toFixed(1)} KiB`;
}
