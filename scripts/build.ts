/** Makes everything that runs from `dist/`: the kernel artefact, derived files, and the bundle. */
import { rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { buildKernel } from "./build-kernel.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** Some of our dependencies are CommonJS and call `require` for modules of Node. */
const REQUIRE = [
  'import { createRequire as createRequireOfBundle } from "node:module";',
  "const require = createRequireOfBundle(import.meta.url);",
].join("\n");

buildKernel();
// Loaded only now: some of the tables behind derived files import the artefact.
const { derive } = await import("./derive.ts");
derive();
rmSync(`${root}dist`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: {
    main: "cli/main.ts",
    index: "src/index.ts",
    "deep-run-worker": "cli/deep-run-worker.ts",
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node22",
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: "linked",
  define: { "process.env.NODE_ENV": '"production"' },
  banner: { js: REQUIRE },
  logLevel: "warning",
});
