/**
 * The tangent of an angle in radians.
 *
 * Below 2^20 AssemblyScript's own series; beyond, where its reduction loses bits, the quotient of
 * our sine and cosine. Measured: 0.76 ulp below, 1.6 beyond.
 */
import { canonical } from "./numerics-canonical";
import { cos, sin } from "./sincos-radians";

export function tan(x: f64): f64 {
  if (abs(x) < 1048576.0) return NativeMath.tan(x);
  return canonical(sin(x) / cos(x));
}
