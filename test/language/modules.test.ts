/** Programs of several files: what they do, and what their id depends on. */

import { describe, expect, test } from "vitest";
import { relativePath } from "../../src/language/import-path.ts";
import { programId } from "../../src/machine/bytecode/encode.ts";
import { DEFAULT_LIMITS } from "../../src/machine/limits.ts";
import { run, TIERS } from "../../src/machine/run.ts";
import { verify } from "../../src/machine/verify/verify.ts";
import { checkFiles, compileProgram, compileTests } from "../../src/pipeline.ts";
import type { Module } from "../../src/machine/bytecode/module.ts";
import { filesIn, readerOf } from "../files.ts";

function moduleOf(block: string, path = "main.reso"): Module {
  const { root, reader } = filesIn(path, block);
  const { module, diagnostics } = compileProgram({ path, text: root }, reader);
  expect(diagnostics).toEqual([]);
  return module!;
}

function printed(module: Module): readonly string[][] {
  const proof = verify(module);
  if (!("verified" in proof)) throw new Error(JSON.stringify(proof.refusal));
  const { verified } = proof;
  return TIERS.map((tier) => [
    ...run(verified, { parameters: [], limits: DEFAULT_LIMITS, tier }).log,
  ]);
}

const SPLIT = `import "grids/ring"
import "units" { MVA }

fn main() {
  let r = ring.build(12)
  print "{r} {ring.total(r):[MVA]}"
}
// file: grids/ring.reso
import "../units" { MVA }
pub record Ring { size: Int }
pub fn build(size: Int) -> Ring { Ring { size: larger(size) } }
pub fn total(r: Ring) -> Float[MVA] { Float(r.size) * 1MVA }
fn larger(n: Int) -> Int { n + 1 }
// file: units.reso
pub unit MVA = 1e6 W
`;

const WHOLE = `unit MVA = 1e6 W
record Ring { size: Int }
fn larger(n: Int) -> Int { n + 1 }
fn build(size: Int) -> Ring { Ring { size: larger(size) } }
fn total(r: Ring) -> Float[MVA] { Float(r.size) * 1MVA }
fn main() {
  let r = build(12)
  print "{r} {total(r):[MVA]}"
}
`;

describe("one program", () => {
  test("prints the same from several files as from one", () => {
    const lines = ["Ring { size: 13 } 13.0 MVA"];
    expect(printed(moduleOf(SPLIT))).toEqual(TIERS.map(() => lines));
    expect(printed(moduleOf(WHOLE))).toEqual(TIERS.map(() => lines));
  });

  const id = programId(moduleOf(SPLIT));
  test.each([
    ["all of it in one file", WHOLE],
    ["other paths", SPLIT.replaceAll("grids/ring", "rings/deep/ring").replace('"../', '"../../')],
    [
      "another name",
      SPLIT.replace('grids/ring"', 'grids/ring" as g')
        .replaceAll("ring.", "g.")
        .replace("grids/g.reso", "grids/ring.reso"),
    ],
    [
      "names taken out",
      SPLIT.replace('"grids/ring"', '"grids/ring" { build, total }')
        .replaceAll("ring.build", "build")
        .replaceAll("ring.total", "total"),
    ],
    ["imports in another order", SPLIT.replace(/^(import .*\n)(import .*\n)/, "$2$1")],
    [
      "comments and layout",
      SPLIT.replaceAll("{\n", "{ // more\n\n").replace("fn larger", "\n\n/// L\nfn larger"),
    ],
  ])("has one id: %s", (_, block) => {
    expect(programId(moduleOf(block))).toBe(id);
  });

  test("has another id with another body in an imported file", () => {
    expect(programId(moduleOf(SPLIT.replace("n + 1", "n + 2")))).not.toBe(id);
  });

  test("knows the file of each function", () => {
    const { debug } = moduleOf(SPLIT);
    expect(debug!.paths).toEqual(["main.reso", "grids/ring.reso"]);
    expect(debug!.functions.map(({ name, path }) => `${name} ${debug!.paths[path]}`)).toEqual([
      "main main.reso",
      "build grids/ring.reso",
      "larger grids/ring.reso",
      "total grids/ring.reso",
    ]);
  });
});

