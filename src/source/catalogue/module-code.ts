/** Codes E0418 to E0425 and E0435: the code of functions, with examples in their text form. */

import type { CatalogueFamily } from "./entry.ts";

export const MODULE_CODE_DIAGNOSTICS = {
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
      "Every block, loop and if has one `end`, and an if has at most one `else`. Code has no " +
      "jumps that cross structures.",
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
      "After `break`, `continue`, `return` and a failure, and after a structure that nothing " +
      "leaves, comes `else`, `end`, or the end of the function.",
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
      "A label counts the open structures outwards, from 0 for the innermost; `continue` has to " +
      "name a loop.",
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
      "A register holds an Int, a Float, a Bool or a reference for the whole of its function, " +
      "and each operand asks for one of them.",
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
      "References have a static type, and elements, fields, parameters and outputs have theirs. " +
      "What is stored, moved or passed has exactly the type its place asks for.",
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
  E0435: {
    severity: "error",
    title: "a charge that is not what the code costs",
    explanation:
      "`enter` pays for the dearest path through a function outside of its loops, `loop` for the " +
      "dearest path through its body. Fuel is part of a program's result, so the charge is " +
      "exact.",
    exampleKind: "assembly",
    bad: `function 0 () -> ()
  enter 1
  return []`,
    good: `function 0 () -> ()
  enter 2
  return []`,
  },
} as const satisfies CatalogueFamily;
