/**
 * Every block of the guide: programs print the text under them or their `// expect:` lines, get the
 * error or the trap that they announce, and commands print what stands under them.
 */

import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { exampleProgram } from "../../src/language/manual/page.ts";
import { DEFAULT_LIMITS } from "../../src/machine/limits.ts";
import { run, TIERS } from "../../src/machine/run.ts";
import { trapNameOf } from "../../src/machine/trap.ts";
import { verify } from "../../src/machine/verify/verify.ts";
import { checkProgram, compileProgram, type Reader, type Source } from "../../src/pipeline.ts";
import { call } from "../cli/script.ts";
import { filesIn } from "../files.ts";
import { commandsOf } from "../shown-commands.ts";

const examples = new URL("../../examples/", import.meta.url);
const guide = new URL("guide/", examples);
const folder = mkdtempSync(join(tmpdir(), "resolang-guide-"));
cpSync(fileURLToPath(examples), join(folder, "examples"), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

interface Program {
  readonly text: string;
  /** The first file, and the files that it may import. */
  readonly source: Source;
  readonly reader: Reader;
  /** The text under it, or its `// expect:` lines; null where nothing is said. */
  readonly prints: readonly string[] | null;
}

const BLOCK = /^```reso\n(?<code>.*?)^```$(?:\n*^```text\n(?<shown>.*?)^```$)?/gmsu;

function programsOf(page: string): readonly Program[] {
  return [...page.matchAll(BLOCK)].map(({ groups }) => {
    const { code, shown } = groups as { code: string; shown?: string };
    const expected = [...code.matchAll(/^\/\/ expect: (.*)$/gmu)].map(([, line]) => line);
    const prints = expected.length > 0 ? expected : (shown?.trimEnd().split("\n") ?? null);
    const { path, root, reader } = filesIn("page.reso", code);
    const text = exampleProgram({ code: root.trimEnd(), prints: [] });
    return { text: code, source: { path, text }, reader, prints };
  });
}

function announced(text: string, what: "error" | "trap"): string | undefined {
  return new RegExp(`// ${what}: (\\w+)`, "u").exec(text)?.[1];
}

describe.each(readdirSync(guide).filter((name) => name.endsWith(".md")))("%s", (name) => {
  const page = readFileSync(new URL(name, guide), "utf8");

  test.each(programsOf(page))("$text", ({ text, source, reader, prints }) => {
    const error = announced(text, "error");
    if (error !== undefined) {
      const { diagnostics } = checkProgram(source, false, reader);
      expect(diagnostics.map(({ code }) => code)).toEqual([error]);
      return;
    }
    const { module, diagnostics } = compileProgram(source, reader);
    expect(diagnostics).toEqual([]);
    const proof = verify(module!);
    if (!("verified" in proof)) throw new Error(JSON.stringify(proof.refusal));
    const parameters = module!.parameters.map((parameter) => parameter.default!);
    for (const tier of TIERS) {
      const result = run(proof.verified, { parameters, limits: DEFAULT_LIMITS, tier });
      const trap = result.trap === null ? undefined : trapNameOf(result.trap.code);
      expect(trap).toBe(announced(text, "trap"));
      if (prints !== null) expect(result.log.flatMap((text) => text.split("\n"))).toEqual(prints);
    }
  });

  test.runIf(commandsOf(page).length > 0)("its commands", async () => {
    for (const { words, printed } of commandsOf(page)) {
      const { out, err } = await call(words, { folder });
      const lines = (out === "" ? err : out).split("\n");
      const shown = printed.at(-1) === "…" ? printed.slice(0, -1) : printed;
      for (const [at, line] of shown.entries()) {
        if (line.endsWith("…")) expect(lines[at].startsWith(line.slice(0, -1))).toBe(true);
        else expect(lines[at]).toBe(line);
      }
    }
  });
});
