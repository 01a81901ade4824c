/**
 * Marks: stores by which an emitted program tells another thread where it is, for profiles. They
 * stand where another line begins, so a loop of few lines is slowed down little, and decide
 * nothing of the run.
 *
 * In memory, from an address that is nobody else's: the number of the last mark, u32 (0 before the
 * program has begun); the depth that is left to the innermost frame, i32; then, as far behind as
 * the depth that a frame has given to its callee, the number of the mark of that call, u32. No two
 * frames give the same, since each costs 64 at least.
 * Not here: who reads them (machine/sampling.ts).
 */

import { entryOf } from "../bytecode/instruction.ts";
import type { ByteBuffer } from "./byte-buffer.ts";
import type { ExpandedCode, Frame } from "./inline.ts";
import { createWriter } from "./writer.ts";

/** Bytes from the address of the marks to the depth that is left, and to the marks of calls. */
export const DEPTH_OFFSET = 4;
export const CALLS_OFFSET = 8;

export interface MarkOptions {
  /** Where the marks are in memory: a multiple of 4. */
  readonly address: number;
  /** For each site, a number that differs where places are to be told apart. */
  readonly lines: Int32Array;
}

/** What the number of a mark, from 1, stands for. */
export interface Mark {
  /** The function as it was emitted. */
  readonly functionIndex: number;
  /** The site, and those of the replaced calls around it, innermost first. */
  readonly sites: readonly number[];
  /** What its frame costs of the depth, and what the replaced calls around the site do. */
  readonly cost: number;
  readonly replacedCost: number;
  /** The function that is called here; null where none is. */
  readonly callee: number | null;
}

/** Writes the marks of one function. */
export interface Marker {
  before(index: number): void;
  after(index: number): void;
}

function sitesOf(site: number, frame: Frame | null): readonly number[] {
  const sites = [site];
  for (let each = frame; each !== null; each = each.outer) sites.push(each.callSite);
  return sites;
}

/** @param marks where new ones are appended */
export function createMarker(
  { address, lines }: MarkOptions,
  marks: Mark[],
  functionIndex: number,
  owner: ExpandedCode,
  buffer: ByteBuffer,
): Marker {
  const writer = createWriter(buffer);
  writer.begin(owner);
  const { sites, frames, code, cost } = owner;
  /** The instruction that was marked last on every way here; -1 where ways meet. */
  let marked = -1;
  const numberOf = (index: number, callee: number | null): number => {
    const [site, frame] = [sites[index], frames[index]];
    const replacedCost = frame?.cost ?? 0;
    return marks.push({ functionIndex, sites: sitesOf(site, frame), cost, replacedCost, callee });
  };
  const isMarked = (index: number): boolean =>
    marked !== -1 &&
    lines[sites[marked]] === lines[sites[index]] &&
    frames[marked] === frames[index];
  const mark = (index: number): void => {
    writer.i32(0);
    writer.i32(numberOf(index, null));
    writer.access("i32.store", address);
    marked = index;
  };
  const markDepth = (): void => {
    writer.i32(0);
    writer.with("local.get", writer.depthLocal);
    writer.access("i32.store", address + DEPTH_OFFSET);
  };
  const markCall = (index: number, callee: number): void => {
    writer.with("local.get", writer.depthLocal);
    writer.i32(frames[index]?.cost ?? 0);
    writer.op("i32.sub");
    writer.i32(numberOf(index, callee));
    writer.access("i32.store", address + CALLS_OFFSET);
  };
  return {
    before(index) {
      const instruction = code[index];
      const { op } = instruction;
      // these do nothing themselves, but for the charge of a loop
      if (op === "enter" || op === "block" || op === "else" || op === "end") return;
      if (!isMarked(index)) mark(index);
      if (op === "call") markCall(index, instruction.function);
    },
    after(index) {
      const { op } = code[index];
      if (op === "call" || (op === "enter" && frames[index] === null)) {
        markDepth();
        mark(index);
      }
      // ways meet at the beginning of a turn, and behind parts
      const { flow } = entryOf(op);
      if (op === "loop" || flow === "else" || flow === "end" || flow === "leave") marked = -1;
    },
  };
}
