/** Hand-assembled modules and what the verifier says about them. */

import { describe, expect, test } from "vitest";
import { judge } from "../bytecode/module-text.ts";
import { readScript, scriptFiles, updateScript } from "./script.ts";

for (const file of scriptFiles()) {
  if (process.env["UPDATE"] === "1") updateScript(file);
  describe(file, () => {
    test.each(readScript(file))("$title", ({ input, expected }) => {
      expect(judge(input)).toBe(expected);
    });
  });
}
