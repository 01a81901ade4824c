/** Round numbers along an axis: 0, 0.2, 0.4, … */

import { numberText } from "./table.ts";

/** A stretch of numbers, `from` below `to`. */
export interface Scale {
  readonly from: number;
  readonly to: number;
}

export interface Tick {
  readonly value: number;
  readonly text: string;
}

/** Steps between ticks, times powers of ten; people count in these. */
const STEPS = [1, 2, 2.5, 5, 10];

/**
 * Ticks inside a scale at multiples of a round step.
 *
 * @param most how many there may be, at least 2
 */
export function ticksOf({ from, to }: Scale, most: number): readonly Tick[] {
  const step = roundStep(to - from, most);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  const digits = decimalsOf(step);
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const value = (first + index) * step;
    return { value, text: tickText(value, step, digits) };
  });
}

/** The scale widened to multiples of a round step. */
export function roundedScale({ from, to }: Scale, most: number): Scale {
  const step = roundStep(to - from, most);
  return {
    from: Math.floor(from / step + 1e-9) * step,
    to: Math.ceil(to / step - 1e-9) * step,
  };
}

/** The smallest round step of which `length` holds fewer than `most`. */
function roundStep(length: number, most: number): number {
  const rough = length / (most - 1);
  const power = 10 ** Math.floor(Math.log10(rough));
  return power * (STEPS.find((step) => step * power >= rough * (1 - 1e-9)) ?? 10);
}

/** Digits behind the point that a step needs; null where numbers need an exponent. */
function decimalsOf(step: number): number | null {
  if (step < 1e-6 || step >= 1e7) return null;
  for (let digits = 0; digits <= 8; digits += 1) {
    const scaled = step * 10 ** digits;
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6 * scaled) return digits;
  }
  return null;
}

function tickText(value: number, step: number, digits: number | null): string {
  if (Math.abs(value) < step * 1e-6) return "0";
  return digits === null || Math.abs(value) >= 1e7 ? numberText(value) : value.toFixed(digits);
}
