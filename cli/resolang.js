#!/usr/bin/env node
/** The command as it is installed: checks the version of Node, then loads the built program. */
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(
    `resolang needs Node 22.12 or newer, and this is Node ${process.versions.node}.\n` +
      "In a clone of the repository `npx resolang …` brings its own Node.\n",
  );
  process.exit(4);
}
const { main } = await import("../dist/main.js");
process.exitCode = await main(process.argv);
