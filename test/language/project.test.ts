/** Checking again what a change touches: how much is done, and that it makes no difference. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { openProject, type Project } from "../../src/project.ts";
import { checkFiles } from "../../src/pipeline.ts";
import { readerOf } from "../files.ts";

const NO_DISK = readerOf(new Map());

function projectOf(files: Readonly<Record<string, string>>): Project {
  const project = openProject(NO_DISK);
  for (const [path, text] of Object.entries(files)) project.change(path, text);
  return project;
}

const RING = `pub record Ring { size: Int }
pub fn build(size: Int) -> Ring { Ring { size } }
pub fn Ring.twice(r: Ring) -> Int { 2 * r.size }
`;

const FILES = {
  "ring.reso": RING,
  "torus.reso": 'import "ring"\npub fn torus() -> ring.Ring { ring.build(3) }\n',
  "main.reso":
    'import "torus"\nimport "alone"\nfn main() { print torus.torus().twice() + alone.ONE }\n',
  "alone.reso": "pub let ONE = 1\n",
};

describe("what is checked", () => {
  test("everything at first, then nothing", () => {
    const project = projectOf(FILES);
    expect(project.check().checked).toEqual(["ring.reso", "torus.reso", "alone.reso", "main.reso"]);
    expect(project.check().checked).toEqual([]);
    project.change("ring.reso", RING);
    expect(project.check().checked).toEqual([]);
  });

  test.each([
    ["another body", RING.replace("2 * r.size", "r.size + r.size")],
    ["lines before the declarations", `\n\n// Rings.\n${RING}`],
    ["documentation", `/// A ring.\n${RING}`],
    ["a test", `${RING}test "two" { assert build(1).twice() == 2 }\n`],
    ["an error in a body", RING.replace("2 * r.size", "2 * r.sise")],
  ])("one file alone after %s", (_, text) => {
    const project = projectOf(FILES);
    project.check();
    project.change("ring.reso", text);
    expect(project.check().checked).toEqual(["ring.reso"]);
    project.change("ring.reso", RING);
    expect(project.check().checked).toEqual(["ring.reso"]);
  });

  test.each([
    ["another field", RING.replace("size: Int }", "size: Int, more: Int }")],
    ["another result", RING.replace("-> Int { 2 * r.size }", "-> Float { 1 }")],
    ["a function more", `${RING}pub fn third() -> Int { 3 }\n`],
    ["a function less", RING.split("\n").slice(0, 2).join("\n")],
    ["a private name", RING.replace("pub fn build", "fn build")],
  ])("whatever depends on a file after %s", (_, text) => {
    const project = projectOf(FILES);
    project.check();
    project.change("ring.reso", text);
    expect(project.check().checked).toEqual(["ring.reso", "torus.reso", "main.reso"]);
  });

  test("a file whose reports point into the one that changed", () => {
    const project = projectOf({
      ...FILES,
      "main.reso": 'import "ring" { hidden }\nlet A = hidden\n',
    });
    project.change("ring.reso", `${RING}let hidden = 3\n`);
    project.check();
    project.change("ring.reso", `\n\n${RING}let hidden = 3\n`);
    expect(project.check().checked).toEqual(["ring.reso", "main.reso"]);
  });

  test("a file that imports one which appears, and one which goes", () => {
    const project = projectOf({
      "main.reso": FILES["main.reso"],
      "torus.reso": FILES["torus.reso"],
    });
    project.check();
    project.change("alone.reso", FILES["alone.reso"]);
    expect(project.check().checked).toEqual(["alone.reso", "main.reso"]);
    project.change("alone.reso", null);
    const { checked, files } = project.check();
    expect(checked).toEqual(["main.reso"]);
    expect([...files.keys()]).toEqual(["torus.reso", "main.reso"]);
  });

  test("files that are not open are read once, until they are closed again", () => {
    let reads = 0;
    const disk = readerOf(new Map(Object.entries(FILES)));
    const read = (path: string) => {
      reads += 1;
      return disk.read(path);
    };
    const project = openProject({ ...disk, read });
    project.change("main.reso", FILES["main.reso"]);
    expect(project.check().checked.length).toBe(4);
    project.change("main.reso", `\n${FILES["main.reso"]}`);
    expect(project.check().checked).toEqual(["main.reso"]);
    expect(reads).toBe(3);
    project.change("alone.reso", null);
    expect(project.check().checked).toEqual([]);
    expect(reads).toBe(4);
  });
});

const PATHS = ["a.reso", "b.reso", "lib/c.reso", "lib/d.reso", "e.reso"];
const IMPORTS = [
  'import "a"',
  'import "b" as b',
  'import "lib/c" { Ring, build }',
  'import "lib/c"',
  'import "d"',
  'import "../a" { Shape, LIMIT, half }',
  'import "lib/d" { MVA, area }',
  'import "e"',
  'import "c"',
  'import "../b" { x',
  'import "B"',
];
const DECLARATIONS = [
  "pub record Ring { size: Int }",
  "record Ring { size: Int, more: Float }",
  "pub enum Shape { Dot, Disc(Int) }",
  "pub enum Shape { Dot }",
  "pub let LIMIT = 3",
  "pub let LIMIT = 4.5",
  "let LIMIT = 3",
  "pub unit MVA = 1e6 W",
  "pub fn build(size: Int) -> Ring { Ring { size } }",
  "pub fn build(size: Int, by: Int = 2) -> Ring { Ring { size: size * by } }",
  "pub fn half(n: Int) -> Int { n div 2 }",
  "fn half(n: Int) -> Int { n / 2 }",
  "pub fn area(s: Shape) -> Int { match s { Dot => 0, Disc(r) => r } }",
  "pub fn Ring.twice(r: Ring) -> Int { 2 * r.size }",
  "fn Ring.twice(r: Ring) -> Int { r.size }",
  "fn main() { print build(12).twice() + half(LIMIT) }",
  "fn use_c() -> Int { c.build(2).twice() + c.build(3).size }",
  "fn use_a() -> Int { a.half(a.LIMIT) }",
  "fn use_b() -> b.Ring { b.build(2) }",
  "fn other(s: d.Shape) -> Float[MVA] { 2MVA * Float(d.area(s)) }",
  'test "of it" { assert half(2) == LIMIT }',
  "param n: Int = LIMIT",
  "fn broken( {",
  "pub fn List.half(xs: List[Int]) -> Int { xs.length() }",
  "fn f() -> Int { [1].half() }",
];

/** Files with reports that point into each other from the start. */
const START: Readonly<Record<string, readonly string[]>> = {
  "lib/c.reso": [
    "pub record Ring { size: Int }",
    "pub fn build(size: Int) -> Ring { Ring { size } }",
    "fn Ring.twice(r: Ring) -> Int { 2 * r.size }",
    "let hidden = 3",
  ],
  "a.reso": ['import "lib/c"', "pub fn half(n: Int) -> Int { c.build(n).twice() }"],
  "b.reso": ['import "lib/c" { Ring, build, hidden }', "fn Ring.own(r: Ring) -> Int { r.size }"],
  "e.reso": ['import "a"', 'import "b"', "fn main() { print a.half(3) + b.gone }"],
};

