/**
 * Elementary functions of Floats. Angles in radians are plain numbers; phases have the unit cycle.
 */

import { BOOL, INT } from "../types/type.ts";
import { definePrimitive, float, parameter, unit } from "./primitive.ts";
import type { Primitive } from "./primitive.ts";
import { CYCLE } from "./records.ts";

const ELEMENTARY = "AssemblyScript's mathematics, compiled into the artefact";
const NUMBER = float();
const U = float(unit("u"));

/** A function of one plain number. */
function elementary(
  id: number,
  name: string,
  fuel: number,
  doc: string,
  example: readonly [string, string],
  source = ELEMENTARY,
): Primitive {
  const parameters = [parameter("x", NUMBER)];
  return definePrimitive({ name, id, parameters, result: NUMBER, fuel, doc, example, source });
}

/** A function of a phase in cycles. */
function ofCycles(
  id: number,
  name: string,
  doc: string,
  example: readonly [string, string],
): Primitive {
  return definePrimitive({
    name,
    id,
    parameters: [parameter("x", float(CYCLE))],
    result: NUMBER,
    fuel: 12,
    doc,
    example,
    source: "own polynomials, 1.1 ulp",
  });
}

/** Float to Int by rounding. */
function rounding(
  id: number,
  name: string,
  doc: string,
  example: readonly [string, string],
): Primitive {
  return definePrimitive({
    name,
    id,
    parameters: [parameter("x", NUMBER)],
    result: INT,
    doc: `${doc} Traps where that is no Int.`,
    traps: ["conversion"],
    example,
    instruction: `float_${name}`,
  });
}

const OWN = "own reduction and polynomials, 0.8 ulp";

