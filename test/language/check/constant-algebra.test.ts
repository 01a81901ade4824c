/** Constants of Complex and Quaternion numbers have the bits that a run gives, for random parts. */

import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { run } from "../../../src/machine/run.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";
import { decimal } from "../prelude/calculate.ts";
import { randomNumbers, SEED } from "../prelude/random-numbers.ts";

const OPERATIONS = [
  "a + b",
  "a - b",
  "a * b",
  "a / b",
  "a + x",
  "x + a",
  "a - x",
  "x - a",
  "a * x",
  "x * a",
  "a / x",
  "x / a",
  "-a",
  "a^0",
  "a^1",
  "a^2",
  "a^11",
  "a^-1",
  "a^-6",
] as const;

const AT_THE_EDGE = [0, -0, 1, -1, 1e200, -1e-200, 3e-320, 1.5e308];

/** The texts of the operations, first as constants and then as the program works them out. */
function worked(given: Readonly<Record<"a" | "b" | "x", string>>): [string, string][] {
  const constants = OPERATIONS.map(
    (operation, index) => `let C${index} = ${inCapitals(operation)}`,
  );
  const text = [
    ...Object.entries(given).map(([name, value]) => `let ${name.toUpperCase()} = ${value}`),
    ...constants,
    "fn main() {",
    ...Object.entries(given).map(([name, value]) => `let ${name} = ${value}`),
    ...OPERATIONS.map((operation, index) => `print "{C${index}}\\n{${operation}}"`),
    "}",
  ].join("\n");
  const { module, diagnostics } = compileProgram({ path: "constants.reso", text });
  expect(diagnostics).toEqual([]);
  const proof = verify(module!);
  if (!("verified" in proof)) throw new Error(JSON.stringify(proof.refusal));
  const { log } = run(proof.verified, { parameters: [], limits: DEFAULT_LIMITS, tier: "wasm" });
  return log.map((lines) => lines.split("\n") as [string, string]);
}

function inCapitals(operation: string): string {
  return operation.replaceAll(/[abx]/g, (name) => name.toUpperCase());
}

test.each(["Complex", "Quaternion"])("%s", (kind) => {
  const random = randomNumbers(SEED);
  const part = (): string => {
    const pick = Math.floor(random() * 2 * AT_THE_EDGE.length);
    const number = AT_THE_EDGE[pick] ?? 10 * random() - 5;
    return Object.is(number, -0) ? "-0.0" : decimal(number);
  };
  const number = (): string => {
    const parts = Array.from({ length: kind === "Complex" ? 2 : 4 }, part);
    return `${kind}(${parts.join(", ")})`;
  };
  for (let round = 0; round < 40; round += 1) {
    const given = { a: number(), b: number(), x: part() };
    for (const [index, [constant, found]] of worked(given).entries()) {
      const place = { SEED, given, operation: OPERATIONS[index] };
      expect({ ...place, shown: constant }).toEqual({ ...place, shown: found });
    }
  }
});
