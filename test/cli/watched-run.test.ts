/** A run that is watched gives what the same run gives unwatched; and how its progress is told. */

import { availableParallelism } from "node:os";
import { expect, test } from "vitest";
import { runModule } from "../../cli/outcome.ts";
import { progressText } from "../../cli/report/progress.ts";
import { DEFAULT_LIMITS } from "../../src/index.ts";
import { verifiedProgram } from "../machine/tiers/programs.ts";

const PROGRAMS = {
  "comes to its end": `output xs: List[Int]

fn main() {
  print "once"
  var sum = 0
  for i in 0..200_000_000 {
    sum = (sum + i) % 1000
  }
  emit xs = [sum]
}
`,
  traps: `fn f(n: Int) -> Int {
  if n == 0 { panic("the end") } else { 1 + f(n - 1) }
}

fn main() {
  print "{f(20)}"
}
`,
};

const silent = { write: () => undefined, isTerminal: false, hasColour: false, columns: 120 };

test.each(Object.entries(PROGRAMS))("a program that %s", async (_, text) => {
  const verified = verifiedProgram(text);
  const input = { parameters: [], limits: DEFAULT_LIMITS, tier: "wasm" } as const;
  const here = await runModule(verified, input, null);
  // the first is soon here, and goes on in a worker; the second begins there
  for (const watch of [{ stream: silent }, { stream: silent, timeout: 600 }]) {
    expect(await runModule(verified, input, watch)).toEqual(here);
  }
});

test.each([
  [{ seconds: 0.2, fuel: 0, isGuessed: true, limit: 1e12 }, "0.2 s"],
  [
    { seconds: 10, fuel: 2e9, isGuessed: false, limit: 1e12 },
    "10 s, 2.0 billion steps, 200.0 million a second, fuel for 83 min more",
  ],
  [
    { seconds: 10, fuel: 2e9, isGuessed: true, limit: 1e12 },
    "10 s, about 2.0 billion steps, 200.0 million a second, fuel for 83 min more",
  ],
  [
    { seconds: 7300, fuel: 900, isGuessed: false, limit: 1000 },
    "2 h, 900 steps, 0 a second, fuel for 14 min more",
  ],
])("progress %o", (progress, text) => {
  expect(progressText(progress)).toBe(text);
});

/** A run that only loops tells nothing while it does. */
const LOOP = `fn main() {
  var sum = 0
  for i in 0..1_000_000_000_000 { sum = (sum + i) % 1000 }
  print sum
}
`;

test("a loop shows signs of life on a terminal, with fuel that is guessed", async () => {
  const texts: string[] = [];
  const write = (text: string): void => {
    texts.push(text);
    if (text.includes("about")) process.emit("SIGINT");
  };
  const input = { parameters: [], limits: DEFAULT_LIMITS, tier: "wasm" } as const;
  const watch = { stream: { ...silent, isTerminal: true, write } };
  const ended = runModule(verifiedProgram(LOOP), input, watch);
  await expect(ended).rejects.toThrow(/interrupted after .* s, about .* steps: nothing is kept/);
  expect(texts.at(-2)).toMatch(/^\r.*running: .* s, about .* steps, .* a second, fuel for/);
  expect(texts.at(-1)).toBe("\r\u001B[K");
});

test("and none in a pipe", async () => {
  const texts: string[] = [];
  const stream = { ...silent, write: (text: string) => texts.push(text) };
  const input = { parameters: [], limits: DEFAULT_LIMITS, tier: "wasm" } as const;
  const ended = runModule(verifiedProgram(LOOP), input, { stream, timeout: 1 });
  await expect(ended).rejects.toThrow(/--timeout ended the run after/);
  expect(texts).toEqual([]);
});

/** Far more work than a test waits for: this run only ends with its team. */
const SHARED = `fn main() {
  var p = Population.lorentzian(32_768, 0.5[1/s])
  p.evolve(2[1/s], dt: 0.001[s], steps: 10_000_000)
}
`;

test.runIf(availableParallelism() > 1)("a thread that is lost ends the run", async () => {
  const input = { parameters: [], limits: DEFAULT_LIMITS, tier: "wasm" } as const;
  const member = new URL("dying-member.ts", import.meta.url);
  const watch = { stream: silent, timeout: 600, member };
  const ended = runModule(verifiedProgram(SHARED), input, watch);
  await expect(ended).rejects.toThrow(/a thread that shares kernels failed: .*this thread fails/);
});
