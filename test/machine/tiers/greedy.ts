/** Programs that want everything there is, with the trap that stops each; and one that does not. */

import type { TrapName } from "../../../src/machine/trap.ts";

export interface Greedy {
  readonly text: string;
  /** null where the program comes to its end. */
  readonly stops: TrapName | null;
}

export const GREEDY: Readonly<Record<string, Greedy>> = {
  "recurses a million deep": {
    stops: "depth",
    text: `fn down(n: Int) -> Int {
  if n == 0 { 0 } else { 1 + down(n - 1) }
}

fn main() {
  print down(1_000_000)
}
`,
  },
  "allocates without end": {
    stops: "memory",
    text: `fn main() {
  var all: List[List[Int]] = []
  loop { all.push([1, 2, 3]) }
}
`,
  },
  "loops for ever": {
    stops: "fuel",
    text: `fn main() {
  var n = 0
  loop { n = (n + 1) % 7 }
}
`,
  },
  "prints a value of 2⁶⁰ leaves that it shares": {
    stops: "memory",
    text: `enum Tree { Leaf, Node(Tree, Tree) }

fn main() {
  var tree = Leaf
  for _ in 0..60 { tree = Node(tree, tree) }
  print tree
}
`,
  },
  "compares two of them": {
    stops: "fuel",
    text: `enum Tree { Leaf, Node(Tree, Tree) }

fn tower() -> Tree {
  var tree = Leaf
  for _ in 0..60 { tree = Node(tree, tree) }
  tree
}

fn main() {
  print tower() == tower()
}
`,
  },
  "builds a string of a gigabyte": {
    stops: "memory",
    text: `fn main() {
  var text = "resonance"
  loop { text = text ++ text }
}
`,
  },
  "asks for a list of all Ints": {
    stops: "memory",
    text: `fn main() {
  print List.filled(9_007_199_254_740_991, 0).length()
}
`,
  },
  "wants little": {
    stops: null,
    text: `fn main() {
  var names: Map[Int, String] = Map.new()
  for i in 0..100 { names[i] = "oscillator {i}" }
  print names.length()
}
`,
  },
};
