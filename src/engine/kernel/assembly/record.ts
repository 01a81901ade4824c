/** Records and boxed tuples: making them. Slots are read and written by the tiers themselves. */
import { allocate } from "./allocator";
import { slotCount } from "./descriptor";
import { SLOTS } from "./layout";
import { OBJECT_TYPE } from "./shared-layout";

/** A record of undefined slots: the caller stores them at once. Cost: its allocation. */
export function record_new(type: u32): usize {
  const record = allocate(SLOTS + (<u64>slotCount(type) << 3));
  store<u32>(record, 1);
  store<u32>(record, type, OBJECT_TYPE);
  return record;
}
