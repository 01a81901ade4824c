/** Quaternion fields one site at a time, by the formulas of the kernel. */
import { wrap } from "./population.ts";
import { sincosCycles } from "./sincos.ts";
import type { Pair } from "./sincos.ts";

export type Quaternion = readonly [w: number, x: number, y: number, z: number];

/** One site: its amplitude, its phase in cycles, its frequency in Hz. */
export type Site = {
  readonly amplitude: Quaternion;
  readonly phase: number;
  readonly frequency: number;
};

/** A site after some steps of one call: its phase and its value. */
export type Evolved = { readonly phase: number; readonly value: Quaternion };

/** Hamilton's product with a pure quaternion. */
function timesAxis([a, b, c, d]: Quaternion, axis: readonly number[]): Quaternion {
  const [x, y, z] = axis;
  return [
    -(b * x + c * y + d * z),
    a * x + (c * z - d * y),
    a * y + (d * x - b * z),
    a * z + (b * y - c * x),
  ];
}

/** What the product of two numbers of ordinary size has rounded away. */
function roundedAway(a: number, b: number): number {
  const upper = (x: number): number => 134_217_729 * x - (134_217_729 * x - x);
  const [c, d] = [upper(a), upper(b)];
  return c * d - a * b + c * (b - d) + (a - c) * d + (a - c) * (b - d);
}

function rotated(p: Pair, rotor: Pair): Pair {
  const cos = p.cos * rotor.cos - p.sin * rotor.sin;
  const sin = p.cos * rotor.sin + p.sin * rotor.cos;
  const factor = (3 - (cos * cos + sin * sin)) * 0.5;
  return { cos: cos * factor, sin: sin * factor };
}

/** A site `steps` steps of `dt` later, about a unit axis. */
export function evolveSite(
  site: Site,
  axis: readonly number[],
  dt: number,
  steps: number,
): Evolved {
  const { amplitude, frequency } = site;
  const way = frequency * dt - Math.round(frequency * dt);
  const upper = way + 192 - 192;
  const lower = way - upper + roundedAway(frequency, dt);
  const rotor = sincosCycles(way);
  const turned = timesAxis(amplitude, axis);
  let anchor = site.phase;
  const after = (count: number): number => {
    return wrap(anchor + (wrap(count * upper).phase + count * lower)).phase;
  };
  let phasor = sincosCycles(anchor);
  for (let step = 1; step <= steps; step += 1) {
    phasor = rotated(phasor, rotor);
    if (step % 256 === 0) {
      anchor = after(256);
      phasor = sincosCycles(anchor);
    }
  }
  const part = (k: number): number => amplitude[k] * phasor.cos + turned[k] * phasor.sin;
  return { phase: after(steps % 256), value: [part(0), part(1), part(2), part(3)] };
}
