/**
 * Primitives of Ising machines on a graph of couplings: spins by simulated bifurcation, spins
 * annealed, and energies. They check, pay before they work, and hold several replicas, one after
 * the other.
 */
import { allocate, release } from "./allocator";
import {
  EDGE_ENTRY_FUEL,
  EDGE_STEP_FUEL,
  RANDOM_FUEL,
  REPLICA_EDGE_FUEL,
  REPLICA_NODE_FUEL,
} from "./costs";
import { floatListType, intListType } from "./descriptor";
import {
  anneal,
  ASKED,
  fillExponentials,
  fillFields,
  PLACES,
  readSpins,
  writeAnnealed,
} from "./ising-annealing";
import {
  LANES,
  MOST_EXACT_EDGES,
  NARROW_SHIFT,
  roundNarrow,
  roundWide,
  startReplicas,
  stepNarrow,
  stepWide,
  TIME_STEP,
  WIDE_SHIFT,
  writeSpins,
} from "./ising-bifurcation";
import {
  equalSign,
  largestWeight,
  longestRow,
  packColumns,
  packPadded,
  packWeights,
  paddedBytes,
} from "./ising-rows";
import { COLUMNS, demandDone, sizeOfGraph, slot, STARTS, WEIGHTS } from "./kernels-population";
import { DATA, lengthOf } from "./layout";
import { list_new } from "./list";
import { refuseRows, rowSum } from "./population-rows";
import { sumPair } from "./reduce";
import { charge, trap, TRAP_GRAPH, TRAP_LENGTHS, TRAP_MEMORY, TRAP_STEPS } from "./trap";

/** With more of them not even the scratch of one replica fits into the memory. */
const TOO_MANY: u32 = 0x200_0000;

// The couplings of the call.
let nodes: usize = 0;
let edges: usize = 0;
let starts: usize = 0;
let columns: usize = 0;
let weights: usize = 0;

/** Reads and checks the couplings. Traps: lengths, graph, edge, self-loop, fuel, memory. */
function beginCouplings(graph: usize): void {
  const rows = lengthOf(slot(graph, STARTS));
  if (rows == 0) trap(TRAP_GRAPH);
  nodes = rows - 1;
  edges = sizeOfGraph(graph, rows - 1);
  charge(<i64>edges * EDGE_ENTRY_FUEL);
  starts = slot(graph, STARTS) + DATA;
  columns = slot(graph, COLUMNS) + DATA;
  weights = slot(graph, WEIGHTS) + DATA;
  demandDone(refuseRows(nodes, starts, columns, <f64>edges), 0);
  if (<u32>nodes >= TOO_MANY || <u32>edges >= TOO_MANY) trap(TRAP_MEMORY);
}

/** How many replicas a list of spins holds. Traps: lengths (no whole number of them). */
function replicasIn(spins: usize): usize {
  const length = lengthOf(spins);
  if (nodes == 0 ? length != 0 : length % <u32>nodes != 0) {
    trap(TRAP_LENGTHS, <f64>nodes, <f64>length);
  }
  return nodes == 0 ? 0 : <usize>length / nodes;
}

/**
 * Spins of eight replicas after `steps` steps of simulated bifurcation; replica r of the batch has
 * the spins r·n … r·n + n − 1. Traps: those of a graph, steps (below 0).
 */
export function bifurcated_spins(
  couplings: usize,
  strength: f64,
  steps: f64,
  seed: f64,
  batch: f64,
): usize {
  if (!(steps >= 0)) trap(TRAP_STEPS, steps, 0);
  beginCouplings(couplings);
  charge(<i64>nodes * 4 * RANDOM_FUEL);
  const largest = largestWeight(weights, edges);
  const isExact = longestRow(nodes, starts) <= MOST_EXACT_EDGES;
  const sign = isExact ? equalSign(weights, edges, largest) : 0;
  // One node more, for what fills rows up.
  const state = (nodes + 1) << WIDE_SHIFT;
  const rowBytes = sign ? paddedBytes(nodes, edges) + 4 * <u64>nodes : 8 * <u64>edges;
  const bytes = 4 * <u64>state + rowBytes;
  const xs = allocate(bytes);
  const ys = xs + state;
  let qs = ys + state;
  let next = qs + state;
  // The ends of rows, or the weights.
  const beside = next + state;
  const packed = beside + ((sign ? nodes : edges) << 2);
  startReplicas(nodes, xs, ys, seed, batch);
  if (sign) {
    packPadded(nodes, starts, columns, <u32>NARROW_SHIFT, packed, beside);
    roundNarrow(nodes, xs, qs);
    roundNarrow(nodes, xs, next);
  } else {
    packColumns(columns, edges, <u32>WIDE_SHIFT, packed);
    packWeights(weights, edges, largest, beside);
    roundWide(nodes, xs, qs);
  }
  const factor = TIME_STEP * strength * largest;
  const coupling = <f32>(sign < 0 ? -factor : factor);
  const fuel = <i64>nodes * REPLICA_NODE_FUEL + <i64>edges * REPLICA_EDGE_FUEL + 1;
  for (let k: f64 = 0; k < steps; k++) {
    charge(fuel);
    const pull = <f32>(TIME_STEP * (1 - k / steps));
    if (sign) stepNarrow(nodes, beside, packed, qs, next, xs, ys, coupling, pull);
    else stepWide(nodes, starts, packed, beside, qs, next, xs, ys, coupling, pull);
    const read = qs;
    qs = next;
    next = read;
  }
  const result = list_new(intListType(), <u32>(nodes * LANES));
  writeSpins(nodes, xs, result + DATA);
  release(xs, bytes);
  return result;
}

