/** The table of rooms in `src/README.md` says what the table of zones says, and nothing idle. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { importsOf, resolveImport } from "./imports.ts";
import { isScript, readTree } from "./tree.ts";
import { type Zone, zoneOf, ZONES } from "./zones.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const readme = readFileSync(new URL("../../src/README.md", import.meta.url), "utf8");
const rows = readme
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.slice(2, -2).split(" | "));

const rooms = ZONES.filter(({ paths }) => /^(?:src|grammar)\//u.test(paths[0]));

/** The first two cells and the last of a room's row. */
function cellsOf({ name, paths, imports }: Zone): readonly string[] {
  const where = paths.map((path) => `\`${path.replace(/^src\//u, "")}\``).join(", ");
  return [`\`${name}\``, where, imports.length === 0 ? "nothing" : imports.join(", ")];
}

test.for(rooms.map((zone) => [zone.name, zone] as const))("the row of %s", ([, zone]) => {
  const expected = cellsOf(zone);
  const row = rows.find(([name, where]) => name === expected[0] && where !== undefined);
  expect([row?.[0], row?.[1], row?.[4]]).toEqual(expected);
});

test("a room may import only what some file of it imports", () => {
  const used = new Set<string>();
  for (const file of readTree(root).filter(({ path }) => isScript(path))) {
    for (const { specifier } of importsOf(file)) {
      if (!specifier.startsWith(".")) continue;
      const target = zoneOf(resolveImport(file.path, specifier));
      used.add(`${zoneOf(file.path)?.name} imports ${target?.name}`);
    }
  }
  const permitted = rooms.flatMap(({ name, imports }) =>
    imports.map((other) => `${name} imports ${other}`),
  );
  expect(permitted.filter((sentence) => !used.has(sentence))).toEqual([]);
});
