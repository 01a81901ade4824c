/**
 * The fixed multiplication chain of `x^k` for whole k: binary, from the highest bit down.
 *
 * The result of a Float power depends on the order of its multiplications, so there is one order,
 * for the compiler and for constants alike.
 */

/** For k ≥ 1: starting with x, square it or multiply it by x, in this order. */
export function powerChain(exponent: number): readonly ("square" | "multiply")[] {
  const steps: ("square" | "multiply")[] = [];
  for (const bit of exponent.toString(2).slice(1)) {
    steps.push("square");
    if (bit === "1") steps.push("multiply");
  }
  return steps;
}
