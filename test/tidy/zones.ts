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

const BELOW_BYTECODE = ["source", "bytes", "types", "tables", "engine", "values", "primitives"];
const BELOW_TIERS = [...BELOW_BYTECODE, "bytecode"];
const MACHINE = ["region", "verify", "interpreter", "wasm", "run", "receipt", "confirm"];
const EVERYTHING = [...BELOW_TIERS, ...MACHINE, "grammar", "language"];

/** Every zone; a script outside of all of them is a violation. */
export const ZONES: readonly Zone[] = [
  { name: "fault", paths: ["src/fault.ts"], imports: [], pure: true },
  { name: "source", paths: ["src/source/"], imports: [], pure: true },
  { name: "bytes", paths: ["src/bytes/"], imports: [], packages: ["node:crypto"], pure: true },
  { name: "kernel", paths: ["src/engine/kernel/assembly/"], imports: [], pure: true },
  { name: "engine", paths: ["src/engine/"], imports: ["bytes"], pure: true },
  { name: "types", paths: ["src/machine/types/"], imports: [], pure: true },
  // The tables that every part of the machine reads.
  {
    name: "tables",
    paths: ["src/machine/trap.ts", "src/machine/limits.ts", "src/machine/bulk-costs.ts"],
    imports: ["types"],
    pure: true,
  },
  {
    name: "values",
    paths: ["src/machine/values/"],
    imports: ["types", "bytes", "engine", "tables"],
    pure: true,
  },
  {
    name: "primitives",
    paths: ["src/machine/primitives/"],
    imports: ["types", "values", "engine", "tables"],
    pure: true,
  },
  {
    name: "bytecode",
    paths: ["src/machine/bytecode/"],
    imports: ["types", "values", "primitives", "bytes", "source", "tables"],
    pure: true,
  },
  {
    name: "region",
    paths: ["src/machine/region.ts", "src/machine/trapped.ts"],
    imports: BELOW_TIERS,
    pure: true,
  },
  { name: "verify", paths: ["src/machine/verify/"], imports: BELOW_TIERS, pure: true },
  {
    name: "interpreter",
    paths: ["src/machine/interpreter/"],
    imports: [...BELOW_TIERS, "region"],
    pure: true,
  },
  { name: "wasm", paths: ["src/machine/wasm/"], imports: [...BELOW_TIERS, "region"], pure: true },
  {
    name: "run",
    paths: ["src/machine/run.ts"],
    imports: [...BELOW_TIERS, "region", "verify", "interpreter", "wasm"],
    pure: true,
  },
  {
    name: "receipt",
    paths: ["src/machine/receipt/"],
    imports: [...BELOW_TIERS, "run"],
    packages: ["cborg"],
    pure: true,
  },
  {
    name: "confirm",
    paths: ["src/machine/confirm.ts"],
    imports: [...BELOW_TIERS, "run", "verify", "receipt"],
    pure: true,
  },
  {
    name: "grammar",
    paths: ["grammar/"],
    imports: ["source"],
    packages: ["chevrotain"],
    pure: true,
  },
  {
    name: "language",
    paths: ["src/language/"],
    imports: ["grammar", "source", "types", "values", "primitives", "bytecode", "tables"],
    pure: true,
  },
  { name: "pipeline", paths: ["src/pipeline.ts"], imports: EVERYTHING, pure: true },
  { name: "index", paths: ["src/index.ts"], imports: [...EVERYTHING, "pipeline", "package"] },
  {
    name: "cli",
    paths: ["cli/"],
    imports: ["index", "package"],
    packages: ["node:", "commander", "csv-parse"],
  },
  { name: "package", paths: ["package.json"], imports: [] },
  { name: "built", paths: ["dist/"], imports: [] },
  { name: "shim", paths: ["cli/resolang.js"], imports: ["built"] },
  {
    name: "scripts",
    paths: ["scripts/"],
    imports: [...EVERYTHING, "pipeline", "index", "cli", "kernel", "package", "test"],
    packages: ["node:", "esbuild", "assemblyscript", "fast-check"],
  },
  {
    name: "test",
    paths: ["test/", "vitest.config.ts"],
    imports: [...EVERYTHING, "pipeline", "index", "cli", "scripts", "package", "kernel"],
    packages: ["node:", "vitest", "fast-check", "cborg", "assemblyscript"],
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
