/**
 * Where things stand in an object, and how large its block is.
 *
 * List: +0 count · +4 type · +8 length · +12 capacity · +16 elements. String: the same in bytes of
 * UTF-8. Record and boxed tuple: +0 count · +4 type · +8 + 8·slot.
 */
import { elementShift, elementType, KIND_LIST, KIND_STRING, kindOf, slotCount } from "./descriptor";

export const DATA: usize = 16;
export const SLOTS: usize = 8;

// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function countOf(object: usize): u32 {
  return load<u32>(object);
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function typeOf(object: usize): u32 {
  return load<u32>(object, 4);
}

/** Elements of a list, bytes of a string. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function lengthOf(object: usize): u32 {
  return load<u32>(object, 8);
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function capacityOf(object: usize): u32 {
  return load<u32>(object, 12);
}

/** Bytes that the object was allocated for, or another number of the same class. */
export function sizeOf(object: usize): u64 {
  const type = typeOf(object);
  const kind = kindOf(type);
  if (kind == KIND_STRING) return DATA + <u64>capacityOf(object);
  if (kind != KIND_LIST) return SLOTS + (<u64>slotCount(type) << 3);
  return DATA + (<u64>capacityOf(object) << elementShift(kindOf(elementType(type))));
}
