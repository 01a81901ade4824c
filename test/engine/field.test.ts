/**
 * Quaternion fields: the twin bit for bit, slices and splits that cannot be seen, phases against
 * exact arithmetic and lengths after a million steps, refusals.
 */
import { describe, expect, test } from "vitest";
import { bitsOfAll, floatsAt, FREE, kernel, testNumbers } from "./kernel-under-test.ts";
import { bitsOf } from "./reference.ts";
import { evolveSite } from "./twin/field.ts";
import type { Site } from "./twin/field.ts";

const { unit } = testNumbers("field", 1843);
const ROOM = 131_072;
const AT = {
  phases: FREE,
  frequencies: FREE + ROOM,
  amplitudes: FREE + 2 * ROOM,
  values: FREE + 3 * ROOM,
  area: FREE + 4 * ROOM,
};
const AXIS = [2 / 7, -3 / 7, 6 / 7];

function sites(n: number, width: number): readonly Site[] {
  const part = (): number => unit() - 0.5;
  return Array.from({ length: n }, () => ({
    amplitude: [part(), part(), part(), part()],
    phase: unit() - 0.5,
    frequency: part() * width,
  }));
}

function place(field: readonly Site[]): void {
  const n = field.length;
  floatsAt(AT.phases, n).set(field.map((site) => site.phase));
  floatsAt(AT.frequencies, n).set(field.map((site) => site.frequency));
  const planes = [0, 1, 2, 3].flatMap((k) => field.map((site) => site.amplitude[k]));
  floatsAt(AT.amplitudes, 4 * n).set(planes);
  // what lies behind must not be touched
  floatsAt(AT.phases, n + 1)[n] = 777;
  floatsAt(AT.values, 4 * n + 1)[4 * n] = 777;
}

function evolve(n: number, dt: number, first: number, count: number): number {
  const { amplitudes, phases, frequencies, values, area } = AT;
  const [x, y, z] = AXIS;
  return kernel["evolve_field"](
    amplitudes,
    phases,
    frequencies,
    values,
    n,
    x,
    y,
    z,
    dt,
    first,
    count,
    area,
  );
}

/** Bits of phases and values in the kernel's memory. */
function seen(n: number): string[] {
  expect([floatsAt(AT.phases, n + 1)[n], floatsAt(AT.values, 4 * n + 1)[4 * n]]).toEqual([
    777, 777,
  ]);
  return bitsOfAll([...floatsAt(AT.phases, n), ...floatsAt(AT.values, 4 * n)]);
}

test.each([1, 2, 3, 8, 255, 256, 257, 700])("%d sites equal the twin bit for bit", (n) => {
  for (const steps of [1, 255, 256, 600]) {
    const field = sites(n, 40);
    place(field);
    expect(evolve(n, 0.05, 0, steps)).toBe(0);
    const twin = field.map((site) => evolveSite(site, AXIS, 0.05, steps));
    const values = [0, 1, 2, 3].flatMap((k) => twin.map(({ value }) => value[k]));
    expect(seen(n)).toEqual(bitsOfAll([...twin.map(({ phase }) => phase), ...values]));
  }
});

describe("how a run is cut cannot be seen", () => {
  const field = sites(301, 5);
  const cut = (pieces: readonly (readonly [first: number, count: number])[]): string[] => {
    place(field);
    for (const [first, count] of pieces) expect(evolve(301, 0.02, first, count)).toBe(0);
    return seen(301);
  };
  const once = cut([[0, 768]]);

  test("slices of a call", () => {
    const slices = [
      [0, 100],
      [100, 156],
      [256, 1],
      [257, 511],
    ] as const;
    expect(cut(slices)).toEqual(once);
  });
  test("calls of multiples of 256 steps", () => {
    expect(
      cut([
        [0, 512],
        [0, 256],
      ]),
    ).toEqual(once);
  });
});

/** A double as an integer over 2^1100. */
function exactly(x: number): bigint {
  const bits = bitsOf(Math.abs(x));
  const exponent = bits >> 52n;
  const fraction = bits & 0xfffffffffffffn;
  const size = exponent === 0n ? fraction << 26n : (fraction | (1n << 52n)) << (exponent + 25n);
  return x < 0 ? -size : size;
}

test("after a million steps phases are right to 1e-12 cycles, and lengths to 1e-12", () => {
  const field = sites(40, 60).map((site, k) => ({
    ...site,
    frequency: site.frequency / 3 ** (k % 9),
  }));
  const dt = 0.01;
  const steps = 1_000_000;
  place(field);
  expect(evolve(40, dt, 0, steps)).toBe(0);
  const phases = [...floatsAt(AT.phases, 40)];
  const values = [...floatsAt(AT.values, 160)];
  // Everything in units of 2^-2200 cycles.
  const cycle = 1n << 2200n;
  for (const [i, { phase, frequency, amplitude }] of field.entries()) {
    const way = exactly(frequency) * exactly(dt) * BigInt(steps);
    const away = (exactly(phases[i]) - exactly(phase)) * (1n << 1100n) - way;
    const rest = BigInt.asIntN(2200, away);
    expect(Math.abs(Number((rest << 60n) / cycle) / 2 ** 60)).toBeLessThan(1e-12);
    // ψ = a·(cos + u·sin) of the very phase, so that both lengths and directions are known.
    const twin = evolveSite({ amplitude, phase: phases[i], frequency }, AXIS, dt, 0);
    const parts = twin.value.map((part, k) => Math.abs(part - values[k * 40 + i]));
    expect(Math.max(...parts)).toBeLessThan(1e-12);
    const value = [0, 1, 2, 3].map((k) => values[k * 40 + i]);
    expect(Math.abs(Math.hypot(...value) / Math.hypot(...amplitude) - 1)).toBeLessThan(1e-12);
  }
});

test("what is out of range is refused and nothing is changed", () => {
  const field = sites(4, 1);
  const refused = (change: Partial<Site>, dt = 0.01): number => {
    place([...field.slice(0, 3), { ...field[3], ...change }]);
    floatsAt(AT.values, 16).fill(5);
    const before = seen(4);
    const status = evolve(4, dt, 0, 3);
    expect(seen(4)).toEqual(before);
    return status;
  };
  expect(refused({ frequency: Infinity })).toBe(1);
  expect(refused({ frequency: Number.NaN })).toBe(1);
  expect(refused({ frequency: 1e13 })).toBe(1);
  expect(refused({}, Number.NaN)).toBe(1);
  expect(refused({ phase: 0.5 })).toBe(2);
  expect(refused({ phase: Number.NaN })).toBe(2);
});

test("no sites, and no steps", () => {
  expect(evolve(0, 0.01, 0, 9)).toBe(0);
  const field = sites(3, 1);
  place(field);
  floatsAt(AT.values, 12).fill(5);
  expect(evolve(3, 0.01, 0, 0)).toBe(0);
  const { phases, values } = AT;
  expect([...floatsAt(phases, 3)]).toEqual(field.map((site) => site.phase));
  expect([...floatsAt(values, 12)]).toEqual(Array.from({ length: 12 }, () => 5));
});
