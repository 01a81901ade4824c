/**
 * Makes everything that runs from `dist/`: the kernel artefact, derived files, the bundle, and what
 * this Node compiles of it.
 */

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";
import { buildKernel } from "./build-kernel.ts";
import { buildLayers } from "./bundle-layers.ts";
import { changedImports, KERNEL_FILE, PRELUDE_FILE, preludeBytes } from "./bundle-plugins.ts";
import { keepCompiled } from "./keep-compiled.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** A hash of everything that the compiler is made of, for the cache of what it has compiled. */
function buildHash(): string {
  const hash = createHash("sha256");
  for (const folder of ["cli", "grammar", "src"]) {
    const paths = readdirSync(`${root}${folder}`, { recursive: true, encoding: "utf8" });
    for (const path of paths.toSorted()) {
      if (/\.(?:ts|js)$/u.test(path))
        hash.update(path).update(readFileSync(`${root}${folder}/${path}`));
    }
  }
  return hash.update(readFileSync(`${root}package-lock.json`)).digest("hex");
}

buildKernel();
// Loaded only now: some of the tables behind derived files import the artefact.
const { kernelBytes } = await import("../src/engine/kernel.ts");
const { derive } = await import("./derive.ts");
derive();
rmSync(`${root}dist`, { recursive: true, force: true });
mkdirSync(`${root}dist`);
writeFileSync(`${root}dist/${KERNEL_FILE}`, kernelBytes());
writeFileSync(`${root}dist/${PRELUDE_FILE}`, preludeBytes());
const shared: BuildOptions = {
  absWorkingDir: root,
  outdir: "dist",
  bundle: true,
  platform: "node",
  target: "node22",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "linked",
  define: {
    "process.env.NODE_ENV": '"production"',
    RESOLANG_BUILD: JSON.stringify(buildHash()),
  },
  logLevel: "warning",
};
// The command is CommonJS in which files are evaluated when they are first needed: that starts much
// sooner than modules do.
const command: BuildOptions = {
  ...shared,
  format: "cjs",
  outExtension: { ".js": ".cjs" },
  plugins: [changedImports(true)],
  define: { ...shared.define, "import.meta.url": "urlOfBundle" },
};
const bannerOfUrl = 'const urlOfBundle = require("node:url").pathToFileURL(__filename).href;';
await buildLayers(
  [
    { name: "main", roots: ["cli/main.ts"] },
    {
      name: "compiler",
      roots: ["cli/program.ts", "src/machine/keep-program.ts", "src/machine/wasm/emit-module.ts"],
    },
    { name: "rest", roots: [], banner: bannerOfUrl },
  ],
  command,
);
await build({
  ...command,
  entryPoints: {
    "watched-run-worker": "cli/watched-run-worker.ts",
    "timed-run-worker": "cli/timed-run-worker.ts",
    "sweep-worker": "cli/sweep/sweep-worker.ts",
    "team-worker": "cli/team-worker.ts",
  },
  banner: { js: bannerOfUrl },
});
await build({
  ...shared,
  entryPoints: { index: "src/index.ts" },
  format: "esm",
  splitting: true,
  plugins: [changedImports(false)],
  // Some of our dependencies are CommonJS and call `require` for modules of Node.
  banner: {
    js: [
      'import { createRequire as createRequireOfBundle } from "node:module";',
      "const require = createRequireOfBundle(import.meta.url);",
    ].join("\n"),
  },
});
keepCompiled();
