/** Codes E037x: traps that tests expect, and benches. */

import type { CatalogueFamily } from "./entry.ts";

export const TEST_DIAGNOSTICS = {
  E0371: {
    severity: "error",
    title: "an expected trap outside of a test",
    explanation:
      "A trap ends a run, and no program can go on behind it. A test can say that something " +
      "traps, because it is run again for each trap that it expects: `assert traps(…)` stands in " +
      "the body of a test, not in a function and not in a function value.",
    exampleKind: "program",
    bad: 'fn main() {\n  let xs = [1]\n  assert traps("bounds", || xs[1])\n}',
    good:
      'test "there is one" {\n  let xs = [1]\n  assert traps("bounds", || xs[1])\n}\n' +
      "fn main() {}",
  },
  E0372: {
    severity: "error",
    title: "not the name of a trap",
    explanation:
      "`traps` takes the name of a trap as a plain text, the one that a stopped run shows in " +
      "brackets: `trap[overflow]`. `resolang explain traps` lists them.",
    exampleKind: "program",
    bad: 'test "t" { assert traps("index", || [1][1]) }\nfn main() {}',
    good: 'test "t" { assert traps("bounds", || [1][1]) }\nfn main() {}',
  },
  E0373: {
    severity: "error",
    title: "no function value to try",
    explanation:
      "What is expected to trap stands in a function value without parameters, so that it is not " +
      'run before: `assert traps("bounds", || xs[10])`. There is nothing else to say: the ' +
      "report names the trap that was expected and the one that came.",
    exampleKind: "program",
    bad: 'test "t" { assert traps("bounds", [1][1]) }\nfn main() {}',
    good: 'test "t" { assert traps("bounds", || [1][1]) }\nfn main() {}',
  },
  E0374: {
    severity: "error",
    title: "a bench with seeds",
    explanation:
      "A bench measures the same work each time. A test may run for many seeds; a bench fixes " +
      "what it measures with `with`, or makes its random numbers from a number in its body.",
    exampleKind: "program",
    bad: 'bench "b" for seed in 0..3 { print "{seed}" }\nfn main() {}',
    good: 'bench "b" {\n  var random = Random(seed: 3)\n  print(random.uniform())\n}\nfn main() {}',
  },
} as const satisfies CatalogueFamily;
