/**
 * What the reports say: the chapter messages.md, word for word.
 *
 * Each program is followed by its reports. `UPDATE=1` writes them anew; whoever commits a change of
 * them has read them.
 */

import { readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { renderDiagnostic } from "../../../src/source/render.ts";
import { sourceText, type SourceText } from "../../../src/source/text.ts";
import { filesIn } from "../../files.ts";
import { checkText } from "./reading.ts";

const CHAPTER = new URL("messages.md", import.meta.url);

/** The reports on a program in the long form, without the last line, which is always the same. */
function reportsOn(content: string, words: readonly string[]): string {
  const { text, problems } = checkText(content, words);
  const { reader } = filesIn("chapter.reso", text);
  const textOf = (path: string): SourceText | null => {
    const found = reader.read(path);
    return found === null ? null : sourceText(path, found);
  };
  return problems
    .map((problem) => renderDiagnostic(problem, textOf))
    .map((report) => report.replace(/^.*= more: .*\n/m, ""))
    .join("\n");
}

test("the reports of messages.md", () => {
  const before = readFileSync(CHAPTER, "utf8");
  const pattern = /^```reso *(.*)\n([\s\S]*?)^```\n(?:\n```report\n[\s\S]*?^```\n)?/gm;
  const after = before.replaceAll(pattern, (_, words: string, content: string) => {
    const reports = reportsOn(content, words.split(" "));
    return (
      `\`\`\`reso ${words}`.trimEnd() + `\n${content}\`\`\`\n\n\`\`\`report\n${reports}\`\`\`\n`
    );
  });
  if (process.env["UPDATE"] === "1") writeFileSync(CHAPTER, after);
  else expect(after).toBe(before);
});
