/** The cache of compiled programs: it saves work, decides nothing, survives what happens. */

import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import {
  Asking,
  cacheContents,
  clearCache,
  moduleCache,
  type ModuleCache,
} from "../../cli/module-cache.ts";
import { plainRun } from "../../cli/plain-run.ts";
import {
  compileProgram,
  DEFAULT_LIMITS,
  encodeModule,
  type KnownProgram,
  type Module,
  programId,
  type Reader,
  run,
  verify,
} from "../../src/index.ts";

const SHIM = fileURLToPath(new URL("../../cli/resolang.cjs", import.meta.url));
const SOURCE = { path: "a.reso", text: 'fn main() { print "kept" }' };

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "resolang-cache-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const cacheOf = (build: string): ModuleCache => moduleCache(folder, build)!;
/** Other files, by name. */
const among = (texts: Readonly<Record<string, string>>): Reader => ({
  read: (path) => texts[path] ?? null,
  list: () => Object.keys(texts),
  identity: (path) => path,
});
const nothing = (): Asking => new Asking(among({}));
const programOf = (module: Module): KnownProgram => {
  const answer = verify(module);
  if ("refusal" in answer) throw new Error(answer.refusal.message);
  return { verified: answer.verified, id: programId(module) };
};
const bytesOf = (program: KnownProgram | null): Uint8Array =>
  encodeModule(program!.verified.module);
const program = programOf(compileProgram(SOURCE).module!);
const files = (): string[] => readdirSync(join(folder, "modules"));

test("what is written is read again, by the same compiler, path and text alone", () => {
  const cache = cacheOf("build");
  expect(cache.read(SOURCE, nothing())).toBeNull();
  cache.write(SOURCE, [], program);
  const known = cache.read(SOURCE, nothing());
  expect(known?.id).toBe(program.id);
  expect(bytesOf(known)).toEqual(bytesOf(program));
  expect(cacheOf("other").read(SOURCE, nothing())).toBeNull();
  expect(cache.read({ ...SOURCE, path: "b.reso" }, nothing())).toBeNull();
  expect(cache.read({ ...SOURCE, text: `${SOURCE.text} ` }, nothing())).toBeNull();
  // no part of one word can move into the next
  expect(cache.read({ path: "a.resof", text: SOURCE.text.slice(1) }, nothing())).toBeNull();
});

test("a program under the name of another is none", () => {
  const cache = cacheOf("build");
  const other = { ...SOURCE, path: "b.reso" };
  cache.write(SOURCE, [], program);
  const [name] = files();
  cache.write(other, [], program);
  const otherName = files().find((each) => each !== name)!;
  copyFileSync(join(folder, "modules", name), join(folder, "modules", otherName));
  expect(cache.read(other, nothing())).toBeNull();
  expect(cache.read(SOURCE, nothing())).not.toBeNull();
});

test("a kept program runs like a new one, in both tiers, and so does its trap", () => {
  const text =
    "param n: Int = 0\noutput tenths: Int\nfn tenth(n: Int) -> Int { 10 div n }\n" +
    'fn main() { print "n is {n}"\n emit tenths = tenth(n) }';
  const source = { path: "a.reso", text };
  const made = programOf(compileProgram(source).module!);
  const cache = cacheOf("build");
  cache.write(source, [], made);
  for (const tier of ["wasm", "interpreter"] as const) {
    for (const n of [0, 5]) {
      const input = { parameters: [n], limits: DEFAULT_LIMITS, tier };
      const known = cache.read(source, nothing())!;
      const again = run(known.verified, input);
      expect(again).toEqual(run(made.verified, input));
      expect(again.status).toBe(n === 0 ? "trap" : "ok");
      expect(again.trap?.stack.length).toBe(n === 0 ? 2 : undefined);
    }
  }
});

test("a program is compiled anew when anything that it asked about has changed", () => {
  const source = { path: "a.reso", text: 'import "b"\nfn main() { print(b.answer()) }' };
  const before = { "b.reso": "pub fn answer() -> Int { 1 }", "c.reso": "" };
  const asking = new Asking(among(before));
  const compiled = compileProgram(source, asking);
  expect(compiled.diagnostics).toEqual([]);
  const cache = cacheOf("build");
  const made = programOf(compiled.module!);
  cache.write(source, asking.questions, made);
  const again = new Asking(among(before));
  expect(bytesOf(cache.read(source, again))).toEqual(bytesOf(made));
  expect([...again.texts]).toEqual([["b.reso", before["b.reso"]]]);
  const changes: readonly Readonly<Record<string, string>>[] = [
    { ...before, "b.reso": "pub fn answer() -> Int { 2 }" },
    { ...before, "B.reso": "" },
    { "c.reso": "" },
  ];
  for (const change of changes) {
    expect(cache.read(source, new Asking(among(change)))).toBeNull();
  }
});

