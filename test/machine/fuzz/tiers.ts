/**
 * Runs random programs in both tiers at random limits, compares everything the result binds, and
 * counts what was reached.
 */

import { compileHinted } from "../../../cli/compile-hinted.ts";
import type { Mnemonic } from "../../../src/machine/bytecode/instruction.ts";
import type { ModuleValue, VerifiedModule } from "../../../src/machine/bytecode/module.ts";
import { advance, createExecution } from "../../../src/machine/interpreter/execution.ts";
import { startRegion } from "../../../src/machine/region.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { DEFAULT_LIMITS, type Limits } from "../../../src/machine/limits.ts";
import { run, type RunInput, type RunResult } from "../../../src/machine/run.ts";
import { TRAPS, type TrapName } from "../../../src/machine/trap.ts";
import { Trapped } from "../../../src/machine/trapped.ts";
import { chanceOf, type Chance } from "./chance.ts";
import { randomProgram } from "./generator.ts";
import { NO_INT } from "./ints.ts";

/** To step through a program takes as long as to run it in a tier: of the later ones, some are. */
const ALL_STEPPED = 1000;
const STEPPED = 8;

/** What a number of programs have reached together. */
export interface Counters {
  programs: number;
  trapped: number;
  /** Those that were executed, not only written. */
  readonly instructions: Set<Mnemonic>;
  readonly traps: Map<TrapName, number>;
  /** Of each program that was stepped through: how many instructions it executed. */
  readonly executed: number[];
  readonly failures: string[];
}

export function createCounters(): Counters {
  return {
    programs: 0,
    trapped: 0,
    instructions: new Set(),
    traps: new Map(),
    executed: [],
    failures: [],
  };
}

/** Limits that let most programs run, and stop some of them anywhere. */
export function randomLimits(chance: Chance): Limits {
  const tight = chance.below(12);
  return {
    fuel: tight === 0 ? chance.below(5000) : 200_000,
    memory: tight === 1 ? chance.below(20_000) : DEFAULT_LIMITS.memory,
    depth: tight === 2 ? chance.below(3000) : DEFAULT_LIMITS.depth,
    output: tight === 3 ? chance.below(500) : 1_000_000,
  };
}

const TRAP_NAMES = new Map<number, TrapName>(
  Object.entries(TRAPS).map(([name, trap]) => [trap.code, name as TrapName]),
);

/** One program, by its seed. Adds to the counters; a difference is a failure. */
export function tryProgram(seed: number, counters: Counters, plant?: Mnemonic): void {
  const chance = chanceOf(seed ^ 0x5eed);
  const { module, parameters } = randomProgram(seed);
  const verdict = verify(module);
  counters.programs += 1;
  if ("refusal" in verdict) {
    const { code, functionIndex, instructionIndex, message } = verdict.refusal;
    const place = `function ${functionIndex}, instruction ${instructionIndex}`;
    counters.failures.push(`seed ${seed}: refused with ${code} at ${place}: ${message}`);
    return;
  }
  const limits = randomLimits(chance);
  const { difference, result } = compareTiers(verdict.verified, parameters, limits, plant);
  if (difference !== null) counters.failures.push(`seed ${seed}: ${difference}`);
  if (result?.trap?.message.includes(NO_INT)) counters.failures.push(`seed ${seed}: ${NO_INT}`);
  if (result === null) return;
  if (chance.hit(0.3)) {
    // once more with less than it needs: the two stop at the same place, whichever it is
    const less = chance.hit(0.7)
      ? { ...limits, fuel: chance.below(result.fuelUsed + 1) }
      : { ...limits, memory: chance.below(result.memoryPeakBytes + 1) };
    const again = compareTiers(verdict.verified, parameters, less, plant).difference;
    if (again !== null) {
      counters.failures.push(`seed ${seed}, fuel ${less.fuel}, memory ${less.memory}: ${again}`);
    }
  }
  if (counters.programs <= ALL_STEPPED || counters.programs % STEPPED === 0) {
    counters.executed.push(trace(verdict.verified, parameters, limits, counters.instructions));
  }
  countTrap(result, counters);
}

/** Counts how a run has ended. */
export function countTrap({ trap }: RunResult, counters: Counters): void {
  if (trap === null) return;
  const name = TRAP_NAMES.get(trap.code)!;
  counters.trapped += 1;
  counters.traps.set(name, (counters.traps.get(name) ?? 0) + 1);
}

/**
 * Steps through a program one instruction at a time; gives how many there were, and adds which. A
 * program that its texts and parameters trap before `main` executes none.
 */
