/** The programs that are measured: without reports, and alike in both tiers. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { PROGRAMS } from "../../scripts/bench-vm/programs.ts";
import { DEFAULT_LIMITS } from "../../src/machine/limits.ts";
import { run, type Tier } from "../../src/machine/run.ts";
import { verify } from "../../src/machine/verify/verify.ts";
import { compileProgram } from "../../src/pipeline.ts";

/** Small enough for the interpreter, and too small for nothing to happen. */
const SIZES: Readonly<Record<keyof typeof PROGRAMS, number>> = {
  fib: 15,
  nbody: 20,
  mandelbrot: 20,
  sieve: 1000,
  spectral: 10,
  trees: 1,
  strings: 300,
};

test.each(Object.keys(PROGRAMS) as (keyof typeof PROGRAMS)[])("%s", (program) => {
  const path = `${program}.reso`;
  const text = readFileSync(new URL(`vm/${path}`, import.meta.url), "utf8");
  const { module, diagnostics } = compileProgram({ path, text });
  expect(diagnostics).toEqual([]);
  const checked = verify(module!);
  if ("refusal" in checked) throw new Error(JSON.stringify(checked.refusal));
  const runIn = (tier: Tier, isUnmetered = false) =>
    run(checked.verified, {
      parameters: [SIZES[program]],
      limits: DEFAULT_LIMITS,
      tier,
      emit: isUnmetered ? { isUnmetered } : undefined,
    });
  const reference = runIn("interpreter");
  expect(reference.status).toBe("ok");
  expect(runIn("wasm")).toEqual(reference);
  const unmetered = runIn("wasm", true);
  expect(unmetered.outputs).toEqual(reference.outputs);
  expect(unmetered.fuelUsed).toBeLessThan(reference.fuelUsed);
});
