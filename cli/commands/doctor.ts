/** `resolang doctor`: whether this installation computes the bits that every other one does. */

import type { CommandEntry } from "../command.ts";
import { examine, thisInstallation } from "../examination.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { paletteOf } from "../report/palette.ts";

export const DOCTOR: CommandEntry = {
  name: "doctor",
  arguments: [],
  summary: "recompute the golden bits of every kernel on this machine",
  explanation:
    "Every kernel does fixed work, programs use every primitive in both tiers, and what they " +
    "give is compared with the hashes that were recorded; so are the artefact's hash, Node's " +
    "version, and what a run needs of WebAssembly and memory. Exit code 1 when something " +
    "differs: receipts of this machine are then not to be trusted.",
  options: [{ flags: "--json", summary: "print one JSON object, schema resolang.doctor/1" }],
  examples: [{ command: "resolang doctor", meaning: "the same bits on this machine?" }],
  run: (shell, { options }) => {
    const { findings, differing } = examine(thisInstallation());
    const isFine = findings.every((finding) => finding.isFine);
    if (options["json"] === true) {
      const told = findings.map(({ name, isFine, says }) => ({ name, fine: isFine, says }));
      const answer = { schema: "resolang.doctor/1", fine: isFine, findings: told, differing };
      shell.out.write(`${JSON.stringify(answer)}\n`);
    } else {
      const palette = paletteOf(shell.out);
      for (const { name, isFine, says } of findings) {
        const mark = isFine ? palette.good("fine ") : palette.error("wrong");
        shell.out.write(`${mark}  ${name.padEnd(11)}  ${says}\n`);
      }
    }
    return isFine ? EXIT_CODES.fine.code : EXIT_CODES.problems.code;
  },
};