const edit = fc.record({
  path: fc.constantFrom(...PATHS),
  kind: fc.constantFrom("add", "add", "drop", "blank", "blank", "blank", "swap", "close"),
  piece: fc.tuple(fc.constantFrom(...IMPORTS, ...DECLARATIONS), fc.nat(20)),
});

function changed(
  lines: readonly string[],
  kind: string,
  [piece, at]: readonly [string, number],
): readonly string[] {
  const next = [...lines];
  const index = at % (next.length + 1);
  if (kind === "add") next.splice(index, 0, piece);
  else if (kind === "blank") next.splice(index, 0, "");
  else if (kind === "drop") next.splice(index, 1);
  else next.push(...next.splice(index, 1));
  return next;
}

test("after any edits the reports are those of a first look", () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 5, maxLength: 25 }), (edits) => {
      const project = openProject(NO_DISK);
      const drafts = new Map(Object.entries(START));
      for (const [path, lines] of drafts) project.change(path, lines.join("\n"));
      project.check();
      for (const { path, kind, piece } of edits) {
        const lines = changed(drafts.get(path) ?? [], kind, piece);
        if (kind === "close") drafts.delete(path);
        else drafts.set(path, lines);
        project.change(path, kind === "close" ? null : lines.join("\n"));
        const sources = [...drafts].map((each) => ({ path: each[0], text: each[1].join("\n") }));
        const fresh = checkFiles(
          sources,
          readerOf(new Map(sources.map((each) => [each.path, each.text]))),
        );
        expect([...project.check().files.values()]).toEqual(fresh);
      }
    }),
    { numRuns: 25 },
  );
});
