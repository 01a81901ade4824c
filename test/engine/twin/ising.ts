/** Simulated bifurcation, annealing and energies, one spin after the other in plain arithmetic. */
import { block } from "./philox.ts";
import { sum, sumRow } from "./sum.ts";

const { fround } = Math;

/** For every node the edges it receives over. */
export type Rows = readonly (readonly { readonly column: number; readonly weight: number }[])[];

const REPLICAS = 8;
const TIME_STEP = 0.75;
const WALL = 256;
const WHOLE = 12_582_912;
const PLACES = 1024;

/** max |w|, or 1, and the rows with weights in units of it. */
function scaled(rows: Rows): { largest: number; rows: Rows } {
  const sizes = rows.flat().map(({ weight }) => Math.abs(weight));
  const largest = sizes.reduce((most, size) => Math.max(most, size), 0) || 1;
  const unit = rows.map((row) =>
    row.map(({ column, weight }) => ({ column, weight: fround(weight / largest) })),
  );
  return { largest, rows: unit };
}

/** Σ w·x in f32 over so many sums, edge e in sum e mod their number. */
function parts(row: Rows[number], values: readonly number[], count: number): number[] {
  const sums = Array.from({ length: count }, () => 0);
  for (const [index, { column, weight }] of row.entries()) {
    const at = index % count;
    sums[at] = fround(sums[at] + fround(weight * values[column]));
  }
  return sums;
}

function start(seed: number, stream: number, node: number, replica: number): number {
  const words = block(seed, stream, 2 * node + (replica >> 2));
  const whole = Number(words[replica & 3] >> 8n);
  return fround(fround(whole * fround(51.2 / 16_777_216)) - fround(25.6));
}

export function bifurcated(
  given: Rows,
  strength: number,
  steps: number,
  seed: number,
  batch: number,
): number[] {
  const { largest, rows } = scaled(given);
  const coupling = fround(TIME_STEP * strength * largest);
  return Array.from({ length: REPLICAS }, (_, replica) => {
    let x = rows.map((_row, i) => start(seed, 2 * batch, i, replica));
    let y = rows.map((_row, i) => start(seed, 2 * batch + 1, i, replica));
    for (let k = 0; k < steps; k += 1) {
      const pull = fround(TIME_STEP * (1 - k / steps));
      const q = x.map((each) => fround(fround(each + WHOLE) - WHOLE));
      const sums = rows.map((row) => parts(row, q, 2)).map(([even, odd]) => fround(even + odd));
      y = y.map((each, i) =>
        fround(each + fround(fround(coupling * sums[i]) - fround(pull * x[i]))),
      );
      x = x.map((each, i) => fround(each + fround(TIME_STEP * y[i])));
      y = y.map((each, i) => (Math.abs(x[i]) > WALL ? 0 : each));
      x = x.map((each) => Math.max(-WALL, Math.min(WALL, each)));
    }
    return x.map((each) => (each < 0 ? -1 : 1));
  }).flat();
}

/** Spins with their fields, and by how much the energy has fallen. */
type State = { spins: number[]; fields: number[]; fallen: number };

function copyOf({ spins, fields, fallen }: State): State {
  return { spins: [...spins], fields: [...fields], fallen };
}

/** Gives whether a spin flipped. */
function sweep(rows: Rows, state: State, heat: number, draw: (i: number) => number): boolean {
  let hasFlipped = false;
  for (const [i, row] of rows.entries()) {
    const { spins, fields } = state;
    if (!(spins[i] * fields[i] < fround(heat * draw(i)))) continue;
    spins[i] = -spins[i];
    state.fallen += spins[i] * fields[i];
    for (const { column, weight } of row) {
      fields[column] = fround(fields[column] + fround(weight * 2 * spins[i]));
    }
    hasFlipped = true;
  }
  return hasFlipped;
}

export type Cooling = {
  readonly hot: number;
  readonly cold: number;
  readonly steps: number;
  readonly seed: number;
  readonly stream: number;
};

export function annealed(
  given: Rows,
  all: readonly number[],
  { hot, cold, steps, seed, stream }: Cooling,
  log: (x: number) => number,
): number[] {
  const { largest, rows } = scaled(given);
  const n = rows.length;
  const unit = 1 / (2 * largest);
  const count = Math.ceil(n / 16) * 16 + PLACES;
  const draws = Array.from({ length: count }, (_, index) => {
    const word = Number(block(seed, stream, index >> 2)[index & 3]);
    return fround(-log((word + 0.5) / 4_294_967_296));
  });
  const result: number[] = [];
  for (let replica = 0; replica * n < all.length; replica += 1) {
    const spins = all.slice(replica * n, (replica + 1) * n).map((each) => (each < 0 ? -1 : 1));
    const fields = rows.map((row) => {
      const [first, second, third, fourth] = parts(row, spins, 4);
      return fround(fround(first + third) + fround(second + fourth));
    });
    let state: State = { spins, fields, fallen: 0 };
    const descend = (): void => {
      let isDescending = true;
      while (isDescending) isDescending = sweep(rows, state, 0, () => 0);
    };
    descend();
    let best = copyOf(state);
    for (let k = 0; k < steps; k += 1) {
      const place = Number(block(seed, stream, count + replica * steps + k)[0]) % PLACES;
      const span = Math.max(1, steps - 1);
      const heat = fround(hot * unit + ((cold * unit - hot * unit) * k) / span);
      sweep(rows, state, heat, (i) => draws[place + i]);
      if (state.fallen > best.fallen) best = copyOf(state);
    }
    descend();
    if (state.fallen < best.fallen) {
      state = best;
      descend();
    }
    result.push(...state.spins);
  }
  return result;
}

export function energies(rows: Rows, all: readonly number[]): number[] {
  const n = rows.length;
  return Array.from({ length: all.length / n }, (_, replica) => {
    const spins = all.slice(replica * n, (replica + 1) * n);
    const products = rows.map((row, i) => {
      return spins[i] * sumRow(row.map(({ column, weight }) => weight * spins[column]));
    });
    return 0 - sum(products) / 2;
  });
}
