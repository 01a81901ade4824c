/** Imports on a disk: links and upper case. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { call } from "./script.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "resolang-imports-"));
  mkdirSync(join(folder, "lib"));
  write("lib/ring.reso", "pub let N = 3\n");
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

test("links are followed, and a file has one path", async () => {
  symlinkSync(join(folder, "lib"), join(folder, "linked"));
  write("main.reso", 'import "linked/ring"\n\nfn main() { print ring.N }\n');
  expect(await call(["run", "main.reso"], { folder })).toMatchObject({ out: "3\n", exit: 0 });
  write("main.reso", 'import "linked/ring" { N }\nimport "lib/ring"\n\nfn main() { print N }\n');
  const { out } = await call(["check", "--short", "main.reso"], { folder });
  const message = "`lib/ring` and `linked/ring` are the same file";
  expect(out).toBe(`main.reso:2:8: error[E0241]: ${message}\n`);
});

test("a link that leads round is found", async () => {
  symlinkSync(folder, join(folder, "again"));
  write("main.reso", 'import "again/main" as next\n\nfn main() { print next.N }\n');
  const { out } = await call(["check", "--short", "main.reso"], { folder });
  const message = "a file does not import itself: main.reso → main.reso";
  expect(out).toBe(`main.reso:1:8: error[E0242]: ${message}\n`);
});

test.each(["LIB/ring", "lib/RING", "Lib/Ring"])("case counts on every system: %s", async (path) => {
  write("main.reso", `import "${path}" as ring\n\nfn main() { print ring.N }\n`);
  const { out } = await call(["check", "--short", "main.reso"], { folder });
  expect(out).toMatch(/^main.reso:1:8: error\[E0241\]: the file is written `lib\/ring`/);
});

test("nothing that is written replaces an imported file", async () => {
  write("main.reso", 'import "lib/ring"\n\nfn main() { print ring.N }\n');
  const run = await call(["run", "--receipt", "lib/ring.reso", "main.reso"], { folder });
  expect(run).toMatchObject({ exit: 2, out: "" });
  const compile = await call(["compile", "-o", "lib/ring.reso", "main.reso"], { folder });
  expect(compile).toMatchObject({ exit: 2, out: "" });
});
