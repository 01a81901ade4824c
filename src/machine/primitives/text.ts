/**
 * Strings: positions and lengths count Unicode scalar values. Joined by `++`, shown by
 * interpolation.
 */

import { BOOL, INT, STRING } from "../types/type.ts";
import { definePrimitive, list, parameter } from "./primitive.ts";
import type { Primitive } from "./primitive.ts";

const TEXT = parameter("text", STRING);

export const TEXT_PRIMITIVES: readonly Primitive[] = [
  definePrimitive({
    name: "String.length",
    id: 60,
    parameters: [TEXT],
    result: INT,
    doc: "How many Unicode scalar values the string has.",
    cost: "linear",
    example: ['let text = "ωt"\nprint "{text.length()}"', "2"],
    kernel: "text_length",
  }),
  definePrimitive({
    name: "String.slice",
    id: 61,
    parameters: [TEXT, parameter("from", INT), parameter("to", INT)],
    result: STRING,
    doc: "The scalar values from position `from` up to but without `to`; 0 ≤ from ≤ to ≤ length.",
    cost: "linear in the string",
    traps: ["slice", "backwards"],
    example: ['print "phase".slice(1, 3)', "ha"],
    kernel: "text_slice",
  }),
  definePrimitive({
    name: "String.contains",
    id: 62,
    parameters: [TEXT, parameter("part", STRING)],
    result: BOOL,
    doc: "Whether `part` occurs; the empty string always does.",
    cost: "linear in the string, times the length of `part` at worst",
    example: ['let found = "phase".contains("has")\nprint "{found}"', "true"],
    kernel: "text_contains",
  }),
  definePrimitive({
    name: "String.split",
    id: 63,
    parameters: [TEXT, parameter("separator", STRING)],
    result: list(STRING),
    doc:
      "The pieces between the places where `separator` occurs, one more than those. " +
      "The separator is not empty.",
    cost: "linear",
    traps: ["separator"],
    example: ['let pieces = "a,b".split(",")\nprint "{pieces}"', '["a", "b"]'],
    kernel: "text_split",
  }),
  definePrimitive({
    name: "String.join",
    id: 64,
    parameters: [parameter("pieces", list(STRING)), parameter("separator", STRING)],
    result: STRING,
    doc: "The strings of a list one after the other, `separator` between them.",
    cost: "linear",
    traps: ["memory"],
    example: ['print String.join(["a", "b"], ", ")', "a, b"],
    kernel: "text_join",
  }),
  definePrimitive({
    name: "String.repeat",
    id: 65,
    parameters: [TEXT, parameter("count", INT)],
    result: STRING,
    doc: "The string `count` times, `count` not negative.",
    cost: "linear in the result",
    traps: ["count", "memory"],
    example: ['print "ab".repeat(3)', "ababab"],
    kernel: "text_repeat",
  }),
  definePrimitive({
    name: "String.starts_with",
    id: 67,
    parameters: [TEXT, parameter("part", STRING)],
    result: BOOL,
    doc: "Whether the string begins with `part`; it always does with the empty string.",
    cost: "linear in `part`",
    example: ['let starts = "phase".starts_with("ph")\nprint "{starts}"', "true"],
    kernel: "text_starts_with",
  }),
  definePrimitive({
    name: "String.ends_with",
    id: 68,
    parameters: [TEXT, parameter("part", STRING)],
    result: BOOL,
    doc: "Whether the string ends with `part`; it always does with the empty string.",
    cost: "linear in `part`",
    example: ['let ends = "phase".ends_with("ph")\nprint "{ends}"', "false"],
    kernel: "text_ends_with",
  }),
  definePrimitive({
    name: "String.trim",
    id: 69,
    parameters: [TEXT],
    result: STRING,
    doc:
      "The string without the white space of ASCII at both ends: space, tab, line feed, vertical " +
      "tab, form feed, carriage return.",
    cost: "linear",
    traps: ["memory"],
    example: ['print "[" ++ "  a b ".trim() ++ "]"', "[a b]"],
    kernel: "text_trim",
  }),
  definePrimitive({
    name: "String.lower",
    id: 70,
    parameters: [TEXT],
    result: STRING,
    doc: "A … Z as a … z; every other character stays, `Ω` too.",
    cost: "linear",
    traps: ["memory"],
    example: ['print "Hz Ω".lower()', "hz Ω"],
    kernel: "text_lower",
  }),
  definePrimitive({
    name: "String.upper",
    id: 71,
    parameters: [TEXT],
    result: STRING,
    doc: "a … z as A … Z; every other character stays, `ω` too.",
    cost: "linear",
    traps: ["memory"],
    example: ['print "Hz ω".upper()', "HZ ω"],
    kernel: "text_upper",
  }),
  definePrimitive({
    name: "panic",
    id: 66,
    parameters: [parameter("message", STRING)],
    result: { kind: "never" },
    doc: "Stops the program with a message.",
    traps: ["panic"],
    example: ['if 1 > 2 { panic("this cannot be") }\nprint "still here"', "still here"],
    instruction: "fail_panic",
  }),
];
