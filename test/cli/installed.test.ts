/** The command as it is installed starts on every host, and says what it needs on an older one. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import packageFile from "../../package.json" with { type: "json" };
import { NODE_VERSIONS } from "../node-versions.ts";

const shim = fileURLToPath(new URL("../../cli/resolang.js", import.meta.url));

test.for(NODE_VERSIONS)("$name prints the version", ({ command, flags }) => {
  const printed = execFileSync(command, [...flags, shim, "--version"], { encoding: "utf8" });
  expect(printed).toContain(packageFile.version);
});

test("the shim asks for the Node that package.json asks for", () => {
  const needed = /^>=(?<release>22\.12)\.0$/u.exec(packageFile.engines.node)?.groups?.["release"];
  expect(readFileSync(shim, "utf8")).toContain(`needs Node ${needed} or newer`);
});
