/** Every fault, exit code and limit of the tables is brought about by a command, and says so. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { EXIT_CODES, exitCodeOf } from "../../cli/exit-codes.ts";
import { FAULTS, type FaultCode, LIMITS, TIERS } from "../../src/index.ts";
import { type Cause, EXIT_CAUSES, FAULT_CAUSES, FILES, LIMIT_CAUSES } from "./causes.ts";
import { call } from "./script.ts";

const folder = mkdtempSync(join(tmpdir(), "resolang-causes-"));

beforeAll(() => {
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, "folder"));
  // A link to itself can be read by nobody, not even by the owner of the machine.
  symlinkSync("loop.reso", join(folder, "loop.reso"));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function expectCause({ words, exit, says }: Cause): Promise<void> {
  const called = await call(words.split(" "), { folder });
  expect(called.out + called.err).toContain(says);
  expect(called.exit).toBe(exit);
}

test.for(Object.entries(FAULT_CAUSES))("fault %s", async ([code, cause]) => {
  const grow = vi.spyOn(WebAssembly.Memory.prototype, "grow");
  if (code === "machine/memory") {
    grow.mockImplementation(() => {
      throw new RangeError("no memory");
    });
  }
  const interrupting = setInterval(() => {
    if (code === "machine/interrupted") process.emit("SIGINT");
  }, 100);
  try {
    await expectCause(cause);
    expect(cause.exit).toBe(exitCodeOf(code as FaultCode));
  } finally {
    clearInterval(interrupting);
    grow.mockRestore();
  }
});

test("JSON that nests too deep is told from JSON that is broken", async () => {
  const { err, exit } = await call(["run", "list.reso", "--xs", "@deep.json"], { folder });
  expect(err).toBe("error: deep.json nests deeper than files are read\n");
  expect(exit).toBe(4);
});

test.for(Object.entries(EXIT_CAUSES))("exit code of %s", async ([name, cause]) => {
  await expectCause(cause);
  expect(cause.exit).toBe(EXIT_CODES[name as keyof typeof EXIT_CAUSES].code);
});

test.for(Object.entries(LIMIT_CAUSES))("limit %s", async ([, cause]) => {
  for (const tier of TIERS) {
    const called = await call(cause.words.replace("run", `run --tier ${tier}`).split(" "), {
      folder,
    });
    expect(called.err).toContain(cause.says);
    expect(called.exit).toBe(cause.exit);
  }
});

test("the tables have nothing else", () => {
  expect(Object.keys(FAULT_CAUSES)).toEqual(Object.keys(FAULTS));
  expect(Object.keys(LIMIT_CAUSES)).toEqual(Object.keys(LIMITS));
  expect([...Object.keys(EXIT_CAUSES), "bug", "interrupted"]).toEqual(Object.keys(EXIT_CODES));
});
