/** Exit codes: what each says, and which one a fault leads to. */

import type { FaultCode } from "../src/index.ts";

export const EXIT_CODES = {
  fine: { code: 0, when: "everything went as asked" },
  problems: {
    code: 1,
    when:
      "the program has errors, a test failed, a file is not formatted, a receipt or this " +
      "installation differs",
  },
  usage: { code: 2, when: "wrong usage, or a parameter on the command line that does not fit" },
  trapped: { code: 3, when: "the program trapped: a run-time stop with a code and a place" },
  world: { code: 4, when: "the world failed: a file (a bad cell included), the disk, the network" },
  bug: { code: 70, when: "a bug in ResoLang: the message says how to report it" },
  interrupted: { code: 130, when: "stopped by Ctrl-C" },
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]["code"];

/** The exit code of a fault, by the area its code names. */
export function exitCodeOf(code: FaultCode): ExitCode {
  if (code === "machine/interrupted") return EXIT_CODES.interrupted.code;
  const isUsage = code.startsWith("usage/") || code.startsWith("parameter/");
  return isUsage ? EXIT_CODES.usage.code : EXIT_CODES.world.code;
}
