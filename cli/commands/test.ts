/** `resolang test [FILES]`: test blocks, examples in documentation, `// expect:` programs. */

import { dirname } from "node:path";
import {
  type CompiledTest,
  compileTests,
  DEFAULT_LIMITS,
  Fault,
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
import { compiledProgram, errorCount, loadProgram, readerOn } from "../program.ts";
import { writeReports } from "../report/diagnostics.ts";
import { paletteOf } from "../report/palette.ts";
import { writeTrap } from "../report/trap.ts";
import type { Shell } from "../shell.ts";
import { readSources } from "../sources.ts";
import { failureOf, type Failure } from "../testing/attempts.ts";
import { defaultValues } from "../testing/default-values.ts";
import { documentedBlocks } from "../testing/documented.ts";
import { noneNamed } from "../testing/none-named.ts";
import { seedsToTry, smallestFailing } from "../testing/seeds.ts";

/** How many of the lines that a failing test has printed are shown. */
const SHOWN_LINES = 10;

/** What all tests of one call share. */
interface Session {
  readonly shell: Shell;
  readonly filter: string;
  readonly tier: Tier;
  /** The one seed that tests with seeds are run with; null for all of them. */
  readonly seed: number | null;
  passed: number;
  failed: number;
  /** How many there are that the filter leaves out. */
  left: number;
}

export const TEST: CommandEntry = {
  name: "test",
  arguments: [
    { name: "[files...]", summary: "programs or folders; the current folder when none is named" },
  ],
  summary: "run tests, examples in documentation and `// expect:` programs",
  explanation:
    "A test block passes when no `assert` in it fails; one with seeds when it does for each of " +
    "them. A code block in documentation passes when it prints its `// expect:` lines, and so " +
    "does a program with such lines: exactly these, in order; `// args: --lines @data/x.csv` " +
    "are the words it is started with.",
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
      left: 0,
    };
    const { texts, unread } = readSources(shell, paths);
    for (const text of texts) await testFile(session, text);
    const palette = paletteOf(shell.out);
    const { passed, failed, left } = session;
    if (session.filter !== "" && passed + failed === 0) {
      throw noneNamed("test", session.filter, left);
    }
    const verdict = failed === 0 ? palette.good : palette.error;
    shell.out.write(`\n${verdict(`${passed} passed, ${failed} failed`)}\n`);
    if (unread > 0) return EXIT_CODES.world.code;
    return failed === 0 ? EXIT_CODES.fine.code : EXIT_CODES.problems.code;
  },
};

function seedOf(text: unknown): number | null {
  if (typeof text !== "string") return null;
  if (/^\d{1,15}$/u.test(text)) return Number(text);
  throw new Fault("usage/command", `--seed takes a whole number, not ${JSON.stringify(text)}`);
}

async function testFile(session: Session, text: SourceText): Promise<void> {
  const file = text.path;
  const reader = readerOn(session.shell);
  const { tests, diagnostics, texts } = compileTests(
    { path: file, text: text.content },
    "test",
    reader,
  );
  if (errorCount(diagnostics) > 0) {
    writeReports(session.shell.out, texts, diagnostics);
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
    if (isAsked(session, test.test.name)) await runTest(session, texts, test);
  }
  await runDocumented(session, text);
  const expectations = readExpectations(text.content, dirname(file));
  if (expectations !== null && isAsked(session, "expect")) {
    await runExpectations(session, text, expectations);
  }
}

/** Whether the filter takes a test; one that it leaves out is counted. */
function isAsked(session: Session, name: string): boolean {
  if (name.includes(session.filter)) return true;
  session.left += 1;
  return false;
}

async function runTest(
  session: Session,
  texts: readonly SourceText[],
  compiled: CompiledTest,
): Promise<void> {
  const { test, module, diagnostics } = compiled;
  const name = `${texts[texts.length - 1].path}: ${test.name}`;
  if (module === null) {
    writeReports(session.shell.out, texts, diagnostics);
    count(session, name, false);
    return;
  }
  const order = { program: compiledProgram(module, texts), tier: session.tier };
  if (test.seeds === null) {
    const failure = await failureOf({ ...order, seed: null });
    report(session, name, failure);
    return;
  }
  const seeds = session.seed === null ? seedsToTry(test.seeds) : [session.seed];
  const failing = (seed: number) => failureOf({ ...order, seed });
  for (const seed of seeds) {
    if ((await failing(seed)) === null) continue;
    const isWhole = session.seed !== null || seeds.length === test.seeds.to - test.seeds.from;
    const isFailing = async (smaller: number) => (await failing(smaller)) !== null;
    const smallest = isWhole ? seed : await smallestFailing(test.seeds.from, seed, isFailing);
    const found = smallest === seed ? "" : `, shrunk from ${seed}`;
    report(session, `${name} (seed ${smallest}${found})`, await failing(smallest));
    return;
  }
  count(session, name, true);
}

function report(session: Session, name: string, failure: Failure | null): void {
  count(session, name, failure === null);
  if (failure === null) return;
  writePrinted(session, failure.outcome.result.log);
  if (failure.headline !== null) session.shell.out.write(`  ${failure.headline}\n`);
  writeTrap(session.shell.out, failure.outcome);
}

/** The last lines that a failing test has printed. */
function writePrinted({ shell }: Session, log: readonly string[]): void {
  if (log.length > SHOWN_LINES) shell.out.write("  …\n");
  for (const line of log.slice(-SHOWN_LINES)) {
    shell.out.write(`  printed ${JSON.stringify(line)}\n`);
  }
}

/** The code blocks of the documentation: each prints what it says that it prints. */
async function runDocumented(session: Session, { path, content }: SourceText): Promise<void> {
  for (const block of documentedBlocks(content)) {
    const name = `${path}:${block.line}: example of ${block.subject}`;
    if (!isAsked(session, name)) continue;
    const source = { path, text: block.text };
    const { tests, diagnostics, texts } = compileTests(source, "test", readerOn(session.shell));
    const compiled = tests.find(({ test }) => test.name === "");
    if (compiled === undefined || compiled.module === null) {
      writeReports(session.shell.out, texts, compiled?.diagnostics ?? diagnostics);
      count(session, name, false);
      continue;
    }
    const program = compiledProgram(compiled.module, texts);
    const order = { program, limits: DEFAULT_LIMITS, tier: session.tier };
    const outcome = await execute({ ...order, parameters: defaultValues(compiled.module) }, null);
    reportExpectations(session, name, outcome, block.expected ?? outcome.result.log);
  }
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
  const outcome = await execute(
    { program, parameters, limits: DEFAULT_LIMITS, tier: session.tier },
    null,
  );
  reportExpectations(session, `${text.path}: expect`, outcome, lines);
}

function reportExpectations(
  session: Session,
  name: string,
  outcome: Outcome,
  lines: readonly string[],
): void {
  const difference = compareLines(lines, outcome.result.log);
  count(session, name, difference === null && outcome.trap === null);
  for (const line of difference ?? []) session.shell.out.write(`  ${line}\n`);
  writeTrap(session.shell.out, outcome);
}

function count(session: Session, name: string, passed: boolean): void {
  const palette = paletteOf(session.shell.out);
  if (passed) session.passed += 1;
  else session.failed += 1;
  session.shell.out.write(`${passed ? palette.good("✓") : palette.error("✗")} ${name}\n`);
}
