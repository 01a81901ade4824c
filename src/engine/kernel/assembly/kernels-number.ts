/** Primitives over single numbers that no instruction does. */

/** Whether a Float is neither NaN nor infinite. */
export function is_finite(value: f64): bool {
  return isFinite(value);
}
