/** Units: exact scales, the table, the group laws and the words of a command line. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  exactFromText,
  invertExact,
  multiplyExact,
  nearestDouble,
  raiseExact,
  rootExact,
  type Exact,
} from "../../../src/language/units/exact.ts";
import { findUnit, unitInWords, unitsInOtherCase } from "../../../src/language/units/find.ts";
import { parseQuantity, parseUnit } from "../../../src/language/units/parse-quantity.ts";
import { PREFIXES, UNITS } from "../../../src/language/units/table.ts";
import { rational } from "../../../src/machine/types/rational.ts";
import {
  divideUnits,
  equalUnits,
  isDimensionless,
  multiplyUnits,
  raiseUnit,
  showUnit,
  substituteUnits,
  unitOf,
  unitVariable,
} from "../../../src/machine/types/unit-algebra.ts";
import { BASE_UNITS, DIMENSIONLESS, type UnitTerm } from "../../../src/machine/types/unit.ts";
import { newSolver, resolvedUnit, unifyUnits } from "../../../src/language/check/solver.ts";

const RUNS = { numRuns: 300 };

/** A fraction of two whole numbers as an exact value of a double, for comparison. */
function exactOf(double: number): { numerator: bigint; denominator: bigint } {
  let denominator = 1n;
  let value = double;
  while (!Number.isInteger(value)) {
    value *= 2;
    denominator *= 2n;
  }
  return { numerator: BigInt(value), denominator };
}

function neighbours(double: number): [number, number] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, double);
  const bits = view.getBigUint64(0);
  view.setBigUint64(0, bits - 1n);
  const below = view.getFloat64(0);
  view.setBigUint64(0, bits + 1n);
  return [below, view.getFloat64(0)];
}

/** |a − double| as a fraction. */
function distance(a: Exact, double: number): { numerator: bigint; denominator: bigint } {
  const b = exactOf(double);
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return {
    numerator: difference < 0n ? -difference : difference,
    denominator: a.denominator * b.denominator,
  };
}

describe("exact scales", () => {
  test("a literal is the double nearest to it", () => {
    const literal = fc
      .tuple(fc.bigInt(1n, 10n ** 25n), fc.integer({ min: -40, max: 40 }))
      .map(([digits, exponent]) => `${digits}e${exponent}`);
    fc.assert(
      fc.property(literal, (text) => {
        const exact = exactFromText(text);
        const double = nearestDouble(exact);
        const own = distance(exact, double);
        for (const other of neighbours(double)) {
          const theirs = distance(exact, other);
          expect(own.numerator * theirs.denominator <= theirs.numerator * own.denominator).toBe(
            true,
          );
        }
        expect(double).toBe(Number(text));
      }),
      RUNS,
    );
  });

  test("the ends of the doubles", () => {
    expect(nearestDouble(exactFromText("5e-324"))).toBe(5e-324);
    expect(nearestDouble(exactFromText("2.4703282292062327e-324"))).toBe(0);
    expect(nearestDouble(exactFromText("2.4703282292062329e-324"))).toBe(5e-324);
    expect(nearestDouble(exactFromText("2.2250738585072011e-308"))).toBe(2.225073858507201e-308);
    expect(nearestDouble(exactFromText("1.7976931348623158e308"))).toBe(Number.MAX_VALUE);
    expect(nearestDouble(exactFromText("1.7976931348623159e308"))).toBe(Infinity);
    expect(nearestDouble(exactFromText("0"))).toBe(0);
    expect(nearestDouble(exactFromText("9007199254740993"))).toBe(9007199254740992);
    expect(nearestDouble(exactFromText("9007199254740995"))).toBe(9007199254740996);
  });

  test("π enters exactly", () => {
    expect(nearestDouble({ numerator: 1n, denominator: 1n, pi: 1 })).toBe(3.141592653589793);
    expect(nearestDouble({ numerator: 2n, denominator: 1n, pi: 1 })).toBe(6.283185307179586);
    expect(nearestDouble({ numerator: 1n, denominator: 1n, pi: 2 })).toBe(9.869604401089358);
    expect(nearestDouble({ numerator: 1n, denominator: 1n, pi: -1 })).toBe(0.3183098861837907);
    expect(nearestDouble({ numerator: 1n, denominator: 180n, pi: 1 })).toBe(0.017453292519943295);
  });

  test("roots and powers", () => {
    const million = exactFromText("1e6");
    expect(rootExact(million, 2)).toEqual(exactFromText("1000"));
    expect(rootExact(million, 3)).toEqual(exactFromText("100"));
    expect(rootExact(exactFromText("1000"), 2)).toBeNull();
    expect(nearestDouble(raiseExact(exactFromText("1e-3"), -2))).toBe(1e6);
    expect(nearestDouble(multiplyExact(million, invertExact(million)))).toBe(1);
  });
});

describe("the table", () => {
  test("every unit is found, and every prefix before a prefixable one", () => {
    for (const [name, entry] of Object.entries(UNITS)) {
      expect([name, findUnit(name)?.term]).toEqual([name, unitOf(entry.dimension)]);
      for (const [prefix, power] of Object.entries(PREFIXES)) {
        if (!entry.prefixable || Object.hasOwn(UNITS, prefix + name)) continue;
        const found = findUnit(prefix + name)!;
        const ratio = multiplyExact(found.scale, invertExact(findUnit(name)!.scale));
        expect([prefix + name, nearestDouble(ratio)]).toEqual([
          prefix + name,
          Number(`1e${power}`),
        ]);
      }
    }
  });

  test("a name in the wrong case, or in words, is understood", () => {
    expect(unitsInOtherCase("mw")).toEqual(["MW", "mW"]);
    expect(unitsInOtherCase("hz")).toEqual(["Hz"]);
    expect(unitInWords("watts")).toBe("W");
    expect(unitInWords("hertz")).toBe("Hz");
    expect(unitInWords("furlongs")).toBeNull();
  });

  test("an exact name comes before a prefix", () => {
    expect(findUnit("min")!.term).toEqual(unitOf({ s: 1 }));
    expect(findUnit("Pa")!.term).toEqual(unitOf({ kg: 1, m: -1, s: -2 }));
    expect(findUnit("cd")!.term).toEqual(unitOf({ cd: 1 }));
    expect(findUnit("kkg")).toBeNull();
    expect(findUnit("mdeg")).toBeNull();
    expect(findUnit("toString")).toBeNull();
  });
});

