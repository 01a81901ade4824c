/**
 * The language sentence by sentence: each stands as a heading over programs that it allows, with
 * what they print, and programs that it refuses or stops, with code and line.
 *
 * `// error: CODE` and `// warning: CODE` stand at the end of the line that is reported, `// trap:
 * name` at the end of the line where the run, or that of a test in the block, stops; the text under
 * a block is what `main` prints. A line `// file: NAME` begins another file, and a line `// limits:
 * fuel 300, depth 40` gives limits of the run. A sentence that refuses nothing says `Nothing is
 * refused.`
 */

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { exampleProgram } from "../../../src/language/manual/page.ts";
import type { Module } from "../../../src/machine/bytecode/module.ts";
import { DEFAULT_LIMITS, type Limits } from "../../../src/machine/limits.ts";
import { run, TIERS, type RunResult } from "../../../src/machine/run.ts";
import { trapNameOf } from "../../../src/machine/trap.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { failureOf } from "../../../cli/testing/attempts.ts";
import { seedsToTry } from "../../../cli/testing/seeds.ts";
import { compiledProgram } from "../../../cli/program.ts";
import { compileProgram, compileTests, type Source } from "../../../src/pipeline.ts";
import type { Diagnostic } from "../../../src/source/diagnostic.ts";
import { filesIn, lineInBlock } from "../../files.ts";

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

/** The limits of a run, those that the program does not give as they are by default. */
function limitsIn(text: string): Limits {
  const given = /^\s*\/\/ limits: (?<limits>.*)$/mu.exec(text)?.groups?.limits.split(", ") ?? [];
  const entries = given.map((limit) => limit.split(" "));
  return {
    ...DEFAULT_LIMITS,
    ...Object.fromEntries(entries.map(([name, to]) => [name, Number(to)])),
  };
}

/** Where the tests of a program fail, each for the first of its seeds that does. */
async function failedTests(source: Source): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const { test: block, module } of compileTests(source).tests) {
    const program = compiledProgram(module!, []);
    const seeds = block.seeds === null ? [null] : seedsToTry(block.seeds);
    for (const seed of seeds) {
      const failure = await failureOf({ program, tier: "wasm", seed });
      if (failure === null) continue;
      failed.push(...trapIn(failure.outcome.result, module!, source.text));
      break;
    }
  }
  return failed;
}

describe.each(readdirSync(FOLDER).filter((name) => name.endsWith(".md")))("%s", (name) => {
  const sentences = sentencesOf(readFileSync(new URL(name, FOLDER), "utf8"));

  describe.each(sentences)("$title", ({ programs, refusesNothing }) => {
    test("has something that is allowed, and something that is not", () => {
      expect(programs.some((program) => !isRefused(program))).toBe(true);
      expect(programs.some(isRefused)).toBe(!refusesNothing);
    });

    test.each(programs)("$text", async ({ text, prints }) => {
      const { root, reader } = filesIn(name, text);
      const source = { path: name, text: root };
      const { module, diagnostics } = compileProgram(source, reader);
      const reported = (severity: Diagnostic["severity"]) =>
        diagnostics
          .filter((each) => each.severity === severity)
          .map(({ code, path, span }) => `${lineInBlock(text, path, span)}: ${code}`);
      expect(reported("error").toSorted()).toEqual(marksIn(text, "error").toSorted());
      expect(reported("warning").toSorted()).toEqual(marksIn(text, "warning").toSorted());
      if (reported("error").length > 0) return;
      const proof = verify(module!);
      if (!("verified" in proof)) throw new Error(JSON.stringify(proof.refusal));
      const parameters = module!.parameters.map((parameter) => parameter.default!);
      const failed = /^test "/mu.test(text) ? await failedTests(source) : [];
      const limits = limitsIn(root);
      const fuel = new Set<number>();
      for (const tier of TIERS) {
        const result = run(proof.verified, { parameters, limits, tier });
        fuel.add(result.fuelUsed);
        const stopped = [...trapIn(result, module!, root), ...failed];
        expect(stopped).toEqual(marksIn(root, "trap"));
        expect(result.log.flatMap((line) => line.split("\n"))).toEqual(prints);
      }
      expect(fuel.size).toBe(1);
    });
  });
});
