/** `resolang verify RECEIPT`: runs what a receipt claims again, and compares bit for bit. */

import {
  compareRun,
  type Difference,
  type Receipt,
  repetitionOf,
  type Tier,
  unseal,
} from "../../src/index.ts";
import type { CommandEntry } from "../command.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { tierOf } from "../input/run-options.ts";
import { runModule } from "../outcome.ts";
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
    "column and bit.",
  options: [
    { flags: "--json", summary: "print one JSON object, schema resolang.verify/1" },
    { flags: "--tier <name>", summary: "wasm (default) or interpreter; the answer is the same" },
  ],
  examples: [
    { command: "resolang verify r.json", meaning: "the same bits on this machine?" },
    { command: "resolang verify r.json grid.reso", meaning: "and from this source?" },
  ],
  run: async (shell, { arguments: [path, sourcePath], options }) => {
    const tier = tierOf(options["tier"]);
    const { receipt, changes } = unseal(shell.readText(path), path);
    const source = sourcePath === undefined ? undefined : loadProgram(shell, sourcePath);
    if (source === null) return EXIT_CODES.problems.code;
    const differences =
      receipt === null
        ? changes.map((message): Difference => ({ field: "file", message }))
        : [...compareSource(receipt, source, sourcePath), ...(await repeat(receipt, tier, path))];
    const isIdentical = differences.length === 0;
    if (options["json"] === true) {
      const result = receipt?.result ?? null;
      const answer = { schema: "resolang.verify/1", identical: isIdentical, result, differences };
      shell.out.write(`${JSON.stringify(answer)}\n`);
    } else writeAnswer(shell, receipt, differences);
    return isIdentical ? EXIT_CODES.fine.code : EXIT_CODES.problems.code;
  },
};

async function repeat(receipt: Receipt, tier: Tier, path: string): Promise<readonly Difference[]> {
  const repetition = repetitionOf(receipt, path);
  if ("difference" in repetition) return [repetition.difference];
  const { verified, input } = repetition;
  return compareRun(receipt, verified, await runModule(verified, { ...input, tier }));
}

function compareSource(
  receipt: Receipt,
  source: LoadedProgram | undefined,
  path: string,
): readonly Difference[] {
  if (source === undefined || source.id === receipt.program) return [];
  const ids = `it compiles to ${source.id}, and the receipt is of ${receipt.program}`;
  return [{ field: "program", message: `${path} is another program: ${ids}` }];
}

function writeAnswer(
  shell: Shell,
  receipt: Receipt | null,
  differences: readonly Difference[],
): void {
  const palette = paletteOf(shell.out);
  if (differences.length === 0 && receipt !== null) {
    shell.out.write(`${palette.good("identical")}: ${receipt.result}\n`);
    return;
  }
  const what = receipt === null ? "changed" : "different";
  const why = receipt === null ? ": the file is not as it was written, so nothing was run" : ":";
  shell.out.write(`${palette.error(what)}${why}\n`);
  for (const { message } of differences) shell.out.write(`  ${message}\n`);
}
