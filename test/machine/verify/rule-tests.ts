/**
 * The tests of the verifier's rules as a list that can be judged again with one rule switched off.
 */

import type { RuleName } from "../../../src/machine/verify/rules.ts";
import { MACHINE_DIAGNOSTICS } from "../../../src/source/catalogue/machine.ts";
import { judge, judgeModule } from "../bytecode/module-text.ts";
import { expensiveModule } from "./budget.ts";
import { readScript, scriptFiles } from "./script.ts";

interface RuleTest {
  readonly name: string;
  readonly judge: (without?: RuleName) => string;
}

/**
 * The first test whose answer changes without the rule, or null when the rule could be left out.
 */
export function needsRule(rule: RuleName): string | null {
  for (const test of ruleTests()) {
    try {
      if (test.judge(rule) !== test.judge()) return test.name;
    } catch {
      return test.name;
    }
  }
  return null;
}

function* ruleTests(): Generator<RuleTest> {
  const entries = Object.entries(MACHINE_DIAGNOSTICS);
  for (const [code, { bad }] of entries) {
    yield { name: `the bad example of ${code}`, judge: (without) => judge(bad, without) };
  }
  for (const file of scriptFiles()) {
    for (const { title, input } of readScript(file)) {
      yield { name: `${file}: ${title}`, judge: (without) => judge(input, without) };
    }
  }
  const expensive = expensiveModule(10_000, 1000);
  yield { name: "the budget", judge: (without) => judgeModule(expensive, without) };
}
