/**
 * Fixed work for the kernels of numbers and oscillators, and the bits that it gives, which are the
 * same on every machine; `golden-table.ts` has their hashes.
 *
 * A kernel is a line here. `node scripts/build-kernel.ts --golden` writes the table anew, which
 * says that a change of bits is meant.
 */
import { createKernel, createKernelMemory, type KernelExports } from "./kernel.ts";

const ONE_ARGUMENT =
  "sin cos tan sin_cycles cos_cycles tan_cycles asin acos atan exp expm1 log log1p log2 log10 " +
  "sinh cosh tanh cbrt";
const TWO_ARGUMENTS = ["pow", "atan2", "hypot"];
const VARIATES = ["random_uniform", "random_normal", "random_lorentzian"];
/** Seed and stream of random numbers. */
const KEY = [20_261_121, 7];

/** Arguments of one function, and oscillators of one population: more than one block of sums. */
const COUNT = 2100;
/** Oscillators of which every pair has a weight. */
const PAIRS = 75;
/** Edges of each oscillator of the graph. */
const DEGREE = 5;
const STEPS = 300;
const TAU = 6.283185307179586;

/** Where arguments, results and the state of a population stand, far behind static data. */
const AT = {
  x: 0x100000,
  y: 0x110000,
  out: 0x120000,
  phases: 0x140000,
  turns: 0x150000,
  frequencies: 0x160000,
  rows: 0x170000,
  columns: 0x180000,
  weights: 0x1a0000,
  scratch: 0x200000,
};

/** What a kernel gave. */
export type KernelBits = { readonly kernel: string; readonly bytes: Uint8Array };

