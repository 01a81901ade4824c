/** Every rule of the verifier is needed: without it some test has another answer. */

import { expect, test } from "vitest";
import { RULES, type RuleName } from "../../../src/machine/verify/rules.ts";
import { needsRule } from "./rule-tests.ts";

test.each(Object.keys(RULES) as RuleName[])("%s", (rule) => {
  expect(needsRule(rule)).not.toBeNull();
});
