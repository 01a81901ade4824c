/** Faults carry a code of the table; assertions say what should be true. */
import { expect, test } from "vitest";
import { assert, AssertionError, Fault, FAULTS, unreachable } from "../src/fault.ts";

test("a fault keeps its code, its sentence and the error behind it", () => {
  const behind = new Error("ENOENT");
  const fault = new Fault("file/missing", "there is no file swarm.reso", behind);
  expect(fault).toMatchObject({ code: "file/missing", cause: behind, name: "Fault" });
  expect(fault.message).toBe("there is no file swarm.reso");
});

test("every code is an area and a thing, and is explained", () => {
  for (const [code, meaning] of Object.entries(FAULTS)) {
    expect(code).toMatch(/^[a-z]+\/[a-z-]+$/u);
    expect(meaning.length).toBeGreaterThan(20);
  }
});

test("an assertion that holds is silent, one that does not says so", () => {
  assert(1 + 1 === 2, "addition works");
  expect(() => assert(false, "three is even")).toThrow(/should be true and is not: three is even/u);
  expect(() => unreachable("left" as never)).toThrow(AssertionError);
});
