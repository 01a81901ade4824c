/** The one NaN every kernel returns, and the test that finds it. */

/**
 * 0x7ff8000000000000: WebAssembly leaves the payload of a computed NaN open, so it may never
 * escape.
 */
export const CANONICAL_NAN: f64 = NaN;

// @ts-ignore: decorators on functions are AssemblyScript
@inline
export function canonical(value: f64): f64 {
  return value == value ? value : CANONICAL_NAN;
}
