/** The examples have the same results and receipts in both tiers and on every host. */

import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { NODE_VERSIONS } from "../node-versions.ts";

const script = fileURLToPath(new URL("results-on-host.ts", import.meta.url));

/** The results that were found first, which the other hosts have to find too. */
let expected: Readonly<Record<string, string>> | undefined;

test.for(NODE_VERSIONS)("$name", ({ command, flags }) => {
  const options = ["--experimental-strip-types", "--disable-warning=ExperimentalWarning"];
  const printed = execFileSync(command, [...options, ...flags, script], { encoding: "utf8" });
  const found = JSON.parse(printed) as Readonly<Record<string, string>>;
  for (const [name, value] of Object.entries(found)) {
    expect([name, found[name.replace("interpreter", "wasm")]]).toEqual([name, value]);
  }
  expected ??= found;
  expect(found).toEqual(expected);
});
