/** Everything that has a name has its manual page. */

import { expect, test } from "vitest";
import { FAMILIES } from "../../cli/report/manual-family.ts";
import { type CatalogueEntry, DIAGNOSTICS, manualPages, TRAPS } from "../../src/index.ts";
import { METHOD_NAMES } from "../../src/language/check/habits.ts";
import { TYPE_HABITS } from "../../src/language/check/type-habits.ts";
import { call } from "./script.ts";

const surroundings = { folder: "." };

test.for(Object.entries<CatalogueEntry>(DIAGNOSTICS))("%s", async ([code, entry]) => {
  const { out, exit } = await call(["explain", code], surroundings);
  expect(exit).toBe(0);
  expect(out).toContain(`${code}: ${entry.title}\n`);
  for (const example of [entry.bad, entry.good]) {
    expect(out).toContain(`    ${example.trimEnd().split("\n")[0]}`.trimEnd());
  }
});

test.for(Object.keys(TRAPS))("trap %s", async (name) => {
  const { out, exit } = await call(["explain", name], surroundings);
  expect(exit).toBe(0);
  expect(out).toContain(`trap ${name}: `);
});

test.for(manualPages().map((page) => [`${page.kind} ${page.name}`, page] as const))(
  "%s",
  async ([title, page]) => {
    const { out, exit } = await call(["explain", page.name], surroundings);
    expect(exit).toBe(0);
    expect(out).toContain(`${title}\n`);
  },
);

test("without a name the families are told, and each lists its names", async () => {
  const { out } = await call(["explain"], surroundings);
  for (const { name, names } of FAMILIES) {
    expect(out).toContain(`${names().length} ${name} `);
    const listed = await call(["explain", name], surroundings);
    for (const each of names()) expect(listed.out).toContain(each);
  }
});

test.for([
  ["evolve", "evolve is the name of 5 functions"],
  ["locked_state", "function locked_state\n"],
  ["MW", "1MW = 1e6 kg*m^2/s^3"],
  ["random", "type Random\n"],
  ["length", "length is the name of 4 functions:\n    resolang explain Range.length"],
  ["min", "See also: Int.min\n"],
] as const)("%s", async ([name, says]) => {
  expect((await call(["explain", name], surroundings)).out).toContain(says);
});

test.for([
  ["noise", "examples/guide/oscillators.md: Noise"],
  ["noise", "\nDynamics "],
  ["receipts", "examples/guide/receipts.md: Results and receipts\n"],
  ["dict", "dict is Map here.\n\ntype Map\n"],
  ["append", "append is push here.\n\nfunction List.push\n"],
  ["def", "def is fn here.\n\nkeyword fn\n"],
  ["println", "println: `print` ends the line\n"],
  ["verify", "command verify\n"],
  ["sweep", "    resolang sweep --help\n"],
  ["sweep", "resolang explain Population.sweep"],
  ["test", "\n\nkeyword test\n"],
] as const)("what there is about %s", async ([name, says]) => {
  expect((await call(["explain", name], surroundings)).out).toContain(says);
});

test.for([...Object.keys(TYPE_HABITS), ...Object.keys(METHOD_NAMES)])(
  "the word %s of another language",
  async (word) => {
    expect((await call(["explain", word], surroundings)).exit).toBe(0);
  },
);

test("a section of the guide is told once", async () => {
  const { out } = await call(["explain", "run"], surroundings);
  const lines = out.split("\n").filter((line) => line.includes("examples/guide/"));
  expect(lines).not.toEqual([]);
  expect(new Set(lines).size).toBe(lines.length);
});

test.for([
  ["linspce", "did you mean linspace?"],
  ["advance_b", "did you mean Population.advance_by?"],
  ["E9998", "`resolang explain` tells what there is"],
] as const)("nothing is called %s", async ([name, says]) => {
  const { err, exit } = await call(["explain", name], surroundings);
  expect(exit).toBe(2);
  expect(err).toContain(says);
});
