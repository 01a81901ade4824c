/** Codes E024x and W013x: programs of several files. */

import type { CatalogueFamily } from "./entry.ts";

const RING =
  "// file: grids/ring.reso\n/// A ring of `size` nodes.\npub record Ring { size: Int }\n\n" +
  "pub fn build(size: Int) -> Ring { Ring { size } }\n";

const MAIN = "fn main() { print ring.build(12).size }\n\n";

export const IMPORT_DIAGNOSTICS = {
  E0240: {
    severity: "error",
    title: "a path that an import cannot have",
    explanation:
      "The path of an import starts at the folder of the file it stands in, has `/` between its " +
      "parts and no ending: `grids/ring` is the file `grids/ring.reso`. `..` in front leads to " +
      "the folder above. Names in paths have Latin letters, digits, `_`, `-` and `.`, so that a " +
      "program has the same files on every system.",
    exampleKind: "program",
    bad: `import "./grids/ring.reso" as ring\n\n${MAIN}${RING}`,
    good: `import "grids/ring"\n\n${MAIN}${RING}`,
  },
  E0241: {
    severity: "error",
    title: "an imported file that is not there",
    explanation:
      "The path of an import starts at the folder of the file it stands in. Upper and lower case " +
      "count, on every system. A file is imported by one path everywhere, so a link to it is not " +
      "another file.",
    exampleKind: "program",
    bad: `import "grid/ring"\n\n${MAIN}${RING}`,
    good: `import "grids/ring"\n\n${MAIN}${RING}`,
  },
  E0242: {
    severity: "error",
    title: "files that import each other",
    explanation:
      "Imports do not lead back to where they began. What two files need of each other belongs " +
      "into one file, or into a third that both import.",
    exampleKind: "program",
    bad:
      'import "b"\n\nfn main() { print b.LIMIT }\n\n// file: b.reso\nimport "chapter"\n\n' +
      "pub let LIMIT = 20\npub let TWICE = 2 * chapter.LIMIT\n",
    good: 'import "b"\n\nfn main() { print b.LIMIT }\n\n// file: b.reso\npub let LIMIT = 20\n',
  },
  E0243: {
    severity: "error",
    title: "an imported file without a name",
    explanation:
      "An imported file is known by the last part of its path. Where that is no name in " +
      "`snake_case`, `as` gives it another.",
    exampleKind: "program",
    bad: 'import "ring-2"\n\nfn main() { print 1 }\n\n// file: ring-2.reso\npub let SIZE = 2\n',
    good:
      'import "ring-2" as ring\n\nfn main() { print ring.SIZE }\n\n' +
      "// file: ring-2.reso\npub let SIZE = 2\n",
  },
  E0244: {
    severity: "error",
    title: "a name that an imported file does not have",
    explanation:
      "An import gives access to what the file declares `pub`: functions, records, enums, " +
      "constants and units. What that file imports itself is imported from where it is declared.",
    exampleKind: "program",
    bad: `import "grids/ring"\n\nfn main() { print ring.biuld(12).size }\n\n${RING}`,
    good: `import "grids/ring"\n\n${MAIN}${RING}`,
  },
  E0245: {
    severity: "error",
    title: "a name that is private to its file",
    explanation:
      "A declaration is private to its file unless `pub` stands before it. Fields and cases are " +
      "as public as their type; functions of a type have a `pub` of their own. A value of a " +
      "private type can be passed on by other files, and not be looked into.",
    exampleKind: "program",
    bad:
      'import "ring"\n\nfn main() { print ring.half(12) }\n\n' +
      "// file: ring.reso\nfn half(n: Int) -> Int { n div 2 }\n",
    good:
      'import "ring"\n\nfn main() { print ring.half(12) }\n\n' +
      "// file: ring.reso\npub fn half(n: Int) -> Int { n div 2 }\n",
  },
  E0246: {
    severity: "error",
    title: "an import of a program",
    explanation:
      "A file with `param`, `output` or `fn main` is a program, which is run and not imported. " +
      "What two programs share stands in a file of its own.",
    exampleKind: "program",
    bad:
      'import "ring"\n\nfn main() { print ring.half(12) }\n\n' +
      "// file: ring.reso\nparam size: Int = 12\npub fn half(n: Int) -> Int { n div size }\n",
    good:
      'import "ring"\n\nparam size: Int = 12\n\nfn main() { print ring.half(size) }\n\n' +
      "// file: ring.reso\npub fn half(n: Int) -> Int { n div 2 }\n",
  },
  E0247: {
    severity: "error",
    title: "a function for a type of another file",
    explanation:
      "The functions of a type stand in the file that declares it, so that a reader finds all of " +
      "them there. A free function is called like one: `fn half(ring: Ring)` as `x.half()`. " +
      "Types of the language may be given functions everywhere: `pub fn List.half(…)` is known " +
      'in its own file, and where it is imported by its name: `import "lists" { half }`.',
    exampleKind: "program",
    bad:
      `import "grids/ring" { Ring, build }\n\nfn Ring.half(r: Ring) -> Int { r.size div 2 }\n\n` +
      `fn main() { print build(12).size }\n\n${RING}`,
    good:
      `import "grids/ring" { Ring, build }\n\nfn half(r: Ring) -> Int { r.size div 2 }\n\n` +
      `fn main() { print build(12).half() }\n\n${RING}`,
  },
  W0130: {
    severity: "warning",
    title: "an import that is not used",
    explanation: "Nothing in the file names what is imported, so the import can go.",
    exampleKind: "program",
    bad: `import "grids/ring"\n\nfn main() { print 12 }\n\n${RING}`,
    good: `import "grids/ring"\n\n${MAIN}${RING}`,
  },
} as const satisfies CatalogueFamily;
