/** The style of the repository: each rule finds what is planted for it, and nothing in the tree. */
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { everywhereRule, marksRule, placesRule, pureRule } from "./tidy/bans.ts";
import { functionsOf } from "./tidy/functions.ts";
import { blankWords } from "./tidy/blank.ts";
import { importRule } from "./tidy/imports.ts";
import { referenceRule } from "./tidy/references.ts";
import {
  fileLengthRule,
  functionLengthRule,
  headerRule,
  identifierRule,
  nameRule,
  topLevelRule,
  widthRule,
} from "./tidy/shape.ts";
import { readTree, treeFile } from "./tidy/tree.ts";
import type { Rule, TreeFile } from "./tidy/tree.ts";
import { zoneOf, ZONES } from "./tidy/zones.ts";

const RULES: readonly Rule[] = [
  importRule,
  pureRule,
  everywhereRule,
  marksRule,
  placesRule,
  headerRule,
  topLevelRule,
  widthRule,
  fileLengthRule,
  functionLengthRule,
  nameRule,
  identifierRule,
  referenceRule,
];

const H = "/** Planted. */\n";
const LONG_BODY = "  step();\n".repeat(70);

/** A rule, a file that breaks it, and a piece of what the rule says about it. */
const PLANTED: readonly [rule: Rule, path: string, text: string, says: string][] = [
  [
    importRule,
    "src/source/a.ts",
    `${H}import { a } from "../bytes/b.ts";`,
    "source may not import",
  ],
  [topLevelRule, "trace.log", "a trace of a tool", "top level"],
  [importRule, "src/engine/a.ts", `${H}import type { A } from "../machine/run.ts";`, "may import"],
  [importRule, "src/machine/wasm/a.ts", `${H}export { a } from "../verify/b.ts";`, "verify"],
  [importRule, "src/machine/verify/a.ts", `${H}import {\n  a,\n} from "../wasm/b.ts";`, "wasm"],
  [importRule, "src/machine/run.ts", `${H}import "../../grammar/lexer.ts";`, "grammar"],
  [importRule, "src/language/a.ts", `${H}const a = import("../machine/run.ts");`, "run"],
  [importRule, "cli/a.ts", `${H}import { a } from "../src/bytes/hash.ts";`, "index"],
  [importRule, "src/language/a.ts", `${H}import { a } from "chevrotain";`, "no package"],
  [importRule, "src/source/a.ts", `${H}import { a } from "node:fs";`, "node:fs"],
  [importRule, "src/machine/a.ts", H, "belongs to no zone"],
  [importRule, "src/helpful/a.ts", H, "belongs to no zone"],
  [pureRule, "src/engine/a.ts", `${H}const now = Date.now();`, "ticks"],
  [pureRule, "src/engine/a.ts", `${H}const a = Math.random();`, "seed"],
  [pureRule, "src/engine/a.ts", `${H}const a = Math.sin(1);`, "kernel"],
  [pureRule, "src/machine/values/a.ts", `${H}const a = b ** c;`, "multiply"],
  [pureRule, "src/language/a.ts", `${H}const a = 10 ** 3;`, "multiply"],
  [pureRule, "src/language/a.ts", `${H}names.sort((a, b) => a.localeCompare(b));`, "locale"],
  [pureRule, "grammar/a.ts", `${H}export async function a() {}`, "wait"],
  [pureRule, "src/pipeline.ts", `${H}console.log(1);`, "reads and writes nothing"],
  [pureRule, "src/source/a.ts", `${H}const a = \`\${process.argv}\`;`, "reads and writes nothing"],
  [pureRule, "src/machine/run.ts", `${H}const run = new Function("a");`, "derive"],
  [pureRule, "src/bytes/a.ts", `${H}const a = new WeakRef(b);`, "owner"],
  [everywhereRule, "cli/a.ts", `${H}export * from "./b.ts";`, "one by one"],
  [everywhereRule, "cli/a.ts", `${H}export default 1;`, "export a name"],
  [everywhereRule, "test/a.test.ts", `${H}test.only("a", () => {});`, "one file"],
  [everywhereRule, "test/a.test.ts", `${H}describe.concurrent.only("a", () => {});`, "one file"],
  [marksRule, "src/a.ts", `${H}// FIXME later`, "do it"],
  [marksRule, "README.md", "TODO: write", "do it"],
  [marksRule, "README.md", "a\n<<<<<<< HEAD\nb", "two changes met"],
  [placesRule, "src/a.ts", `${H}const a = "/home/anna/a.reso";`, "one machine"],
  [placesRule, "package-lock.json", `"resolved": "https://example.org/a.tgz"`, "host"],
  [placesRule, ".npmrc", "registry=https://registry.example.org/", "host"],
  [headerRule, "src/a.ts", "export const a = 1;", "one sentence"],
  [headerRule, "src/a.ts", "/** */\nexport const a = 1;", "one sentence"],
  [headerRule, "cli/a.js", "#!/usr/bin/env node\nrun();", "one sentence"],
  [widthRule, "src/a.ts", `${H}// ${"word ".repeat(20)}`, "103 columns"],
  [widthRule, "examples/a.reso", `// ${"ω".repeat(98)}`, "101 columns"],
  [fileLengthRule, "src/a.ts", `${H}${"step();\n".repeat(400)}`, "401 lines"],
  [functionLengthRule, "src/a.ts", `${H}function long(): void {\n${LONG_BODY}}`, "long has 72"],
  [functionLengthRule, "src/a.ts", `${H}const long = () => {\n${LONG_BODY}};`, "=> has 72"],
  [functionLengthRule, "src/a.ts", `${H}class A {\n  b(c: D): E {\n${LONG_BODY}  }\n}`, "b has 72"],
  [functionLengthRule, "src/a.ts", `${H}function f(): { a: A } {\n${LONG_BODY}}`, "f has 72"],
  [nameRule, "src/utils/a.ts", H, '"utils" says nothing'],
  [nameRule, "src/text-helper.ts", H, '"helper" says nothing'],
  [nameRule, "src/TextView.ts", H, "kebab-case"],
  [identifierRule, "src/a.ts", `${H}export class ReceiptManager {}`, '"manager" says nothing'],
  [identifierRule, "src/a.ts", `${H}export function misc(): void {}`, '"misc" says nothing'],
  [referenceRule, "src/lonely.ts", H, "not imported"],
  [referenceRule, "examples/data/lonely.csv", "a,b", "not imported"],
];

