/**
 * Results of runs kept on disk: program, parameters and limits lead to the receipt of the run,
 * which has one result wherever and however often it is made.
 *
 * Only runs that ended well are kept, and only where `run --cached` or a sweep asks for it. What a
 * program can see, its fuel included, is the same with and without; how often a result was there
 * is counted beside it, for people.
 */

import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  encodeValue,
  type Limits,
  type Module,
  type ModuleValue,
  programId,
  type Receipt,
  type RunResult,
  SEMANTICS_VERSION,
  sha256,
  splitRows,
  toHex,
  unseal,
} from "../src/index.ts";
import { type Bounds, keep, type Kept, keptIn, quietly, readKept, refresh } from "./kept-files.ts";

/** Half of them, what stays when there are too many, is more than one sweep makes. */
const BOUNDS: Bounds = { entries: 32_768, bytes: 256 * 2 ** 20, entryBytes: 32 * 2 ** 20 };
/** Lookups that the ratio is of, about; each is a letter of a file. */
const REMEMBERED = 10_000;
const FOUND = "f";
const MISSED = "m";

/** What leads to a result. */
export interface CachedRun {
  readonly module: Module;
  readonly parameters: readonly ModuleValue[];
  readonly limits: Limits;
}

/** How often a result was there when it was asked for. */
export interface HitRatio {
  readonly found: number;
  readonly asked: number;
}

export interface ResultCache {
  /** The result of a run that was made before, or null. */
  read(run: CachedRun): RunResult | null;
  /** Keeps the sealed receipt of a run. */
  write(run: CachedRun, receipt: string, memoryPeakBytes: number): void;
}

/** The cache in a folder, or null where there is none. */
export function resultCache(folder: string | null): ResultCache | null {
  if (folder === null) return null;
  const results = resultsIn(folder);
  return {
    read: (run) => {
      const found = quietly(() => readResult(results, run));
      quietly(() => count(folder, found === null ? MISSED : FOUND));
      return found;
    },
    write: (run, receipt, memoryPeakBytes) => {
      const content = Buffer.from(`${JSON.stringify({ memoryPeakBytes })}\n${receipt}`);
      quietly(() => keep(results, nameOf(run), content, BOUNDS));
    },
  };
}

function resultsIn(folder: string): string {
  return join(folder, "results");
}

function ratioFile(folder: string): string {
  return join(folder, "asked");
}

/** The hash of everything that decides a result. */
function nameOf({ module, parameters, limits }: CachedRun): string {
  const { fuel, memory, depth, output } = limits;
  const values = module.parameters.map(({ type }, index) =>
    encodeValue(module.types, type, parameters[index]),
  );
  const lengths = values.map(({ length }) => length);
  const facts = [SEMANTICS_VERSION, programId(module), fuel, memory, depth, output, ...lengths];
  return toHex(sha256(Buffer.from(facts.join(" ")), ...values));
}

function readResult(folder: string, run: CachedRun): RunResult | null {
  const name = nameOf(run);
  const content = readKept(folder, name);
  if (content === null) return null;
  const end = content.indexOf("\n");
  const { memoryPeakBytes } = JSON.parse(content.toString("utf8", 0, end)) as RunResult;
  const { receipt, changes } = unseal(content.toString("utf8", end + 1), name);
  if (receipt === null || changes.length > 0) return null;
  const outputs = outputsOf(run.module, receipt);
  if (outputs === null) return null;
  refresh(folder, name);
  const { log, fuel: fuelUsed } = receipt;
  return { status: "ok", trap: null, fuelUsed, memoryPeakBytes, outputs, log, liveBlocks: 0 };
}

function outputsOf(
  module: Module,
  { outputs }: Receipt,
): readonly (readonly Uint8Array[])[] | null {
  const rows = module.outputs.flatMap(({ type }, index) => {
    const bytes = new Uint8Array(Buffer.from(outputs[index].bytes, "base64"));
    const found = splitRows(module.types, type, bytes, outputs[index].rows);
    return found === null ? [] : [found];
  });
  return rows.length === module.outputs.length ? rows : null;
}

/** Adds a letter; the oldest half goes where there are many. */
function count(folder: string, letter: string): void {
  mkdirSync(folder, { recursive: true });
  appendFileSync(ratioFile(folder), letter);
  const letters = readFileSync(ratioFile(folder), "latin1");
  if (letters.length > REMEMBERED) {
    writeFileSync(ratioFile(folder), letters.slice(-REMEMBERED / 2), "latin1");
  }
}

/** How often results were there, of the last some thousand that were asked for. */
export function hitRatio(folder: string): HitRatio {
  const letters = quietly(() => readFileSync(ratioFile(folder), "latin1")) ?? "";
  return { found: letters.split(FOUND).length - 1, asked: letters.length };
}

/** What is kept. */
export function keptResults(folder: string): Kept {
  return keptIn(resultsIn(folder));
}

/** Removes all results, and what was counted. */
export function clearResults(folder: string): void {
  for (const path of [resultsIn(folder), ratioFile(folder)]) {
    rmSync(path, { recursive: true, force: true });
  }
}
