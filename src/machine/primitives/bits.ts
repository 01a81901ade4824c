/**
 * Words of 32 bits, as hashes and generators work on them: Ints from 0 to 4294967295. An argument
 * counts modulo 2³², so −1 is the word of all ones.
 */

import { INT, NOTHING } from "../types/type.ts";
import type { TrapName } from "../trap.ts";
import { definePrimitive, list, parameter, place } from "./primitive.ts";
import type { Primitive } from "./primitive.ts";

const WORDS = "Arguments count modulo 2³², the result is in 0 … 2³²−1.";

function word(
  id: number,
  name: string,
  second: "b" | "count" | null,
  doc: string,
  example: readonly [code: string, prints: string],
): Primitive {
  const others = second === null ? [] : [parameter(second, INT)];
  const traps: readonly TrapName[] = second === "count" ? ["count"] : [];
  return definePrimitive({
    name: `Int.${name}`,
    id,
    parameters: [parameter("a", INT), ...others],
    result: INT,
    doc: `${doc} ${WORDS}`,
    traps,
    example,
    kernel: name,
  });
}

export const BIT_PRIMITIVES: readonly Primitive[] = [
  word(140, "and_32", "b", "The bits that are 1 in both.", ['print "{Int.and_32(12, 10)}"', "8"]),
  word(141, "or_32", "b", "The bits that are 1 in one of both.", [
    'print "{Int.or_32(12, 10)}"',
    "14",
  ]),
  word(142, "xor_32", "b", "The bits in which they differ.", ['print "{Int.xor_32(12, 10)}"', "6"]),
  word(143, "not_32", null, "Every bit turned round.", ['print "{Int.not_32(0)}"', "4294967295"]),
  word(144, "add_32", "b", "The sum modulo 2³².", ['print "{Int.add_32(4_294_967_295, 2)}"', "1"]),
  word(145, "subtract_32", "b", "The difference modulo 2³².", [
    'print "{Int.subtract_32(1, 2)}"',
    "4294967295",
  ]),
  word(146, "multiply_32", "b", "The product modulo 2³².", [
    'print "{Int.multiply_32(65_536, 65_537)}"',
    "65536",
  ]),
  word(
    147,
    "shift_left_32",
    "count",
    "The bits `count` places up, zeros from below; 0 from 32 places on.",
    ['print "{Int.shift_left_32(1, 4)}"', "16"],
  ),
  word(
    148,
    "shift_right_32",
    "count",
    "The bits `count` places down, zeros from above; 0 from 32 places on.",
    ['print "{Int.shift_right_32(256, 4)}"', "16"],
  ),
  word(
    149,
    "rotate_left_32",
    "count",
    "The bits `count` places up; those that leave above come in below.",
    ['print "{Int.rotate_left_32(2_147_483_649, 1)}"', "3"],
  ),
  word(150, "ones_32", null, "How many bits are 1.", ['print "{Int.ones_32(255)}"', "8"]),
  definePrimitive({
    name: "list_hash_block",
    id: 155,
    parameters: [place("state", list(INT)), parameter("words", list(INT)), parameter("from", INT)],
    result: NOTHING,
    doc:
      "Takes 16 words, those from index `from` on, into the 8 words of a state: the compression " +
      "of SHA-256. Words count modulo 2³².",
    fuel: 1_000,
    traps: ["lengths", "slice", "memory"],
    source: "FIPS 180-4, §6.2.2",
    example: [
      [
        "var state = List.filled(8, 0)",
        "list_hash_block(state, List.filled(16, 0), 0)",
        'print "{state[0]}"',
      ].join("\n"),
      "2091193876",
    ],
    kernel: "hash_block",
  }),
];
