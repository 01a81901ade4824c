/**
 * Calls the command with the words of this process, and keeps at its end what was compiled of its
 * scripts, besides what was kept before. Run by keep-compiled.ts.
 */

import { createRequire } from "node:module";
import process, { argv, env } from "node:process";
import { fileURLToPath } from "node:url";

interface Shim {
  readonly evaluated: (name: "./main.cjs") => Main;
  readonly keepCompiled: () => void;
}

interface Main {
  main(argv: readonly string[], cacheFolder: string | null): Promise<number>;
}

const shim = fileURLToPath(new URL("../cli/resolang.cjs", import.meta.url));
const { evaluated, keepCompiled } = createRequire(import.meta.url)(shim) as Shim;
process.on("exit", keepCompiled);
process.exitCode = await evaluated("./main.cjs").main(argv, env["RESOLANG_CACHE"] ?? null);
