/** Numbers of the kernels' own text, for tests that watch threads at work. */
import { readFileSync } from "node:fs";

const KERNELS = new URL("../../src/engine/kernel/assembly/", import.meta.url);

/** A constant of a file of the kernels: `export const TEAM_WAITING: usize = 332;`. */
export function kernelConstant(file: string, name: string): number {
  const text = readFileSync(new URL(file, KERNELS), "utf8");
  const digits = new RegExp(`^export const ${name}: usize = (\\d+);$`, "mu").exec(text)?.[1];
  if (digits === undefined) throw new Error(`${file} has no ${name}`);
  return Number(digits);
}

/** Places in an `Int32Array` over the memory: the last command, and how many wait for the next. */
export const COMMAND = kernelConstant("cells.ts", "TEAM_COMMAND") / 4;
export const WAITING = kernelConstant("cells.ts", "TEAM_WAITING") / 4;
