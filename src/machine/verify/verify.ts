/**
 * Decides whether a module may run: the only maker of a VerifiedModule.
 *
 * Invariants: an accepted module cannot corrupt memory, leak, run unpaid code or mean two things in
 * the two tiers; every module is answered within a number of steps that its size bounds.
 * Not here: the rules by name (rules.ts), bytes (bytecode/decode.ts).
 */

import type { Module, VerifiedModule } from "../bytecode/module.ts";
import { checkCharges } from "./charges.ts";
import { checkDebug } from "./debug.ts";
import { checkFlow } from "./flow.ts";
import { checkInterface } from "./interface.ts";
import { checkLimits, countParts } from "./limits.ts";
import { checkOrder } from "./order.ts";
import { Inspection, Refused, type Refusal } from "./refusal.ts";
import type { RuleName } from "./rules.ts";
import { checkSignatures } from "./signatures.ts";
import { checkStructure } from "./structure.ts";
import { checkTexts, checkTypes } from "./tables.ts";
import { typeTable } from "./type-table.ts";

export type { Refusal } from "./refusal.ts";

export type Verified = { readonly verified: VerifiedModule } | { readonly refusal: Refusal };

export interface VerifyOptions {
  /** A rule that is not applied; what it lets through must never run. For tests of the tests. */
  readonly without?: RuleName;
}

/**
 * Proves that a module is safe to run, or says which rule it breaks first.
 *
 * Cost: linear in the module, counted (`VERIFIER_BUDGET`).
 */
export function verify(module: Module, options: VerifyOptions = {}): Verified {
  const inspection = new Inspection(countParts(module), options.without ?? null);
  try {
    inspect(module, inspection);
  } catch (error) {
    if (error instanceof Refused) return { refusal: error.refusal };
    throw error;
  }
  return { verified: { module } as VerifiedModule };
}

/** The passes; each relies on the ones before it. */
function inspect(module: Module, inspection: Inspection): void {
  checkLimits(module, inspection);
  checkTypes(module, inspection);
  checkTexts(module, inspection);
  const table = typeTable(module, inspection);
  checkInterface(module, table, inspection);
  checkSignatures(module, table, inspection);
  checkStructure(module, inspection);
  checkFlow(module, table, inspection);
  checkCharges(module, inspection);
  checkOrder(module, inspection);
  checkDebug(module, inspection);
}
