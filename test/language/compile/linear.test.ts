/** Loops that grow a value cost in proportion to their turns, in fuel and in memory. */

import { expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../../src/machine/limits.ts";
import { run, type RunResult } from "../../../src/machine/run.ts";
import { verify } from "../../../src/machine/verify/verify.ts";
import { compileProgram } from "../../../src/pipeline.ts";

function runOf(text: string): RunResult {
  const { module, diagnostics } = compileProgram({ path: "linear.reso", text });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const proof = verify(module!);
  if (!("verified" in proof)) throw new Error(JSON.stringify(proof.refusal));
  return run(proof.verified, { parameters: [], limits: DEFAULT_LIMITS, tier: "wasm" });
}

const LOOPS: readonly (readonly [name: string, before: string, turn: string])[] = [
  ["pushing numbers", "var xs: List[Int] = []", "xs.push(i)"],
  ["pushing into a field", "var held = Held { xs: [] }", "held.xs.push(i)"],
  ["joining strings", 'var s = ""', 's = s ++ "x"'],
  ["joining more strings", 'var s = ""', 's = s ++ "x" ++ "{i}"'],
  ["joining with ++=", 'var s = ""', 's ++= "x"'],
  ["joining lists", "var xs = [0]", "xs = xs ++ [i]"],
  ["changing elements", "var xs = [0.0, 1.0]", "xs[i % 2] = xs[0] + 1"],
  ["changing complex elements", "var zs = [1i, 2i]", "zs[i % 2] = zs[0] * Complex(0, 1)"],
];

test.each(LOOPS)("%s", (_, before, turn) => {
  const text = (turns: number): string =>
    `record Held { xs: List[Int] }\nfn main() {\n${before}\nfor i in 0..${turns} {\n${turn}\n}\n}`;
  const [once, twice] = [4000, 8000].map((turns) => runOf(text(turns)));
  expect(once.trap).toBeNull();
  expect(twice.fuelUsed / once.fuelUsed).toBeLessThan(2.1);
  expect(twice.memoryPeakBytes / once.memoryPeakBytes).toBeLessThan(2.2);
});

const WITHOUT_OBJECTS: readonly (readonly [name: string, functions: string, turn: string])[] = [
  [
    "Option, ? and match",
    "fn half(n: Int) -> Option[Int] { if n % 2 == 0 { Some(n div 2) } else { None } }\n" +
      "fn quarter(n: Int) -> Option[Int] { Some(half(half(n)?)?) }",
    "match quarter(i) {\nSome(q) if q > 3 => sum += q\nSome(_) => sum += 1\nNone => sum -= 1\n}",
  ],
  [
    "Result of scalars",
    "fn root(x: Int) -> Result[Float, Int] { if x < 9 { Err(x) } else { Ok(sqrt(Float(x))) } }",
    "if let Ok(x) = root(i) { sum += floor(x) }",
  ],
  [
    "enums of scalars",
    "enum Step { Stay, Walk(Int), Jump { by: Int, far: Bool } }\n" +
      "fn step(i: Int) -> Step {\n" +
      "if i % 3 == 0 { Stay } else if i % 3 == 1 { Walk(i) } else { Jump { by: i, far: true } }\n}",
    "sum += match step(i) { Stay => 0, Walk(n) => n, Jump { by, .. } => by }\n" +
      "if step(i) == Stay { sum += 1 }",
  ],
  [
    "tuples",
    "fn split(n: Int) -> (Int, (Int, Bool)) { (n div 2, (n % 2, n > 3)) }",
    "let (a, (b, c)) = split(i)\nif c and split(i) != split(i + 1) { sum += a + b }",
  ],
  [
    "Complex and Quaternion",
    "fn turned(z: Complex, q: Quaternion) -> (Complex, Quaternion) { (z * 1i, q * q / 2) }",
    "let (z, q) = turned(Complex(Float(i)), Quaternion(1, Float(i)))\n" +
      "if z != Complex(2) and (q + 1).w > 0 { sum += 1 }",
  ],
  [
    "an Option of a Complex",
    "fn near(x: Float) -> Option[Complex] { if x < 9 { None } else { Some(x + 1i) } }",
    "if let Some(Complex { re, .. }) = near(Float(i)) { sum += floor(re) }",
  ],
];

test.each(WITHOUT_OBJECTS)("%s: not one object", (_, functions, turn) => {
  const text = (turns: number): string =>
    `${functions}\nfn main() {\nvar sum = 0\n` +
    `for i in 0..${turns} {\n${turn}\n}\nassert sum != -1\n}`;
  const [none, many] = [0, 1000].map((turns) => runOf(text(turns)));
  expect(many.trap).toBeNull();
  // the first object would have raised it
  expect(many.memoryPeakBytes).toBe(none.memoryPeakBytes);
});