export function trace(
  verified: VerifiedModule,
  parameters: readonly ModuleValue[],
  limits: Limits,
  reached: Set<Mnemonic>,
): number {
  let executed = 0;
  try {
    const region = startRegion(verified.module, parameters, limits);
    const execution = createExecution(verified, region, limits);
    const sites = new Set<number>();
    const { state } = execution;
    do {
      sites.add(state.program.sites[state.pc]);
      executed += 1;
    } while (advance(execution, 1) === "running");
    const ops = verified.module.functions.flatMap(({ code }) => code.map(({ op }) => op));
    for (const site of sites) {
      reached.add(ops[site]);
      // The interpreter has no word for a block: it was entered when what follows it was.
      if (ops[site - 1] === "block") reached.add("block");
    }
  } catch (error) {
    if (!(error instanceof Trapped)) throw error;
  }
  return executed;
}

interface Compared {
  readonly difference: string | null;
  readonly result: RunResult | null;
}

/** Both tiers on one module: the first thing that differs, leaks or breaks, or null. */
export function compareTiers(
  verified: VerifiedModule,
  parameters: readonly ModuleValue[],
  limits: Limits,
  plant?: Mnemonic,
): Compared {
  const emit = plant === undefined ? undefined : { plant: { mnemonic: plant } };
  const base = { parameters, limits };
  const interpreted = attempt(verified, { ...base, tier: "interpreter" });
  if (typeof interpreted === "string") return { difference: interpreted, result: null };
  const compiled = attempt(verified, { ...base, tier: "wasm", emit, compile: compileHinted });
  if (typeof compiled === "string") return { difference: compiled, result: interpreted };
  return { difference: firstDifference(interpreted, compiled), result: interpreted };
}

function attempt(verified: VerifiedModule, input: RunInput): RunResult | string {
  try {
    const result = run(verified, input);
    const isLeaking = result.status === "ok" && result.liveBlocks !== 0;
    return isLeaking ? `${input.tier} leaves ${result.liveBlocks} blocks` : result;
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return `${input.tier} throws ${message.split("\n").slice(0, 3).join(" | ")}`;
  }
}

function firstDifference(a: RunResult, b: RunResult): string | null {
  const views = [a, b].map(view);
  for (const key of Object.keys(views[0])) {
    const [left, right] = views.map((each) => each[key]);
    if (left !== right) return `${key}: interpreter ${clip(left)}, wasm ${clip(right)}`;
  }
  return null;
}

/** Everything the result binds, as texts that can be compared. */
function view(result: RunResult): Readonly<Record<string, string>> {
  const { trap } = result;
  return {
    status: result.status,
    trap: JSON.stringify(trap && [trap.code, trap.message]),
    site: JSON.stringify(trap && [trap.functionIndex, trap.instructionIndex]),
    fuel: String(result.fuelUsed),
    log: JSON.stringify(result.log),
    outputs: result.outputs
      .map((rows) => rows.map((row) => Buffer.from(row).toString("hex")).join(","))
      .join(";"),
    memory: String(result.memoryPeakBytes),
    blocks: String(result.liveBlocks),
  };
}

function clip(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** What programs have to reach together: everything, with much to do, and many of them stopped. */
export const ENOUGH = { programs: 20_000, median: 1000, trapping: [0.2, 0.5] } as const;

/** What so many programs have not reached; empty for fewer than {@link ENOUGH}. */
export function gapsOf(counters: Counters, all: readonly Mnemonic[]): string[] {
  if (counters.programs < ENOUGH.programs) return [];
  const { programs, trapped, instructions, traps } = counters;
  const [least, most] = ENOUGH.trapping;
  const missing = all.filter((op) => !instructions.has(op));
  const unmet = [...TRAP_NAMES.values()].filter((name) => !traps.has(name));
  const gaps = [...missing, ...unmet].map((name) => `${name} was never reached`);
  if (medianOf(counters) < ENOUGH.median) gaps.push("the median program executes too little");
  if (trapped < least * programs || trapped > most * programs) {
    gaps.push("too few or too many programs trap");
  }
  return gaps;
}

function medianOf({ executed }: Counters): number {
  return executed.toSorted((a, b) => a - b)[Math.floor(executed.length / 2)] ?? 0;
}

/** The counters as lines for people. */
export function summary(counters: Counters, all: readonly Mnemonic[]): string {
  const missing = all.filter((op) => !counters.instructions.has(op));
  const traps = [...TRAP_NAMES.values()].map((name) => `${name} ${counters.traps.get(name) ?? 0}`);
  const share = ((100 * counters.trapped) / Math.max(1, counters.programs)).toFixed(1);
  return [
    `programs ${counters.programs}, trapping ${share} %, ` +
      `median instructions executed ${medianOf(counters)}`,
    `instructions ${counters.instructions.size} of ${all.length}` +
      (missing.length > 0 ? `, missing ${missing.join(" ")}` : ""),
    `traps ${counters.traps.size} of ${TRAP_NAMES.size}: ${traps.join(", ")}`,
    `failures ${counters.failures.length}`,
  ].join("\n");
}
