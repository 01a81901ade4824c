/** What has been reached of what is asked for: ratios of times, the smaller the faster. */

import type { LanguageName } from "./languages.ts";
import type { ProgramName } from "./programs.ts";

/** Milliseconds by language and program. */
export type Times = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Verdict {
  readonly text: string;
  readonly reached: number;
  /** No ratio is above the first, and none should be above the second. */
  readonly atLeast: number;
  readonly aim: number;
}

interface Goal {
  readonly who: LanguageName;
  readonly against: LanguageName;
  readonly programs: readonly ProgramName[];
  readonly atLeast: number;
  readonly aim: number;
}

const NUMERIC = ["fib", "nbody", "mandelbrot", "sieve", "spectral"] as const;
const HEAP = ["trees", "strings"] as const;

const GOALS: readonly Goal[] = [
  { who: "ResoLang", against: "C", programs: NUMERIC, atLeast: 1.6, aim: 1.25 },
  { who: "ResoLang", against: "LuaJIT", programs: NUMERIC, atLeast: 0.7, aim: 0.5 },
  { who: "ResoLang", against: "Lua 5.4", programs: NUMERIC, atLeast: 0.075, aim: 0.055 },
  { who: "ResoLang", against: "LuaJIT", programs: ["spectral"], atLeast: 1.5, aim: 1 },
  { who: "ResoLang", against: "Lua 5.4", programs: HEAP, atLeast: 0.15, aim: 0.08 },
  {
    who: "interpreter",
    against: "Lua 5.4",
    programs: [...NUMERIC, ...HEAP],
    atLeast: 2,
    aim: 1.2,
  },
  {
    who: "ResoLang",
    against: "without fuel",
    programs: ["nbody", "mandelbrot"],
    atLeast: 1.05,
    aim: 1.02,
  },
  {
    who: "ResoLang",
    against: "without fuel",
    programs: ["sieve", "spectral"],
    atLeast: 1.2,
    aim: 1.08,
  },
];

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}

function geomean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** One verdict for each goal whose programs were measured in both languages. */
export function verdictsOn(times: Times): readonly Verdict[] {
  return GOALS.flatMap(({ who, against, programs, atLeast, aim }) => {
    const ratios = programs.map(
      (program) =>
        (times[who]?.[program] ?? Number.NaN) / (times[against]?.[program] ?? Number.NaN),
    );
    const reached = geomean(ratios);
    if (Number.isNaN(reached)) return [];
    const shown = ratios.map((ratio) => ratio.toFixed(3)).join(" ");
    return [{ text: `${who} : ${against}, ${programs.join(" ")} ${shown}`, reached, atLeast, aim }];
  });
}
