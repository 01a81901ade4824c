/** Codes E0426 to E0434: what registers hold, with examples in the text form of modules. */

import type { CatalogueFamily } from "./entry.ts";

export const MODULE_OWNERSHIP_DIAGNOSTICS = {
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
      "While a child is moved out of its container, the container has a hole there. Nothing but " +
      "the closing of that very place may touch it.",
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
      "Where paths meet, and each time a loop starts again, every reference is empty, owned or " +
      "open at one place on all of them.",
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
      "What an instruction takes or changes, it does not also read, and it writes no register " +
      "twice: otherwise the result would depend on an order nobody can see.",
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
} as const satisfies CatalogueFamily;
