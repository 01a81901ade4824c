/**
 * How the tests run: all of `test/`, with the kernel artefact built first where its sources
 * changed, and everything where nothing has been built.
 */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["scripts/build-kernel.ts", "scripts/build-where-missing.ts"],
    setupFiles: ["test/seed.ts"],
    // `UPDATE=1` rewrites every file of expectations, those of the runner's own kind too.
    ...(process.env["UPDATE"] === "1" ? { update: true } : {}),
    // Files share a process: nothing of ours keeps state that a test could see.
    isolate: false,
    testTimeout: 60_000,
  },
});
