/** Codes E0408 to E0436: the rules of the verifier, with examples in the text form of modules. */

import type { CatalogueFamily } from "./entry.ts";

export const MACHINE_DIAGNOSTICS = {
  E0408: {
    severity: "error",
    title: "an index that points at nothing",
    explanation:
      "Registers, types, texts, functions, parameters, outputs, primitives and slots are named by number. " +
      "Each number has to be one that the module has.",
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
    title: "a type that holds itself",
    explanation: "A value of such a type would never end. Values are finite trees.",
    exampleKind: "assembly",
    bad: `type 0 record "Chain" "rest" 1
type 1 list 0
output "chains" 0
function 0 () -> ()
  enter _
  return []`,
    good: `type 0 record "Chain" "rest" 1
type 1 list 2
type 2 int
output "chains" 0
function 0 () -> ()
  enter _
  return []`,
  },
  E0410: {
    severity: "error",
    title: "a name that is missing or stands twice",
    explanation:
      "Parameters, outputs and the fields of a record are found by their names, so each needs one of its own.",
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
      "Base units stand in their fixed order, exponents are in lowest terms and not zero, and a display unit has a name " +
      "and a finite scale above zero. Otherwise one program would have several hashes.",
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
      "`main` is function 0. Types stand in the order in which parameters, outputs and functions first need them, texts and " +
      "functions in the order of the code, and there are no others: a program has one form.",
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
      "Units are erased before a program runs: registers and new objects have types without them. Parameters and outputs " +
      "keep theirs, because people read them.",
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
      "A default is a value of its parameter's type and inside its range; a range belongs to a number and is not empty; " +
      "a constant Int is exact; `float_show_fixed` shows 17 digits at most.",
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
      "A function's first registers are its parameters. References, and nothing else, have a type and an ownership. Inout " +
      "parameters come back as the first results.",
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
  E0418: {
    severity: "error",
    title: "a function that does not start with `enter`, or enters twice",
    explanation: "`enter` pays for the function and its frame, once, before anything else runs.",
    exampleKind: "assembly",
    bad: `function 0 () -> ()
  return []`,
    good: `function 0 () -> ()
  enter _
  return []`,
  },
  E0419: {
    severity: "error",
    title: "a structure that is not closed, or closed twice",
    explanation:
      "Every block, loop and if has one `end`, and an if has at most one `else`. Code has no jumps that cross structures.",
    exampleKind: "assembly",
    bad: `function 0 () -> ()
  enter _
  block
  return []`,
    good: `function 0 () -> ()
  enter _
  block
  end
  return []`,
  },
  E0420: {
    severity: "error",
    title: "code that no path reaches",
    explanation:
      "After `break`, `continue`, `return` and a failure, and after a structure that nothing leaves, comes `else`, `end`, " +
      "or the end of the function.",
    exampleKind: "assembly",
    bad: `function 0 () -> ()
  enter _
  return []
  return []`,
    good: `function 0 () -> ()
  enter _
  return []`,
  },
  E0421: {
    severity: "error",
    title: "a path that runs past the end of its function",
    explanation: "Every path ends with `return`, with a failure, or in a loop that is never left.",
    exampleKind: "assembly",
    bad: `function 0 () -> ()
  enter _`,
    good: `function 0 () -> ()
  enter _
  return []`,
  },
  E0422: {
    severity: "error",
    title: "a label that names no structure",
    explanation:
      "A label counts the open structures outwards, from 0 for the innermost; `continue` has to name a loop.",
    exampleKind: "assembly",
    bad: `function 0 () -> ()
  enter _
  block
    break 1
  end
  return []`,
    good: `function 0 () -> ()
  enter _
  block
    break 0
  end
  return []`,
  },
  E0423: {
    severity: "error",
    title: "too many registers, or too few",
    explanation:
      "Arguments, results and fields are as many as the function, primitive or record says.",
    exampleKind: "assembly",
    bad: `function 0 () -> ()
  registers i
  enter _
  int_const %0 1
  call [] 1 [%0 %0]
  return []
function 1 (i) -> ()
  enter _
  return []`,
    good: `function 0 () -> ()
  registers i
  enter _
  int_const %0 1
  call [] 1 [%0]
  return []
function 1 (i) -> ()
  enter _
  return []`,
  },
  E0424: {
    severity: "error",
    title: "a register of the wrong kind",
    explanation:
      "A register holds an Int, a Float, a Bool or a reference for the whole of its function, and each operand asks for one of them.",
    exampleKind: "assembly",
    bad: `function 0 () -> ()
  registers i f
  enter _
  int_const %0 1
  float_neg %1 %0
  return []`,
    good: `function 0 () -> ()
  registers i f
  enter _
  int_const %0 1
  int_to_float %1 %0
  return []`,
  },
  E0425: {
    severity: "error",
    title: "a value of the wrong type",
    explanation:
      "References have a static type, and elements, fields, parameters and outputs have theirs. What is stored, moved or passed " +
      "has exactly the type its place asks for.",
    exampleKind: "assembly",
    bad: `type 0 list 1
type 1 int
function 0 () -> ()
  registers r0 f
  enter _
  list_new %0 0 []
  float_const %1 1
  list_push_float %0 %1
  ref_drop %0
  return []`,
    good: `type 0 list 1
type 1 float
function 0 () -> ()
  registers r0 f
  enter _
  list_new %0 0 []
  float_const %1 1
  list_push_float %0 %1
  ref_drop %0
  return []`,
  },
  E0426: {
    severity: "error",
    title: "a register that is read before it is written",
    explanation: "Every path to an instruction has written the Ints, Floats and Bools it reads.",
    exampleKind: "assembly",
    bad: `function 0 () -> ()
  registers i i
  enter _
  int_neg %0 %1
  return []`,
    good: `function 0 () -> ()
  registers i i
  enter _
  int_const %1 3
  int_neg %0 %1
  return []`,
  },
  E0427: {
    severity: "error",
    title: "a reference that holds nothing",
    explanation: "A reference that was never made, or that was given away, names no object.",
    exampleKind: "assembly",
    bad: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0
  enter _
  text_const %0 0
  ref_drop %0
  print %0
  return []`,
    good: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0
  enter _
  text_const %0 0
  print %0
  ref_drop %0
  return []`,
  },
  E0428: {
    severity: "error",
    title: "a borrowed reference that is given away or changed",
    explanation:
      "A borrowed parameter stays its caller's. `ref_dup` makes a reference of one's own.",
    exampleKind: "assembly",
    bad: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0
  enter _
  text_const %0 0
  call [] 1 [%0]
  ref_drop %0
  return []
function 1 (borrow r0) -> ()
  enter _
  ref_drop %0
  return []`,
    good: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0
  enter _
  text_const %0 0
  call [] 1 [%0]
  ref_drop %0
  return []
function 1 (borrow r0) -> ()
  enter _
  print %0
  return []`,
  },
  E0429: {
    severity: "error",
    title: "a reference that is written over",
    explanation: "The object it held would never be freed. It is moved or dropped first.",
    exampleKind: "assembly",
    bad: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0
  enter _
  text_const %0 0
  text_const %0 0
  ref_drop %0
  return []`,
    good: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0
  enter _
  text_const %0 0
  ref_drop %0
  text_const %0 0
  ref_drop %0
  return []`,
  },
  E0430: {
    severity: "error",
    title: "an open container that is used",
    explanation:
      "While a child is moved out of its container, the container has a hole there. Nothing but the closing of that very place may touch it.",
    exampleKind: "assembly",
    bad: `type 0 list 1
type 1 list 2
type 2 int
function 0 () -> ()
  registers r0 r1 i i
  enter _
  list_new %1 1 []
  list_new %0 0 [%1]
  int_const %2 0
  list_open %1 %0 %2
  list_length %3 %0
  list_close %0 %2 %1
  ref_drop %0
  return []`,
    good: `type 0 list 1
type 1 list 2
type 2 int
function 0 () -> ()
  registers r0 r1 i i
  enter _
  list_new %1 1 []
  list_new %0 0 [%1]
  int_const %2 0
  list_open %1 %0 %2
  list_push_int %1 %2
  list_close %0 %2 %1
  list_length %3 %0
  ref_drop %0
  return []`,
  },
  E0431: {
    severity: "error",
    title: "the index of an open list that is written",
    explanation: "The register says where the list has its hole until the list is closed.",
    exampleKind: "assembly",
    bad: `type 0 list 1
type 1 string
text 0 "a"
function 0 () -> ()
  registers r0 r1 i
  enter _
  text_const %1 0
  list_new %0 0 [%1]
  int_const %2 0
  list_open %1 %0 %2
  int_const %2 7
  list_close %0 %2 %1
  ref_drop %0
  return []`,
    good: `type 0 list 1
type 1 string
text 0 "a"
function 0 () -> ()
  registers r0 r1 i
  enter _
  text_const %1 0
  list_new %0 0 [%1]
  int_const %2 0
  list_open %1 %0 %2
  list_close %0 %2 %1
  int_const %2 7
  ref_drop %0
  return []`,
  },
  E0432: {
    severity: "error",
    title: "paths that meet and disagree about a reference",
    explanation:
      "Where paths meet, and each time a loop starts again, every reference is empty, owned or open at one place on all of them.",
    exampleKind: "assembly",
    bad: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0 b
  enter _
  text_const %0 0
  bool_const %1 true
  if %1
    ref_drop %0
  end
  return []`,
    good: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0 b
  enter _
  text_const %0 0
  bool_const %1 true
  if %1
    print %0
  end
  ref_drop %0
  return []`,
  },
  E0433: {
    severity: "error",
    title: "a reference that is left behind",
    explanation:
      "A function drops or returns everything it owns before it returns, so that nothing leaks.",
    exampleKind: "assembly",
    bad: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0
  enter _
  text_const %0 0
  return []`,
    good: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0
  enter _
  text_const %0 0
  ref_drop %0
  return []`,
  },
  E0434: {
    severity: "error",
    title: "one register in two places of an instruction",
    explanation:
      "What an instruction takes or changes, it does not also read, and it writes no register twice: otherwise the result would " +
      "depend on an order nobody can see.",
    exampleKind: "assembly",
    bad: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0
  enter _
  text_const %0 0
  text_concat %0 %0 %0
  ref_drop %0
  return []`,
    good: `type 0 string
text 0 "a"
function 0 () -> ()
  registers r0 r0
  enter _
  text_const %0 0
  ref_dup %1 %0
  text_concat %0 %0 %1
  ref_drop %0
  ref_drop %1
  return []`,
  },
  E0435: {
    severity: "error",
    title: "a charge that is not what the code costs",
    explanation:
      "`enter` pays for the dearest path through a function outside of its loops, `loop` for the dearest path through its body. " +
      "Fuel is part of a program's result, so the charge is exact.",
    exampleKind: "assembly",
    bad: `function 0 () -> ()
  enter 1
  return []`,
    good: `function 0 () -> ()
  enter 2
  return []`,
  },
} as const satisfies CatalogueFamily;
