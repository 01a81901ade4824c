/** Maps: making them, their parts, and places of entries. `m[key]` reads, changes and adds. */

import { INT, NOTHING } from "../types/type.ts";
import type { Type } from "../types/type.ts";
import { definePrimitive, list, parameter, place } from "./primitive.ts";
import type { Primitive } from "./primitive.ts";

const K: Type = { kind: "variable", name: "K" };
const V: Type = { kind: "variable", name: "V" };
const MAP: Type = { kind: "map", key: K, value: V };
const TYPES = ["K: Hash", "V"];

export const MAP_PRIMITIVES: readonly Primitive[] = [
  definePrimitive({
    name: "Map.new",
    id: 130,
    types: TYPES,
    parameters: [],
    result: MAP,
    doc: "A map without entries.",
    example: [
      'var ages: Map[String, Int] = Map.new()\nages["Ada"] = 36\nprint "{ages}"',
      '{"Ada": 36}',
    ],
    instruction: "map_new",
  }),
  definePrimitive({
    name: "Map.length",
    id: 131,
    types: TYPES,
    parameters: [parameter("map", MAP)],
    result: INT,
    doc: "How many entries the map has.",
    example: ['print "{Map.from([(1, "a"), (2, "b")]).length()}"', "2"],
    kernel: "map_length",
  }),
  definePrimitive({
    name: "Map.keys",
    id: 132,
    types: TYPES,
    parameters: [parameter("map", MAP)],
    result: list(K),
    doc: "The keys in the order in which they came.",
    cost: "constant: the list is the map's own until one of them changes",
    example: ['print "{Map.from([("b", 1), ("a", 2)]).keys()}"', '["b", "a"]'],
    kernel: "map_keys",
  }),
  definePrimitive({
    name: "Map.values",
    id: 133,
    types: TYPES,
    parameters: [parameter("map", MAP)],
    result: list(V),
    doc: "The values in the order of their keys.",
    cost: "constant: the list is the map's own until one of them changes",
    example: ['print "{Map.from([("b", 1), ("a", 2)]).values()}"', "[1, 2]"],
    kernel: "map_values",
  }),
  definePrimitive({
    name: "map_place",
    id: 134,
    types: TYPES,
    parameters: [parameter("map", MAP), parameter("key", K)],
    result: INT,
    doc: "The place of a key among the keys, −1 when it is not there.",
    cost: "the hash of the key, and 2 fuel for each cell of the table that is looked at",
    source: "open addressing; D. Knuth, The Art of Computer Programming 3, §6.4",
    example: ['let m = Map.from([("b", 1), ("a", 2)])\nprint "{map_place(m, "a")}"', "1"],
    instruction: "map_find_*",
    kindOf: "K",
  }),
  definePrimitive({
    name: "map_remove_at",
    id: 135,
    types: TYPES,
    parameters: [place("map", MAP), parameter("place", INT)],
    result: NOTHING,
    doc: "Removes the entry at a place; those behind it move up.",
    cost: "linear in the entries of the map, with a small factor",
    traps: ["bounds"],
    example: [
      'var m = Map.from([("b", 1), ("a", 2)])\nmap_remove_at(m, 0)\nprint "{m}"',
      '{"a": 2}',
    ],
    kernel: "map_remove",
  }),
];
