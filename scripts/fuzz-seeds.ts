/** The seeds that a fuzzer goes through: so many, or as many as some minutes allow. */

import process, { stdout } from "node:process";
import { parseArgs } from "node:util";

export interface SeedChoice {
  readonly first: number;
  readonly count: number;
  /** Takes the place of the count. */
  readonly minutes?: number;
}

/** How often a long run says how far it is. */
const REPORT_EVERY = 10_000;

type Write = (line: string) => void;

/**
 * The command of a fuzzer: reads `--count`, `--minutes` and `--seed`, and ends with 1 where not all
 * is well.
 */
export function fuzzCommand(
  usualCount: number,
  fuzz: (choice: SeedChoice, write: Write) => boolean,
): void {
  const { values } = parseArgs({
    options: {
      count: { type: "string", default: String(usualCount) },
      minutes: { type: "string" },
      seed: { type: "string", default: "1" },
    },
  });
  const { count, minutes, seed } = values;
  const choice = {
    first: Number(seed),
    count: Number(count),
    ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
  };
  const write: Write = (line) => stdout.write(`${line}\n`);
  write(`seed ${seed}`);
  process.exitCode = fuzz(choice, write) ? 0 : 1;
}

/** Calls `attempt` with seed after seed, until it says that it has seen enough. */
export function eachSeed(
  { first, count, minutes }: SeedChoice,
  write: Write,
  attempt: (seed: number) => boolean,
): void {
  const start = Date.now();
  const isOver = (done: number): boolean =>
    minutes === undefined ? done >= count : Date.now() - start >= minutes * 60_000;
  for (let done = 0; !isOver(done); done += 1) {
    if (!attempt(first + done)) return;
    if ((done + 1) % REPORT_EVERY !== 0) continue;
    write(`${done + 1} programs, ${Math.round((Date.now() - start) / 1000)} s`);
  }
}
