/**
 * The limits of a run: fuel, memory, depth, output. Part of its declared input, so part of its
 * result.
 */

export interface Limit {
  readonly option: string;
  readonly unit: string;
  readonly default: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly doc: string;
}

/** What every frame costs of the depth limit, and what each of its registers adds. */
export const FRAME_COST = 64;
export const REGISTER_COST = 8;

export const LIMITS = {
  fuel: {
    option: "--fuel",
    unit: "steps",
    default: 1_000_000_000_000,
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    doc: "How much work the program may do: about a step for an instruction, more for bulk work.",
  },
  memory: {
    option: "--memory",
    unit: "bytes",
    default: 256 * 2 ** 20,
    minimum: 0,
    maximum: 2 ** 32 - 2 ** 24,
    doc: "How far the heap may grow.",
  },
  depth: {
    option: "--depth",
    unit: "bytes",
    // frames that pass hundreds of values take four times as much of the host's stack, which holds
    // this many with a fifth to spare
    default: 200_000,
    minimum: 0,
    maximum: 2 ** 30,
    doc:
      `How much the frames of open calls may cost: each ${FRAME_COST}, and ${REGISTER_COST} for ` +
      "each of its registers.",
  },
  output: {
    option: "--output",
    unit: "bytes",
    default: 64 * 2 ** 20,
    minimum: 0,
    maximum: Number.MAX_SAFE_INTEGER,
    doc: "How many bytes the program may emit and print.",
  },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof LIMITS;

/** One value for each limit, in the limit's unit. */
export type Limits = Readonly<Record<LimitName, number>>;

export const DEFAULT_LIMITS: Limits = {
  fuel: LIMITS.fuel.default,
  memory: LIMITS.memory.default,
  depth: LIMITS.depth.default,
  output: LIMITS.output.default,
};

/** What one frame costs of the depth limit. */
export function frameCost(registerCount: number): number {
  return FRAME_COST + REGISTER_COST * registerCount;
}
