/** Builds `dist/` before the tests where it is missing: some start the installed command. */

import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const MAIN = new URL("../dist/main.cjs", import.meta.url);
const BUILD = fileURLToPath(new URL("build.ts", import.meta.url));

export function setup(): void {
  if (!existsSync(MAIN)) execFileSync(process.execPath, [BUILD], { stdio: "inherit" });
}
