/** Ranges and lists of a command line as the values that a sweep takes. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { axisTexts, MOST_POINTS } from "../../../cli/sweep/axis.ts";

const of = (kind: "int" | "float" | "bool" | "string" | "list" | "enum", text: string) =>
  axisTexts("--k", kind, text);

test.each([
  ["int", "1..20:5", "1 6 11 16"],
  ["int", "1..=3", "1 2 3"],
  ["int", "3..=1:-1", "3 2 1"],
  ["int", "1_000..=3_000:1_000", "1000 2000 3000"],
  ["int", "7..=7", "7"],
  ["float", "0..=1:0.25", "0 0.25 0.5 0.75 1"],
  ["float", "0..1rad/s:0.5", "0rad/s 0.5rad/s"],
  ["float", "0..=2[1/s]:1", "0[1/s] 1[1/s] 2[1/s]"],
  ["float", "-0.5..=0.5:0.5", "-0.5 0 0.5"],
  ["float", "1e-3..=3e-3:1e-3", "0.001 0.002 0.003"],
  ["float", "1e3..=2e3:1e3", "1000 2000"],
  ["float", "0.5, 1,2/s", "0.5/s 1/s 2/s"],
  ["float", "1m,2km", "1m 2km"],
  ["int", "1,2,5", "1 2 5"],
  ["bool", "true,false", "true false"],
  ["string", "a..b,c", "a..b c"],
  ["string", "a\\,b,c", "a,b c"],
  ["string", "a\\,b", "a,b"],
  ["enum", "Euler, Heun,Rk4", "Euler Heun Rk4"],
  ["enum", "Disc(1m),At(2,[3,4]),Dot", "Disc(1m) At(2,[3,4]) Dot"],
] as const)("%s %s", (kind, text, values) => {
  expect(of(kind, text)).toEqual(values.split(" "));
});

test.each([
  ["float", "0.3"],
  ["int", "@seeds.csv"],
  ["list", "1,2"],
  ["string", "1..=3"],
  ["enum", "At(2,3)"],
] as const)("one value of %s: %s", (kind, text) => {
  expect(of(kind, text)).toBeNull();
});

describe("what is refused", () => {
  test.each([
    ["float", "0..4", "needs its step: 0..4:0.25"],
    ["int", "5..1", "has no values: a falling range has a negative step"],
    ["int", "1..5:-1", "has no values: a rising range has a positive step"],
    ["int", "1..1", "has no values: `..` leaves out its end, `..=` does not"],
    ["int", "1..5:0", "has no values: its step is 0"],
    ["float", "0...5:1", "expected a range such as 0..=4:0.25"],
    ["float", "0..1:0.1:2", "expected a range such as 0..=4:0.25"],
    ["float", "..1:0.1", "expected a range such as 0..=4:0.25"],
    ["float", "0..x:1", "expected a range such as 0..=4:0.25"],
    ["float", "1m..2km:1m", "the parts of 1m..2km:1m are in different units"],
    ["int", "1,,2", "a value is missing between the commas"],
    ["int", "0..100_001", `has 100001 values, and ${MOST_POINTS} are the most`],
    ["float", "0..1:1e-300", `${MOST_POINTS} are the most`],
    ["float", "0..=1e999:1", `has too many values, and ${MOST_POINTS} are the most`],
  ] as const)("%s %s", (kind, text, reason) => {
    expect(() => of(kind, text)).toThrow(reason);
  });
});

test("numbers of a parameter with a unit end in one", () => {
  for (const [text, corrected] of [
    ["0..=1:0.25", "0..=1/s:0.25"],
    ["0..1", "0..1/s:0.25"],
    ["1,2", "1,2/s"],
  ]) {
    expect(() => axisTexts("--k", "float", text, "/s")).toThrow(
      `${text} needs a unit at its end, such as ${corrected}`,
    );
  }
  expect(axisTexts("--k", "float", "0..=1/s:1", "/s")).toEqual(["0/s", "1/s"]);
});

test("points are the decimals that a person would write", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: 1, max: 50 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 0, max: 6 }),
      (first, step, count, places) => {
        const decimal = (value: number): string => (value / 10 ** places).toFixed(places);
        const last = first + (count - 1) * step;
        const texts = of("float", `${decimal(first)}..=${decimal(last)}:${decimal(step)}`)!;
        const values = Array.from({ length: count }, (_, k) => Number(decimal(first + k * step)));
        expect(texts.map(Number)).toEqual(values.map((value) => value + 0));
      },
    ),
  );
});

test("a falling range is the rising one from behind", () => {
  fc.assert(
    fc.property(fc.integer({ min: -99, max: 99 }), fc.nat({ max: 60 }), (first, length) => {
      const rising = of("int", `${first}..=${first + length}`)!;
      expect(of("int", `${first + length}..=${first}:-1`)).toEqual(rising.toReversed());
    }),
  );
});
