/**
 * What every participant of the engine's benchmark does: cases that are started, stepped and asked
 * for a result, over stdin and stdout.
 *
 * A line `check CASE STEPS` starts the case anew, makes so many steps and answers with its result;
 * `time CASE STEPS` does the same and answers with the nanoseconds of processor time that the steps
 * took, the start left out. The peers in other languages speak the same.
 */
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type Case = {
  /** Makes the inputs, and the state at the start. */
  readonly start: () => void;
  /** One unit of the work that is measured. */
  readonly step: () => void;
  /** Numbers by which two participants are compared. */
  readonly result: () => number[];
};

/** Steps of a model that one step of its case makes: a call of the engine makes them all. */
export const STEPS_A_CALL = 16;

/** Passes of the pipeline in one step of its case, and operations in each pass. */
export const PASSES = 1024;
export const OPERATIONS = 1024;

export type Cases = Readonly<Record<string, Case>>;

/** Number `index` of sequence `seed`, in [0, 1): the finalizer of MurmurHash3 on a counter. */
export function numberAt(seed: number, index: number): number {
  let h = (Math.imul(seed, 0x9e3779b9) + index) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return ((h ^ (h >>> 16)) >>> 0) / 4_294_967_296;
}

/** So many numbers of sequence `seed`, each passed through a function. */
export function numbers(
  seed: number,
  count: number,
  value: (unit: number) => number,
): Float64Array {
  return Float64Array.from({ length: count }, (_, index) => value(numberAt(seed, index)));
}

/** The oscillators whose phasors are compared. */
export function compared(count: number): number[] {
  return [0, 1, 2, count >> 1, count - 1];
}

/** Runs one case so many steps from its start. */
export function checked({ start, step, result }: Case, steps: number): number[] {
  start();
  for (let k = 0; k < steps; k += 1) step();
  return result();
}

function timed({ start, step }: Case, steps: number): number {
  start();
  const before = process.cpuUsage();
  for (let k = 0; k < steps; k += 1) step();
  const { user, system } = process.cpuUsage(before);
  return (user + system) * 1000;
}

/** Answers the benchmark's lines until its input ends, if Node was started with that file. */
export function serveAlone(file: string, cases: Cases): void {
  if (process.argv[1] !== fileURLToPath(file)) return;
  createInterface({ input: process.stdin }).on("line", (line) => {
    const [word, name, steps] = line.split(" ");
    const each = cases[name];
    const answer = word === "check" ? checked(each, Number(steps)) : [timed(each, Number(steps))];
    process.stdout.write(`${answer.join(" ")}\n`);
  });
}