/** 32 bits for a counter: the finalizer of MurmurHash3. */
function mixed(seed: number, index: number): number {
  let h = (Math.imul(seed, 0x9e3779b9) + index) >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** In [0, 1). */
function unit(seed: number, index: number): number {
  return mixed(seed, index) / 4_294_967_296;
}

/** Writes arguments: every other one of ordinary size, the rest of any size, of either sign. */
function placeArguments(view: DataView, at: number, seed: number): void {
  for (let index = 0; index < COUNT; index += 1) {
    const size = mixed(seed + 1, index);
    const exponent = index % 2 === 0 ? 1018 + (size % 8) : 823 + (size % 400);
    const sign = index % 4 < 2 ? 0 : 0x80000000;
    const high = sign + exponent * 0x100000 + (mixed(seed + 2, index) >>> 12);
    view.setUint32(at + 8 * index, mixed(seed, index), true);
    view.setUint32(at + 8 * index + 4, high, true);
  }
}

/** Writes a population, and a graph for it. */
function placePopulation(view: DataView, weight: number): void {
  for (let index = 0; index < COUNT; index += 1) {
    view.setFloat64(AT.phases + 8 * index, unit(5, index) - 0.5, true);
    view.setBigInt64(AT.turns + 8 * index, 0n, true);
    view.setFloat64(AT.frequencies + 8 * index, 4 * unit(6, index) - 2, true);
  }
  for (let row = 0; row <= COUNT; row += 1) {
    view.setBigInt64(AT.rows + 8 * row, BigInt(row * DEGREE), true);
  }
  for (let edge = 0; edge < COUNT * DEGREE; edge += 1) {
    const row = Math.floor(edge / DEGREE);
    const column = (row + 1 + (mixed(7, edge) % (COUNT - 1))) % COUNT;
    view.setBigInt64(AT.columns + 8 * edge, BigInt(column), true);
    view.setFloat64(AT.weights + 8 * edge, weight * unit(8, edge), true);
  }
}

/**
 * Runs every kernel over its fixed work. Cost: some 0.1 s.
 *
 * @param instantiate what starts the artefact: others than {@link createKernel} see what is called
 */
export function recomputeBits(instantiate = createKernel): KernelBits[] {
  const memory = createKernelMemory(64);
  const kernel = instantiate(memory, { host: silentHost() });
  const view = new DataView(memory.buffer);
  const taken = (name: string, at: number, count: number): KernelBits => {
    return { kernel: name, bytes: new Uint8Array(memory.buffer, at, 8 * count).slice() };
  };
  const each = (name: string, value: (index: number) => number): KernelBits => {
    for (let index = 0; index < COUNT; index += 1) {
      view.setFloat64(AT.out + 8 * index, value(index), true);
    }
    return taken(name, AT.out, COUNT);
  };
  placeArguments(view, AT.x, 10);
  placeArguments(view, AT.y, 20);
  const x = (index: number): number => view.getFloat64(AT.x + 8 * index, true);
  const y = (index: number): number => view.getFloat64(AT.y + 8 * index, true);
  const found = [
    ...ONE_ARGUMENT.split(" ").map((name) => each(name, (index) => kernel[name](x(index)))),
    ...TWO_ARGUMENTS.map((name) => each(name, (index) => kernel[name](x(index), y(index)))),
    ...VARIATES.map((name) => each(name, (index) => kernel[name](...KEY, index))),
    each("philox", (index) => kernel["philox"](...KEY, index, index % 4)),
    each("random_below", (index) => kernel["random_below"](...KEY, index, 3 * index + 1)),
    each("lorentzian_quantile", (index) => kernel["lorentzian_quantile"]((index + 0.25) / COUNT)),
  ];
  for (const name of VARIATES.map((variate) => `${variate}_array`)) {
    kernel[name](...KEY, COUNT, COUNT, AT.out);
    found.push(taken(name, AT.out, COUNT));
  }
  kernel["lorentzian_quantiles"](COUNT, AT.out);
  found.push(taken("lorentzian_quantiles", AT.out, COUNT));
  kernel["philox_words"](AT.x, AT.out);
  found.push(taken("philox_words", AT.out, 2));
  for (const name of ["sincos_array", "sincos_cycles_array"]) {
    kernel[name](AT.x, AT.out, AT.out + 8 * COUNT, COUNT);
    found.push(taken(name, AT.out, 2 * COUNT));
  }
  return [...found, ...ofPopulations(kernel, view, taken), ...ofBifurcations(kernel, view, taken)];
}

/** The kernels of populations; steps that turn by little, by more and by much take three paths. */
function ofPopulations(
  kernel: KernelExports,
  view: DataView,
  taken: (name: string, at: number, count: number) => KernelBits,
): KernelBits[] {
  const found: KernelBits[] = [];
  const state = [AT.phases, AT.turns, AT.frequencies, COUNT];
  const rows = [AT.rows, AT.columns, AT.weights];
  for (const [path, strength] of [
    ["small", 1],
    ["middle", 20],
    ["full", 100],
  ] as const) {
    placePopulation(view, strength / DEGREE);
    const step = [0.02, 0, STEPS, AT.scratch];
    kernel["evolve_mean_field"](...state, strength / TAU, ...step);
    found.push(taken(`evolve_mean_field ${path}`, AT.phases, COUNT));
    placePopulation(view, strength / DEGREE);
    kernel["evolve_graph"](...state, ...rows, COUNT * DEGREE, ...step);
    found.push(taken(`evolve_graph ${path}`, AT.phases, COUNT));
  }
  placePopulation(view, 1);
  const one = (name: string, write: () => void, count = 1): void => {
    write();
    found.push(taken(name, AT.out, count));
  };
  const keep = (value: number): void => view.setFloat64(AT.out, value, true);
  one("sum_f64", () => keep(kernel["sum_f64"](AT.phases, COUNT)));
  one("mean_f64", () => keep(kernel["mean_f64"](AT.phases, COUNT)));
  one("coherence", () => keep(kernel["coherence"](AT.phases, COUNT, AT.scratch)));
  const order = [AT.phases, COUNT, AT.scratch, AT.out];
  one("order_parameter", () => kernel["order_parameter"](...order), 2);
  const sums = [AT.out, AT.out + 8 * PAIRS];
  one(
    "dense_rows",
    () => kernel["dense_rows"](AT.weights, PAIRS, AT.phases, AT.frequencies, ...sums),
    2 * PAIRS,
  );
  const ensembles = [AT.phases, 23, 9, AT.weights, AT.out, AT.scratch];
  one("ensemble_coherences", () => kernel["ensemble_coherences"](...ensembles), 23);
  const onGraph = [AT.phases, COUNT, ...rows, AT.scratch, AT.out];
  one("coherence_graph", () => kernel["coherence_graph"](...onGraph), 2);
  const field = [AT.weights, AT.phases, AT.frequencies, AT.out, COUNT, 0.6, 0, -0.8];
  one(
    "evolve_field",
    () => kernel["evolve_field"](...field, 0.02, 0, STEPS, AT.scratch),
    4 * COUNT,
  );
  return found;
}

/** The kernels of Ising machines: couplings that are all equal, and couplings of all sizes. */
function ofBifurcations(
  kernel: KernelExports,
  view: DataView,
  taken: (name: string, at: number, count: number) => KernelBits,
): KernelBits[] {
  const [xs, ys, qs, next, packed, beside] = [0, 1, 2, 3, 4, 5].map(
    (part) => AT.scratch + part * 0x20000,
  );
  const padded = 8;
  const found: KernelBits[] = [];
  for (const path of ["narrow", "wide"]) {
    const isNarrow = path === "narrow";
    placePopulation(view, 1);
    for (let row = 0; row < COUNT; row += 1) {
      for (let edge = 0; edge < (isNarrow ? padded : DEGREE); edge += 1) {
        const from = row * DEGREE + edge;
        const column = Number(view.getBigInt64(AT.columns + 8 * from, true));
        // Rows are filled up with the node behind the last.
        const place = isNarrow ? (edge < DEGREE ? column : COUNT) << 4 : column << 5;
        view.setUint32(packed + 4 * (row * (isNarrow ? padded : DEGREE) + edge), place, true);
        if (!isNarrow) view.setFloat32(beside + 4 * from, unit(9, from) - 0.5, true);
      }
      if (isNarrow) view.setUint32(beside + 4 * row, packed + 4 * padded * (row + 1), true);
    }
    kernel["start_replicas"](COUNT, xs, ys, 20_261_121, 3);
    for (const at of [qs, next]) kernel[`round_${path}`](COUNT, xs, at);
    for (let step = 0; step < STEPS; step += 1) {
      const state = step % 2 === 0 ? [qs, next] : [next, qs];
      const strengths = [xs, ys, -0.2, 0.75 * (1 - step / STEPS)];
      if (isNarrow) kernel["step_narrow"](COUNT, beside, packed, ...state, ...strengths);
      else kernel["step_wide"](COUNT, AT.rows, packed, beside, ...state, ...strengths);
    }
    found.push(taken(`bifurcation ${path}`, xs, 4 * COUNT));
  }
  return found;
}

/** A host whose functions do nothing: these kernels call none. */
function silentHost(): Record<string, () => number> {
  return new Proxy({}, { get: () => () => 0 });
}
