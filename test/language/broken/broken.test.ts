/**
 * Programs as a researcher writes them wrong, each with the messages that it gets, word for word,
 * and the repaired program, which prints what it expects.
 *
 * A reader who does not know the language repairs most of them with the messages alone. `UPDATE=1`
 * writes the messages anew; whoever commits a change of them has read them.
 */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readExpectations } from "../../../cli/expectations.ts";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { run } from "../../../src/machine/run.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";
import { renderDiagnostic } from "../../../src/source/render.ts";
import { sourceText } from "../../../src/source/text.ts";

const HERE = new URL(".", import.meta.url);
const NAMES = readdirSync(HERE)
  .filter((name) => name.endsWith(".fixed.reso"))
  .map((name) => name.slice(0, -".fixed.reso".length));

function read(name: string): string {
  return readFileSync(new URL(name, HERE), "utf8");
}

function messagesOn(text: string): string {
  const source = sourceText("program.reso", text);
  const { diagnostics } = compileProgram({ path: source.path, text });
  return diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, () => source)).join("\n");
}

function printedBy(text: string): readonly string[] {
  const { module, diagnostics } = compileProgram({ path: "program.reso", text });
  expect(diagnostics).toEqual([]);
  const answer = verify(module!);
  if (!("verified" in answer)) throw new Error(answer.refusal.message);
  const parameters = module!.parameters.map((parameter) => parameter.default!);
  const result = run(answer.verified, { parameters, limits: DEFAULT_LIMITS, tier: "interpreter" });
  expect(result.trap).toBeNull();
  return result.log;
}

describe.each(NAMES)("%s", (name) => {
  test("gets these messages", () => {
    const path = new URL(`${name}.messages`, HERE);
    const messages = messagesOn(read(`${name}.reso`));
    if (process.env["UPDATE"] === "1") writeFileSync(path, messages);
    expect(messages).toBe(read(`${name}.messages`));
    expect(messages).toMatch(/^error\[/);
  });

  test("is repaired", () => {
    const fixed = read(`${name}.fixed.reso`);
    expect(printedBy(fixed)).toEqual(readExpectations(fixed, "")?.lines);
  });
});
