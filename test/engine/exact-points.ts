/**
 * Points at which the exact values of functions are known, and how far computed ones are away.
 *
 * A line is the function, the bits of its arguments, the bits of the double nearest to the exact
 * value, and what that leaves, in units in the last place.
 */
import { DEFAULT_LIMITS } from "../../src/machine/limits.ts";
import { run } from "../../src/machine/run.ts";
import { verifiedProgram } from "../machine/tiers/programs.ts";
import { kernel } from "./kernel-under-test.ts";
import { bitsOf, fromBits } from "./reference.ts";

/** The largest error that each function may have, in units in the last place. */
export const BOUNDS: Readonly<Record<string, number>> = {
  sin: 1,
  cos: 1,
  exp: 1,
  log: 1,
  pow: 1,
  sin_cycles: 1.5,
  cos_cycles: 1.5,
  tan: 2,
  asin: 2,
  acos: 2,
  atan: 2,
  atan2: 2,
  expm1: 2,
  log1p: 2,
  log2: 2,
  log10: 2,
  sinh: 2,
  cosh: 2,
  tanh: 2,
  cbrt: 2,
  hypot: 2,
  erf: 2,
  erfc: 2,
  gamma: 2,
  log_gamma: 2,
};

export type ExactPoint = {
  readonly line: string;
  readonly name: string;
  readonly operands: readonly number[];
  readonly nearest: number;
  readonly rest: number;
};

const fromHex = (digits: string): number => fromBits(BigInt(`0x${digits}`));

export function exactPoints(text: string): ExactPoint[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => {
      const words = line.split(" ");
      const [nearest, ...operands] = words.slice(1, -1).toReversed().map(fromHex);
      const rest = Number(words.at(-1));
      return { line, name: words[0], operands: operands.toReversed(), nearest, rest };
    });
}

/** Values of a function at many points: a kernel's, or one of the library by a program. */
function valuesOf(name: string, points: readonly ExactPoint[]): number[] {
  const known = kernel[name];
  if (known !== undefined) return points.map(({ operands }) => known(...operands));
  const shown = points.map(({ operands: [x] }) => (Number.isInteger(x) ? x.toFixed(1) : String(x)));
  const list = shown.map((each) => `    ${each},\n`).join("");
  const text = `fn main() {\n  for x in [\n${list}  ] { print "{${name}(x)}" }\n}\n`;
  const { log } = run(verifiedProgram(text), {
    parameters: [],
    limits: DEFAULT_LIMITS,
    tier: "wasm",
  });
  return log.map(Number);
}

/** How far a value is away from the exact one. */
function errorOf(value: number, { nearest, rest }: ExactPoint): number {
  if (value === nearest) return Math.abs(rest);
  if (!Number.isFinite(value)) return Infinity;
  const bits = bitsOf(Math.abs(nearest));
  // below a power of two the exact value has the smaller unit
  const isBelow = (bits & 0xfffffffffffffn) === 0n && rest * nearest < 0;
  const exponent = Number(bits >> 52n) - (isBelow ? 1 : 0);
  const unit = 2 ** (Math.max(exponent, 1) - 1075);
  return Math.abs((value - nearest) / unit - rest);
}

/** Every point with its error, by function, the worst one first. */
export function measured(
  points: readonly ExactPoint[],
): Map<string, { point: ExactPoint; error: number }[]> {
  const found = new Map<string, { point: ExactPoint; error: number }[]>();
  for (const [name, group] of Map.groupBy(points, (point) => point.name)) {
    const values = valuesOf(name, group);
    const errors = group.map((point, index) => ({ point, error: errorOf(values[index], point) }));
    found.set(
      name,
      errors.toSorted((a, b) => b.error - a.error),
    );
  }
  return found;
}

/** A table of the largest errors: function, error, bound, arguments. */
export function accuracyTable(found: ReturnType<typeof measured>): string {
  const rows = [...found].map(([name, [{ point, error }]]) => {
    const shown = point.operands.map(String).join(", ");
    const bound = String(BOUNDS[name]).padStart(4);
    return `${name.padEnd(11)} ${error.toFixed(3).padStart(6)}  of ${bound}   at ${shown}\n`;
  });
  return rows.join("");
}