const TWINS = `import "a"
import "b"
import "c"
fn first(xs: List[a.Ring]) -> Option[a.Ring] { Some(xs[0]) }
fn second(xs: List[b.Ring]) -> Option[b.Ring] { Some(xs[0]) }
fn main() {
  print "{first([a.make()])} {second([b.make()])} {[(a.make(), 1)]} {[(b.make(), 1)]}"
  print "{c.both()} {a.Shape.Dot} {b.Shape.Dot} {c.Shape.Dot}"
}
// file: a.reso
pub enum Shape { Dot, Disc(Float[m]) }
pub record Point { x: Int }
pub record Ring { size: Int, p: Point }
pub fn make() -> Ring { Ring { size: 1, p: Point { x: 1 } } }
// file: b.reso
pub enum Shape { Dot, Disc(Float[s]) }
pub record Point { x: Int }
pub record Ring { size: Int, p: Point }
pub fn make() -> Ring { Ring { size: 2, p: Point { x: 2 } } }
// file: c.reso
import "a"
pub enum Shape { Disc(Int), Dot }
pub record Ring { size: Int, p: a.Point, more: Bool }
fn make() -> Ring { Ring { size: 3, p: a.Point { x: 3 }, more: true } }
pub fn both() -> Option[(Ring, a.Ring)] { Some((make(), a.make())) }
`;

test("types of one name in several files stay apart, and equal ones stand in a module once", () => {
  const one = "Ring { size: 1, p: Point { x: 1 } }";
  const two = "Ring { size: 2, p: Point { x: 2 } }";
  const three = "Ring { size: 3, p: Point { x: 3 }, more: true }";
  const lines = [
    `Some(${one}) Some(${two}) [(${one}, 1)] [(${two}, 1)]`,
    `Some((${three}, ${one})) Dot Dot Dot`,
  ];
  const module = moduleOf(TWINS);
  expect(printed(module)).toEqual(TIERS.map(() => lines));
  const rings = module.types.filter((type) => type.kind === "record" && type.name === "Ring");
  expect(rings.length).toBe(2);
});

test("tests are those of the root", () => {
  const block = `import "a"
test "root" { assert a.N == 1 }
// file: a.reso
pub let N = 1
test "a" { assert N == 2 }
`;
  const { root, reader } = filesIn("main.reso", block);
  const names = (path: string, text: string) =>
    compileTests({ path, text }, "test", reader).tests.map((each) => each.test.name);
  expect(names("main.reso", root)).toEqual(["root"]);
  expect(names("a.reso", reader.read("a.reso")!)).toEqual(["a"]);
});

test("each file is checked once, and what is imported before what imports it", () => {
  const files = new Map([
    ["a.reso", 'import "lib/c"\npub let A = c.C'],
    ["b.reso", 'import "lib/c"\nimport "a"\nlet B = c.C + a.A + gone'],
    ["lib/c.reso", "pub let C = 1"],
  ]);
  const reader = readerOf(files);
  const roots = ["b.reso", "a.reso"].map((path) => ({ path, text: files.get(path)! }));
  const checked = checkFiles(roots, reader);
  expect(checked.map(({ text }) => text.path)).toEqual(["lib/c.reso", "a.reso", "b.reso"]);
  expect(checked.map(({ diagnostics }) => diagnostics.map(({ code }) => code))).toEqual([
    [],
    [],
    ["E0201"],
  ]);
});

test("a file by two paths is reported, so that a link never leads round for ever", () => {
  const reader = {
    ...readerOf(new Map([["a.reso", 'import "b/a"\npub let N = 1']])),
    list: () => ["a.reso", "b"],
    read: () => 'import "b/a"\npub let N = 1',
    identity: (path: string) => path.replaceAll("b/", ""),
  };
  const [only] = checkFiles([{ path: "a.reso", text: 'import "b/a" { N }\nlet M = N' }], reader);
  expect(only.diagnostics.map(({ code }) => code)).toEqual(["E0242"]);
});

test("a program has at most a thousand files", () => {
  const files = new Map(
    Array.from({ length: 1200 }, (_, at) => [`f${at}.reso`, `import "f${at + 1}" as next\n`]),
  );
  const checked = checkFiles([{ path: "f0.reso", text: files.get("f0.reso")! }], readerOf(files));
  expect(checked.length).toBe(1000);
  expect(checked[0].diagnostics.map(({ code }) => code)).toEqual(["E0241"]);
});

test.each([
  ["a/b.reso", "a/c.reso", "b.reso"],
  ["a/b.reso", "c.reso", "a/b.reso"],
  ["b.reso", "a/c.reso", "../b.reso"],
  ["./a/../b.reso", "b.reso", "b.reso"],
  ["/x/y/b.reso", "/x/z/c.reso", "../y/b.reso"],
  ["../b.reso", "c.reso", "../b.reso"],
])("%s from %s is %s", (path, from, seen) => {
  expect(relativePath(path, from)).toBe(seen);
});
