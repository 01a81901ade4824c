/** What a program's id depends on, and what it does not. */

import { describe, expect, test } from "vitest";
import { programId } from "../../../src/machine/bytecode/encode.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";

const BASE = `/// How many.
param count: Int = 3 in 1..=9

record Point { x: Float[m], y: Float[m] }

/// Where it went.
output path: Point

fn step(point: Point, by: Float[m]) -> Point {
  Point { x: point.x + by, y: point.y - by }
}

fn main() {
  var point = Point { x: 0[m], y: 0[m] }
  for _ in 0..count {
    point = step(point, 1.5[m])
    emit path = point
  }
  print "done"
}
`;

function idOf(text: string, path = "main.reso"): string {
  const { module, diagnostics } = compileProgram({ path, text });
  if (module === null) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  const verdict = verify(module);
  if ("refusal" in verdict) throw new Error(verdict.refusal.message);
  return programId(module);
}

const id = idOf(BASE);

describe("the id stays", () => {
  const same: readonly (readonly [string, string])[] = [
    ["comments", `// a comment\n${BASE.replace("fn main() {", "fn main() { // here it starts")}`],
    ["layout", BASE.replaceAll("\n  ", "\n        ").replace("\n\nfn main", "\n\n\n\n\nfn main")],
    ["documentation", BASE.replace("/// How many.", "/// The number of steps.")],
    ["names of functions", BASE.replaceAll("step(", "advance(")],
    ["names of locals", BASE.replaceAll("point", "place")],
    ["functions that main does not reach", `${BASE}\nfn unused() -> Int { 7 }\n`],
    ["units that only read the same", BASE.replace("1.5[m]", "150cm")],
  ];
  test.each(same)("%s", (_, text) => {
    expect(text).not.toBe(BASE);
    expect(idOf(text)).toBe(id);
  });

  test("paths", () => {
    expect(idOf(BASE, "elsewhere/other.reso")).toBe(id);
  });
});

describe("the id changes", () => {
  const other: readonly (readonly [string, string])[] = [
    ["the name of a parameter", BASE.replaceAll("count", "number")],
    ["a default", BASE.replace("Int = 3", "Int = 4")],
    ["a range", BASE.replace("1..=9", "1..9")],
    ["the name of an output", BASE.replaceAll("path", "track")],
    ["the unit of a field", BASE.replaceAll("[m]", "[s]")],
    ["the name of a field", BASE.replaceAll(" x:", " z:").replaceAll(".x", ".z")],
    ["the name of a record", BASE.replaceAll("Point", "Place")],
    ["a constant", BASE.replace("1.5[m]", "1.25[m]")],
    ["a text", BASE.replace('"done"', '"Done"')],
    ["an operator", BASE.replace("point.x + by", "point.x - by")],
  ];
  test.each(other)("%s", (_, text) => {
    expect(text).not.toBe(BASE);
    expect(idOf(text)).not.toBe(id);
  });
});
