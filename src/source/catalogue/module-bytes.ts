/** Codes E0401 to E0407 and E0436: bytes that are no module, with examples in hexadecimal bytes. */

import type { CatalogueFamily } from "./entry.ts";

/** The smallest module: `main` enters and returns. */
const SMALLEST = `bytes 52 45 53 4f 01
bytes 01 02 01 00
bytes 02 01 00
bytes 03 01 00
bytes 04 01 00
bytes 05 0a 01 00 00 00 05 02 01 02 0f 00
bytes 06 01 00`;

export const MODULE_BYTES_DIAGNOSTICS = {
  E0401: {
    severity: "error",
    title: "bytes that are no module",
    explanation: "A module file starts with the letters `RESO`. This is some other file.",
    exampleKind: "assembly",
    bad: "bytes 7f 45 4c 46 01",
    good: SMALLEST,
  },
  E0402: {
    severity: "error",
    title: "a module of an unknown format",
    explanation:
      "The fifth byte is the version of the layout. A newer version of ResoLang may have written " +
      "this file.",
    exampleKind: "assembly",
    bad: "bytes 52 45 53 4f 63",
    good: SMALLEST,
  },
  E0403: {
    severity: "error",
    title: "a module of unknown semantics",
    explanation:
      "The semantics version says by which cost table, numerics and allocator the module's " +
      "results are defined. It is raised only when a bit of some result can change. This module " +
      "needs the ResoLang that knows its version.",
    exampleKind: "assembly",
    bad: "bytes 52 45 53 4f 01 01 02 63 00",
    good: SMALLEST,
  },
  E0404: {
    severity: "error",
    title: "a module that ends too early or too late",
    explanation: "Bytes are missing, or are left over. The file was probably cut or damaged.",
    exampleKind: "assembly",
    bad: "bytes 52 45 53 4f 01 01 02 01",
    good: SMALLEST,
  },
  E0405: {
    severity: "error",
    title: "a value that is not written in its one way",
    explanation:
      "Every value has exactly one encoding, so that a program has exactly one hash: integers in " +
      "as few bytes as they need, truth values 0 and 1, one NaN, valid UTF-8.",
    exampleKind: "assembly",
    bad: `bytes 52 45 53 4f 01
bytes 01 02 01 00
bytes 02 01 00
bytes 03 01 00
bytes 04 01 00
bytes 05 0a 01 00 00 00 05 02 01 02 0f 00
bytes 06 02 80 00`,
    good: SMALLEST,
  },
  E0406: {
    severity: "error",
    title: "a tag that stands for nothing",
    explanation:
      "Instructions, types, kinds of registers and sections have numbers. This number has no " +
      "meaning here.",
    exampleKind: "assembly",
    bad: `bytes 52 45 53 4f 01
bytes 01 02 01 00
bytes 02 01 00
bytes 03 01 00
bytes 04 01 00
bytes 05 0a 01 00 00 00 05 02 01 02 ff 00
bytes 06 01 00`,
    good: SMALLEST,
  },
  E0407: {
    severity: "error",
    title: "a module that is too large",
    explanation:
      "The size of a module, of its tables and of its functions is limited, and so is the work " +
      "of proving it safe. Split large functions, and read large data from parameters.",
    exampleKind: "assembly",
    bad: `function 0 () -> ()
  enter _
${"  block\n".repeat(251)}${"  end\n".repeat(251)}  return []`,
    good: `function 0 () -> ()
  enter _
${"  block\n".repeat(3)}${"  end\n".repeat(3)}  return []`,
  },
  E0436: {
    severity: "error",
    title: "names and places that do not fit the code",
    explanation:
      "The debug section, when there is one, has a name for every function and register and a " +
      "place for every instruction, and documentation for every parameter and output.",
    exampleKind: "assembly",
    bad: `${SMALLEST}
bytes 07 0e 01 01 61 01 04 6d 61 69 6e 00 00 01 00 09
bytes 08 02 00 00`,
    good: `${SMALLEST}
bytes 07 10 01 01 61 01 04 6d 61 69 6e 00 00 02 00 09 09 00
bytes 08 02 00 00`,
  },
} as const satisfies CatalogueFamily;
