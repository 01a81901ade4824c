/**
 * The proof of a module is paid for: what costs more than the module is large is refused, not
 * proven at any cost.
 */

import { expect, test } from "vitest";
import { judgeModule } from "../bytecode/module-text.ts";
import { expensiveModule } from "./budget.ts";

test("some hundred ways out of a long block are fine", () => {
  expect(judgeModule(expensiveModule(1000, 500))).toBe("ok");
});

test("ten thousand ways out, each after ten thousand changes, are refused", () => {
  expect(judgeModule(expensiveModule(10_000, 10_000))).toBe(
    "E0407 at function 0, instruction 11321: the proof of this module takes too many steps",
  );
});
