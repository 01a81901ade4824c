/**
 * What an object holds, to walk through it in order: the elements of a list, the keys and values of
 * a map in turns, the slots of the others.
 */
import {
  elementShift,
  elementType,
  KIND_LIST,
  KIND_MAP,
  slotCount,
  slotType,
} from "./descriptor";
import { DATA, lengthOf, SLOTS, typeOf } from "./layout";

/** The list in which child `index` of a map lies: keys and values take turns. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function mapList(map: usize, index: u32): usize {
  return <usize>load<u32>(map + SLOTS + (<usize>(index & 1) << 3));
}

/** How many children there are. */
export function childCount(object: usize, type: u32, kind: u32): u32 {
  if (kind == KIND_LIST) return lengthOf(object);
  return kind == KIND_MAP ? lengthOf(mapList(object, 0)) << 1 : slotCount(type);
}

/** The type of child `index`. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function childType(object: usize, type: u32, kind: u32, index: u32): u32 {
  if (kind == KIND_LIST) return elementType(type);
  return kind == KIND_MAP ? elementType(typeOf(mapList(object, index))) : slotType(type, index);
}

/** Where child `index` lies. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function childAddress(object: usize, kind: u32, childKind: u32, index: u32): usize {
  if (kind == KIND_MAP) {
    object = mapList(object, index);
    index >>= 1;
  } else if (kind != KIND_LIST) return object + SLOTS + (<usize>index << 3);
  return object + DATA + (<usize>index << <usize>elementShift(childKind));
}
