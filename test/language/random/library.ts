/** Random calls of the library's larger functions, over small values; templates as in values.ts. */

import type { Templates } from "./values.ts";

export const LIBRARY: Templates = {
  Int: [
    "binomial(⟨#20⟩, ⟨#9⟩)",
    "Int.gcd(⟨Int⟩, ⟨Int⟩)",
    "Int.lcm(1 + ⟨Int⟩ % 10, 1 + ⟨#9⟩)",
    "Int.⟨?shift_left_32 shift_right_32 rotate_left_32⟩(⟨Int⟩, ⟨#40⟩)",
    "Int.ones_32(⟨Int⟩)",
    "⟨Graph[1/s]⟩.component_count()",
    "⟨Graph[1/s]⟩.diameter()",
    "⟨var Random⟩.integer(-2, ⟨#9⟩)",
    "⟨var Random⟩.poisson(2.0)",
    "⟨Matrix[1]⟩.rank()",
    "histogram(⟨List[Float]⟩, 0.0, 4.0, 4).outside",
    "⟨List[O]⟩.binary_search(⟨O⟩).value_or(⟨#9⟩)",
    "⟨List[Int]⟩.windows(2).length()",
  ],
  Float: [
    "⟨?erf gamma log_gamma bessel_j0 bessel_i1 asinh⟩(⟨Float⟩)",
    "⟨?tan asin acos atan log log2 log10 log1p expm1 sinh cosh cbrt⟩(⟨Float⟩)",
    "⟨?pow atan2 hypot⟩(⟨Float⟩, ⟨Float⟩)",
    "⟨?sin_cycles cos_cycles tan_cycles⟩(⟨Float[cycle]⟩)",
    "median(⟨List[Float]⟩ ++ [⟨Float⟩])",
    "variance(⟨List[Float]⟩ ++ [0.5, ⟨Float⟩])",
    "quantile(⟨List[Float]⟩ ++ [1.0], 0.25)",
    "correlation([1.0, 2.0, ⟨Float⟩], [0.5, ⟨Float⟩, 3.0])",
    "norm(⟨List[Float]⟩)",
    "linear_fit([0.0, 1.0, 2.0], [⟨Float⟩, ⟨Float⟩, 1.0]).slope",
    "⟨Matrix[1]⟩.⟨?trace norm norm_one determinant⟩()",
    "coherence([0.1[cycle], ⟨Float[cycle]⟩ * 0, 0.3[cycle]])",
    "⟨Graph[1/s]⟩.⟨?clustering transitivity⟩()",
    "⟨Quaternion⟩.dot(⟨Quaternion⟩)",
    "⟨var Random⟩.exponential(⟨#9⟩.5)",
    "⟨var Random⟩.between(0.0, 1.0)",
    "bisect(|x| x - 0.⟨#9⟩, -1.0, 1.0).value_or(⟨Float⟩)",
    "integral(|x| ⟨Float!⟩ * x, 0.0, 1.0).value_or(⟨Float⟩)",
    "derivative(|x| bowl(⟨Float!⟩, x), 0.5, scale: 1.0)",
    "interpolate([0.0, 1.0], [⟨Float⟩, 2.0], 0.5)",
    "cut_weight(Graph.path(3, ⟨Float⟩), [1, -1, 1])",
    "⟨Complex⟩.arg()",
  ],
  "Float[1/s]": ["⟨Graph[1/s]⟩.weight(0, 1)", "sum(⟨Graph[1/s]⟩.strengths())"],
  Bool: ["⟨Graph[1/s]⟩.⟨?is_connected() has_edge(0,1)⟩", "close(⟨Float⟩, ⟨Float⟩)"],
  String: [
    "Int.in_base(Int.abs(⟨Int⟩), 7)",
    '⟨String⟩.pad_both(⟨#9⟩, "-")',
    "String.from_codes([97 + ⟨#20⟩, 969])",
  ],
  List: [
    "⟨var Random⟩.sample(⟨T⟩ ++ [⟨A⟩], 1)",
    "⟨T⟩.windows(1).flatten()",
    "⟨List[(A, P)]⟩.map(|(x, _)| x)",
    "⟨T⟩.zip(⟨List[P]⟩).map(|(x, _)| x)",
    "⟨T⟩.enumerate().map(|(_, x)| x)",
  ],
  "List[Float]": [
    "moving_average(⟨T⟩ ++ [0.0, 1.0], 2)",
    "autocorrelation(⟨T⟩ ++ [0.0, 1.0, ⟨Float⟩], 1)",
    "power_spectrum([⟨Float⟩, 1.0, 0.5, ⟨Float⟩])",
    "fourier([⟨Float⟩, 1.0, ⟨Float⟩]).magnitudes()",
    "⟨Matrix[1]⟩.apply([⟨Float⟩, 1.0])",
    "Matrix.from_rows([[2.0, ⟨Float⟩], [0.5, 3.0]]).solve([1.0, ⟨Float⟩])",
    "Matrix.from_rows([[2.0, 0.5], [0.5, ⟨#9⟩.5]]).symmetric_eigenvalues()",
    "linspace(0.0, ⟨Float⟩, count: ⟨?2 3 5⟩)",
    "lorentzian_sample(⟨#5⟩)",
    "first_of(phasors([⟨Float[cycle]⟩, 0.1[cycle]]))",
    "rk4([⟨Float⟩], |x, _| -1 * x, dt: 0.5, steps: 2)",
    "quantiles(⟨T⟩ ++ [1.0], [0.5, 0.0])",
  ],
  "List[Int]": [
    "⟨Graph[1/s]⟩.⟨?hops(0) components()⟩",
    "histogram(⟨List[Float]⟩, 0.0, 4.0, 4).counts",
    "max_cut(Graph.ring(4, 1.0), steps: 3, seed: ⟨#9⟩).spins",
  ],
  "Matrix[1]": [
    "Matrix.from_rows([[2.0, ⟨Float⟩], [0.5, 3.0]]).inverse()",
    "outer([⟨Float⟩], [1.0, ⟨Float⟩])",
  ],
  "Graph[1/s]": [
    "Graph.lattice(2, ⟨?2 3⟩, ⟨Float[1/s]⟩)",
    "Graph.from_edges(3, from: [0, 1], to: [1, 2], weights: [⟨Float[1/s]⟩, 1[1/s]])",
    "(Graph { starts: [0, 1, 2], columns: [1, 0], weights: [⟨Float[1/s]⟩, 2[1/s]] })",
  ],
  Population: [
    "Population.given([0.1[cycle], -0.2[cycle]], [⟨Float[Hz]⟩, 1Hz])",
    "(Population { phases: [0[cycle], 0.25[cycle]], turns: [0, 0], frequencies: [1Hz, " +
      "2Hz], steps: ⟨#9⟩ })",
  ],
};

/** Statements that change a place of a type. */
export const LIBRARY_CHANGES: Templates = {
  Population: [
    "⟨@⟩.evolve(⟨#4⟩[1/s], dt: 10ms, steps: ⟨#4⟩)",
    "⟨@⟩.evolve_on(Graph.complete(⟨@⟩.size(), 1[1/s]), dt: 10ms, steps: ⟨#3⟩)",
    "print shown(⟨@⟩.trace(1[1/s], dt: 10ms, steps: ⟨#4⟩, every: 2))",
    "population_shift(⟨@⟩, List.filled(⟨@⟩.size(), 0.⟨#9⟩[cycle]))",
  ],
  "Matrix[1]": ["⟨@⟩.set(⟨#2⟩, ⟨#2⟩, ⟨Float⟩)"],
  "Gauge[m]": ["let _ = ⟨@⟩.read(⟨Float[m]⟩)", "⟨@⟩.past.push(⟨Float[m]⟩)"],
  Random: [
    "let _ = ⟨@⟩.normal()",
    "let _ = ⟨@⟩.choice([⟨P⟩, ⟨P⟩])",
    "let _ = ⟨@⟩.lorentzians(⟨#5⟩)",
  ],
};
