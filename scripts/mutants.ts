/**
 * Switches off one rule of the verifier and of the checker after another, and looks whether a test
 * notices: `npm run test:mutants`.
 *
 * A rule that no test notices survives, and fails the run.
 */

import { RULES as CHECKER_RULES } from "../src/language/check/rules.ts";
import type { RuleName as CheckerRule } from "../src/language/check/rules.ts";
import { RULES as VERIFIER_RULES } from "../src/machine/verify/rules.ts";
import type { RuleName as VerifierRule } from "../src/machine/verify/rules.ts";
import { needsRule as needsCheckerRule } from "../test/language/check/chapters.ts";
import { needsRule as needsVerifierRule } from "../test/machine/verify/rule-tests.ts";

const survivors: string[] = [];
const tell = (area: string, rule: string, witness: string | null): void => {
  process.stdout.write(`${area} ${rule}: ${witness ?? "SURVIVES"}\n`);
  if (witness === null) survivors.push(`${area} ${rule}`);
};
for (const rule of Object.keys(VERIFIER_RULES)) {
  tell("verifier", rule, needsVerifierRule(rule as VerifierRule));
}
for (const rule of Object.keys(CHECKER_RULES)) {
  tell("checker", rule, needsCheckerRule(rule as CheckerRule));
}
process.stdout.write(`survivors: ${survivors.length === 0 ? "none" : survivors.join(", ")}\n`);
process.exitCode = survivors.length === 0 ? 0 : 1;
