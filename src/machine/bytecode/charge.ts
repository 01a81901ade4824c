/**
 * The charge of a region: the fuel of its dearest path.
 *
 * A function's outermost region is its body outside of loops and is paid at `enter`; every loop
 * body is a region of its own, paid at `loop` and at every back-edge. A `loop` instruction itself
 * costs in the region around it, and a break out of a loop goes on in that region at its cost at
 * the loop.
 * Not here: what one instruction costs (instructions/, machine/primitives).
 */

import { entryOf, type Flow, type Instruction } from "./instruction.ts";
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
  isIf: boolean;
  isLoop: boolean;
  /** Where the code goes on after `end`. */
  region: Region;
  costAtOpen: number;
  /** The dearest way to the `end` so far, or DEAD. */
  dearestExit: number;
  hasElse: boolean;
}

/** The cost of a place that no path reaches. */
const DEAD = -1;

/** The fuel one instruction adds to its region, a primitive's own included. */
export function fuelOf(instruction: Instruction): number {
  const { fuel } = entryOf(instruction.op);
  return instruction.op === "primitive" ? fuel + fuelOfPrimitive(instruction.primitive) : fuel;
}

function fuelOfPrimitive(id: number): number {
  return primitiveSignature(id)?.fuel ?? 0;
}

/** What {@link Charging} asks of an instruction: any operands, told by their names. */
interface Charged {
  readonly op: string;
  readonly label?: unknown;
  readonly primitive?: unknown;
}

/**
 * The charges of one function after the other, worked out while the instructions go by.
 *
 * The code must be well structured. Cost: linear in the instructions.
 */
export class Charging {
  /** The open ones, the innermost last, and behind them what the next ones are written to. */
  private readonly structures: Structure[] = [];
  private depth = 0;
  private regions: Region[] = [];
  private region: Region = { payer: 0, dearest: 0, costAtLoop: 0 };
  private cost = 0;

  /**
   * The next instruction of the function.
   *
   * @param index where it stands in the code
   * @param flow and fuel: what its entry says
   */
  add(instruction: Charged, index: number, flow: Flow, fuel: number): void {
    if (this.cost !== DEAD) {
      this.cost += fuel;
      if (instruction.op === "primitive") {
        this.cost += fuelOfPrimitive(instruction.primitive as number);
      }
      if (this.cost > this.region.dearest) this.region.dearest = this.cost;
    }
    if (flow === "next") return;
    if (flow === "open") this.open(instruction.op, index);
    else if (flow === "else") this.otherwise();
    else if (flow === "end") this.end();
    else {
      if (instruction.op === "break") {
        this.exit(this.structures[this.depth - 1 - (instruction.label as number)]);
      }
      this.cost = DEAD;
    }
  }

  /** The charge of every region, with the index of the instruction that pays it, once each. */
  finish(pay: (payer: number, charge: number) => void): void {
    // a loop with nothing in it must end too
    pay(0, Math.max(this.region.dearest, 1));
    for (const { payer, dearest } of this.regions) pay(payer, Math.max(dearest, 1));
    this.regions = [];
    this.region = { payer: 0, dearest: 0, costAtLoop: 0 };
    this.cost = 0;
  }

  private open(op: string, index: number): void {
    const { region, cost } = this;
    const isLoop = op === "loop";
    const isIf = !isLoop && op !== "block";
    if (this.depth === this.structures.length) {
      const dearestExit = DEAD;
      this.structures.push({ isIf, isLoop, region, costAtOpen: cost, dearestExit, hasElse: false });
    } else {
      const structure = this.structures[this.depth];
      structure.isIf = isIf;
      structure.isLoop = isLoop;
      structure.region = region;
      structure.costAtOpen = cost;
      structure.dearestExit = DEAD;
      structure.hasElse = false;
    }
    this.depth += 1;
    if (!isLoop) return;
    this.region.costAtLoop = this.cost;
    this.region = { payer: index, dearest: 0, costAtLoop: 0 };
    this.regions.push(this.region);
    this.cost = 0;
  }

  private otherwise(): void {
    const structure = this.structures[this.depth - 1];
    if (this.cost !== DEAD) this.exit(structure);
    structure.hasElse = true;
    this.cost = structure.costAtOpen;
  }

  private end(): void {
    this.depth -= 1;
    const structure = this.structures[this.depth];
    if (structure.isLoop) this.region = structure.region;
    else if (this.cost !== DEAD) this.exit(structure);
    const skipped = structure.isIf && !structure.hasElse ? structure.costAtOpen : DEAD;
    this.cost = Math.max(structure.dearestExit, skipped);
  }

  /** Control goes to the end of a structure. */
  private exit(structure: Structure): void {
    const outside = structure.region === this.region ? this.cost : structure.region.costAtLoop;
    if (outside > structure.dearestExit) structure.dearestExit = outside;
  }
}

/** The charge of every region, with the index of the `enter` or `loop` that pays it. */
export function chargesOf(
  code: readonly Instruction[],
): readonly (readonly [payer: number, charge: number])[] {
  const charging = new Charging();
  for (let index = 0; index < code.length; index += 1) {
    const instruction = code[index];
    const { flow, fuel } = entryOf(instruction.op);
    charging.add(instruction, index, flow, fuel);
  }
  const charges: (readonly [number, number])[] = [];
  charging.finish((payer, charge) => charges.push([payer, charge]));
  return charges;
}
