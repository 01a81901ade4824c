/**
 * The stack of a walk over a value, as long as the value nests: its first frames have room of their
 * own, further ones lie in pieces on the heap.
 *
 * A frame is 16 bytes for the walk to use. One walk at a time. A piece costs what its allocation
 * does. Pieces stay until the walk ends, so that going to and fro at the end of one costs nothing.
 */
import { allocate, release } from "./allocator";
import { WALK_END, WALK_FIRST, WALK_PIECE, WALK_START, WALK_TOP } from "./cells";
import { outputBuffer, walkStack } from "./descriptor";

export const FRAME: usize = 16;
/** The first frame's room of a piece holds the addresses of the pieces before and behind it. */
const PIECE_BYTES: usize = 4096;

/** Starts with an empty stack. */
export function beginWalk(): void {
  store<u32>(WALK_FIRST, 0);
  enterRoom();
}

/** The room that is no piece. */
function enterRoom(): void {
  const start = walkStack();
  store<u32>(WALK_PIECE, 0);
  store<u32>(WALK_START, <u32>start);
  store<u32>(WALK_TOP, <u32>start);
  store<u32>(WALK_END, <u32>outputBuffer());
}

function enterPiece(piece: usize): void {
  store<u32>(WALK_PIECE, <u32>piece);
  store<u32>(WALK_START, <u32>(piece + FRAME));
  store<u32>(WALK_TOP, <u32>(piece + FRAME));
  store<u32>(WALK_END, <u32>(piece + PIECE_BYTES));
}

/** Goes to the piece behind the present one, which is new when the walk has not been there. */
function goFurther(): void {
  const present = <usize>load<u32>(WALK_PIECE);
  const link = present ? present + 4 : WALK_FIRST;
  let next = <usize>load<u32>(link);
  if (!next) {
    next = allocate(PIECE_BYTES);
    store<u32>(next, <u32>present);
    store<u32>(next, 0, 4);
    store<u32>(link, <u32>next);
  }
  enterPiece(next);
}

/** Goes to the full piece before the present one. */
function goBack(): void {
  const before = <usize>load<u32>(<usize>load<u32>(WALK_PIECE));
  if (before) enterPiece(before);
  else enterRoom();
  store<u32>(WALK_TOP, load<u32>(WALK_END));
}

/** A new frame, which the caller fills. Traps: fuel, memory. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function pushFrame(): usize {
  if (load<u32>(WALK_TOP) == load<u32>(WALK_END)) goFurther();
  const frame = <usize>load<u32>(WALK_TOP);
  store<u32>(WALK_TOP, <u32>(frame + FRAME));
  return frame;
}

/** Takes the last frame, which can be read until the next push; 0 when there is none. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function popFrame(): usize {
  if (load<u32>(WALK_TOP) == load<u32>(WALK_START)) {
    if (!load<u32>(WALK_PIECE)) return 0;
    goBack();
  }
  const frame = <usize>load<u32>(WALK_TOP) - FRAME;
  store<u32>(WALK_TOP, <u32>frame);
  return frame;
}

/** Gives back the pieces. A walk that traps does not: its region is discarded. */
export function endWalk(): void {
  let piece = <usize>load<u32>(WALK_FIRST);
  while (piece) {
    const next = <usize>load<u32>(piece, 4);
    release(piece, PIECE_BYTES);
    piece = next;
  }
}
