/**
 * Programs with the bytecode they become: `bytecode.golden` holds title, source, `----`, assembly,
 * `====`.
 *
 * `UPDATE=1 npx vitest run test/language/compile/bytecode` writes the assembly anew.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { disassemble } from "../../../src/machine/bytecode/disassemble.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";

const FILE = new URL("bytecode.golden", import.meta.url);

interface Chunk {
  readonly title: string;
  readonly source: string;
  readonly assembly: string;
}

function chunksOf(golden: string): Chunk[] {
  return golden
    .split("====\n")
    .filter((part) => part !== "")
    .map((part) => {
      const [head, assembly] = part.split("----\n");
      const [title, ...source] = head.split("\n");
      return { title, source: source.join("\n"), assembly };
    });
}

function assemblyOf(source: string): string {
  const { module, diagnostics } = compileProgram({ path: "golden.reso", text: source });
  if (module === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  expect(verify(module)).toHaveProperty("verified");
  return disassemble(module);
}

if (process.env["UPDATE"] === "1") {
  const texts = chunksOf(readFileSync(FILE, "utf8")).map(
    ({ title, source }) => `${title}\n${source}----\n${assemblyOf(source)}====\n`,
  );
  writeFileSync(FILE, texts.join(""));
}

test.each(chunksOf(readFileSync(FILE, "utf8")))("$title", ({ source, assembly }) => {
  expect(assemblyOf(source)).toBe(assembly);
});
