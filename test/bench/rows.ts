/**
 * What the engine has to reach, row by row: which kernel against whom, at least and at best.
 *
 * A new row is an entry here and its case in the participants it names.
 */

import { OPERATIONS, PASSES, STEPS_A_CALL } from "./cases.ts";

/** Who takes part besides the engine; one that cannot be started is absent. */
export const PEERS = ["plain JS", "C -O2", "numpy", "scipy", "Go"] as const;
export type Peer = (typeof PEERS)[number];

/** How many times faster than a peer. */
export type Target = { readonly peer: Peer; readonly least: number; readonly aim: number };

export type Row = {
  readonly kernel: string;
  /** The engine's case; a peer's has the same name, unless `cases` has another. */
  readonly name: string;
  readonly cases?: Readonly<Partial<Record<Peer, string>>>;
  /** By how many units the time of one step is divided, and what each is. */
  readonly units: number;
  readonly unit: string;
  /** Steps after which results are compared. */
  readonly steps: number;
  /**
   * How results are compared: the same but for rounding, or the engine's error at most the peer's,
   * both against the result of this case of that peer.
   */
  readonly compared: "same" | { readonly peer: Peer; readonly name: string };
  readonly targets: readonly Target[];
  /** A figure that was published elsewhere, in nanoseconds a unit, on a machine unlike this one. */
  readonly published?: {
    readonly nanoseconds: number;
    readonly least: number;
    readonly aim: number;
  };
};

export const ROWS: readonly Row[] = [
  {
    kernel: "sine and cosine, radians",
    name: "sincos",
    units: 4096,
    unit: "a pair",
    steps: 1,
    compared: "same",
    targets: [{ peer: "plain JS", least: 2.5, aim: 3.5 }],
  },
  {
    kernel: "sine and cosine, cycles",
    name: "sincos-cycles",
    units: 4096,
    unit: "a pair",
    steps: 1,
    compared: "same",
    targets: [{ peer: "plain JS", least: 4, aim: 6 }],
  },
  {
    kernel: "mean field, Runge–Kutta",
    name: "mean-field",
    units: STEPS_A_CALL * 4096,
    unit: "a step of an oscillator",
    steps: 6,
    compared: "same",
    targets: [
      { peer: "plain JS", least: 7, aim: 10 },
      { peer: "C -O2", least: 5, aim: 8 },
    ],
  },
  {
    kernel: "same result to the same error",
    name: "solve",
    cases: { scipy: "solve-mean-field" },
    units: 1,
    unit: "a solution",
    steps: 1,
    compared: { peer: "scipy", name: "solve-exactly" },
    targets: [{ peer: "scipy", least: 5, aim: 10 }],
  },
  {
    kernel: "same result, sum over all pairs",
    name: "solve",
    cases: { scipy: "solve-pairs" },
    units: 1,
    unit: "a solution",
    steps: 1,
    compared: { peer: "scipy", name: "solve-exactly" },
    targets: [{ peer: "scipy", least: 100, aim: 500 }],
  },
  {
    kernel: "graph of degree 16, Runge–Kutta",
    name: "graph",
    units: STEPS_A_CALL * 4 * 4096 * 16,
    unit: "a stage of an edge",
    steps: 6,
    compared: "same",
    targets: [
      { peer: "plain JS", least: 3, aim: 5 },
      { peer: "C -O2", least: 1.5, aim: 2.5 },
    ],
  },
  {
    kernel: "dense rows of 512",
    name: "dense",
    units: 512 * 512,
    unit: "a pair",
    steps: 1,
    compared: "same",
    targets: [
      { peer: "plain JS", least: 5, aim: 8 },
      { peer: "numpy", least: 1.4, aim: 2.5 },
    ],
  },
  {
    kernel: "field of quaternions",
    name: "field",
    units: STEPS_A_CALL * 4096,
    unit: "a step of a site",
    steps: 6,
    compared: "same",
    targets: [{ peer: "Go", least: 12, aim: 20 }],
  },
  {
    kernel: "coherence of 4, many at once",
    name: "coherence-4",
    units: 1024,
    unit: "a coherence",
    steps: 1,
    compared: "same",
    targets: [{ peer: "Go", least: 3, aim: 10 }],
  },
  {
    kernel: "coherence of 16, many at once",
    name: "coherence-16",
    units: 1024,
    unit: "a coherence",
    steps: 1,
    compared: "same",
    targets: [{ peer: "Go", least: 15, aim: 30 }],
  },
  {
    kernel: "whole pipeline",
    name: "pipeline",
    units: PASSES * OPERATIONS,
    unit: "an operation",
    steps: 1,
    compared: "same",
    targets: [{ peer: "Go", least: 3, aim: 10 }],
    // 906 k operations a second
    published: { nanoseconds: 1e9 / 906_000, least: 3, aim: 10 },
  },
];

/** Functions whose largest error, in units in the last place, must not pass a bound. */
export const ACCURACIES = [
  { kernel: "accuracy, radians", names: ["sin", "cos"], least: 1, aim: 0.8 },
  { kernel: "accuracy, cycles", names: ["sin_cycles", "cos_cycles"], least: 1.5, aim: 1.1 },
] as const;
