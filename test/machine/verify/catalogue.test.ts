/** Every code of the verifier and the decoder: its bad example gets it, its good one runs. */

import { expect, test } from "vitest";
import { MACHINE_DIAGNOSTICS } from "../../../src/source/catalogue/machine.ts";
import { RULES } from "../../../src/machine/verify/rules.ts";
import { judge } from "../bytecode/module-text.ts";

const entries = Object.entries(MACHINE_DIAGNOSTICS);

for (const [code, { bad, good }] of entries) {
  test(`${code}: the bad example gets it, the good one is accepted`, () => {
    expect(judge(bad).slice(0, code.length)).toBe(code);
    expect(judge(good)).toBe("ok");
  });
}

test("every rule has its code in the catalogue, and every code from E0408 on has a rule", () => {
  const codes = new Set<string>(Object.values(RULES).map((rule) => rule.code));
  const known = entries.map(([code]) => code);
  expect([...codes].filter((code) => !known.includes(code))).toEqual([]);
  expect(known.filter((code) => code >= "E0408" && !codes.has(code))).toEqual([]);
});
