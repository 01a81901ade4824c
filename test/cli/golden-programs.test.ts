/** Golden bits leave out no kernel and no primitive, and one wrong bit of either is told. */

import { expect, test } from "vitest";
import { examine, thisInstallation } from "../../cli/examination.ts";
import { GOLDEN_PROGRAMS, goldenModule, rerun } from "../../cli/golden-programs.ts";
import { recomputeBits } from "../../src/engine/golden-bits.ts";
import { createKernel, type KernelExports } from "../../src/engine/kernel.ts";
import { RUNTIME_FUNCTIONS } from "../../src/machine/bytecode/runtime-function.ts";
import { PRIMITIVES } from "../../src/machine/primitives/index.ts";

/** What computes nothing: memory and its objects, threads. */
const ROOM = [
  "check_rows",
  "dup",
  "join_team",
  "list_fill",
  "live_blocks",
  "memory",
  "output_start",
  "region_break",
  "region_start",
  "static_data_end",
  "text_new",
  "write_fixed",
  "write_float",
  "write_int",
];

/** All exports of the artefact, and those that the golden bits of kernels come from. */
function ofBits(): { readonly all: readonly string[]; readonly called: ReadonlySet<string> } {
  const called = new Set<string>();
  let all: readonly string[] = [];
  recomputeBits((memory, imports) => {
    const kernel: KernelExports = { ...createKernel(memory, imports) };
    all = Object.keys(kernel);
    return new Proxy(kernel, {
      get: (_, name: string) => {
        called.add(name);
        return kernel[name];
      },
    });
  });
  return { all, called };
}

/** Primitives that the golden programs call, as exports of the artefact. */
function calledByPrograms(): ReadonlySet<string> {
  const modules = GOLDEN_PROGRAMS.map((program) => goldenModule(program).module);
  const code = modules.flatMap(({ functions }) => functions.flatMap((each) => each.code));
  const ids = new Set(code.map((each) => (each.op === "primitive" ? each.primitive : null)));
  const called = PRIMITIVES.filter(({ id }) => ids.has(id));
  return new Set(
    called.flatMap(({ implementation }) =>
      implementation.kind === "kernel" ? [implementation.export] : [],
    ),
  );
}

test("every export of the artefact has golden bits, or computes nothing", () => {
  const [{ all, called }, programs] = [ofBits(), calledByPrograms()];
  const isCovered = (name: string): boolean =>
    called.has(name) || programs.has(name) || Object.hasOwn(RUNTIME_FUNCTIONS, name);
  const rest = all.filter((name) => !isCovered(name) && !name.startsWith("scratch_bytes"));
  expect(rest.toSorted()).toEqual(ROOM);
});

test("every primitive that a kernel does has golden bits", () => {
  const [{ called }, programs] = [ofBits(), calledByPrograms()];
  const left = PRIMITIVES.filter(({ implementation }) => {
    if (implementation.kind === "instruction") return false;
    return !called.has(implementation.export) && !programs.has(implementation.export);
  });
  expect(left.map(({ name }) => name)).toEqual([]);
});

// after a meant change: the hash that is received
test.for(GOLDEN_PROGRAMS.map((program) => [program.name, program] as const))(
  "%s",
  ([, program]) => {
    expect(rerun(program).hash).toBe(program.hash);
  },
);

test("another bit that a program prints is told", () => {
  const changed = {
    ...thisInstallation(),
    rerun: (program: (typeof GOLDEN_PROGRAMS)[number]) => ({
      ...program,
      hash: program.name === "maps" ? "0" : program.hash,
    }),
  };
  const { findings, differing } = examine(changed);
  expect(differing).toEqual(["maps"]);
  expect(findings.filter(({ isFine }) => !isFine).map(({ name }) => name)).toEqual(["programs"]);
});

test("a program that traps says so in place of its hash", () => {
  const broken = { name: "broken", code: 'print "{[1][2]}"', hash: "" };
  expect(rerun(broken).hash).toContain("index 2 is outside");
});
