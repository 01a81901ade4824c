/**
 * Complex functions against those of CPython 3 (`cmath`, whose results are the C library's), and
 * laws that Complex and Quaternion numbers obey.
 */

import { expect, test } from "vitest";
import { calculate, decimal } from "./calculate.ts";
import { randomNumbers, SEED } from "./random-numbers.ts";

/** Of z: re, im; then re and im of exp z (0 where it overflows), log z, √z and (1.5 − 2i) / z. */
const CMATH: readonly (readonly number[])[] = [
  [
    0.3, 0.4, 1.2433022950695027, 0.5256597791969788, -0.6931471805599453, 0.9272952180016123,
    0.6324555320336759, 0.31622776601683794, -1.4000000000000004, -4.8,
  ],
  [
    -2.0, 0.001, 0.13533521556897674, 0.00013533526068073328, 0.6931473055599296, 3.14109265363146,
    0.0003535533795447315, 1.4142136065672655, -0.7504998123750468, 0.9996247500938125,
  ],
  [
    1.0, 1e-9, 2.718281828459045, 2.718281828459045e-9, 5e-19, 1e-9, 1.0, 5e-10, 1.499999998,
    -2.0000000015,
  ],
  [
    -1.0, -1e-20, 0.36787944117144233, -3.678794411714423e-21, 5e-41, -3.141592653589793, 5e-21,
    -1.0, -1.5, 2.0,
  ],
  [
    1e200, 1e200, 0, 0, 460.8635921890891, 0.7853981633974483, 1.09868411346781e100,
    4.550898605622274e99, -2.5e-201, -1.75e-200,
  ],
  [
    -3.0, -4.0, -0.032542999640154786, 0.03767897757486585, 1.6094379124341003, -2.214297435588181,
    1.0, -2.0, 0.14, 0.48,
  ],
  [
    2.5, -7.0, 9.184409660498043, -8.003735271154763, 2.0059341701989313, -1.2277723863741932,
    2.2285684164569926, -1.5705149432048158, 0.3212669683257918, 0.09954751131221719,
  ],
  [
    1e-170, 3e-170, 1.0, 3e-170, -390.2881732624907, 1.2490457723982544, 1.442615274452683e-85,
    1.0397782600555706e-85, -4.5e169, -6.5e169,
  ],
];

/** How far two complex numbers are apart, by the size of the second. */
function distance(a: readonly number[], b: readonly number[]): number {
  const size = Math.hypot(b[0], b[1]);
  return Math.hypot((a[0] - b[0]) / size, (a[1] - b[1]) / size);
}

test.each(CMATH)("the functions of %f, %f", (re, im, ...known) => {
  const found = calculate(`let z = Complex(${decimal(re)}, ${decimal(im)})`, [
    "z.exp().re",
    "z.exp().im",
    "z.log().re",
    "z.log().im",
    "z.sqrt().re",
    "z.sqrt().im",
    "((1.5 - 2i) / z).re",
    "((1.5 - 2i) / z).im",
  ]) as number[];
  for (let index = known[0] === 0 ? 2 : 0; index < known.length; index += 2) {
    const [a, b] = [found, known].map((all) => all.slice(index, index + 2));
    expect([index, distance(a, b) < 1e-15]).toEqual([index, true]);
  }
});

test("branch cuts, zeros and infinities", () => {
  const found = calculate("", [
    "Complex(-4.0, 0.0).sqrt().im",
    "Complex(-4.0, -0.0).sqrt().im",
    "Complex(-1.0, -0.0).arg()",
    "Complex(0.0).sqrt().re",
    "Complex(0.0).pow(2.0).re",
    "Complex(0.0).pow(0.0).re",
    "Complex(1000.0).exp().im",
    "Complex(3.0).pow(2.0).is_finite()",
  ]);
  expect(found).toEqual([2, -2, -Math.PI, 0, 0, 1, 0, true]);
});

const LAWS: readonly string[] = [
  "((z * w) / w - z).abs()",
  "((z + w) * u - (z * u + w * u)).abs()",
  "(z.log().exp() - z).abs()",
  "(z.sqrt()^2 - z).abs()",
  "((z * w).abs() - z.abs() * w.abs())",
  "(z^-3 * z^3 - 1).abs()",
  "(z.pow(3.0) / z^3 - 1).abs()",
  "(z * z.conj() - z.abs_squared()).abs()",
  "(Complex.polar(z.abs(), z.arg()) - z).abs()",
  "((p * q) * r - p * (q * r)).abs()",
  "((p * q).abs() - p.abs() * q.abs())",
  "((p * q).conj() - q.conj() * p.conj()).abs()",
  "(p * p.inverse() - 1).abs()",
  "((p * q) / q - p).abs()",
  "(p.log().exp() - p).abs()",
  "(p^3 - p * p * p).abs() / 100",
  "(a.slerp(b, 0.0) - a).abs()",
  "(a.slerp(b, 1.0) - b).abs() * (a.slerp(b, 1.0) + b).abs()",
  "(a.slerp(b, 0.3) - a.slerp(-b, 0.3)).abs()",
  "(a.slerp(b, 0.5).dot(a) - abs(a.slerp(b, 0.5).dot(b)))",
  "(turned((x, y, 0.5)) - hypot(hypot(x, y), 0.5))",
];

test(`laws of numbers from seed ${SEED}`, () => {
  const uniform = randomNumbers(SEED);
  const next = (): number => (uniform() - 0.5) * 8;
  const four = (): string => Array.from({ length: 4 }, () => decimal(next())).join(", ");
  for (let round = 0; round < 8; round += 1) {
    const [x, y] = [decimal(next()), decimal(next())];
    const statements = [
      ...["z", "w", "u"].map(
        (name) => `let ${name} = Complex(${decimal(next())}, ${decimal(next())})`,
      ),
      ...["p", "q", "r"].map((name) => `let ${name} = Quaternion(${four()})`),
      "let (a, b) = (p.normalized(), q.normalized())",
      `let (x, y) = (${x}, ${y})`,
      "let turned = |v: (Float, Float, Float)| {\nlet (i, j, k) = a.rotate(v)\n" +
        "hypot(hypot(i, j), k)\n}",
    ].join("\n");
    const found = calculate(statements, LAWS) as number[];
    const broken = LAWS.filter((_, index) => !(Math.abs(found[index]) < 1e-12));
    expect({ round, broken }).toEqual({ round, broken: [] });
  }
});

test("Hamilton's table, the phase on the right, and the axis of a negative real", () => {
  const found = calculate(
    "let (i, j, k) = (Quaternion(0, 1), Quaternion(0, 0, 1), Quaternion(0, 0, 0, 1))\n" +
      "let state = Quaternion(0, 0, 1)",
    [
      "i * j == k",
      "j * k == i",
      "k * i == j",
      "j * i == -k",
      "i^2 == Quaternion(-1)",
      "(state * Quaternion.phase((1, 0, 0), 90deg)).z",
      "(Quaternion.phase((1, 0, 0), 90deg) * state).z",
      "Quaternion(-2.0).log().x",
      "Quaternion.rotation((0, 0, 3), 120deg).w",
    ],
  );
  expect(found.slice(0, 5)).toEqual([true, true, true, true, true]);
  expect(found.slice(5, 8)).toEqual([-1, 1, Math.PI]);
  expect(found[8]).toBeCloseTo(0.5, 15);
});
