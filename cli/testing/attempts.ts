/**
 * One test for one seed: run once with no expected trap tried, then once for each that it comes to.
 */

import { DEFAULT_LIMITS, decodeValue, EXPECTED_TRAP, type Tier } from "../../src/index.ts";
import { execute, type Outcome } from "../outcome.ts";
import type { LoadedProgram } from "../program.ts";
import { defaultValues } from "./default-values.ts";

/** A test that expects more traps than this in one run fails. */
export const MOST_EXPECTED_TRAPS = 1000;

/** What is tried may use this much fuel more than the whole test does without it. */
const ATTEMPT_FUEL = 100_000_000;

/** Why a test failed. */
export interface Failure {
  readonly outcome: Outcome;
  /** What stands above the trap; null where the trap says it all. */
  readonly headline: string | null;
}

export interface Attempt {
  readonly program: LoadedProgram;
  readonly tier: Tier;
  /** null for a test without seeds. */
  readonly seed: number | null;
}

/** Why the test fails for this seed; null when it passes. */
export async function failureOf(attempt: Attempt): Promise<Failure | null> {
  const { module } = attempt.program.verified;
  const outcome = await runOccurrence(attempt, 0, DEFAULT_LIMITS.fuel);
  if (outcome.trap !== null) return { outcome, headline: null };
  if (!module.outputs.some(({ name }) => name === EXPECTED_TRAP.name)) return null;
  const fuel = Math.min(DEFAULT_LIMITS.fuel, outcome.result.fuelUsed + ATTEMPT_FUEL);
  for (let occurrence = 1; occurrence <= MOST_EXPECTED_TRAPS; occurrence += 1) {
    const tried = await runOccurrence(attempt, occurrence, fuel);
    if (tried.trap === null) return null;
    const expected = expectedTrapOf(tried);
    if (tried.trap.code === expected) continue;
    // An empty text says that nothing trapped, and the assertion behind it says so too.
    const isOther = expected !== null && expected !== "";
    const headline = isOther ? `expected trap[${expected}], and another came:` : null;
    return { outcome: tried, headline };
  }
  const headline = `more than ${MOST_EXPECTED_TRAPS} traps are expected in one run`;
  return { outcome, headline };
}

function runOccurrence(
  { program, tier, seed }: Attempt,
  occurrence: number,
  fuel: number,
): Promise<Outcome> {
  const { module } = program.verified;
  const given = new Map([[EXPECTED_TRAP.occurrence, occurrence]]);
  // The one parameter without a value is the seed.
  const parameters = defaultValues(module, given, seed ?? 0);
  return execute({ program, parameters, limits: { ...DEFAULT_LIMITS, fuel }, tier }, null);
}

/** The trap that the run expected last; empty when what should have trapped came to its end. */
function expectedTrapOf({ module, result }: Outcome): string | null {
  const index = module.outputs.findIndex(({ name }) => name === EXPECTED_TRAP.name);
  const row = result.outputs[index]?.at(-1);
  if (row === undefined) return null;
  return String(decodeValue(module.types, module.outputs[index].type, row));
}
