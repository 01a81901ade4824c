/**
 * Arithmetic of Complex and Quaternion numbers in constants: the operations of the prelude's
 * functions of these names, in their order, so that a constant has the bits that a run would give.
 */

/** The parts of a number, the real one first; a Float has one. */
type Parts = readonly number[];

type Operation = (a: Parts, b: Parts) => Parts;

/** What goes part by part, of numbers of either kind. */
const BY_PARTS: Readonly<Record<string, Operation>> = {
  plus: (a, b) => a.map((part, index) => part + b[index]),
  minus: (a, b) => a.map((part, index) => part - b[index]),
  plus_real: ([real, ...others], [x]) => [real + x, ...others],
  minus_real: ([real, ...others], [x]) => [real - x, ...others],
  from_real: ([real, ...others], [x]) => [x - real, ...others.map((part) => -part)],
  scaled: (a, [x]) => a.map((part) => part * x),
  over_real: (a, [x]) => a.map((part) => part / x),
  negated: (a) => a.map((part) => -part),
};

const PRODUCTS: Readonly<Record<string, Readonly<Record<string, Operation>>>> = {
  Complex: {
    times: ([a, b], [c, d]) => [a * c - b * d, a * d + b * c],
    over: complexQuotient,
    under_real: (z, [x]) => complexQuotient([x, 0], z),
  },
  Quaternion: {
    times: hamiltonProduct,
    over: (a, b) => hamiltonProduct(a, inverse(b)),
    under_real: (q, [x]) => BY_PARTS.scaled(inverse(q), [x]),
  },
};

/**
 * The parts of what a function of these numbers gives, such as `Complex.times`, or of one that is
 * made of parts; null for functions that no operator stands for.
 */
export function evaluateAlgebra(name: string, given: readonly Parts[]): Parts | null {
  const [kind, operator] = name.split(".");
  if (!Object.hasOwn(PRODUCTS, kind)) return null;
  if (operator === undefined) return given.flat();
  if (operator === "raised") return raised(kind, given[0], given[1][0]);
  const known = Object.hasOwn(BY_PARTS, operator) ? BY_PARTS : PRODUCTS[kind];
  return Object.hasOwn(known, operator) ? known[operator](given[0], given[1]) : null;
}

function complexQuotient([a, b]: Parts, [c, d]: Parts): Parts {
  if (Math.abs(c) >= Math.abs(d)) {
    const ratio = d / c;
    const size = c + d * ratio;
    return [(a + b * ratio) / size, (b - a * ratio) / size];
  }
  const ratio = c / d;
  const size = c * ratio + d;
  return [(a * ratio + b) / size, (b * ratio - a) / size];
}

function hamiltonProduct(a: Parts, b: Parts): Parts {
  return [
    a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
    a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
    a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
    a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0],
  ];
}

function inverse([w, x, y, z]: Parts): Parts {
  const squared = w * w + x * x + y * y + z * z;
  return [w, -x, -y, -z].map((part) => part / squared);
}

/** Squares and products from the highest binary digit of the exponent down. */
function raised(kind: string, base: Parts, exponent: number): Parts {
  const { times, under_real: under } = PRODUCTS[kind];
  if (exponent < 0) return under(raised(kind, base, -exponent), [1]);
  if (exponent === 0) return base.map((_, index) => (index === 0 ? 1 : 0));
  let power = base;
  for (const digit of exponent.toString(2).slice(1)) {
    power = times(power, power);
    if (digit === "1") power = times(power, base);
  }
  return power;
}
