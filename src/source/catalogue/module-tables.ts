/**
 * Codes E0408 to E0417 and E0437: tables and signatures, with examples in the text form of modules.
 */

import type { CatalogueFamily } from "./entry.ts";

export const MODULE_TABLE_DIAGNOSTICS = {
  E0408: {
    severity: "error",
    title: "an index that points at nothing",
    explanation:
      "Registers, types, texts, functions, parameters, outputs, primitives and slots are named " +
      "by number. Each number has to be one that the module has.",
    exampleKind: "assembly",
    bad: `function 0 () -> ()
  registers i
  enter _
  int_const %1 5
  return []`,
    good: `function 0 () -> ()
  registers i
  enter _
  int_const %0 5
  return []`,
  },
  E0409: {
    severity: "error",
    title: "a type without a value that ends",
    explanation:
      "A type may hold itself through a list or in some cases of an enum, where a value can end. " +
      "Here every value would hold another one.",
    exampleKind: "assembly",
    bad: `type 0 record "Chain" "rest" 1
type 1 tuple 0
output "chains" 0
function 0 () -> ()
  enter _
  return []`,
    good: `type 0 record "Chain" "rest" 1
type 1 list 0
output "chains" 0
function 0 () -> ()
  enter _
  return []`,
  },
  E0410: {
    severity: "error",
    title: "a name that is missing or stands twice",
    explanation:
      "Parameters, outputs and the fields of a record are found by their names, so each needs " +
      "one of its own.",
    exampleKind: "assembly",
    bad: `type 0 int
parameter "n" 0
parameter "n" 0
function 0 () -> ()
  enter _
  return []`,
    good: `type 0 int
parameter "n" 0
parameter "m" 0
function 0 () -> ()
  enter _
  return []`,
  },
  E0411: {
    severity: "error",
    title: "a unit that is not written in its one way",
    explanation:
      "Base units stand in their fixed order, exponents are in lowest terms and not zero, and a " +
      "display unit has a name and a finite scale above zero. Otherwise one program would have " +
      "several hashes.",
    exampleKind: "assembly",
    bad: `type 0 float [m 1 s 2]
output "x" 0
function 0 () -> ()
  enter _
  return []`,
    good: `type 0 float [s 2 m 1]
output "x" 0
function 0 () -> ()
  enter _
  return []`,
  },
  E0412: {
    severity: "error",
    title: "an entry that stands in its table twice",
    explanation: "Equal types, and equal texts, share one entry, so that a program has one form.",
    exampleKind: "assembly",
    bad: `type 0 int
type 1 int
output "x" 0
output "y" 1
function 0 () -> ()
  enter _
  return []`,
    good: `type 0 int
output "x" 0
output "y" 0
function 0 () -> ()
  enter _
  return []`,
  },
  E0413: {
    severity: "error",
    title: "an entry that is unused, or not where it is first used",
    explanation:
      "`main` is function 0. Types stand in the order in which parameters, outputs and functions " +
      "first need them, texts and functions in the order of the code, and there are no others: a " +
      "program has one form.",
    exampleKind: "assembly",
    bad: `type 0 int
function 0 () -> ()
  enter _
  return []`,
    good: `function 0 () -> ()
  enter _
  return []`,
  },
  E0414: {
    severity: "error",
    title: "a unit where none can be, or none where one is needed",
    explanation:
      "Units are erased before a program runs: registers and new objects have types without " +
      "them. Parameters and outputs keep theirs, because people read them.",
    exampleKind: "assembly",
    bad: `type 0 float
output "x" 0
function 0 () -> ()
  enter _
  return []`,
    good: `type 0 float [s -1]
output "x" 0
function 0 () -> ()
  enter _
  return []`,
  },
  E0415: {
    severity: "error",
    title: "a value that does not fit where it stands",
    explanation:
      "A default is a value of its parameter's type and inside its range; a range belongs to a " +
      "number and is not empty; a constant Int is exact; `float_show_fixed` shows 17 digits at " +
      "most.",
    exampleKind: "assembly",
    bad: `type 0 int
parameter "n" 0 default 12 minimum 1 maximum 9
function 0 () -> ()
  enter _
  return []`,
    good: `type 0 int
parameter "n" 0 default 8 minimum 1 maximum 9
function 0 () -> ()
  enter _
  return []`,
  },
  E0416: {
    severity: "error",
    title: "`main` with parameters or results",
    explanation:
      "Nobody calls `main` with values: a program takes parameters and gives outputs instead.",
    exampleKind: "assembly",
    bad: `function 0 (i) -> ()
  enter _
  return []`,
    good: `function 0 () -> ()
  enter _
  return []`,
  },
  E0417: {
    severity: "error",
    title: "a signature that contradicts itself",
    explanation:
      "A function's first registers are its parameters. References, and nothing else, have a " +
      "type and an ownership. Inout parameters come back as the first results.",
    exampleKind: "assembly",
    bad: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0
  enter _
  text_const %0 0
  call [] 1 [%0]
  return []
function 1 (inout r0) -> ()
  enter _
  ref_drop %0
  return []`,
    good: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0
  enter _
  text_const %0 0
  call [%0] 1 [%0]
  ref_drop %0
  return []
function 1 (inout r0) -> (r0)
  enter _
  return [%0]`,
  },
  E0437: {
    severity: "error",
    title: "a map with Floats in its keys",
    explanation:
      "A map finds an entry by a key that is exactly equal, which a NaN is not even to itself.",
    exampleKind: "assembly",
    bad: `type 0 map 1 2
type 1 float
type 2 int
function 0 () -> ()
  registers r0
  enter _
  map_new %0 0
  ref_drop %0
  return []`,
    good: `type 0 map 1 2
type 1 string
type 2 int
function 0 () -> ()
  registers r0
  enter _
  map_new %0 0
  ref_drop %0
  return []`,
  },
} as const satisfies CatalogueFamily;
