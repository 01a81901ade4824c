/** How a pass says that a module breaks a rule, and counts the steps it needs to find out. */

import type { DiagnosticCode } from "../../source/catalogue/index.ts";
import { RULES, type RuleName } from "./rules.ts";

/** Why a module is not run. */
export interface Refusal {
  readonly code: DiagnosticCode;
  readonly rule: RuleName;
  /** One sentence, lower case, no final stop. */
  readonly message: string;
  /** Where, or null when the fault is not in a function. */
  readonly functionIndex: number | null;
  /** Where in the function, or null when the fault is not in its code. */
  readonly instructionIndex: number | null;
}

/** Thrown by the passes, caught by `verify` only. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

/** Steps that any module may take, and how many more for each of its parts. */
export const VERIFIER_BUDGET = { base: 10_000_000, perPart: 64 } as const;

/** Knows where the passes are, which rules are off, and how many steps are left. */
export class Inspection {
  functionIndex: number | null = null;
  instructionIndex: number | null = null;
  readonly #without: RuleName | null;
  #stepsLeft: number;

  /**
   * @param parts instructions, registers, types, texts and the like that the module has
   * @param without a rule that is not applied: for tests of the tests only
   */
  constructor(parts: number, without: RuleName | null) {
    this.#stepsLeft = VERIFIER_BUDGET.base + VERIFIER_BUDGET.perPart * parts;
    this.#without = without;
  }

  /** Refuses the module, unless the condition holds or the rule is switched off. */
  require(condition: boolean, rule: RuleName, message: () => string): void {
    if (!condition) this.refuse(rule, message());
  }

  /** Refuses the module unless the rule is switched off. */
  refuse(rule: RuleName, message: string): void {
    if (rule === this.#without) return;
    const { functionIndex, instructionIndex } = this;
    throw new Refused({ code: RULES[rule].code, rule, message, functionIndex, instructionIndex });
  }

  /** Pays for work whose amount the module decides. */
  spend(steps: number): void {
    this.#stepsLeft -= steps;
    if (this.#stepsLeft < 0) this.refuse("budget", "the proof of this module takes too many steps");
  }
}
