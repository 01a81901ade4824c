/** `resolang cache`: shows where compiled programs are kept, and clears it. */

import type { CommandCall, CommandEntry } from "../command.ts";
import { EXIT_CODES, type ExitCode } from "../exit-codes.ts";
import type { Kept } from "../kept-files.ts";
import { cacheContents, clearCache } from "../module-cache.ts";
import { counted } from "../report/counted.ts";
import { clearResults, hitRatio, keptResults } from "../result-cache.ts";
import type { Shell } from "../shell.ts";

export const CACHE: CommandEntry = {
  name: "cache",
  arguments: [],
  summary: "show or clear the compiled programs and the results that are kept",
  explanation:
    "A program without reports is compiled once, and run from the cache until it or the compiler " +
    "changes. It is verified each time, and the results are the same with and without. " +
    "Results are kept by `resolang run --cached`, for the same program, parameters and limits. " +
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
  const kept = [told("program", cacheContents(folder))];
  const results = keptResults(folder);
  if (results.count > 0) kept.push(told("result", results));
  if (options["clear"] === true) {
    clearCache(folder);
    clearResults(folder);
    shell.out.write(`removed: ${kept.join("; ")}\n`);
    return EXIT_CODES.fine.code;
  }
  shell.out.write(`${folder}: ${kept.join("; ")}\n`);
  const { found, asked } = hitRatio(folder);
  if (asked > 0) shell.out.write(`${found} of ${counted(asked, "result")} asked for were there\n`);
  return EXIT_CODES.fine.code;
}

function told(what: string, { count, bytes }: Kept): string {
  return `${counted(count, what)}, ${(bytes / 1024).toFixed(1)} KiB`;
}