/** Files that look wrong to a careless eye, and are not. */
const INNOCENT: readonly TreeFile[] = [
  treeFile("src/source/span.ts", `${H}// Date.now() and Math.sin in a comment, import "fs"\n`),
  treeFile(
    "src/source/text.ts",
    `${H}const a = /"Date\\/[/]/u.test("Date");\nconst b = 2 ** 53;\n`,
  ),
  treeFile(
    "src/machine/limits.ts",
    `${H}export const a = \`from "node:fs" \${b({ c: 1 })} await\`;\n`,
  ),
  treeFile("src/machine/run.ts", `${H}export const TABLE = {\n${"  a: 1,\n".repeat(100)}};\n`),
  treeFile("src/fault.ts", `${H}for (const a of b) {\n${LONG_BODY}}\n`),
  treeFile("src/index.ts", `${H}import { a } from "./machine/run.ts";\nimport "./fault.ts";\n`),
  treeFile("src/pipeline.ts", `${H}import "./source/span.ts";\nimport "./source/text.ts";\n`),
  treeFile("cli/main.ts", `${H}import "../src/index.ts";\nconst a = await import("node:fs");\n`),
  treeFile("cli/resolang.cjs", `#!/usr/bin/env node\n${H}await import("../dist/main.js");\n`),
  treeFile(
    "README.md",
    "cli/main.ts, limits.ts, pipeline.ts, examples/data, https://example.org/home/a",
  ),
  treeFile("examples/data/lines.csv", "from,to"),
];

describe("each rule finds what is planted", () => {
  const planted = PLANTED.map((row) => [row[0].name, row[1], row[3], row] as const);
  test.for(planted)("%s: %s (%s)", ([, , , [rule, path, text, says]]) => {
    const found = rule.check([treeFile(path, text)]);
    expect(found.map((violation) => violation.message).join("\n")).toContain(says);
    expect(found.every((violation) => violation.path === path)).toBe(true);
  });

  test("every rule has something planted", () => {
    const planted = new Set(PLANTED.map(([rule]) => rule));
    expect(RULES.filter((rule) => !planted.has(rule))).toEqual([]);
  });

  test("innocent files stay innocent", () => {
    for (const rule of RULES) expect([rule.name, rule.check(INNOCENT)]).toEqual([rule.name, []]);
  });
});

describe("the parts the rules are made of", () => {
  test("blanking keeps length, lines and code", () => {
    const text = 'a("{"); // {\nb(`x${c({ d: "}" })}y\n`) / e / f; /[/{]/u.test(g);';
    const code = blankWords(text);
    expect(code.length).toBe(text.length);
    expect(code.replaceAll(/\s+/gu, " ")).toBe("a( ); b(` ${c({ d: })} `) / e / f; .test(g);");
  });

  test("functions are told from blocks, tables and types", () => {
    const code = "type A = { b: C };\nif (d) { e(); }\nfunction f(g = h()): I { return { j: 1 }; }";
    expect(functionsOf(code).map(({ name }) => name)).toEqual(["f"]);
  });

  test("zones name only zones", () => {
    const names = new Set(ZONES.map(({ name }) => name));
    expect(ZONES.flatMap(({ imports }) => imports).filter((name) => !names.has(name))).toEqual([]);
    expect(zoneOf("src/machine/types/unit.ts")?.name).toBe("types");
  });
});

describe("the repository keeps the rules", () => {
  const tree = readTree(fileURLToPath(new URL("../", import.meta.url)));

  test("the tree is read", () => {
    const paths = tree.map(({ path }) => path);
    expect(paths).toContain("src/fault.ts");
    expect(paths).toContain("test/tidy.test.ts");
    expect(paths.filter((path) => path.includes("node_modules"))).toEqual([]);
  });

  test.for(RULES.map((rule) => [rule.name, rule] as const))("%s", ([, rule]) => {
    const lines = rule.check(tree).map(({ path, line, message }) => `${path}:${line}: ${message}`);
    expect(lines.join("\n")).toBe("");
  });
});