const exponents = fc.integer({ min: -4, max: 4 });
const unitTerms: fc.Arbitrary<UnitTerm> = fc
  .tuple(fc.array(exponents, { minLength: 8, maxLength: 8 }), exponents, exponents)
  .map(([powers, u, v]) => {
    const base = unitOf(Object.fromEntries(BASE_UNITS.map((name, index) => [name, powers[index]])));
    const withU = multiplyUnits(base, raiseUnit(unitVariable("u"), rational(u)));
    return multiplyUnits(withU, raiseUnit(unitVariable("?1"), rational(v)));
  });

describe("the group of units", () => {
  test("laws", () => {
    fc.assert(
      fc.property(unitTerms, unitTerms, unitTerms, (a, b, c) => {
        expect(equalUnits(multiplyUnits(a, b), multiplyUnits(b, a))).toBe(true);
        const left = multiplyUnits(multiplyUnits(a, b), c);
        expect(equalUnits(left, multiplyUnits(a, multiplyUnits(b, c)))).toBe(true);
        expect(isDimensionless(divideUnits(a, a))).toBe(true);
        expect(equalUnits(multiplyUnits(a, DIMENSIONLESS), a)).toBe(true);
        const cubeRoot = raiseUnit(raiseUnit(a, rational(1, 3)), rational(3));
        expect(equalUnits(cubeRoot, a)).toBe(true);
        const image = substituteUnits(multiplyUnits(a, b), new Map([["?1", c]]));
        const images = [a, b].map((unit) => substituteUnits(unit, new Map([["?1", c]])));
        expect(equalUnits(image, multiplyUnits(images[0], images[1]))).toBe(true);
      }),
      RUNS,
    );
  });

  test("a solved equation holds, and an unsolvable one has no unknown", () => {
    fc.assert(
      fc.property(unitTerms, unitTerms, (a, b) => {
        const solver = newSolver();
        const isSolved = unifyUnits(solver, a, b);
        const [left, right] = [resolvedUnit(solver, a), resolvedUnit(solver, b)];
        expect(equalUnits(left, right)).toBe(isSolved);
        if (!isSolved) expect(divideUnits(a, b).variables.has("?1")).toBe(false);
      }),
      RUNS,
    );
  });

  test("what is shown can be read again", () => {
    fc.assert(
      fc.property(unitTerms, (unit) => {
        const base: UnitTerm = { base: unit.base, variables: new Map() };
        const read = parseUnit(showUnit(base));
        expect(read.ok && equalUnits(read.value.term, base)).toBe(true);
      }),
      RUNS,
    );
  });
});

describe("words of a command line", () => {
  test.each([
    ["0.25rad/s", 0.25, "1/s"],
    ["14deg/s", 0.24434609527920614, "1/s"],
    ["10ms", 0.01, "s"],
    ["-3.5MW", -3500000, "kg*m^2/s^3"],
    ["60Hz", 60, "cycle/s"],
    ["1_000", 1000, "1"],
    ["1e3", 1000, "1"],
    ["2.5e-3[m/s^2]", 0.0025, "m/s^2"],
    ["0.5/s", 0.5, "1/s"],
    ["3 kg*m^(1/2)", 3, "kg*m^(1/2)"],
    ["1 1/(s*m)", 1, "1/(m*s)"],
    ["50percent", 0.5, "1"],
    [".5", 0.5, "1"],
  ])("%s", (text, value, unit) => {
    const read = parseQuantity(text);
    if (!read.ok) throw new Error(read.sentence);
    expect(read.value.value).toBe(value);
    expect(showUnit(read.value.unit.term)).toBe(unit);
  });

  test.each([
    ["fast", "`fast` does not start with a number"],
    ["", "`` does not start with a number"],
    ["3 watts", "there is no unit `watts`"],
    ["3 m/", "`m/` is not a unit"],
    ["3 m^", "`m^` is not a unit"],
    ["3 m)", "`m)` is not a unit"],
    ["3 m^(1/0)", "`m^(1/0)` is not a unit"],
    ["3 ms^(1/2)", "`ms^(1/2)` has no exact scale"],
    ["1__0 m", "`__0 m` is not a unit"],
    [`3 ${"(".repeat(100_000)}`, "a unit has at most 200 names, numbers and signs"],
    ["3 km^(999)", "`km^999` has no exact scale"],
  ])("%s", (text, sentence) => {
    expect(parseQuantity(text)).toEqual({ ok: false, sentence });
  });

  test("nothing throws", () => {
    const words = fc.constantFrom(
      "1",
      "2",
      "m",
      "km",
      "s",
      "^",
      "/",
      "*",
      "(",
      ")",
      "[",
      "]",
      "-",
      "é",
      " ",
      "e",
      ".",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (parts) => {
        expect(typeof parseQuantity(`1${parts.join("")}`).ok).toBe("boolean");
      }),
      RUNS,
    );
  });
});
