/** Programs that are larger than a module may be: a report each, never a crash. */

import { expect, test } from "vitest";
import { MODULE_LIMITS, type ModuleLimitName } from "../../../src/machine/bytecode/limits.ts";
import { DIAGNOSTICS } from "../../../src/source/catalogue/index.ts";
import { compileProgram } from "../../../src/pipeline.ts";

const many = (count: number, line: (index: number) => string, between = "\n"): string =>
  Array.from({ length: count }, (_, index) => line(index)).join(between);

const main = (body: string): string => `fn main() {\n${body}\n}\n`;

/** For a limit: a program that passes it, by its maximum. */
const PROGRAMS: Partial<Record<ModuleLimitName, (maximum: number) => string>> = {
  fields: (maximum) =>
    `record Row {\n${many(maximum + 1, (index) => `  f${index}: Int,`)}\n}\n` +
    "fn width(rows: List[Row]) -> Int {\n  rows.length()\n}\n" +
    main('  print "{width([])}"'),
  texts: (maximum) => {
    const part = (from: number) => many(1000, (index) => `  print "t${from + index}"`);
    const functions = many(66, (index) => `fn f${index}() {\n${part(1000 * index)}\n}`);
    return `${functions}\n${main(many(Math.ceil(maximum / 1000), (index) => `  f${index}()`))}`;
  },
  textBytes: (maximum) => main(`  print "${"a".repeat(maximum + 1)}"`),
  nameBytes: (maximum) => `output ${"a".repeat(maximum + 1)}: Int\n${main("")}`,
  outputs: (maximum) =>
    `${many(maximum + 1, (index) => `output o${index}: Int`)}\n${main("  emit o0 = 1")}`,
  parameters: (maximum) =>
    `${many(maximum + 1, (index) => `param p${index}: Int = 0`)}\n${main("")}`,
  valueNesting: (maximum) => {
    const constant = (index: number) => `let A${index + 1} = R { below: [A${index}] }`;
    const constants = many(maximum / 2, constant);
    return (
      `record R { below: List[R] }\nlet A0 = R { below: [] }\n${constants}\n` +
      `param p: R = A${maximum / 2}\n${main("")}`
    );
  },
  signature: (maximum) =>
    `fn f(${many(maximum + 1, (index) => `p${index}: Int`, ", ")}) -> Int {\n  p0\n}\n` +
    main(`  let x = f(${many(maximum + 1, String, ", ")})\n  print "{x}"`),
  registers: (maximum) => main(many(maximum + 1, (index) => `  let v${index} = ${index}`)),
  instructions: (maximum) => main(`  var x = 1\n${many(maximum / 2, () => "  x = x + 1")}`),
  nesting: () => {
    const depth = 90;
    const open = many(depth, (index) => `for i${index} in 0..=1 {\nif i${index} == 1 { continue }`);
    return main(`${open}\n${many(depth, () => "}")}`);
  },
};

test.each(Object.entries(PROGRAMS))("%s", (limit, programOf) => {
  const { maximum } = MODULE_LIMITS[limit as ModuleLimitName];
  const { module, diagnostics } = compileProgram({ path: "large.reso", text: programOf(maximum) });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code }) => code)).toEqual(["E0501"]);
  expect(errors[0].message).toContain(`a module holds at most ${maximum}`);
  expect(module).toBeNull();
});

test.each([
  ["larger types", DIAGNOSTICS.E0502.bad],
  [
    "new function values of larger types",
    "fn deeper[T](f: fn(T) -> Int, x: T, n: Int) -> Int {\n" +
      "  if n == 0 { f(x) } else { deeper(|xs| f(xs[0]) + 1, [x], n - 1) }\n}\n" +
      main("  print(deeper(|x| x, 1, 2))"),
  ],
  [
    "two functions in turn",
    "fn a[T](x: T, n: Int) -> Int { if n == 0 { 0 } else { b([x], n) } }\n" +
      "fn b[T](x: T, n: Int) -> Int { a(x, n - 1) }\n" +
      main("  print(a(1, 2))"),
  ],
  [
    "ever more choices",
    many(
      16,
      (index) => `fn f${index}[T](x: T) -> Int { f${index + 1}((x, 1)) + f${index + 1}((1, x)) }`,
    ) +
      "\nfn f16[T](x: T) -> Int { 1 }\n" +
      main("  print(f0(1))"),
  ],
])("instances without end: %s", (_, text) => {
  const { module, diagnostics } = compileProgram({ path: "endless.reso", text });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  expect(errors.map(({ code }) => code)).toEqual(["E0502"]);
  expect(module).toBeNull();
});

test("a recursion that keeps its types ends", () => {
  expect(compileProgram({ path: "good.reso", text: DIAGNOSTICS.E0502.good }).module).not.toBeNull();
});
