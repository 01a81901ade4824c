/**
 * The language sentence by sentence: each stands as a heading over programs that it allows, with
 * what they print, and programs that it refuses or stops, with code and line.
 *
 * `// error: CODE` and `// warning: CODE` stand at the end of the line that is reported, `// trap:
 * name` at the end of the line where the run stops; the text under a block is what it prints. A
 * sentence that refuses nothing says `Nothing is refused.`
 */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exampleProgram } from "../../../src/language/manual/page.ts";
import type { Module } from "../../../src/machine/bytecode/module.ts";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { run, TIERS, type RunResult } from "../../../src/machine/run.ts";
import { trapNameOf } from "../../../src/machine/trap.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";

const FOLDER = new URL(".", import.meta.url);
const BLOCK = /^```reso\n(?<code>.*?)^```$(?:\n*^```text\n(?<shown>.*?)^```$)?/gmsu;

interface Program {
  readonly text: string;
  readonly prints: readonly string[];
}

interface Sentence {
  readonly title: string;
  readonly programs: readonly Program[];
  readonly refusesNothing: boolean;
}

function sentencesOf(page: string): readonly Sentence[] {
  return page
    .split(/^## /mu)
    .slice(1)
    .map((section) => ({
      title: section.slice(0, section.indexOf("\n")),
      programs: [...section.matchAll(BLOCK)].map(({ groups }) => {
        const { code, shown } = groups as { code: string; shown?: string };
        return {
          text: exampleProgram({ code: code.trimEnd(), prints: [] }),
          prints: shown?.replace(/\n$/u, "").split("\n") ?? [],
        };
      }),
      refusesNothing: section.includes("\nNothing is refused.\n"),
    }));
}

/** `12: E0302` for every mark of this kind, in order. */
function marksIn(text: string, kind: "error" | "warning" | "trap"): readonly string[] {
  const mark = new RegExp(`// ${kind}: (?<what>\\w+)$`, "u");
  return text.split("\n").flatMap((line, index) => {
    const what = mark.exec(line)?.groups?.what;
    return what === undefined ? [] : [`${index + 1}: ${what}`];
  });
}

function isRefused({ text }: Program): boolean {
  return marksIn(text, "error").length + marksIn(text, "trap").length > 0;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** The name of the trap and the line of the program in which it, or the call that led to it, is. */
function trapIn({ trap }: RunResult, module: Module, text: string): readonly string[] {
  if (trap === null) return [];
  const frames = [trap, ...trap.stack];
  for (const { functionIndex, instructionIndex } of frames) {
    const { spans, path } = module.debug!.functions[functionIndex];
    if (path !== 0) continue;
    return [`${lineAt(text, spans[instructionIndex].start)}: ${trapNameOf(trap.code)}`];
  }
  return [trapNameOf(trap.code)];
}

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith(".md")))("%s", (name) => {
  const sentences = sentencesOf(readFileSync(new URL(name, FOLDER), "utf8"));

  describe.each(sentences)("$title", ({ programs, refusesNothing }) => {
    test("has something that is allowed, and something that is not", () => {
      expect(programs.some((program) => !isRefused(program))).toBe(true);
      expect(programs.some(isRefused)).toBe(!refusesNothing);
    });

    test.each(programs)("$text", ({ text, prints }) => {
      const { module, diagnostics } = compileProgram({ path: name, text });
      const reported = (severity: "error" | "warning") =>
        diagnostics
          .filter((each) => each.severity === severity)
          .map(({ code, span }) => `${lineAt(text, span.start)}: ${code}`);
      expect(reported("error").toSorted()).toEqual(marksIn(text, "error").toSorted());
      expect(reported("warning").toSorted()).toEqual(marksIn(text, "warning").toSorted());
      if (reported("error").length > 0) return;
      const proof = verify(module!);
      if (!("verified" in proof)) throw new Error(JSON.stringify(proof.refusal));
      const parameters = module!.parameters.map((parameter) => parameter.default!);
      for (const tier of TIERS) {
        const result = run(proof.verified, { parameters, limits: DEFAULT_LIMITS, tier });
        expect(trapIn(result, module!, text)).toEqual(marksIn(text, "trap"));
        expect(result.log.flatMap((line) => line.split("\n"))).toEqual(prints);
      }
    });
  });
});
