/** The default depth limit is hit before the host's stack, whatever the frames are made of. */
import { expect, test } from "vitest";
import { LIMITS } from "../../../src/machine/limits.ts";
import { TRAPS } from "../../../src/machine/trap.ts";
import { moduleFrom, runProgram } from "../tiers/programs.ts";

const CONSTANTS = { i: "int_const %R 1", f: "float_const %R 1.5", b: "bool_const %R true" };

/** A function that passes `count` values to itself, and that many back. */
function recursion(kind: keyof typeof CONSTANTS, count: number) {
  const kinds = Array.from({ length: count }, () => kind);
  const registers = kinds.map((_, index) => `%${index}`).join(" ");
  const constants = kinds.map((_, index) => CONSTANTS[kind].replace("R", String(index)));
  return moduleFrom(`main 0
function 0 () -> ()
  ${count === 0 ? "" : `registers ${kinds.join(" ")}`}
  enter _
  ${constants.join("\n  ")}
  call [${registers}] 1 [${registers}]
  return []
function 1 (${kinds.join(", ")}) -> (${kinds.join(", ")})
  enter _
  call [${registers}] 1 [${registers}]
  return [${registers}]
`);
}

for (const kind of ["i", "f", "b"] as const) {
  test.each([0, 1, 10, 100, 250])(`%d values of kind ${kind} in each frame`, (count) => {
    const { trap } = runProgram(recursion(kind, count), "wasm", { depth: LIMITS.depth.default });
    expect(trap?.code).toBe(TRAPS.depth.code);
  });
}
