/**
 * Runs a ResoLang program often, and tells processor time in milliseconds and result of each run.
 *
 * Run: `node scripts/bench-vm/resolang.ts FILE wasm|unmetered|interpreter SIZE TIMES`. Unmetered is
 * the tier of WebAssembly without the charges, to see what they cost. Modules are compiled as the
 * command line does it for every run that takes long.
 */

import { readFileSync } from "node:fs";
import { argv, cpuUsage, stdout } from "node:process";
import { compileHinted } from "../../cli/compile-hinted.ts";
import { DEFAULT_LIMITS } from "../../src/machine/limits.ts";
import { run } from "../../src/machine/run.ts";
import { decodeValue } from "../../src/machine/values/encode.ts";
import { verify } from "../../src/machine/verify/verify.ts";
import { compileProgram } from "../../src/pipeline.ts";

const [path, mode, size, times] = argv.slice(2);
const { module, diagnostics } = compileProgram({ path, text: readFileSync(path, "utf8") });
if (module === null) throw new Error(JSON.stringify(diagnostics));
const checked = verify(module);
if ("refusal" in checked) throw new Error(JSON.stringify(checked.refusal));
const emit = mode === "unmetered" ? { isUnmetered: true } : undefined;

for (let index = 0; index < Number(times); index += 1) {
  const before = cpuUsage();
  const { outputs, trap } = run(checked.verified, {
    parameters: [Number(size)],
    limits: DEFAULT_LIMITS,
    tier: mode === "interpreter" ? "interpreter" : "wasm",
    emit,
    compile: compileHinted,
  });
  const { user, system } = cpuUsage(before);
  if (trap !== null) throw new Error(trap.message);
  const result = decodeValue(module.types, module.outputs[0].type, outputs[0][0]);
  stdout.write(`${(user + system) / 1000} ${String(result)}\n`);
}
