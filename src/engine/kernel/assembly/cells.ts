/**
 * The fixed cells below address 1024: fuel, results, and the runtime's own state.
 *
 * Not here: the cells that the tiers share (shared-layout.ts: the free lists from 512 on, too), the
 * objects of the heap (layout.ts).
 */
import { RESULT_CELLS } from "./shared-layout";

/** First address of the heap, u32. */
export const REGION_START: usize = 256;
/** End of the heap, u64: the next block that no free list gives starts here. */
export const BREAK: usize = 264;
/** The break may not pass this address, u64. */
export const BREAK_LIMIT: usize = 272;
/** Address of the type descriptors' header, u32. */
export const DESCRIPTORS: usize = 280;
/** Bytes of output that are left, i64. */
export const OUTPUT_LEFT: usize = 288;
/** Bytes that wait in the output buffer, u32. */
export const OUTPUT_FILL: usize = 296;
/** The output they belong to, i32. */
export const OUTPUT_INDEX: usize = 300;
/** The text being built, u32. */
export const BUILDER: usize = 304;
/** The present piece of the stack of a walk, and the first one, u32 each; 0 is none. */
export const WALK_PIECE: usize = 308;
export const WALK_FIRST: usize = 312;
/** Where the frames of the present piece start and end, and the last of them ends, u32 each. */
export const WALK_START: usize = 316;
export const WALK_END: usize = 320;
export const WALK_TOP: usize = 324;
/**
 * The present command of the team: its number, times 256, plus how many take part, u32. Then how
 * many threads wait for commands, how many of the members have come to the present meeting, how
 * many meetings there were, whether a member objects, and what is to be done, u32 each.
 */
export const TEAM_COMMAND: usize = 328;
export const TEAM_WAITING: usize = 332;
export const TEAM_ARRIVED: usize = 336;
export const TEAM_MEETINGS: usize = 340;
export const TEAM_OBJECTION: usize = 344;
export const TEAM_TASK: usize = 348;
/** First of sixteen operands of the present task, f64 each. */
export const TEAM_OPERANDS: usize = 352;

/** One result of several: a Float. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function storeFloatResult(index: usize, value: f64): void {
  store<f64>(RESULT_CELLS + (index << 3), value);
}

/** One result of several: a reference. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function storeReferenceResult(index: usize, value: usize): void {
  store<u32>(RESULT_CELLS + (index << 3), <u32>value);
}
