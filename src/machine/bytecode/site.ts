/**
 * Sites: every instruction of a module numbered in order, which is how both tiers name the place of
 * a trap.
 */

import type { Module } from "./module.ts";

export interface Place {
  readonly functionIndex: number;
  readonly instructionIndex: number;
}

/** Open calls that the stack of a trap tells, innermost first. */
export const STACK_PLACES = 64;

/** The site of each function's first instruction. */
export function siteBases(module: Module): readonly number[] {
  const bases: number[] = [];
  let next = 0;
  for (const { code } of module.functions) {
    bases.push(next);
    next += code.length;
  }
  return bases;
}

/** The place of a site. Cost: logarithmic in the number of functions. */
export function placeOf(bases: readonly number[], site: number): Place {
  let low = 0;
  let high = bases.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (bases[middle] <= site) low = middle;
    else high = middle;
  }
  return { functionIndex: low, instructionIndex: site - bases[low] };
}
