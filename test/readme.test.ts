/** The README's commands print what stands under them. */

import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { call } from "./cli/script.ts";
import { commandsOf } from "./shown-commands.ts";

const root = new URL("../", import.meta.url);
const folder = mkdtempSync(join(tmpdir(), "resolang-readme-"));
cpSync(fileURLToPath(new URL("examples", root)), join(folder, "examples"), { recursive: true });
afterAll(() => rmSync(folder, { recursive: true }));

const readme = readFileSync(new URL("README.md", root), "utf8");
const commands = commandsOf(readme);
/** Columns of the terminal that the plot was drawn in. */
const COLUMNS = 92;

test("there are commands", () => {
  expect(commands.length).toBeGreaterThan(3);
});

test.each(commands)("$words", async ({ words, printed }) => {
  const { out, err } = await call(words, { folder });
  const lines = (words.includes("--receipt") || err === "" ? out : out + err).split("\n");
  const end = printed.at(-1) === "…" ? printed.length - 1 : printed.length;
  expect(printed.slice(0, end).map((line, index) => cutLike(line, lines[index]))).toEqual(
    printed.slice(0, end),
  );
});

/** What came out, cut where the line that is shown of it ends in `…`. */
function cutLike(shown: string, line = ""): string {
  if (!shown.endsWith("…")) return line;
  return `${line.slice(0, shown.length - 1)}…`;
}

test("the plot", async () => {
  const plot = /```\n(?<plot> *━━ order[^`]*)```/u.exec(readme)?.groups?.["plot"];
  const environment = { NO_COLOR: "1" };
  const words = ["run", "examples/kuramoto.reso"];
  const { out } = await call(words, { folder, columns: COLUMNS, environment });
  expect(out).toContain(plot);
});
