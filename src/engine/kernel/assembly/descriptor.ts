/**
 * The types of the running program as the runtime sees them, written by
 * src/machine/values/descriptors.ts.
 *
 * Header, u32 each: +0 how many types · +4 String · +8 List[Float] · +12 List[Int] · +16
 * List[String] (indices) · +20 walk stack · +24 output buffer (addresses) · +32 the first
 * descriptor. Descriptor, 16 bytes: +0 kind u32 · +4 element type of a list, or how many slots · +8
 * address of the slots · +12 address of a record's name, 0 when it is shown as a sum. A slot is the
 * type u32 and the address of the field's name u32; a name is its length in bytes u32 and its
 * UTF-8. Before the slots of a case: the number of the case u32, and 1 u32 when its slots have no
 * names.
 */
import { DESCRIPTORS } from "./cells";

export const KIND_INT: u32 = 0;
export const KIND_FLOAT: u32 = 1;
export const KIND_BOOL: u32 = 2;
/** From here on kinds are references. */
export const KIND_STRING: u32 = 3;
export const KIND_LIST: u32 = 4;
export const KIND_TUPLE: u32 = 5;
export const KIND_RECORD: u32 = 6;
/** An enum; its objects have the type of their case. */
export const KIND_ENUM: u32 = 7;
/** What one case of an enum carries. */
export const KIND_CASE: u32 = 8;
/** A map: slots for its keys, its values and its table. */
export const KIND_MAP: u32 = 9;

const HEADER_BYTES: usize = 32;
/** Bytes from a descriptor to how many slots there are, and to their address. */
export const DESCRIPTOR_COUNT: usize = 4;
export const DESCRIPTOR_SLOTS: usize = 8;

// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function descriptorOf(type: u32): usize {
  return <usize>load<u32>(DESCRIPTORS) + HEADER_BYTES + (<usize>type << 4);
}

// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function kindOf(type: u32): u32 {
  return load<u32>(descriptorOf(type));
}

/** Type of the elements of a list type. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function elementType(type: u32): u32 {
  return load<u32>(descriptorOf(type), 4);
}

/** How many slots a record or tuple type has. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function slotCount(type: u32): u32 {
  return load<u32>(descriptorOf(type), 4);
}

/** How many slots there are to see: the table of a map is none of them. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function partCount(type: u32): u32 {
  return kindOf(type) == KIND_MAP ? 2 : slotCount(type);
}

/** Type of a slot of a record or tuple type. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function slotType(type: u32, slot: u32): u32 {
  return load<u32>(<usize>load<u32>(descriptorOf(type), 8) + (<usize>slot << 3));
}

/** Address of the name of a slot of a record type. */
export function slotName(type: u32, slot: u32): usize {
  return <usize>load<u32>(<usize>load<u32>(descriptorOf(type), 8) + (<usize>slot << 3), 4);
}

/** Address of the name of a record type. */
export function recordName(type: u32): usize {
  return <usize>load<u32>(descriptorOf(type), 12);
}

/** Whether a record is shown as a sum, its slots' names behind them: `1.0 - 2.0i`. */
export function isSum(type: u32): bool {
  return !recordName(type) && kindOf(type) == KIND_RECORD;
}

/** Which case of its enum a case type is. */
export function caseIndex(type: u32): u32 {
  return load<u32>(<usize>load<u32>(descriptorOf(type), 8) - 8);
}

/** Whether what a case carries has no names, or it carries nothing. */
export function isPositional(type: u32): bool {
  return load<u32>(<usize>load<u32>(descriptorOf(type), 8) - 4) != 0;
}

/** Binary logarithm of the bytes of an element of this kind. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function elementShift(kind: u32): u64 {
  return kind <= KIND_FLOAT ? 3 : kind == KIND_BOOL ? 0 : 2;
}

export function stringType(): u32 {
  return load<u32>(<usize>load<u32>(DESCRIPTORS), 4);
}

export function floatListType(): u32 {
  return load<u32>(<usize>load<u32>(DESCRIPTORS), 8);
}

export function intListType(): u32 {
  return load<u32>(<usize>load<u32>(DESCRIPTORS), 12);
}

export function stringListType(): u32 {
  return load<u32>(<usize>load<u32>(DESCRIPTORS), 16);
}

/** Room for the first frames of walks, up to the output buffer. */
export function walkStack(): usize {
  return <usize>load<u32>(<usize>load<u32>(DESCRIPTORS), 20);
}

/** Room for one piece of output. */
export function outputBuffer(): usize {
  return <usize>load<u32>(<usize>load<u32>(DESCRIPTORS), 24);
}
