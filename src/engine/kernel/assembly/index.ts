/** Everything the artefact exports: numerics and kernels first, then the runtime. */
export {
  acos,
  asin,
  atan,
  atan2,
  cbrt,
  cosh,
  exp,
  expm1,
  hypot,
  log,
  log10,
  log1p,
  log2,
  pow,
} from "./numerics-elementary";
export { static_data_end } from "./numerics-memory";
export { sinh, tanh } from "./numerics-hyperbolic";
export { tan } from "./numerics-tangent";
export { cos_cycles, sin_cycles, tan_cycles } from "./sincos-cycles";
export { cos, sin } from "./sincos-radians";
export { sincos_array, sincos_cycles_array } from "./sincos-arrays";
export { mean_f64, sum_f64 } from "./reduce";
export { evolve_mean_field, scratch_bytes_mean_field } from "./population-mean-field";
export { evolve_graph, scratch_bytes_graph } from "./population-graph";
export { evolve_field, scratch_bytes_field } from "./field-rotor";
export { dense_rows, ensemble_coherences, scratch_bytes_ensembles } from "./dense-rows";
export { coherences_of, dense_sums } from "./kernels-dense";
export { check_rows } from "./population-rows";
export {
  coherence,
  coherence_graph,
  order_parameter,
  scratch_bytes_coherence_graph,
  scratch_bytes_order,
} from "./population-order";
export { philox, philox_words } from "./random";
export {
  lorentzian_quantile,
  lorentzian_quantiles,
  random_below,
  random_lorentzian,
  random_lorentzian_array,
  random_normal,
  random_normal_array,
  random_uniform,
  random_uniform_array,
} from "./random-variates";
export { write_float, write_int } from "./decimal-text";
export { write_fixed } from "./decimal-fixed";
export { drop, dup, live_blocks, region_break, region_start, unique } from "./heap";
export {
  list_concat,
  list_fill,
  list_fill_bool,
  list_fill_float,
  list_fill_int,
  list_fill_ref,
  list_grow,
  list_new,
} from "./list";
export {
  map_find,
  map_index,
  map_keys,
  map_length,
  map_new,
  map_own,
  map_place,
  map_remove,
  map_values,
} from "./map";
export { record_new } from "./record";
export { text_concat, text_lt, text_new } from "./text";
export { equal } from "./equal";
export { show } from "./show";
export { show_bool, show_fixed, show_float, show_int } from "./show-scalar";
export { emit_bool, emit_float, emit_int, emit_ref } from "./encode";
export { output_start, print } from "./output";
export {
  list_add,
  list_divide,
  list_divide_by,
  list_divide_into,
  list_lower,
  list_multiply,
  list_scale,
  list_shift,
  list_subtract,
  list_subtract_from,
} from "./kernels-elementwise";
export { list_ascending } from "./kernels-sort";
export { list_dot } from "./kernels-dot";
export {
  list_coherence,
  list_mean,
  list_order,
  list_slice,
  list_sum,
  list_truncate,
} from "./kernels-list";
export {
  list_coherence_on,
  population_evolve,
  population_evolve_on,
  population_trace,
  population_trace_on,
} from "./kernels-population";
export { field_evolve } from "./kernels-field";
export {
  lorentzian_sample,
  random_index,
  random_lorentzians,
  random_normals,
  random_uniforms,
} from "./kernels-random";
export {
  text_contains,
  text_join,
  text_length,
  text_repeat,
  text_slice,
  text_split,
} from "./kernels-text";
export {
  text_ends_with,
  text_lower,
  text_starts_with,
  text_trim,
  text_upper,
} from "./kernels-text-parts";
export {
  roundNarrow as round_narrow,
  roundWide as round_wide,
  startReplicas as start_replicas,
  stepNarrow as step_narrow,
  stepWide as step_wide,
} from "./ising-bifurcation";
export { annealed_spins, bifurcated_spins, ising_energies } from "./kernels-ising";
export { graph_sums, list_phasors, population_shift } from "./kernels-phases";
export { text_codes, text_of_codes, text_place } from "./kernels-text-codes";
export { text_number } from "./kernels-text-numbers";
export {
  add_32,
  and_32,
  multiply_32,
  not_32,
  ones_32,
  or_32,
  rotate_left_32,
  shift_left_32,
  shift_right_32,
  subtract_32,
  xor_32,
} from "./kernels-bits";
export { hash_block } from "./kernels-sha256";
export { join_team } from "./team";
export { is_finite } from "./kernels-number";
