/**
 * The charge of a region: the fuel of its dearest path.
 *
 * A function's outermost region is its body outside of loops and is paid at `enter`; every loop
 * body is a region of its own, paid at `loop` and at every back-edge. A `loop` instruction itself
 * costs in the region around it, and a break out of a loop goes on in that region at its cost at
 * the loop.
 * Not here: what one instruction costs (instructions/, machine/primitives).
 */

import { entryOf, type Instruction } from "./instruction.ts";
import { primitiveSignature } from "./primitive-signature.ts";

/** One region while its code is walked. */
interface Region {
  /** Index of the instruction that pays. */
  readonly payer: number;
  dearest: number;
  /** Cost in this region at the loop inside it that is being walked. */
  costAtLoop: number;
}

interface Structure {
  readonly isIf: boolean;
  readonly isLoop: boolean;
  /** Where the code goes on after `end`. */
  readonly region: Region;
  readonly costAtOpen: number;
  /** The dearest way to the `end` so far, or DEAD. */
  dearestExit: number;
  hasElse: boolean;
}

/** The cost of a place that no path reaches. */
const DEAD = -1;

/** The fuel one instruction adds to its region, a primitive's own included. */
export function fuelOf(instruction: Instruction): number {
  const { fuel } = entryOf(instruction.op);
  return instruction.op === "primitive"
    ? fuel + (primitiveSignature(instruction.primitive)?.fuel ?? 0)
    : fuel;
}

/**
 * The charge of every region, with the index of the `enter` or `loop` that pays it.
 *
 * The code must be well structured. Cost: linear in the instructions.
 */
export function chargesOf(
  code: readonly Instruction[],
): readonly (readonly [payer: number, charge: number])[] {
  const structures: Structure[] = [];
  const regions: Region[] = [{ payer: 0, dearest: 0, costAtLoop: 0 }];
  let region = regions[0];
  let cost = 0;
  const exit = (structure: Structure) => {
    const outside = structure.region === region ? cost : structure.region.costAtLoop;
    structure.dearestExit = Math.max(structure.dearestExit, outside);
  };
  for (let index = 0; index < code.length; index += 1) {
    const instruction = code[index];
    const { flow, fuel } = entryOf(instruction.op);
    if (cost !== DEAD) {
      cost += instruction.op === "primitive" ? fuelOf(instruction) : fuel;
      if (cost > region.dearest) region.dearest = cost;
    }
    if (flow === "open") {
      const isLoop = instruction.op === "loop";
      structures.push({
        isIf: !isLoop && instruction.op !== "block",
        isLoop,
        region,
        costAtOpen: cost,
        dearestExit: DEAD,
        hasElse: false,
      });
      if (isLoop) {
        region.costAtLoop = cost;
        region = { payer: index, dearest: 0, costAtLoop: 0 };
        regions.push(region);
        cost = 0;
      }
    } else if (flow === "else") {
      const structure = structures[structures.length - 1];
      if (cost !== DEAD) exit(structure);
      structure.hasElse = true;
      cost = structure.costAtOpen;
    } else if (flow === "end") {
      const structure = structures.pop()!;
      if (structure.isLoop) region = structure.region;
      else if (cost !== DEAD) exit(structure);
      const skipped = structure.isIf && !structure.hasElse ? structure.costAtOpen : DEAD;
      cost = Math.max(structure.dearestExit, skipped);
    } else if (flow === "leave") {
      if (instruction.op === "break") exit(structures[structures.length - 1 - instruction.label]);
      cost = DEAD;
    }
  }
  // a loop with nothing in it must end too
  return regions.map(({ payer, dearest }) => [payer, Math.max(dearest, 1)]);
}
