/** Who may import whom: the table behind the import rule. */

/** A part of the repository: where it stands, and what its files may import. */
export type Zone = {
  readonly name: string;
  /** Files and folders (with a closing slash) that make it up; the longest match decides. */
  readonly paths: readonly string[];
  /** Zones its files may import, besides their own and `fault`. */
  readonly imports: readonly string[];
  /** Packages its files may import; `node:` stands for every module of Node. */
  readonly packages?: readonly string[];
  /** Whether clock, chance, locale, waiting, input and output are banned. */
  readonly pure?: boolean;
};

/** What scripts and tests may reach into: every zone of the product but the command line. */
const HOUSE = [
  "source",
  "bytes",
  "engine",
  "types",
  "tables",
  "values",
  "primitives",
  "bytecode",
  "region",
  "verify",
  "interpreter",
  "wasm",
  "run",
  "stepping",
  "receipt",
  "confirm",
  "kept",
  "grammar",
  "language",
  "pipeline",
  "repair",
  "project",
  "index",
];

/** Every zone; a script outside of all of them is a violation. */
export const ZONES: readonly Zone[] = [
  { name: "fault", paths: ["src/fault.ts"], imports: [], pure: true },
  { name: "source", paths: ["src/source/"], imports: [], pure: true },
  { name: "bytes", paths: ["src/bytes/"], imports: [], packages: ["node:crypto"], pure: true },
  { name: "kernel", paths: ["src/engine/kernel/assembly/"], imports: [], pure: true },
  { name: "engine", paths: ["src/engine/"], imports: [], pure: true },
  { name: "types", paths: ["src/machine/types/"], imports: [], pure: true },
  // The tables that every part of the machine reads.
  {
    name: "tables",
    paths: ["src/machine/trap.ts", "src/machine/limits.ts", "src/machine/bulk-costs.ts"],
    imports: [],
    pure: true,
  },
  {
    name: "values",
    paths: ["src/machine/values/"],
    imports: ["types", "bytes", "engine"],
    pure: true,
  },
  {
    name: "primitives",
    paths: ["src/machine/primitives/"],
    imports: ["types", "tables"],
    pure: true,
  },
  {
    name: "bytecode",
    paths: ["src/machine/bytecode/"],
    imports: ["types", "values", "primitives", "bytes", "tables"],
    pure: true,
  },
  {
    name: "region",
    paths: ["src/machine/region.ts", "src/machine/trapped.ts"],
    imports: ["bytecode", "values", "engine", "tables"],
    pure: true,
  },
  {
    name: "verify",
    paths: ["src/machine/verify/"],
    imports: ["bytecode", "values", "types", "source"],
    pure: true,
  },
  {
    name: "interpreter",
    paths: ["src/machine/interpreter/"],
    imports: ["bytecode", "values", "types", "engine", "tables", "region"],
    pure: true,
  },
  {
    name: "wasm",
    paths: ["src/machine/wasm/"],
    imports: ["bytecode", "values", "types", "engine", "tables", "region"],
    pure: true,
  },
  {
    name: "run",
    paths: ["src/machine/run.ts"],
    imports: ["bytecode", "values", "engine", "tables", "region", "interpreter", "wasm"],
    pure: true,
  },
  {
    name: "stepping",
    paths: [
      "src/machine/step-through.ts",
      "src/machine/call-tree.ts",
      "src/machine/profile.ts",
      "src/machine/sampling.ts",
      "src/machine/health.ts",
    ],
    imports: ["engine", "bytecode", "tables", "region", "interpreter", "wasm"],
    pure: true,
  },
  {
    name: "receipt",
    paths: ["src/machine/receipt/"],
    imports: ["bytecode", "values", "types", "bytes", "tables", "run"],
    packages: ["cborg"],
    pure: true,
  },
  {
    name: "confirm",
    paths: ["src/machine/confirm.ts"],
    imports: ["bytecode", "values", "bytes", "run", "verify", "receipt"],
    pure: true,
  },
  {
    name: "kept",
    paths: ["src/machine/keep-program.ts", "src/machine/kept-program.ts"],
    imports: ["bytecode", "bytes", "wasm"],
    pure: true,
  },
  {
    name: "grammar",
    paths: ["grammar/"],
    imports: [],
    packages: ["chevrotain"],
    pure: true,
  },
  {
    name: "language",
    paths: ["src/language/"],
    imports: ["grammar", "source", "types", "primitives", "bytecode", "tables"],
    pure: true,
  },
  {
    name: "pipeline",
    paths: ["src/pipeline.ts"],
    imports: ["language", "bytecode", "source"],
    pure: true,
  },
  { name: "repair", paths: ["src/repair.ts"], imports: ["pipeline", "source"], pure: true },
  {
    name: "project",
    paths: ["src/project.ts"],
    imports: ["language", "pipeline", "source"],
    pure: true,
  },
  {
    name: "index",
    paths: ["src/index.ts", "src/version.ts"],
    imports: [
      "bytes",
      "source",
      "engine",
      "types",
      "values",
      "bytecode",
      "tables",
      "language",
      "run",
      "stepping",
      "verify",
      "receipt",
      "confirm",
      "kept",
      "pipeline",
      "repair",
      "project",
      "package",
    ],
  },
  {
    name: "cli",
    paths: ["cli/"],
    imports: ["index"],
    packages: ["node:", "commander", "csv-parse"],
  },
  { name: "package", paths: ["package.json"], imports: [] },
  { name: "built", paths: ["dist/"], imports: [] },
  { name: "shim", paths: ["cli/resolang.cjs"], imports: ["built"], packages: ["node:"] },
  {
    name: "scripts",
    paths: ["scripts/"],
    imports: [...HOUSE, "cli", "test"],
    packages: ["node:", "esbuild"],
  },
  {
    name: "test",
    paths: ["test/", "vitest.config.ts"],
    imports: [...HOUSE, "cli", "scripts", "package"],
    packages: ["node:", "vitest", "fast-check"],
  },
];

/** The zone of a path: the one with the longest matching entry, or undefined. */
export function zoneOf(path: string): Zone | undefined {
  let best: Zone | undefined;
  let bestLength = 0;
  for (const zone of ZONES) {
    for (const entry of zone.paths) {
      const matches = entry.endsWith("/") ? path.startsWith(entry) : path === entry;
      if (matches && entry.length > bestLength) [best, bestLength] = [zone, entry.length];
    }
  }
  return best;
}
