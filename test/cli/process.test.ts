/** What only a process of its own shows: ends of streams, full disks, signals, and our bugs. */

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { commandLine } from "../../cli/command-line.ts";
import { shellOn } from "../../cli/process-shell.ts";

const folder = mkdtempSync(join(tmpdir(), "resolang-process-"));
const root = fileURLToPath(new URL("../../", import.meta.url));

/** Starts the sources, so that no build is needed; a file, as workers refuse `--input-type`. */
const START = `const { main } = await import(${JSON.stringify(join(root, "cli/main.ts"))});
process.exitCode = await main(process.argv);`;
const startFolder = mkdtempSync(join(tmpdir(), "resolang-start-"));
const startFile = join(startFolder, "resolang.mjs");
const NODE = ["--disable-warning=ExperimentalWarning", "--experimental-strip-types", startFile];

const ROWS = `output rows: Int

fn main() {
  for i in 0..20000 {
    print "{i}"
    emit rows = i
  }
}
`;
/** Its reports are more than a pipe holds. */
const BROKEN = `fn main() {\n${"  unknown()\n".repeat(2000)}}\n`;
const TAKING = `param xs: List[Int]

fn main() {
  print "{xs}"
}
`;
const ENDLESS = `fn main() {
  print "started"
  loop { }
}
`;

/** Threads share its kernels, and it takes hours. */
const HUGE = `fn main() {
  var population = Population.lorentzian(100_000, 1[1/s])
  population.evolve(1[1/s], dt: 10ms, steps: 10_000_000)
}
`;

beforeAll(() => {
  writeFileSync(startFile, START);
  writeFileSync(join(folder, "broken.reso"), BROKEN);
  writeFileSync(join(folder, "rows.reso"), ROWS);
  writeFileSync(join(folder, "taking.reso"), TAKING);
  writeFileSync(join(folder, "endless.reso"), ENDLESS);
  writeFileSync(join(folder, "huge.reso"), HUGE);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
  rmSync(startFolder, { recursive: true });
});

/** Runs a line of shell in which `resolang` is the command. */
function shell(line: string): { out: string; err: string; exit: number | null } {
  const words = [process.execPath, ...NODE].map((word) => `'${word.replaceAll("'", "'\\''")}'`);
  const script = `resolang() { ${words.join(" ")} "$@"; }\n${line}`;
  const done = spawnSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" });
  return { out: done.stdout, err: done.stderr, exit: done.status };
}

test("a reader that goes away is no error", () => {
  const { out, err, exit } = shell("resolang run rows.reso | head -n 1; echo ${PIPESTATUS[0]}");
  expect(out).toBe("0\n0\n");
  expect(err.replace(/^result.*\n/u, "")).toBe("");
  expect(exit).toBe(0);
});

test("a program with problems has them also where nobody reads of them", () => {
  const { exit } = shell("resolang check broken.reso --json | true; exit ${PIPESTATUS[0]}");
  expect(exit).toBe(1);
});

test("standard output that cannot be written is one", () => {
  const { err, exit } = shell("resolang run rows.reso > /dev/full");
  expect(err).toContain("error: standard output cannot be written");
  expect(exit).toBe(4);
});

test("a receipt that does not fit leaves the old one, and nothing beside it", () => {
  writeFileSync(join(folder, "r.json"), "the old one");
  const { out, err, exit } = shell(
    "ulimit -f 4; resolang run --receipt r.json rows.reso | tail -n 1",
  );
  expect(err).toContain(
    "r.json cannot be written: the file may not become so large; what stands there is unchanged",
  );
  expect(out).toContain("19999");
  expect(exit).toBe(0);
  expect(readFileSync(join(folder, "r.json"), "utf8")).toBe("the old one");
  expect(readdirSync(folder).toSorted()).toEqual([
    "broken.reso",
    "endless.reso",
    "huge.reso",
    "r.json",
    "rows.reso",
    "taking.reso",
  ]);
});

test("a receipt goes into a device without replacing it", () => {
  const { exit } = shell("resolang run --receipt /dev/null rows.reso > /dev/null");
  expect(exit).toBe(0);
  expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});

test("standard input is read", () => {
  expect(shell("resolang run - < rows.reso | head -n 2").out).toBe("0\n1\n");
});

test("standard input is waited for, even where the pipe does not make its reader wait", () => {
  const late = "(sleep 0.3; head -n 5 rows.reso; sleep 0.3; tail -n +6 rows.reso)";
  // A process that touches its standard output makes the pipe behind it answer at once.
  const touching = `'${process.execPath}' -e 'process.stdout; setTimeout(() => {}, 1500)'`;
  expect(shell(`(${touching} & ${late}; wait) | resolang run - | tail -n 1`)).toMatchObject({
    out: "19999\n",
    exit: 0,
  });
});

test.each(["check /dev/zero", "run taking.reso --xs @/dev/zero", "check -", "fmt --stdin"])(
  "endless input ends: %s",
  (words) => {
    const { err, exit } = shell(`resolang ${words} < /dev/zero`);
    expect(err).toMatch(
      /is not read to its end: no (program|data) file may have more than \d+ MiB/u,
    );
    expect(exit).toBe(4);
  },
);

test.each([["endless.reso"], ["huge.reso", "--threads", "2"]])(
  "Ctrl-C ends a run",
  async (...words) => {
    const running = spawn(process.execPath, [...NODE, "run", ...words], { cwd: folder });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(running.exitCode).toBeNull();
    running.kill("SIGINT");
    const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => {
      running.once("exit", (exitCode, exitSignal) => {
        resolve([exitCode, exitSignal]);
      });
    });
    // A shell reports the signal as 130.
    expect([130, "SIGINT"]).toContain(code ?? signal);
  },
);

test("--timeout ends a run whose kernels threads share", () => {
  const { out, err, exit } = shell("resolang run --timeout 2 --threads 2 huge.reso");
  expect(out).toBe("");
  expect(err).toContain("--timeout ended the run after");
  expect(exit).toBe(4);
});

test("a bug of ours says so", async () => {
  const said: string[] = [];
  const shellWithBug = shellOn({
    out: {
      write: () => {
        throw new TypeError("planted");
      },
    },
    err: { write: (text) => said.push(text) },
    environment: {},
    folder,
    readInput: () => new TextEncoder().encode(ROWS),
  });
  expect(await commandLine(["run", "-"], shellWithBug)).toBe(70);
  expect(said.join("")).toMatch(/this is a bug in resolang: an unexpected error\.[^]*planted/u);
  expect(said.join("")).toContain('command: resolang "run" "-"');
  const [, kept] = /What standard input held is in (\S+)\.\n$/u.exec(said.join("")) ?? [];
  expect(readFileSync(kept, "utf8")).toBe(ROWS);
  rmSync(dirname(kept), { recursive: true });
});
