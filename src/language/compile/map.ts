/**
 * Entries of maps: finding, reading and writing them, and what a loop goes through.
 *
 * Not here: how a key is found (the runtime), functions of maps (the prelude).
 */

import { assert } from "../../fault.ts";
import { primitiveByName } from "../../machine/primitives/index.ts";
import { registerKind } from "../../machine/types/register-kind.ts";
import { INT, type Type } from "../../machine/types/type.ts";
import type { Leaf, Value } from "./leaf.ts";
import { boxed } from "./boxing.ts";
import { type Context, only, taken, target } from "./context.ts";
import { kindWord, mnemonics } from "./layout.ts";

export type MapType = Extract<Type, { readonly kind: "map" }>;

/** The ending of a mnemonic for the keys of a map: they are never Floats. */
function keyWord(type: MapType): "int" | "bool" | "ref" {
  const word = kindWord(registerKind(type.key));
  assert(word !== "float", "the checker has refused keys that are Floats");
  return word;
}

/** The place of an entry that is there, in a register of its own; the key is one register. */
export function entryPlace(context: Context, type: MapType, map: number, key: Value): Leaf {
  const place = target(context, INT, null);
  const b = only(key);
  context.builder.emit({ op: `map_index_${keyWord(type)}`, d: place.register, a: map, b });
  return place;
}

const MAP_GET = mnemonics("map_get");

/** Reads the value at a place as it is stored. */
export function getEntry(
  context: Context,
  type: MapType,
  map: number,
  place: Leaf,
  into: number | null = null,
): Leaf {
  const leaf = target(context, type.value, into);
  context.builder.emit({
    op: MAP_GET[registerKind(type.value)],
    d: leaf.register,
    a: map,
    index: place.register,
  });
  return leaf;
}

/** Writes a scalar value at a place. */
export function setEntry(
  context: Context,
  type: MapType,
  map: number,
  place: Leaf,
  value: Value,
): void {
  const word = kindWord(registerKind(type.value));
  assert(word !== "ref", "a reference is changed where it was opened");
  context.builder.emit({ op: `map_set_${word}`, a: map, index: place.register, b: only(value) });
}

/** Stores a value under a key, both as they are stored; the value is owned, the key stays. */
export function putEntry(
  context: Context,
  type: MapType,
  map: number,
  key: Value,
  value: Value,
): void {
  const { builder } = context;
  const op = `map_put_${keyWord(type)}_${kindWord(registerKind(type.value))}` as const;
  const given = taken(context, key);
  builder.emit({ op, a: map, key: only(given), b: only(value) });
  builder.release(given.filter((leaf) => !key.includes(leaf)));
}

/** The value of `map[key]`, as it is stored; ends map and key. */
export function readEntry(
  context: Context,
  type: MapType,
  [map, key]: readonly Value[],
  into: number | null,
): Value {
  const { builder } = context;
  const whole = boxed(context, type.key, key);
  const place = entryPlace(context, type, only(map), whole);
  const value = getEntry(context, type, only(map), place, into);
  builder.release([...map, ...whole, place]);
  return value.alone;
}

/** The lists of keys and of values; the map ends here. */
export function listsOf(context: Context, type: MapType, map: Value): readonly [Value, Value] {
  const list = (name: string, element: Type): Value => {
    const leaf = target(context, { kind: "list", element }, null);
    const entry = primitiveByName(name);
    assert(entry !== null, `${name} is a primitive`);
    context.builder.emit({
      op: "primitive",
      results: [leaf.register],
      primitive: entry.id,
      arguments: [only(map)],
    });
    context.builder.own(leaf.register);
    return leaf.alone;
  };
  const lists = [list("Map.keys", type.key), list("Map.values", type.value)] as const;
  context.builder.release(map);
  return lists;
}