/**
 * The spins of each replica after `steps` sweeps that cool from `hot` to `cold`, and sweeps without
 * heat until nothing flips. A negative number is a spin −1, any other one 1. Traps: those of a
 * graph, lengths, steps (below 0).
 */
export function annealed_spins(
  couplings: usize,
  spins: usize,
  hot: f64,
  cold: f64,
  steps: f64,
  seed: f64,
  stream: f64,
): usize {
  if (!(steps >= 0)) trap(TRAP_STEPS, steps, 0);
  beginCouplings(couplings);
  const replicas = replicasIn(spins);
  const padded = (nodes + ASKED - 1) & ~(ASKED - 1);
  const drawn = padded + PLACES;
  charge(<i64>drawn * RANDOM_FUEL);
  const largest = largestWeight(weights, edges);
  const sign = equalSign(weights, edges, largest);
  const bytes = 8 * <u64>edges + 16 * <u64>padded + 4 * <u64>drawn;
  const packed = allocate(bytes);
  const packedWeights = packed + (edges << 2);
  const state = packedWeights + (edges << 2);
  const fields = state + (padded << 2);
  const kept = fields + (padded << 2);
  const exponentials = kept + (padded << 3);
  packColumns(columns, edges, 2, packed);
  if (!sign) packWeights(weights, edges, largest, packedWeights);
  fillExponentials(drawn, seed, stream, exponentials);
  const result = list_new(intListType(), lengthOf(spins));
  // A flip costs 2·s·h in units of the largest weight.
  const unit = 1 / (2 * largest);
  for (let replica: usize = 0; replica < replicas; replica++) {
    charge(<i64>nodes * REPLICA_NODE_FUEL + <i64>edges * REPLICA_EDGE_FUEL);
    const at = DATA + ((replica * nodes) << 3);
    readSpins(nodes, spins + at, state);
    fillFields(nodes, starts, packed, packedWeights, sign, state, fields);
    anneal(
      nodes,
      starts,
      packed,
      packedWeights,
      sign,
      state,
      fields,
      kept,
      exponentials,
      hot * unit,
      cold * unit,
      steps,
      seed,
      stream,
      <f64>drawn + <f64>replica * steps,
    );
    writeAnnealed(nodes, state, result + at);
  }
  release(packed, bytes);
  return result;
}

/**
 * H = −½ Σ Jij·si·sj of each replica, in f64: rows as in `graph_sums`, their sum as `sum`; two
 * replicas side by side. Traps: those of a graph, lengths.
 */
export function ising_energies(couplings: usize, spins: usize): usize {
  beginCouplings(couplings);
  const replicas = replicasIn(spins);
  const state = nodes << 4;
  const bytes = 2 * <u64>state;
  const pairs = allocate(bytes);
  const products = pairs + state;
  const result = list_new(floatListType(), <u32>replicas);
  for (let replica: usize = 0; replica < replicas; replica += 2) {
    charge(2 * (<i64>edges * EDGE_STEP_FUEL + <i64>nodes));
    const first = spins + DATA + ((replica * nodes) << 3);
    // An odd last one stands in both places.
    const second = replica + 1 < replicas ? first + (nodes << 3) : first;
    for (let node: usize = 0; node < nodes; node++) {
      const at = pairs + (node << 4);
      store<f64>(at, load<i64>(first + (node << 3)) < 0 ? -1 : 1);
      store<f64>(at, load<i64>(second + (node << 3)) < 0 ? -1 : 1, 8);
    }
    const energies = energyPair(pairs, products);
    store<f64>(result + DATA + (replica << 3), f64x2.extract_lane(energies, 0));
    if (second == first) break;
    store<f64>(result + DATA + (replica << 3), f64x2.extract_lane(energies, 1), 8);
  }
  release(pairs, bytes);
  return result;
}

/** Energies of two replicas whose spins stand in pairs. */
function energyPair(pairs: usize, products: usize): v128 {
  let start = <usize>load<i64>(starts);
  for (let row: usize = 0; row < nodes; row++) {
    const end = <usize>load<i64>(starts + (row << 3), 8);
    const fields = rowSum<u64>(columns + (start << 3), weights + (start << 3), end - start, pairs);
    const both = f64x2.mul(v128.load(pairs + (row << 4)), fields);
    store<f64>(products + (row << 3), f64x2.extract_lane(both, 0));
    store<f64>(products + ((nodes + row) << 3), f64x2.extract_lane(both, 1));
    start = end;
  }
  const sums = sumPair(products, products + (nodes << 3), nodes);
  return f64x2.sub(f64x2.splat(0), f64x2.mul(sums, f64x2.splat(0.5)));
}
