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
  sinh,
  tanh,
} from "./numerics-elementary";
export { tan } from "./numerics-tangent";
export { cos_cycles, sin_cycles, tan_cycles } from "./sincos-cycles";
export { cos, sin } from "./sincos-radians";
export { sincos_array, sincos_cycles_array } from "./sincos-arrays";
