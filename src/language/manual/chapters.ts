/** The chapters of the guide. Derived from them by scripts/derive-chapters.ts. */

export interface Chapter {
  readonly path: string;
  readonly title: string;
  readonly sections: readonly string[];
}

export const CHAPTERS: readonly Chapter[] = [
  {
    path: "examples/guide/errors.md",
    title: "Errors",
    sections: [
      "Option: perhaps a value",
      "Result: a value, or why not",
      "`?`: hand it on",
      "Without a `match`",
      "Nothing is thrown away by accident",
      "Traps: what must not happen",
      "Limits",
    ],
  },
  {
    path: "examples/guide/functions.md",
    title: "Functions and closures",
    sections: [
      "Functions",
      "Functions of a type",
      "Small functions",
      "Functions as parameters",
      "Functions in records and lists",
      "Captures",
      "Recursion",
    ],
  },
  {
    path: "examples/guide/generics.md",
    title: "Generics",
    sections: [
      "Functions for any type",
      "Bounds",
      "Any unit",
      "Records and enums for any type",
      "What there is not",
    ],
  },
  {
    path: "examples/guide/ising.md",
    title: "Ising machines and cuts",
    sections: [
      "A cut",
      "Couplings and fields",
      "How it searches",
      "Graphs from files",
      "What is refused",
    ],
  },
  {
    path: "examples/guide/julia.md",
    title: "ResoLang for people who know Julia",
    sections: ["The same, written differently", "What bites"],
  },
  {
    path: "examples/guide/lists.md",
    title: "Lists",
    sections: [
      "Making lists",
      "Going through",
      "What takes a function",
      "Parts",
      "Ranges",
      "Arithmetic over whole lists",
      "Lists of lists",
      "What it costs",
    ],
  },
  {
    path: "examples/guide/maps.md",
    title: "Maps",
    sections: ["Counting", "Order", "Keys", "The whole"],
  },
  {
    path: "examples/guide/memories.md",
    title: "Memories",
    sections: [
      "Pairs in one trace",
      "Patterns that complete themselves",
      "Patterns that lead to each other",
    ],
  },
  {
    path: "examples/guide/modules.md",
    title: "Several files",
    sections: [
      "What others see",
      "Names without the file",
      "Functions of a type",
      "Paths",
      "The program",
    ],
  },
  {
    path: "examples/guide/numbers.md",
    title: "Numbers and determinism",
    sections: ["Int", "Float", "Complex", "Sums", "Functions", "What a program can see"],
  },
  {
    path: "examples/guide/oscillators.md",
    title: "Oscillators",
    sections: [
      "A population",
      "Who locks",
      "On a graph",
      "Which call takes the steps",
      "Noise",
      "Inertia",
      "Your own equations",
    ],
  },
  {
    path: "examples/guide/python.md",
    title: "ResoLang for people who know Python",
    sections: ["The same, written differently", "What bites"],
  },
  {
    path: "examples/guide/randomness.md",
    title: "Randomness",
    sections: ["A value like others", "Which chance", "A seed is a parameter"],
  },
  {
    path: "examples/guide/receipts.md",
    title: "Results and receipts",
    sections: [
      "Outputs",
      "Parameters",
      "Receipts",
      "What a result is bound to",
      "A trap is a result",
      "Not twice",
      "Phases without a receipt",
    ],
  },
  {
    path: "examples/guide/rust.md",
    title: "ResoLang for people who know Rust",
    sections: ["The same, written differently", "What bites"],
  },
  {
    path: "examples/guide/studies.md",
    title: "Studies",
    sections: [
      "Readings",
      "Many runs",
      "Where something sets in",
      "Up and down again",
      "Many runs",
      "States that stay",
      "Whether a run can be trusted",
      "What happens with …",
    ],
  },
  {
    path: "examples/guide/systems.md",
    title: "More that oscillates",
    sections: [
      "Fields of quaternions",
      "Oscillators that fade",
      "Gems",
      "Patterns that nobody else can make",
    ],
  },
  {
    path: "examples/guide/tests.md",
    title: "Tests",
    sections: [
      "What a failing test says",
      "Expected traps",
      "Parameters in tests",
      "Many seeds",
      "Examples in comments",
      "Benches",
      "Where time and fuel go",
      "Tests belong to the file, not to the program",
    ],
  },
  {
    path: "examples/guide/text.md",
    title: "Text",
    sections: [
      "Holes",
      "Taking apart and putting together",
      "Asking",
      "Columns",
      "Characters one by one",
    ],
  },
  {
    path: "examples/guide/tour.md",
    title: "A tour of ResoLang",
    sections: [
      "A program",
      "Values and places",
      "Units, and the lost 2π",
      "Lists and records",
      "Functions as values",
      "Cases, and what may be missing",
      "Populations and graphs",
      "Tests",
      "Limits and traps",
      "Receipts",
      "Coming from elsewhere",
    ],
  },
  {
    path: "examples/guide/types.md",
    title: "Types and match",
    sections: ["Records", "Tuples", "Enums", "Match", "One case only"],
  },
  {
    path: "examples/guide/units.md",
    title: "Units",
    sections: [
      "Writing quantities",
      "The algebra",
      "Turns: the cycle and the radian",
      "Shown in a unit",
      "Your own units",
      "Functions for any unit",
    ],
  },
  {
    path: "examples/guide/values.md",
    title: "Values and places",
    sections: [
      "`let` and `var`",
      "Places",
      "Functions that change a place",
      "Loops see the list from before",
      "Snapshots",
      "Everything can be compared and shown",
    ],
  },
];
