/**
 * Where things stand in an object, and how large its block is.
 *
 * Not here: the offsets themselves (shared-layout.ts).
 */
import { elementShift, elementType, KIND_LIST, KIND_STRING, kindOf, slotCount } from "./descriptor";
import {
  LIST_CAPACITY,
  LIST_DATA,
  LIST_LENGTH,
  OBJECT_COUNT,
  OBJECT_TYPE,
  RECORD_SLOTS,
} from "./shared-layout";

export { LIST_DATA as DATA, RECORD_SLOTS as SLOTS } from "./shared-layout";

// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function countOf(object: usize): u32 {
  return load<u32>(object, OBJECT_COUNT);
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function typeOf(object: usize): u32 {
  return load<u32>(object, OBJECT_TYPE);
}

/** Elements of a list, bytes of a string. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function lengthOf(object: usize): u32 {
  return load<u32>(object, LIST_LENGTH);
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function capacityOf(object: usize): u32 {
  return load<u32>(object, LIST_CAPACITY);
}

/** Bytes that the object was allocated for, or another number of the same class. */
export function sizeOf(object: usize): u64 {
  const type = typeOf(object);
  const kind = kindOf(type);
  if (kind == KIND_STRING) return LIST_DATA + <u64>capacityOf(object);
  if (kind != KIND_LIST) return RECORD_SLOTS + (<u64>slotCount(type) << 3);
  return LIST_DATA + (<u64>capacityOf(object) << elementShift(kindOf(elementType(type))));
}
