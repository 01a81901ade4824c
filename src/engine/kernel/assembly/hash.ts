/**
 * Hashes of values that can be keys: equal values have equal hashes, the same on every machine.
 *
 * Iterative, like equal.ts, and charged by what it visits. A Float is never part of a key: the
 * verifier sees to it.
 */
import { NODE_FUEL } from "./costs";
import { charge, chargeBytes } from "./trap";
import {
  caseIndex,
  elementType,
  KIND_BOOL,
  KIND_CASE,
  KIND_LIST,
  KIND_STRING,
  kindOf,
  partCount,
  slotType,
} from "./descriptor";
import { DATA, lengthOf, SLOTS, typeOf } from "./layout";
import { beginWalk, endWalk, popFrame, pushFrame } from "./walk-stack";

/** Odd numbers without pattern, after which every bit of the input is in every bit of the hash. */
const FIRST: u64 = 0x9e37_79b9_7f4a_7c15;
const SECOND: u64 = 0xd6e8_feb8_6659_fd93;

/** The hash so far and one word more. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function mixed(hash: u64, word: u64): u64 {
  const product = (hash ^ word) * SECOND;
  return (product ^ (product >> 32)) * FIRST;
}

/** The half that spreads best. */
// @ts-ignore: decorators on functions are AssemblyScript
@inline
function finished(hash: u64): u32 {
  return <u32>(hash >> 32);
}

/** The hash of an Int or a Bool. */
export function hashWord(word: i64): u32 {
  return finished(mixed(FIRST, <u64>word));
}

/** Bytes in words of eight, the last one filled with zeros. */
function mixedBytes(hash: u64, from: usize, count: u32): u64 {
  chargeBytes(<u64>count);
  hash = mixed(hash, <u64>count);
  const end = from + <usize>(count & ~7);
  for (; from < end; from += 8) hash = mixed(hash, load<u64>(from));
  const rest = count & 7;
  if (!rest) return hash;
  let word: u64 = 0;
  for (let index: u32 = 0; index < rest; index++) {
    word |= <u64>load<u8>(from + <usize>index) << (<u64>index << 3);
  }
  return mixed(hash, word);
}

/** What is left to hash of an object, and the hash so far. */
let hash: u64 = 0;

/** Enters an object: true when its children are still to come. */
function enter(object: usize): bool {
  charge(NODE_FUEL);
  const type = typeOf(object);
  const kind = kindOf(type);
  if (kind == KIND_STRING) {
    hash = mixedBytes(hash, object + DATA, lengthOf(object));
    return false;
  }
  if (kind == KIND_CASE) hash = mixed(hash, <u64>caseIndex(type));
  if (kind != KIND_LIST) return true;
  const length = lengthOf(object);
  const element = kindOf(elementType(type));
  if (element < KIND_STRING) {
    hash = mixedBytes(hash, object + DATA, element == KIND_BOOL ? length : length << 3);
    return false;
  }
  hash = mixed(hash, <u64>length);
  return true;
}

function walk(object: usize): void {
  beginWalk();
  let index: u32 = 0;
  while (true) {
    const type = typeOf(object);
    const isList = kindOf(type) == KIND_LIST;
    const count = isList ? lengthOf(object) : partCount(type);
    if (index == count) {
      const frame = popFrame();
      if (!frame) return endWalk();
      object = <usize>load<u32>(frame);
      index = load<u32>(frame, 4);
      continue;
    }
    const at = isList
      ? object + DATA + (<usize>index << 2)
      : object + SLOTS + (<usize>index << 3);
    const childKind = isList ? KIND_LIST : kindOf(slotType(type, index));
    index++;
    if (childKind < KIND_STRING) {
      charge(1);
      hash = mixed(hash, childKind == KIND_BOOL ? <u64>load<u32>(at) : load<u64>(at));
      continue;
    }
    const child = <usize>load<u32>(at);
    if (!enter(child)) continue;
    // behind the last child nothing follows: a long chain needs no frames
    if (index < count) {
      const frame = pushFrame();
      store<u32>(frame, <u32>object);
      store<u32>(frame, index, 4);
    }
    object = child;
    index = 0;
  }
}

/** The hash of an object. Cost: 3 fuel a node and 1 for 8 bytes. Traps: fuel, memory. */
export function hashObject(object: usize): u32 {
  hash = FIRST;
  if (enter(object)) walk(object);
  return finished(hash);
}