export const MATH_PRIMITIVES: readonly Primitive[] = [
  elementary(
    1,
    "sin",
    12,
    "The sine of an angle in radians.",
    ['print "{sin(1.0)}"', "0.8414709848078965"],
    OWN,
  ),
  elementary(
    2,
    "cos",
    12,
    "The cosine of an angle in radians.",
    ['print "{cos(1.0)}"', "0.5403023058681398"],
    OWN,
  ),
  elementary(3, "tan", 20, "The tangent of an angle in radians.", [
    'print "{tan(1.0)}"',
    "1.5574077246549023",
  ]),
  elementary(4, "asin", 20, "The angle in [−π/2, π/2] whose sine is x; NaN outside −1 ≤ x ≤ 1.", [
    'print "{asin(1.0)}"',
    "1.5707963267948966",
  ]),
  elementary(5, "acos", 20, "The angle in [0, π] whose cosine is x; NaN outside −1 ≤ x ≤ 1.", [
    'print "{acos(1.0)}"',
    "0.0",
  ]),
  elementary(6, "atan", 20, "The angle in [−π/2, π/2] whose tangent is x.", [
    'print "{atan(1.0)}"',
    "0.7853981633974483",
  ]),
  definePrimitive({
    name: "atan2",
    id: 7,
    units: ["u"],
    parameters: [parameter("y", U), parameter("x", U)],
    result: NUMBER,
    fuel: 25,
    doc: "The angle of the point (x, y) in radians, in [−π, π].",
    source: ELEMENTARY,
    example: ['print "{atan2(1.0, -1.0)}"', "2.356194490192345"],
  }),
  elementary(8, "exp", 12, "e to the power of x.", ['print "{exp(1.0)}"', "2.718281828459045"]),
  elementary(9, "log", 12, "The natural logarithm; NaN for x < 0, −Infinity for 0.", [
    'print "{log(10.0)}"',
    "2.302585092994046",
  ]),
  definePrimitive({
    name: "pow",
    id: 10,
    parameters: [parameter("base", NUMBER), parameter("exponent", NUMBER)],
    result: NUMBER,
    fuel: 35,
    doc:
      "`base` to the power of `exponent`, both plain numbers; what `^` does when the exponent " +
      "is no literal.",
    source: ELEMENTARY,
    example: ['print "{pow(2.0, 0.5)}"', "1.4142135623730951"],
  }),
  elementary(11, "log2", 12, "The logarithm to base 2.", ['print "{log2(8.0)}"', "3.0"]),
  elementary(12, "log10", 20, "The logarithm to base 10.", ['print "{log10(1000.0)}"', "3.0"]),
  elementary(13, "log1p", 20, "log(1 + x), exact for small x.", [
    'print "{log1p(1e-20)}"',
    "1e-20",
  ]),
  elementary(14, "expm1", 20, "exp(x) − 1, exact for small x.", [
    'print "{expm1(1e-20)}"',
    "1e-20",
  ]),
  elementary(15, "sinh", 25, "The hyperbolic sine.", ['print "{sinh(0.0)}"', "0.0"]),
  elementary(16, "cosh", 25, "The hyperbolic cosine.", ['print "{cosh(0.0)}"', "1.0"]),
  elementary(17, "tanh", 25, "The hyperbolic tangent.", ['print "{tanh(0.0)}"', "0.0"]),
  definePrimitive({
    name: "cbrt",
    id: 18,
    units: ["u"],
    parameters: [parameter("x", U)],
    result: float(unit("u", 1, 3)),
    fuel: 20,
    doc: "The cube root; a third of the unit.",
    source: ELEMENTARY,
    example: ['print "{cbrt(27.0)}"', "3.0"],
  }),
  definePrimitive({
    name: "hypot",
    id: 19,
    units: ["u"],
    parameters: [parameter("x", U), parameter("y", U)],
    result: U,
    fuel: 15,
    doc: "√(x² + y²) without overflow on the way.",
    source: ELEMENTARY,
    example: ['print "{hypot(3.0, 4.0)}"', "5.0"],
  }),
  ofCycles(20, "sin_cycles", "The sine of a phase in cycles: sin(2πx).", [
    'print "{sin_cycles(0.25[cycle])}"',
    "1.0",
  ]),
  ofCycles(21, "cos_cycles", "The cosine of a phase in cycles: cos(2πx).", [
    'print "{cos_cycles(0.5[cycle])}"',
    "-1.0",
  ]),
  ofCycles(22, "tan_cycles", "The tangent of a phase in cycles: tan(2πx).", [
    'print "{tan_cycles(0.125[cycle])}"',
    "1.0",
  ]),
  definePrimitive({
    name: "sqrt",
    id: 23,
    units: ["u"],
    parameters: [parameter("x", U)],
    result: float(unit("u", 1, 2)),
    doc: "The square root, exactly rounded; half of the unit. NaN for x < 0.",
    example: ['print "{sqrt(2.0)}"', "1.4142135623730951"],
    instruction: "float_sqrt",
  }),
  definePrimitive({
    name: "abs",
    id: 24,
    units: ["u"],
    parameters: [parameter("x", U)],
    result: U,
    doc: "The number without its sign.",
    example: ['print "{abs(-2.5)}"', "2.5"],
    instruction: "float_abs",
  }),
  rounding(25, "floor", "The largest Int that is not above x.", ['print "{floor(-1.5)}"', "-2"]),
  rounding(26, "ceil", "The smallest Int that is not below x.", ['print "{ceil(-1.5)}"', "-1"]),
  rounding(27, "round", "The nearest Int; of two equally near the even one.", [
    'print "{round(2.5)}"',
    "2",
  ]),
  rounding(28, "trunc", "The Int nearest to x that is not farther from 0.", [
    'print "{trunc(-1.5)}"',
    "-1",
  ]),
  definePrimitive({
    name: "is_finite",
    id: 29,
    units: ["u"],
    parameters: [parameter("x", U)],
    result: BOOL,
    doc: "Whether x is neither NaN nor infinite.",
    example: ['print "{is_finite(1.0)}"', "true"],
  }),
];
