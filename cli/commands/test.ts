/** `resolang test [FILES]`: runs test blocks and programs with `// expect:` lines. */

import { dirname } from "node:path";
import {
  type CompiledTest,
  compileTests,
  DEFAULT_LIMITS,
  Fault,
  type Module,
  type ModuleValue,
  type SourceText,
  type Tier,
} from "../../src/index.ts";
import type { CommandEntry } from "../command.ts";
import {
  compareLines,
  type Expectations,
  missedExpectations,
  readExpectations,
} from "../expectations.ts";
import { EXIT_CODES } from "../exit-codes.ts";
import { readParameters } from "../input/parameters.ts";
import { tierOf } from "../input/run-options.ts";
import { readWords } from "../input/words.ts";
import { execute, type Outcome } from "../outcome.ts";
import { compiledProgram, errorCount, loadProgram, loadText } from "../program.ts";
import { writeReports } from "../report/diagnostics.ts";
import { paletteOf } from "../report/palette.ts";
import { writeTrap } from "../report/trap.ts";
import type { Shell } from "../shell.ts";

/** What all tests of one call share. */
interface Session {
  readonly shell: Shell;
  readonly filter: string;
  readonly tier: Tier;
  /** The one seed that tests with seeds are run with; null for all of them. */
  readonly seed: number | null;
  passed: number;
  failed: number;
}

export const TEST: CommandEntry = {
  name: "test",
  arguments: [
    { name: "[files...]", summary: "programs or folders; the current folder when none is named" },
  ],
  summary: "run tests and `// expect:` programs",
  explanation:
    "A test block passes when no `assert` in it fails. A program with `// expect:` lines passes " +
    "when it prints exactly these, in order; `// args: --lines @data/x.csv` are the words it is " +
    "started with.",
  options: [
    { flags: "--filter <text>", summary: "only tests whose name contains the text" },
    { flags: "--seed <number>", summary: "run tests with seeds for this one alone" },
    { flags: "--tier <name>", summary: "wasm (default) or interpreter" },
  ],
  examples: [
    { command: "resolang test examples", meaning: "everything below a folder" },
    { command: "resolang test grid.reso --filter islands", meaning: "some tests of one file" },
  ],
  run: async (shell, { arguments: paths, options }) => {
    const { filter, tier, seed } = options;
    const session: Session = {
      shell,
      filter: typeof filter === "string" ? filter : "",
      tier: tierOf(tier),
      seed: seedOf(seed),
      passed: 0,
      failed: 0,
    };
    const files = (paths.length === 0 ? ["."] : paths).flatMap((path) => shell.listSources(path));
    for (const file of files) await testFile(session, file);
    const palette = paletteOf(shell.out);
    const { passed, failed } = session;
    const verdict = failed === 0 ? palette.good : palette.error;
    shell.out.write(`\n${verdict(`${passed} passed, ${failed} failed`)}\n`);
    return failed === 0 ? EXIT_CODES.fine.code : EXIT_CODES.problems.code;
  },
};

function seedOf(text: unknown): number | null {
  if (typeof text !== "string") return null;
  if (/^\d{1,15}$/u.test(text)) return Number(text);
  throw new Fault("usage/command", `--seed takes a whole number, not ${JSON.stringify(text)}`);
}

async function testFile(session: Session, file: string): Promise<void> {
  const text = loadText(session.shell, file);
  const { tests, diagnostics } = compileTests({ path: file, text: text.content });
  if (errorCount(diagnostics) > 0) {
    writeReports(session.shell.out, text, diagnostics);
    count(session, `${file}: does not compile`, false);
    return;
  }
  const palette = paletteOf(session.shell.err);
  for (const { line, found, write } of missedExpectations(text.content)) {
    const place = `${file}:${line}`;
    const said = `\`${found}\` expects nothing: write \`${write}`;
    session.shell.err.write(`${palette.warning("warning")}: ${place}: ${said}\n`);
  }
  for (const test of tests) {
    if (test.test.name.includes(session.filter)) await runTest(session, text, test);
  }
  const expectations = readExpectations(text.content, dirname(file));
  if (expectations !== null && "expect".includes(session.filter)) {
    await runExpectations(session, text, expectations);
  }
}

async function runTest(session: Session, text: SourceText, compiled: CompiledTest): Promise<void> {
  const { test, module, diagnostics } = compiled;
  const name = `${text.path}: ${test.name}`;
  if (module === null) {
    writeReports(session.shell.out, text, diagnostics);
    count(session, name, false);
    return;
  }
  const program = compiledProgram(module, text);
  for (const seed of seedsOf(session, test.seeds)) {
    const order = { program, limits: DEFAULT_LIMITS, tier: session.tier };
    const outcome = await execute({ ...order, parameters: valuesOf(module, seed) });
    if (outcome.trap === null) continue;
    count(session, seed === null ? name : `${name} (seed ${seed})`, false);
    writeTrap(session.shell.out, outcome);
    return;
  }
  count(session, name, true);
}

function seedsOf(
  { seed }: Session,
  seeds: CompiledTest["test"]["seeds"],
): readonly (number | null)[] {
  if (seeds === null) return [null];
  if (seed !== null) return [seed];
  const { from, to } = seeds;
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Parameters have their defaults or what the test fixes; the one that is left is the seed. */
function valuesOf(module: Module, seed: number | null): readonly ModuleValue[] {
  return module.parameters.map((parameter) => parameter.default ?? seed ?? 0);
}

async function runExpectations(
  session: Session,
  text: SourceText,
  { words, lines }: Expectations,
): Promise<void> {
  const program = loadProgram(session.shell, text.path);
  if (program === null) {
    count(session, `${text.path}: expect`, false);
    return;
  }
  const { module } = program.verified;
  const { texts } = readWords(module, words, [], []);
  const parameters = readParameters(session.shell, module, texts);
  const outcome = await execute({
    program,
    parameters,
    limits: DEFAULT_LIMITS,
    tier: session.tier,
  });
  reportExpectations(session, text, outcome, lines);
}

function reportExpectations(
  session: Session,
  { path }: SourceText,
  outcome: Outcome,
  lines: readonly string[],
): void {
  const difference = compareLines(lines, outcome.result.log);
  count(session, `${path}: expect`, difference === null && outcome.trap === null);
  for (const line of difference ?? []) session.shell.out.write(`  ${line}\n`);
  writeTrap(session.shell.out, outcome);
}

function count(session: Session, name: string, passed: boolean): void {
  const palette = paletteOf(session.shell.out);
  if (passed) session.passed += 1;
  else session.failed += 1;
  session.shell.out.write(`${passed ? palette.good("✓") : palette.error("✗")} ${name}\n`);
}
