/** Modules that only a program can make: neither bytes nor text can say what is wrong with them. */

import { expect, test } from "vitest";
import type { FunctionCode, Module } from "../../../src/machine/bytecode/module.ts";
import { judgeModule, moduleOf } from "../bytecode/module-text.ts";

const SMALL = moduleOf(`function 0 () -> ()
  registers i
  enter _
  int_const %0 1
  call [] 1 [%0]
  return []
function 1 (i) -> ()
  enter _
  return []`);

function withFunction(index: number, change: Partial<FunctionCode>): Module {
  const functions = SMALL.functions.map((fn, at) => (at === index ? { ...fn, ...change } : fn));
  return { ...SMALL, functions };
}

test("the module itself is fine", () => {
  expect(judgeModule(SMALL)).toBe("ok");
});

test("a reference without a type, a scalar with one", () => {
  expect(judgeModule(withFunction(0, { registers: [{ kind: "r", type: null }] }))).toBe(
    "E0417 at function 0: a reference has no type",
  );
  expect(judgeModule(withFunction(0, { registers: [{ kind: "i", type: 0 }] }))).toBe(
    "E0417 at function 0: a register of kind `i` has a type",
  );
});

test("first registers that are not the parameters", () => {
  const wrong = "E0417 at function 1: register 0 is not as parameter 0";
  expect(judgeModule(withFunction(1, { registers: [] }))).toBe(wrong);
  expect(judgeModule(withFunction(1, { registers: [{ kind: "f", type: null }] }))).toBe(wrong);
});

test.each([-1, 0.5, NaN])("an index of %d", (index) => {
  const code = [{ op: "enter", charge: 2 } as const, { op: "return", values: [index] } as const];
  expect(judgeModule(withFunction(1, { code })).slice(0, 5)).toBe("E0408");
  expect(judgeModule({ ...SMALL, main: index }).slice(0, 5)).toBe("E0408");
  expect(judgeModule({ ...SMALL, outputs: [{ name: "x", type: index }] }).slice(0, 5)).toBe(
    "E0408",
  );
  const code2 = [{ op: "enter", charge: 2 } as const, { op: "break", label: index } as const];
  expect(judgeModule(withFunction(1, { code: code2 })).slice(0, 5)).toBe("E0422");
});

test("a debug section of another program", () => {
  const fn = { name: "f", path: 0, registers: ["x"], spans: [] };
  const debug = {
    paths: ["a.reso"],
    functions: [fn],
    documentation: { parameters: [], outputs: [] },
  };
  expect(judgeModule({ ...SMALL, debug })).toMatch(/^E0436: not every function, parameter and/u);
});
