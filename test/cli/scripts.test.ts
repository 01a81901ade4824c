/** Every script of the command line prints what it says; `UPDATE=1` writes what is printed now. */

import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { COMMAND_NAMES } from "../../cli/commands/index.ts";
import { runScript } from "./script.ts";

const folder = new URL("scripts/", import.meta.url);
const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));

test.for(names)("%s", async (name) => {
  const url = new URL(name, folder);
  const script = readFileSync(url, "utf8");
  const printed = await runScript(script);
  if (process.env["UPDATE"] === "1" && printed !== script) writeFileSync(url, printed);
  else expect(printed).toBe(script);
});

test.for(COMMAND_NAMES)("some script calls %s", (command) => {
  const texts = names.map((name) => readFileSync(new URL(name, folder), "utf8"));
  const calls = texts.flatMap((text) => text.match(/^resolang .*$/gmu) ?? []);
  expect(calls.filter((call) => call.split(" ")[1] === command)).not.toEqual([]);
});
