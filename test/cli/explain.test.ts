/** Every diagnostic and every trap has its manual page. */

import { expect, test } from "vitest";
import { type CatalogueEntry, DIAGNOSTICS, TRAPS } from "../../src/index.ts";
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

test("without a code all are listed", async () => {
  const { out } = await call(["explain"], surroundings);
  const listed = out.split("\n").map((line) => line.split(" ", 1)[0]);
  expect(listed).toEqual([...Object.keys(DIAGNOSTICS), ...Object.keys(TRAPS), ""]);
});
