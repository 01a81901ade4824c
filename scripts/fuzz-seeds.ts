/** The seeds that a fuzzer goes through: so many, or as many as some minutes allow. */

export interface SeedChoice {
  readonly first: number;
  readonly count: number;
  /** Takes the place of the count. */
  readonly minutes?: number;
}

/** How often a long run says how far it is. */
const REPORT_EVERY = 10_000;

/** What the options `--seed`, `--count` and `--minutes` choose. */
export function seedChoice(
  values: { readonly seed?: string; readonly count?: string; readonly minutes?: string },
  count: number,
): SeedChoice {
  const { minutes } = values;
  return {
    first: Number(values.seed ?? 1),
    count: Number(values.count ?? count),
    ...(minutes === undefined ? {} : { minutes: Number(minutes) }),
  };
}

/** Calls `attempt` with seed after seed, until it says that it has seen enough. */
export function eachSeed(
  { first, count, minutes }: SeedChoice,
  write: (line: string) => void,
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
