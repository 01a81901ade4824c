/**
 * Random programs as text, through the whole road: what is well typed compiles, verifies, runs
 * alike in both tiers, leaves nothing behind and prints what the plain evaluator says; what a
 * damaged program is accepted with runs as soundly.
 */

import { encodeModule } from "../../../src/machine/bytecode/encode.ts";
import type { Module, ModuleValue, VerifiedModule } from "../../../src/machine/bytecode/module.ts";
import { DEFAULT_LIMITS, type Limits } from "../../../src/machine/limits.ts";
import type { RunResult } from "../../../src/machine/run.ts";
import { TRAPS } from "../../../src/machine/trap.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";
import { chanceOf, type Chance } from "../../machine/fuzz/chance.ts";
import {
  compareTiers,
  countTrap,
  type Counters,
  createCounters,
  trace,
} from "../../machine/fuzz/tiers.ts";
import { damaged } from "./damage.ts";
import { evaluate } from "./evaluate.ts";
import { Unknown } from "./evaluated-ways.ts";
import { randomProgram } from "./program.ts";
import { compileWarm, KIT_READER, openWarm, type Warm, type WarmProgram } from "./warm.ts";

/** What a number of programs have reached together, and the damaged ones besides. */
export interface ProgramCounters extends Counters {
  readonly warm: Warm;
  /** Those whose log the plain evaluator gives as well. */
  evaluated: number;
  damaged: number;
  /** Damaged, and still without an error. */
  accepted: number;
}

export function createProgramCounters(): ProgramCounters {
  return { ...createCounters(), warm: openWarm(), evaluated: 0, damaged: 0, accepted: 0 };
}

/** What costs more than all the rest is done for one program of so many. */
const SELDOM = { step: 5, evaluate: 5, compileAnew: 50, damage: 4 } as const;

/** The well-typed program of a seed, and a damaged copy of it; every fault is a failure. */
export function tryProgramText(seed: number, counters: ProgramCounters): void {
  const chance = chanceOf(seed ^ 0xc0de);
  const text = randomProgram(seed);
  try {
    tryWellTyped(seed, text, chance, counters);
    if (seed % SELDOM.damage === 0) tryDamaged(seed, damaged(text, chance), chance, counters);
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    counters.failures.push(`seed ${seed}: ${said.split("\n").slice(0, 3).join(" | ")}`);
  }
}

function tryWellTyped(seed: number, text: string, chance: Chance, counters: ProgramCounters): void {
  counters.programs += 1;
  const compiled = compileWarm(counters.warm, text);
  if (typeof compiled === "string") {
    counters.failures.push(`seed ${seed}: refused: ${compiled}`);
    return;
  }
  const { module } = compiled;
  const verified = verifiedOf(seed, module, counters);
  if (verified === null) return;
  const parameters = module.parameters.map(({ default: value }) => value!);
  const limits = randomLimits(chance);
  const { difference, result } = compareTiers(verified, parameters, limits);
  if (difference !== null) counters.failures.push(`seed ${seed}: ${difference}`);
  if (result === null) return;
  countTrap(tighter(seed, verified, { parameters, limits, result }, chance, counters), counters);
  if (seed % SELDOM.step === 0)
    counters.executed.push(trace(verified, parameters, limits, counters.instructions));
  if (seed % SELDOM.compileAnew === 0) compareCompilers(seed, text, module, counters);
  if (seed % SELDOM.evaluate === 0) compareEvaluator(seed, compiled, result, counters);
}

/** Limits that let most programs run. */
function randomLimits(chance: Chance): Limits {
  const tight = chance.below(16);
  return {
    fuel: 100_000,
    memory: tight === 1 ? chance.below(3000) : 2 ** 22,
    depth: tight === 2 ? chance.below(1500) : DEFAULT_LIMITS.depth,
    output: tight === 3 ? chance.below(300) : 100_000,
  };
}

interface Ran {
  readonly parameters: readonly ModuleValue[];
  readonly limits: Limits;
  readonly result: RunResult;
}

/**
 * One program of eight runs once more with less than it needs: the two tiers stop at the same
 * place, whichever it is. Gives the last result.
 */
function tighter(
  seed: number,
  verified: VerifiedModule,
  { parameters, limits, result }: Ran,
  chance: Chance,
  counters: Counters,
): RunResult {
  if (!chance.hit(0.12)) return result;
  const less = chance.hit(0.7)
    ? { ...limits, fuel: chance.below(result.fuelUsed + 1) }
    : { ...limits, memory: chance.below(result.memoryPeakBytes + 1) };
  const again = compareTiers(verified, parameters, less);
  if (again.difference !== null) {
    const place = `seed ${seed}, fuel ${less.fuel}, memory ${less.memory}`;
    counters.failures.push(`${place}: ${again.difference}`);
  }
  return again.result ?? result;
}

/** A compiler that begins anew gives the same bytes. */
function compareCompilers(seed: number, text: string, module: Module, counters: Counters): void {
  const anew = compileProgram({ path: "main.reso", text }, KIT_READER).module;
  const isSame = anew !== null && Buffer.compare(encodeModule(anew), encodeModule(module)) === 0;
  if (!isSame)
    counters.failures.push(`seed ${seed}: another module from a compiler without memory`);
}

/** Traps that are no limit, and so no matter of how a program is compiled. */
const LIMIT_TRAPS: ReadonlySet<number> = new Set<number>([
  TRAPS.fuel.code,
  TRAPS.memory.code,
  TRAPS.depth.code,
  TRAPS.output.code,
]);

function compareEvaluator(
  seed: number,
  { program, module }: WarmProgram,
  { trap, log }: RunResult,
  counters: ProgramCounters,
): void {
  if (trap !== null && LIMIT_TRAPS.has(trap.code)) return;
  const values = module.parameters.map(({ default: value }) => value!);
  try {
    const expected = evaluate(program, values);
    counters.evaluated += 1;
    if (JSON.stringify(log) !== JSON.stringify(expected.log))
      counters.failures.push(`seed ${seed}: prints other lines than the evaluator`);
    else if (expected.isTrapped !== (trap !== null))
      counters.failures.push(`seed ${seed}: ends otherwise than the evaluator`);
  } catch (error) {
    if (!(error instanceof Unknown)) throw error;
  }
}

/** A damaged program has errors, or runs as soundly as any other. */
function tryDamaged(seed: number, text: string, chance: Chance, counters: ProgramCounters): void {
  counters.damaged += 1;
  const compiled = compileWarm(counters.warm, text);
  if (typeof compiled === "string") return;
  counters.accepted += 1;
  const verified = verifiedOf(seed, compiled.module, counters);
  if (verified === null) return;
  const parameters = compiled.module.parameters.map(({ default: value }) => value);
  if (parameters.includes(null)) return;
  const known = parameters.filter((value) => value !== null);
  const { difference } = compareTiers(verified, known, randomLimits(chance));
  if (difference !== null) counters.failures.push(`damaged ${seed}: ${difference}`);
}

function verifiedOf(seed: number, module: Module, counters: Counters): VerifiedModule | null {
  const verdict = verify(module);
  if ("verified" in verdict) return verdict.verified;
  const { code, message } = verdict.refusal;
  counters.failures.push(`seed ${seed}: does not verify: ${code}: ${message}`);
  return null;
}
