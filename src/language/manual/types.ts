/** Pages of the types that the language has by itself; those of the library are its records. */

import type { ManualExample, ManualPage } from "./page.ts";

interface TypeEntry {
  readonly signature: string;
  readonly doc: string;
  readonly example: ManualExample | null;
}

const TYPES: Readonly<Record<string, TypeEntry>> = {
  Bool: {
    signature: "true, false",
    doc:
      "What a condition is. `and`, `or` and `not` combine them; the right side of `and` and `or` " +
      "is worked out only where it is needed. A number is no Bool: write `n != 0`.",
    example: { code: 'let even = 4 % 2 == 0\nprint "{even and not false}"', prints: ["true"] },
  },
  Int: {
    signature: "−9007199254740991 … 9007199254740991",
    doc:
      "An exact whole number. A result outside the range stops the run with the trap `overflow`; " +
      "nothing wraps around or is rounded. `div` and `%` divide downwards; `/` needs Floats, so " +
      "write `Float(n) / 2`. Back from a Float lead `floor`, `ceil`, `round` and `trunc`.",
    example: { code: 'print "{-7 div 2}, {-7 % 2}, {Float(7) / 2}"', prints: ["-4, 1, 3.5"] },
  },
  Float: {
    signature: "Float, Float[unit]",
    doc:
      "A double-precision number (IEEE 754, 64 bits) with the unit in its type: `Float[m/s]`. " +
      "Sums and comparisons need equal dimensions, products and quotients combine them. A " +
      "literal carries its unit right behind it or in brackets: `10ms`, `0.5[1/s]`. Where a " +
      "Float is needed a whole literal is one. `{x:.3}` prints three digits behind the point, " +
      "`{x:[MW]}` in another unit. Units cost nothing at run time.",
    example: {
      code: 'let speed = 90[km/h]\nlet time = 1min\nprint "{speed * time:[km]} at {speed} m/s"',
      prints: ["1.5 km at 25.0 m/s"],
    },
  },
  String: {
    signature: '"text {value} {value:.2} {value:[unit]}"',
    doc:
      "Text that never changes; `++` joins. Lengths and positions count characters (Unicode " +
      "scalar values). Braces hold expressions; `\\{` is a brace, `\\n` a line end.",
    example: {
      code: 'let name = "ω" ++ "{1 + 1}"\nprint "{name} has {name.length()} characters"',
      prints: ["ω2 has 2 characters"],
    },
  },
  List: {
    signature: "List[T]",
    doc:
      "Values of one type, counted from 0; an index outside is the trap `bounds`. " +
      "A list is a value: `let b = a` is a list of its own. A `var` is changed in place with " +
      "`xs[i] = x` and `xs.push(x)`. Lists of Floats have arithmetic over all elements: " +
      "`a + b`, `2 * a`.",
    example: {
      code:
        "var xs = [1.0, 2.0]\nxs.push(4)\nlet ys = xs\nxs[0] = 9\n" +
        'print "{xs}, {ys}, {2 * ys}, {sum(ys)}"',
      prints: ["[9.0, 2.0, 4.0], [1.0, 2.0, 4.0], [2.0, 4.0, 8.0], 7.0"],
    },
  },
  Map: {
    signature: "Map[K, V]",
    doc:
      "Values by their keys, in the order in which the keys came. `map[key]` is the value of a " +
      "key that is there (else the trap `key`), `map.get(key)` an Option; `map[key] = value` " +
      "changes an entry or adds one at the end. Keys are told apart exactly, so no Float is part " +
      "of them. Finding a key takes the same time however many there are. Two maps are equal " +
      "when they have equal entries in the same order.",
    example: {
      code:
        'var ages: Map[String, Int] = Map.new()\nages["Ada"] = 36\nages["Max"] = 6\n' +
        'ages["Max"] += 1\nfor (name, age) in ages { print "{name} is {age}" }\n' +
        'print "{ages.get("Eva")}, {ages}"',
      prints: ["Ada is 36", "Max is 7", 'None, {"Ada": 36, "Max": 7}'],
    },
  },
  Never: {
    signature: "Never",
    doc: 'The type of what does not come back, such as `panic("…")`. It fits everywhere.',
    example: {
      code:
        "fn root(x: Float) -> Float {\n" +
        '  if x < 0 { panic("no root of {x}") } else { sqrt(x) }\n}\n\n' +
        'fn main() {\n  print "{root(4)}"\n}',
      prints: ["2.0"],
    },
  },
};

export const TYPE_PAGES: readonly ManualPage[] = Object.entries(TYPES).map(([name, entry]) => ({
  kind: "type",
  name,
  ...entry,
  facts: [],
  isInner: false,
}));
