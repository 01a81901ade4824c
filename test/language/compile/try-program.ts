/**
 * Random programs as text, through the whole road: what is well typed compiles, verifies, runs
 * alike in both tiers and prints what the plain evaluator says; what a damaged program is accepted
 * with runs soundly too.
 */

import type { VerifiedModule } from "../../../src/machine/bytecode/module.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";
import { chanceOf, type Chance } from "../../machine/fuzz/chance.ts";
import { NO_INT } from "../../machine/fuzz/ints.ts";
import {
  compareTiers,
  countTrap,
  type Counters,
  createCounters,
  randomLimits,
  trace,
} from "../../machine/fuzz/tiers.ts";
import { evaluate } from "./evaluate.ts";
import { randomProgram } from "./random-program.ts";

/** What a number of programs have reached together, and the damaged ones besides. */
export interface ProgramCounters extends Counters {
  damaged: number;
  /** Damaged, and still without an error. */
  accepted: number;
}

export function createProgramCounters(): ProgramCounters {
  return { ...createCounters(), damaged: 0, accepted: 0 };
}

/** The well-typed program of a seed, and a damaged copy of it; every fault is a failure. */
export function tryProgramText(seed: number, counters: ProgramCounters): void {
  const chance = chanceOf(seed ^ 0xc0de);
  const text = randomProgram(seed);
  try {
    tryWellTyped(seed, text, chance, counters);
    tryDamaged(seed, damaged(text, chance), counters);
  } catch (error) {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error);
    counters.failures.push(`seed ${seed}: ${said.split("\n").slice(0, 3).join(" | ")}`);
  }
}

function tryWellTyped(seed: number, text: string, chance: Chance, counters: ProgramCounters): void {
  counters.programs += 1;
  const { program, module, diagnostics } = compileProgram({ path: `seed ${seed}`, text });
  if (module === null) {
    counters.failures.push(`seed ${seed}: refused: ${diagnostics[0]?.message}`);
    return;
  }
  const verified = verifiedOf(seed, module, counters);
  if (verified === null) return;
  const limits = randomLimits(chance);
  const { difference, result } = compareTiers(verified, [], limits);
  if (difference !== null) counters.failures.push(`seed ${seed}: ${difference}`);
  if (result === null) return;
  if (chance.hit(0.3)) {
    const less = { ...limits, fuel: chance.below(result.fuelUsed + 1) };
    const again = compareTiers(verified, [], less);
    if (again.difference !== null)
      counters.failures.push(`seed ${seed}, fuel ${less.fuel}: ${again.difference}`);
    if (again.result !== null) countTrap(again.result, counters);
  } else countTrap(result, counters);
  // Single steps cost more than all the rest: one program of ten is counted.
  if (seed % 10 === 0) counters.executed.push(trace(verified, [], limits, counters.instructions));
  if (result.trap !== null) return;
  const expected = evaluate(program!);
  if (JSON.stringify(result.log) !== JSON.stringify(expected))
    counters.failures.push(`seed ${seed}: prints other lines than the evaluator`);
}

/** A damaged program has errors, or runs as soundly as any other. */
function tryDamaged(seed: number, text: string, counters: ProgramCounters): void {
  counters.damaged += 1;
  const { module } = compileProgram({ path: `damaged ${seed}`, text });
  if (module === null) return;
  counters.accepted += 1;
  const verified = verifiedOf(seed, module, counters);
  if (verified === null) return;
  const limits = { fuel: 100_000, memory: 4_194_304, depth: 100_000, output: 100_000 };
  const { difference, result } = compareTiers(verified, [], limits);
  if (difference !== null) counters.failures.push(`damaged ${seed}: ${difference}`);
  if (result?.trap?.message.includes(NO_INT)) counters.failures.push(`damaged ${seed}: ${NO_INT}`);
}

function verifiedOf(
  seed: number,
  module: Parameters<typeof verify>[0],
  counters: ProgramCounters,
): VerifiedModule | null {
  const verdict = verify(module);
  if ("verified" in verdict) return verdict.verified;
  const { code, message } = verdict.refusal;
  counters.failures.push(`seed ${seed}: does not verify: ${code}: ${message}`);
  return null;
}

const WORD = /[A-Za-z_]\w*|\d[\w.]*|"[^"\n]*"|[-+*/%<>=!^]+|[^\s\w]/gu;

/** A word of each class takes the place of others of its class; seldom of any. */
const CLASSES: readonly RegExp[] = [/^[A-Z]/u, /^[a-z_]/u, /^\d/u, /^"/u];

function classOf(word: string): number {
  return CLASSES.findIndex((each) => each.test(word));
}

/** The text with one or two of its words in the place of others. */
function damaged(text: string, chance: Chance): string {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, index }));
  let result = text;
  for (let times = 1 + chance.below(2); times > 0; times -= 1) {
    const { word, index } = words[chance.below(words.length)];
    const alike = words.filter((each) => classOf(each.word) === classOf(word));
    const others = chance.hit(0.9) ? alike : words;
    const other = others[chance.below(others.length)].word;
    if (result.slice(index, index + word.length) !== word) continue;
    result = result.slice(0, index) + other + result.slice(index + word.length);
  }
  return result;
}
