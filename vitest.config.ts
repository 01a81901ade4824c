/** How the tests run: all of `test/`, with the kernel artefact built first where its sources changed. */
import { defineConfig } from "vitest/config";

const config = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["scripts/build-kernel.ts"],
    reporters: ["default"],
    testTimeout: 60_000,
  },
});

export { config as default };
