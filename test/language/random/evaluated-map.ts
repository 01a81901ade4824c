/** Maps of the plain evaluator: lists of entries, each a key and its value. */

import type { Type } from "../../../src/machine/types/type.ts";
import { isEqual, type Value } from "./evaluated-value.ts";
import { Stopped } from "./evaluated-ways.ts";

type Entries = readonly (readonly Value[])[];

/** The place of a key, −1 when it is not there. */
export function placeOf(map: Value, key: Value): number {
  return (map as Entries).findIndex(([each]) => isEqual(each, key));
}

/** The value of a key that is there. */
export function valueAt(map: Value, key: Value): Value {
  const place = placeOf(map, key);
  if (place < 0) throw new Stopped("key");
  return (map as Entries)[place][1];
}

/** The element of a list at an index, or the value of a map under a key. */
export function elementOf(container: Value, index: Value, type: Type): Value {
  if (type.kind === "map") return valueAt(container, index);
  const list = container as readonly Value[];
  if (!((index as number) in list)) throw new Stopped("bounds");
  return list[index as number];
}

/** The map with a value under a key, at the end if it is new. */
export function withEntry(map: Value, key: Value, value: Value): Value {
  const entries = map as Entries;
  const place = placeOf(map, key);
  return place < 0 ? [...entries, [key, value]] : entries.with(place, [key, value]);
}

/** What a primitive of maps gives; null for any other. */
export function mapPrimitive(name: string, [map, key]: readonly Value[]): Value | null {
  switch (name) {
    case "Map.new":
      return [];
    case "Map.length":
      return (map as Entries).length;
    case "Map.keys":
      return (map as Entries).map(([each]) => each);
    case "Map.values":
      return (map as Entries).map(([, value]) => value);
    case "map_place":
      return placeOf(map, key);
    default:
      return null;
  }
}
