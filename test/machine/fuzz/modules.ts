/** Decodes, verifies and runs damaged modules, and counts what becomes of them. */

import { decodeModule } from "../../../src/machine/bytecode/decode.ts";
import { encodeModule } from "../../../src/machine/bytecode/encode.ts";
import type { Module } from "../../../src/machine/bytecode/module.ts";
import type { Limits } from "../../../src/machine/limits.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { chanceOf } from "./chance.ts";
import { randomProgram } from "./generator.ts";
import { mutateBytes, mutateModule } from "./mutate.ts";
import { anyValueOf } from "./program.ts";
import { compareTiers } from "./tiers.ts";

export interface ModuleCounters {
  modules: number;
  afterHeader: number;
  reachedVerifier: number;
  accepted: number;
  /** Refusals by code. */
  readonly codes: Map<string, number>;
  readonly failures: string[];
}

export function createModuleCounters(): ModuleCounters {
  return {
    modules: 0,
    afterHeader: 0,
    reachedVerifier: 0,
    accepted: 0,
    codes: new Map(),
    failures: [],
  };
}

const HEADER_BYTES = 5;
const LIMITS: Limits = { fuel: 20_000, memory: 1_000_000, depth: 20_000, output: 10_000 };
/** Modules to damage; each is made once. */
const BASES = 300;
const bases = new Map<number, Module>();

function baseOf(number: number): Module {
  const known = bases.get(number);
  if (known !== undefined) return known;
  const { module } = randomProgram(number);
  bases.set(number, module);
  return module;
}

/** One damaged module, by its seed. Anything but a module or a refusal is a failure. */
export function tryModule(seed: number, counters: ModuleCounters): void {
  const chance = chanceOf(seed);
  const base = baseOf(chance.below(BASES));
  let bytes: Uint8Array;
  counters.modules += 1;
  if (chance.hit(0.75)) {
    bytes = encodeModule(mutateModule(chance, base));
    counters.afterHeader += 1;
  } else {
    const from = chance.hit(0.2) ? 0 : HEADER_BYTES;
    bytes = mutateBytes(chance, encodeModule(base), from);
    if (from > 0) counters.afterHeader += 1;
  }
  try {
    judge(seed, bytes, counters);
  } catch (error) {
    const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
    counters.failures.push(`seed ${seed}: ${message.split("\n").slice(0, 4).join(" | ")}`);
  }
}

function judge(seed: number, bytes: Uint8Array, counters: ModuleCounters): void {
  const refused = (code: string): unknown =>
    counters.codes.set(code, (counters.codes.get(code) ?? 0) + 1);
  const decoded = decodeModule(bytes);
  if ("problem" in decoded) {
    refused(decoded.problem.code);
    return;
  }
  counters.reachedVerifier += 1;
  const { module } = decoded;
  const verdict = verify(module);
  if ("refusal" in verdict) {
    refused(verdict.refusal.code);
    return;
  }
  counters.accepted += 1;
  const chance = chanceOf(seed);
  const parameters = module.parameters.map(({ type }) => anyValueOf(chance, module.types, type));
  const { difference } = compareTiers(verdict.verified, parameters, LIMITS);
  if (difference !== null) counters.failures.push(`seed ${seed}: accepted, then ${difference}`);
}

/** The counters as lines for people. */
export function moduleSummary(counters: ModuleCounters, all: readonly string[]): string {
  const percent = (count: number): string =>
    `${((100 * count) / Math.max(1, counters.modules)).toFixed(1)} %`;
  const missing = all.filter((code) => !counters.codes.has(code));
  const codes = all.map((code) => `${code} ${counters.codes.get(code) ?? 0}`);
  return [
    `modules ${counters.modules}, changed after the header ${percent(counters.afterHeader)}, ` +
      `reaching the verifier ${percent(counters.reachedVerifier)}, ` +
      `accepted and run ${percent(counters.accepted)}`,
    `codes ${all.length - missing.length} of ${all.length}: ${codes.join(", ")}`,
    `failures ${counters.failures.length}`,
  ].join("\n");
}
