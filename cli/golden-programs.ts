/**
 * Programs that call what works on lists, maps, texts and records, and the hash of what each of
 * them prints, in both tiers.
 *
 * A primitive is a line in one of these programs, or one of the kernels in
 * src/engine/golden-bits.ts; a test demands it. Where a change of bits is meant, the test tells the
 * new hash.
 */

import {
  compileProgram,
  DEFAULT_LIMITS,
  run,
  sha256,
  type Tier,
  TIERS,
  toHex,
  verify,
  type VerifiedModule,
} from "../src/index.ts";

export interface GoldenProgram {
  readonly name: string;
  /** The statements of `main`. */
  readonly code: string;
  /** The first 64 bits of the SHA-256 of the lines that it prints. */
  readonly hash: string;
}

const NUMBERS = `let x = random_uniforms(11, 0, 0, 2_101) - 0.5
let y = random_normals(11, 1, 0, 2_101)
`;

const GRAPH = `let ring = Graph.ring(601, 0.3[1/s], neighbours: 6)
let start = Population {
  phases: (random_uniforms(11, 0, 0, 601) - 0.5) * 1[cycle],
  turns: List.filled(601, 0),
  frequencies: random_normals(11, 1, 0, 601) * 1Hz,
  steps: 0,
}
`;

export const GOLDEN_PROGRAMS: readonly GoldenProgram[] = [
  {
    name: "sums and order",
    code: `${NUMBERS}print "{sum(x)} {mean(y)} {dot_parts(x, 3, y, 5, 2_000)}"
print "{ascending(y)} {x.slice(5, 1_700)}"
var short = x
short.truncate(33)
print "{short} {short.all(|value| is_finite(value))}"`,
    hash: "9e237a1230e25f0d",
  },
  {
    name: "arithmetic over lists",
    code: `${NUMBERS}print "{x + y} {x - y} {x * y} {x / y}"
print "{x + 0.1} {x - 0.1} {0.1 - x} {0.1 * x} {x / 0.3} {0.3 / x}"`,
    hash: "3d604fb9bc621d2a",
  },
  {
    name: "maps",
    code: `var map: Map[Int, Int] = Map.new()
for i in 0..900 { map[random_index(11, 0, i, 400)] = i }
for key in 0..100 {
  let place = map_place(map, key)
  if place >= 0 { map_remove_at(map, place) }
}
print "{map.length()} {map.keys()} {map.values()}"`,
    hash: "2912598d4623f739",
  },
  {
    name: "words of 32 bits",
    code: `var words: List[Int] = []
for i in 0..64 { words.push(random_index(11, 0, i, 4_294_967_296)) }
for i in 0..63 {
  let (a, b) = (words[i], words[i + 1])
  print "{Int.and_32(a, b)} {Int.or_32(a, b)} {Int.xor_32(a, b)} {Int.not_32(a)} {Int.ones_32(a)}"
  print "{Int.add_32(a, b)} {Int.subtract_32(a, b)} {Int.multiply_32(a, b)}"
  print "{Int.shift_left_32(a, i % 32)} {Int.shift_right_32(a, i % 32)}"
  print "{Int.rotate_left_32(a, i % 32)}"
}
var state = words.slice(0, 8)
for from in [0, 16, 32, 48] { list_hash_block(state, words, from) }
print "{state}"`,
    hash: "eef2518cfee883ae",
  },
  {
    name: "texts",
    code: `let text = "ωθ phase, Phase; Ünder the 1.5e3 wave ".repeat(40)
let pieces = text.split(" ")
print "{pieces} {String.join(pieces, "·")} {text.length()} {text.slice(7, 900)}"
print "{text.contains("wave ω")} {text.starts_with("ωθ")} {text.ends_with("wave")}"
print "{text_place(text, "1.5")}"
print "{text.trim()} {text.lower()} {text.upper()} {String.from_codes(text.codes())}"
for i in 0..200 {
  let number = random_normal(11, 0, i) * pow(10.0, Float(3 * i - 300))
  print "{number} {number:.3} {text_number("{number}") == number} {i * 12_345_678}"
}`,
    hash: "5ca6acf4f154c4e7",
  },
  {
    name: "random numbers",
    code: `print "{random_uniforms(11, 3, 5, 333)} {random_normals(11, 4, 6, 333)}"
print "{random_lorentzians(11, 5, 7, 333)} {lorentzian_sample(334)}"
for i in 0..100 { print "{random_index(11, 8, i, 3 * i * i + 1)}" }`,
    hash: "df178aae120a69ff",
  },
  {
    name: "populations",
    code: `${GRAPH}var all = start
population_evolve(all, 2[1/s], 10[ms], 700)
let orders = population_trace(all, 2[1/s], 10[ms], 100, 7)
print "{all.phases} {all.turns} {all.steps} {orders}"
var near = start
population_evolve_on(near, ring, 10[ms], 700)
let around = population_trace_on(near, ring, 10[ms], 100, 7)
print "{near.phases} {near.turns} {around}"
population_shift(near, 0.75 * all.phases)
let (order, phase) = order_parameter(near.phases)
let (cosines, sines) = phasors(near.phases)
print "{near.phases} {near.turns} {order} {phase} {coherence(near.phases)}"
print "{coherence_on(near.phases, ring)} {cosines} {sines} {graph_sums(ring, sines)}"`,
    hash: "3e7430572ca6f555",
  },
  {
    name: "fields",
    code: `var field = QuaternionField {
  amplitudes: random_normals(11, 1, 0, 404),
  phases: (random_uniforms(11, 0, 0, 101) - 0.5) * 1[cycle],
  frequencies: random_normals(11, 2, 0, 101) * 1Hz,
  values: List.filled(404, 0.0),
  steps: 0,
  axis: (0.6, 0.0, -0.8),
}
quaternion_field_evolve(field, 0.6, 0.0, -0.8, 10[ms], 700)
print "{field.phases} {field.values} {field.steps}"`,
    hash: "617cc86db04f6555",
  },
  {
    name: "Ising machines",
    code: `let even = Graph.ring(121, -1.0, neighbours: 8)
let odd = Graph { ..even, weights: even.weights * 0.7 + 0.1 }
let spins = bifurcated_spins(even, 0.2, 300, 11, 2)
print "{spins} {ising_energies(even, spins)}"
print "{bifurcated_spins(odd, 0.2, 300, 11, 2)}"
print "{annealed_spins(even, spins.slice(0, 121), 3.0, 0.2, 60, 11, 5)}"`,
    hash: "287a4978dd8a2a4c",
  },
  {
    name: "all pairs",
    code: `${NUMBERS}print "{dense_sums(x.slice(0, 1_849), y.slice(0, 43), x.slice(50, 93))}"
print "{coherences_of(y.slice(0, 207) * 1[cycle], 9, x.slice(0, 81) + 0.5)}"`,
    hash: "8467ee9f0f4888d5",
  },
];

/** The program's module, verified. */
export function goldenModule({ name, code }: GoldenProgram): VerifiedModule {
  const text = `fn main() {\n${code}\n}\n`;
  const { module, diagnostics } = compileProgram({ path: `${name}.reso`, text });
  if (module === null) throw new Error(`${name}: ${diagnostics[0].message}`);
  const proof = verify(module);
  if (!("verified" in proof)) throw new Error(`${name}: ${JSON.stringify(proof.refusal)}`);
  return proof.verified;
}

/** What the program printed in a tier, as a hash; how it trapped, if it did. */
function hashIn(tier: Tier, module: VerifiedModule): string {
  const { trap, log } = run(module, { parameters: [], limits: DEFAULT_LIMITS, tier });
  if (trap !== null) return trap.message;
  return toHex(sha256(new TextEncoder().encode(log.join("\n")))).slice(0, 16);
}

/** A program with what it gives here: its golden hash where both tiers give that one. */
export function rerun(program: GoldenProgram): GoldenProgram {
  const module = goldenModule(program);
  const hashes = TIERS.map((tier) => hashIn(tier, module));
  const other = hashes.find((hash) => hash !== program.hash);
  return { ...program, hash: other ?? program.hash };
}
