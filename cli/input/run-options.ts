/** Options of a run: limits and tier, from the tables of the machine. */

import { Fault, LIMITS, type LimitName, type Limits, type Tier, TIERS } from "../../src/index.ts";
import { grouped } from "../report/grouped.ts";
import type { CallOptions, OptionEntry } from "../command.ts";

const BINARY_UNITS: Readonly<Record<string, number>> = {
  "": 1,
  KiB: 2 ** 10,
  MiB: 2 ** 20,
  GiB: 2 ** 30,
};

/** What a timer of the host can wait for. */
const LONGEST_SECONDS = 2_000_000;

export const LIMIT_OPTIONS: readonly OptionEntry[] = Object.values(LIMITS).map((limit) => ({
  flags: `${limit.option} <${limit.unit}>`,
  summary: `${limit.doc} Default ${grouped(limit.default)}.`,
}));

/**
 * The four limits; those that are not given have their defaults.
 *
 * @throws {Fault} `usage/command`
 */
export function limitsOf(options: CallOptions): Limits {
  const entries = Object.entries(LIMITS).map(([name, limit]) => {
    const text = options[limit.option.slice(2)];
    if (typeof text !== "string") return [name, limit.default] as const;
    const value = amountOf(text, limit.unit === "bytes");
    if (Number.isSafeInteger(value) && value >= limit.minimum && value <= limit.maximum) {
      return [name, value] as const;
    }
    const wanted = `a whole number of ${limit.unit} from ${limit.minimum} to ${limit.maximum}`;
    const found = JSON.stringify(text);
    throw new Fault("usage/command", `${limit.option} takes ${wanted}, not ${found}`);
  });
  return Object.fromEntries(entries) as Record<LimitName, number>;
}

/** `1_000_000`, `1e9`, and `64MiB` for bytes; NaN for anything else. */
function amountOf(text: string, isBytes: boolean): number {
  const parts = /^(?<digits>\d[\d_]*(?:e\d{1,2})?)(?<unit>KiB|MiB|GiB|)$/u.exec(text)?.groups;
  if (parts === undefined || (parts["unit"] !== "" && !isBytes)) return NaN;
  return Number(parts["digits"].replaceAll("_", "")) * BINARY_UNITS[parts["unit"]];
}

/**
 * The tier; wasm when none is named.
 *
 * @throws {Fault} `usage/command`
 */
export function tierOf(text: CallOptions[string]): Tier {
  const tier = TIERS.find((name) => name === (text ?? "wasm"));
  if (tier !== undefined) return tier;
  throw new Fault("usage/command", `--tier is ${TIERS.join(" or ")}, not ${JSON.stringify(text)}`);
}

const SECONDS_PER: Readonly<Record<string, number>> = { ms: 0.001, s: 1, min: 60 };
const TIME = /^(?<number>\d+(?:\.\d+)?)(?<unit>ms|s|min)?$/u;

export const TIMEOUT_OPTION: OptionEntry = {
  flags: "--timeout <time>",
  summary:
    "End the run after this time: 30, 1.5s, 200ms, 2min. It has no result then: how far it came " +
    "depends on the machine, so a program that must end is given fuel.",
};

/**
 * Seconds, given as `1.5`, `1.5s`, `200ms` or `2min`; undefined when none are.
 *
 * @throws {Fault} `usage/command`
 */
export function timeoutOf(text: CallOptions[string]): number | undefined {
  if (text === undefined) return undefined;
  const parts = typeof text === "string" ? TIME.exec(text)?.groups : undefined;
  const seconds =
    parts === undefined ? 0 : Number(parts["number"]) * SECONDS_PER[parts["unit"] ?? "s"];
  if (seconds > 0 && seconds <= LONGEST_SECONDS) return seconds;
  const wanted = `a time, more than 0 and ${LONGEST_SECONDS} s at most`;
  throw new Fault("usage/command", `--timeout takes ${wanted}, not ${JSON.stringify(text)}`);
}

/** The kernels let no more threads share a task. */
export const MOST_THREADS = 64;

export const THREADS_OPTION: OptionEntry = {
  flags: "--threads <count>",
  summary:
    "Let so many threads share long work on 16 384 oscillators or more, as far as the machine " +
    "has them. Default: all of them. The result is the same.",
};

/**
 * How many threads a run may have; undefined when none are named.
 *
 * @throws {Fault} `usage/command`
 */
export function threadsOf(text: CallOptions[string]): number | undefined {
  if (text === undefined) return undefined;
  const count = typeof text === "string" && /^\d{1,2}$/u.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= MOST_THREADS) return count;
  const wanted = `a whole number from 1 to ${MOST_THREADS}`;
  throw new Fault("usage/command", `--threads takes ${wanted}, not ${JSON.stringify(text)}`);
}
