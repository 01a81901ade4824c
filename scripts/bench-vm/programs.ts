/** The programs that are measured: how large, and what they give. */

export type ProgramName =
  | "fib"
  | "nbody"
  | "mandelbrot"
  | "sieve"
  | "spectral"
  | "trees"
  | "strings";

export const PROGRAMS: Readonly<
  Record<ProgramName, { readonly size: number; readonly result: number }>
> = {
  fib: { size: 34, result: 5_702_887 },
  nbody: { size: 500_000, result: -0.16923703313805613 },
  mandelbrot: { size: 500, result: 99_378 },
  sieve: { size: 5_000_000, result: 348_513 },
  spectral: { size: 300, result: 1.2742239856297708 },
  trees: { size: 40, result: 1_310_680 },
  strings: { size: 500_000, result: 646_928 },
};
