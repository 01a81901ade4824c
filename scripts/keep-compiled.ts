/**
 * Keeps beside the scripts of the command what the host compiles of them, so that a process finds
 * their functions compiled: the host itself compiles most of them when they are first called, and
 * keeps none of those.
 *
 * The command is called as its users call it, each time in a process that keeps in addition what
 * it has compiled (scripts/keeping-call.ts). Whatever no call here uses is compiled when it is
 * needed.
 */

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process, { env, execPath } from "node:process";
import { fileURLToPath } from "node:url";

const KEEPING_CALL = fileURLToPath(new URL("keeping-call.ts", import.meta.url));
const EXAMPLES = fileURLToPath(new URL("../examples/", import.meta.url));

const GRID = "--nodes @data/new-england-39-nodes.csv --lines @data/new-england-39-lines.csv";

/** Words of the command, among the examples. */
const CALLS = [
  "run hello.reso",
  // now it is known
  "run hello.reso --count 2",
  "run bank.reso",
  "run dijkstra.reso",
  "run kuramoto.reso --n 50",
  "run lorenz.reso",
  `run new-england.reso ${GRID}`,
  "run --json queens.reso",
  "check bank.reso BROKEN",
  "fmt --check hello.reso",
  "test hello.reso",
  "sweep hello.reso --count 1,2",
  "compile --out COMPILED hello.reso",
  "explain sqrt",
  "--help",
];

/** Reports are part of what users see. */
const BROKEN_PROGRAM = "fn main() {\n  let period: Float[s] = 2[Hz]\n  print perod\n}\n";
/** As `cli/exit-codes.ts` has it. */
const WITH_PROBLEMS = 1;

/** A slow machine takes some seconds for a call. */
const MOST_MILLISECONDS = 120_000;

/** Keeps what is compiled in each of the calls. Without it the command only starts later. */
export function keepCompiled(): void {
  const folder = mkdtempSync(join(tmpdir(), "resolang-compiled-"));
  try {
    const files: Readonly<Record<string, string>> = {
      BROKEN: join(folder, "broken.reso"),
      COMPILED: join(folder, "compiled.resoc"),
    };
    writeFileSync(files["BROKEN"], BROKEN_PROGRAM);
    for (const call of CALLS) {
      const words = call.split(" ").map((word) => files[word] ?? word);
      const { status, stderr } = spawnSync(execPath, [KEEPING_CALL, ...words], {
        cwd: EXAMPLES,
        // Switches of the host decide whether it takes what was kept.
        env: { ...env, NODE_OPTIONS: "", RESOLANG_CACHE: folder },
        encoding: "utf8",
        timeout: MOST_MILLISECONDS,
      });
      const expected = words.includes(files["BROKEN"]) ? WITH_PROBLEMS : 0;
      if (status !== expected) process.stderr.write(`\`${call}\` fails here:\n${stderr}\n`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
