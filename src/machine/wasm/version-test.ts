/**
 * The test where a loop with two versions is entered: whether the faster one may run.
 *
 * Not here: which loops have one, and what is certain in it (version.ts).
 */

import { LIST_LENGTH, OBJECT_COUNT } from "../values/layout.ts";
import type { LoopVersion } from "./version.ts";
import type { Writer } from "./writer.ts";

/** Pushes what the counter is compared with. */
function pushLimit(writer: Writer, { limit }: LoopVersion): void {
  if ("constant" in limit) writer.i64(limit.constant);
  else writer.get(limit.register);
}

/**
 * Pushes whether the fuel is enough for each turn and for one that does not come to its end. The
 * charge of a turn is taken as the next power of two, since the product of turns and charge may be
 * more than 64 bits hold.
 */
function pushHasFuel(writer: Writer, version: LoopVersion): void {
  const shift = 32 - Math.clz32(version.charge - 1);
  const pushTurns = (): void => {
    writer.with("local.get", writer.fuelLocal);
    writer.i64(shift);
    writer.op("i64.shr_s");
  };
  pushTurns();
  pushLimit(writer, version);
  writer.get(version.counter);
  writer.op("i64.sub");
  // the turn of the limit itself, and one that does not come to its end
  writer.i64(2);
  writer.op("i64.add", "i64.ge_s");
  pushTurns();
  writer.i64(1);
  writer.op("i64.ge_s", "i32.and");
}

/** Pushes whether the faster version of a loop may run: it never traps. */
export function emitVersionTest(writer: Writer, version: LoopVersion): void {
  pushHasFuel(writer, version);
  if (version.depth > 0) {
    writer.with("local.get", writer.depthLocal);
    writer.i32(version.depth);
    writer.op("i32.ge_s", "i32.and");
  }
  if (version.isFromZero) {
    writer.get(version.counter);
    writer.i64(0);
    writer.op("i64.ge_s", "i32.and");
  }
  if (version.isBelow) {
    writer.get(version.counter);
    pushLimit(writer, version);
    writer.op("i64.le_s", "i32.and");
  }
  for (const list of version.long) {
    pushLimit(writer, version);
    writer.get(list);
    writer.access("i32.load", LIST_LENGTH);
    writer.op("i64.extend_i32_u", version.gap === 1 ? "i64.lt_s" : "i64.le_s", "i32.and");
  }
  for (const object of version.unique) {
    writer.get(object);
    writer.access("i32.load", OBJECT_COUNT);
    writer.i32(1);
    writer.op("i32.eq", "i32.and");
  }
}
