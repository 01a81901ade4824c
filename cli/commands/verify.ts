/** `resolang verify RECEIPT`: runs what a receipt claims again, and compares bit for bit. */

import {
  compareRun,
  type Difference,
  Fault,
  type Receipt,
  repetitionOf,
  type Tier,
  unseal,
} from "../../src/index.ts";
import type { CommandEntry } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { THREADS_OPTION, threadsOf, tierOf } from "../input/run-options.ts";
import { runModule } from "../outcome.ts";
import type { Watch } from "../watched-run.ts";
import { loadProgram, type LoadedProgram } from "../program.ts";
import { paletteOf } from "../report/palette.ts";
import type { Shell } from "../shell.ts";

export const VERIFY: CommandEntry = {
  name: "verify",
  arguments: [
    { name: "<receipt>", summary: "written by `resolang run --receipt`" },
    { name: "[file]", summary: "a program, to see whether it is the one of the receipt" },
  ],
  summary: "run what a receipt claims again and compare bit for bit",
  explanation:
    "A receipt carries the module, so no source is needed. The answer is identical (exit code 0) " +
    "or says what differs (1): a field of the file that was changed, or the first output, row, " +
    "column and bit, counted from 0.",
  options: [
    { flags: "--json", summary: "print one JSON object, schema resolang.verify/1" },
    { flags: "--tier <name>", summary: "wasm (default) or interpreter; the answer is the same" },
    THREADS_OPTION,
  ],
  examples: [
    { command: "resolang verify r.json", meaning: "the same bits on this machine?" },
    { command: "resolang verify r.json grid.reso", meaning: "and from this source?" },
  ],
  run: async (shell, { arguments: [path, sourcePath], options }) => {
    const tier = tierOf(options["tier"]);
    if (/\.resoc?$/u.test(path)) throw programForReceipt(path);
    const { receipt, changes } = unseal(shell.readText(path, "data"), path);
    const source = sourcePath === undefined ? undefined : loadProgram(shell, sourcePath);
    if (source === null) return EXIT_CODES.problems.code;
    const watch = { stream: shell.err, threads: threadsOf(options["threads"]) };
    const repetition: Repetition = { path, tier, watch };
    const found = receipt === null ? [] : compareSource(receipt, source, sourcePath);
    if (receipt !== null && changes.length === 0)
      found.push(...(await repeat(receipt, repetition)));
    else if (receipt !== null) found.push(...(await repeatChanged(receipt, repetition)));
    const differences = [...changes.map((message) => ({ field: "file", message })), ...found];
    const isIdentical = differences.length === 0;
    if (options["json"] === true) {
      const result = receipt?.result ?? null;
      const answer = { schema: "resolang.verify/1", identical: isIdentical, result, differences };
      shell.out.write(`${JSON.stringify(answer)}\n`);
    } else writeAnswer(shell, receipt?.result ?? "", changes, found);
    return isIdentical ? EXIT_CODES.fine.code : EXIT_CODES.problems.code;
  },
};

/** How a receipt is run again. */
interface Repetition {
  /** Of the receipt. */
  readonly path: string;
  readonly tier: Tier;
  readonly watch: Watch;
}

function programForReceipt(path: string): Fault {
  const write = `resolang run --receipt r.json ${path}`;
  return new Fault(
    "receipt/unreadable",
    `${path} is a program and no receipt: \`${write}\` writes one`,
  );
}

/** A changed receipt may still be run, to tell what the change means; or it may not. */
async function repeatChanged(
  receipt: Receipt,
  repetition: Repetition,
): Promise<readonly Difference[]> {
  try {
    return await repeat(receipt, repetition);
  } catch (error) {
    if (error instanceof Fault && (error as Fault).code !== "machine/interrupted") return [];
    throw error;
  }
}

async function repeat(
  receipt: Receipt,
  { path, tier, watch }: Repetition,
): Promise<readonly Difference[]> {
  const asked = repetitionOf(receipt, path);
  if ("difference" in asked) return [asked.difference];
  const { verified, input } = asked;
  return compareRun(receipt, verified, await runModule(verified, { ...input, tier }, watch));
}

function compareSource(
  receipt: Receipt,
  source: LoadedProgram | undefined,
  path: string,
): Difference[] {
  if (source === undefined || source.id === receipt.program) return [];
  const ids = `it compiles to ${source.id}, and the receipt is of ${receipt.program}`;
  return [{ field: "program", message: `${path} is another program: ${ids}` }];
}

function writeAnswer(
  shell: Shell,
  result: string,
  changes: readonly string[],
  found: readonly Difference[],
): void {
  const palette = paletteOf(shell.out);
  if (changes.length === 0 && found.length === 0) {
    shell.out.write(`${palette.good("identical")}: ${result}\n`);
    return;
  }
  if (changes.length > 0) {
    shell.out.write(`${palette.error("changed")}: the file is not as it was written\n`);
    for (const message of changes) shell.out.write(`  ${message}\n`);
  }
  if (found.length > 0) {
    shell.out.write(`${palette.error("different")}: not everything that the receipt says is so\n`);
    for (const { message } of found) shell.out.write(`  ${message}\n`);
  }
}