test("no entry is read that has another byte, or is cut off, and it is replaced", () => {
  const cache = cacheOf("build");
  cache.write(SOURCE, [], program);
  const [name] = files();
  const file = join(folder, "modules", name);
  const whole = readFileSync(file);
  for (let at = 0; at < whole.length; at += 7) {
    const broken = Buffer.from(whole);
    broken[at] ^= 4;
    writeFileSync(file, broken);
    expect(cache.read(SOURCE, nothing())).toBeNull();
  }
  for (const length of [0, 31, 32, whole.length - 1]) {
    writeFileSync(file, whole.subarray(0, length));
    expect(cache.read(SOURCE, nothing())).toBeNull();
  }
  cache.write(SOURCE, [], program);
  expect(readFileSync(file)).toEqual(whole);
});

test("a folder that cannot be written costs nothing but time", () => {
  const file = join(folder, "taken");
  writeFileSync(file, "");
  const cache = moduleCache(file, "build")!;
  expect(() => {
    cache.write(SOURCE, [], program);
  }).not.toThrow();
  expect(cache.read(SOURCE, nothing())).toBeNull();
  expect(cacheContents(file)).toEqual({ count: 0, bytes: 0 });
});

test("there is no cache without a folder, and none for a compiler without a hash", () => {
  expect(moduleCache(null, "build")).toBeNull();
  expect(moduleCache(folder, undefined)).toBeNull();
});

test("the oldest entries go when there are too many", () => {
  const cache = cacheOf("build");
  mkdirSync(join(folder, "modules"));
  for (let index = 0; index < 520; index += 1) {
    const file = join(folder, "modules", `${index}.resoc`);
    writeFileSync(file, "x");
    utimesSync(file, 1000 + index, 1000 + index);
  }
  cache.write(SOURCE, [], program);
  expect(cache.read(SOURCE, nothing())).not.toBeNull();
  const names = files();
  expect(names.length).toBeLessThanOrEqual(512);
  expect(names).toContain("519.resoc");
  expect(names).not.toContain("0.resoc");
});

test("contents are counted and cleared", () => {
  const cache = cacheOf("build");
  cache.write(SOURCE, [], program);
  cache.write({ ...SOURCE, path: "b.reso" }, [], program);
  const contents = cacheContents(folder);
  expect(contents.count).toBe(2);
  expect(contents.bytes).toBeGreaterThan(100);
  expect(clearCache(folder)).toEqual(contents);
  expect(cacheContents(folder).count).toBe(0);
});

test("processes share it: eight at once, then one more, say the same", async () => {
  const program = join(folder, "p.reso");
  writeFileSync(program, SOURCE.text);
  const call = async (cache = join(folder, "cache")): Promise<string> => {
    const env = { ...process.env, RESOLANG_CACHE: cache };
    const { stdout } = await promisify(execFile)(process.execPath, [SHIM, "run", program], { env });
    return stdout;
  };
  const answers = await Promise.all(Array.from({ length: 8 }, () => call()));
  expect(new Set(answers)).toEqual(new Set(["kept\n"]));
  const kept = readdirSync(join(folder, "cache/modules"));
  expect(kept).toHaveLength(1);
  expect(await call()).toBe("kept\n");
  writeFileSync(join(folder, "cache/modules", kept[0]), "broken");
  expect(await call()).toBe("kept\n");
  rmSync(join(folder, "cache"), { recursive: true });
  expect(await call("off")).toBe("kept\n");
  expect(readdirSync(folder)).toEqual(["p.reso"]);
});

test("only what commander has nothing to say about is run without it", () => {
  const plain = (line: string) => plainRun(line.split(" "))?.join(" ") ?? null;
  expect(plain("run a.reso")).toBe("a.reso");
  expect(plain("a.resoc --n 5")).toBe("a.resoc --n 5");
  expect(plain("run a.reso --help")).toBe("a.reso --help");
  for (const line of ["run", "run --json a.reso", "run -", "test a.reso", "--color never a.reso"]) {
    expect(plain(line)).toBeNull();
  }
});
