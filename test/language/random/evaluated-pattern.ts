/** Patterns and constants of the plain evaluator. */

import type { ConstantValue, Local, TypedPattern } from "../../../src/language/check/typed.ts";
import { isEqual, type Value } from "./evaluated-value.ts";

/** What the locals of a call are. */
export type Frame = Map<Local, Value>;

/** Gives names to a value and its parts. */
export function bind(pattern: TypedPattern, bound: Value, frame: Frame): void {
  if (pattern.kind === "local") frame.set(pattern.local, bound);
  if (pattern.kind !== "tuple") return;
  for (const [index, element] of pattern.elements.entries()) {
    bind(element, (bound as readonly Value[])[index], frame);
  }
}

/** Whether the pattern fits; its names are bound as it goes. */
export function fits(pattern: TypedPattern, taken: Value, frame: Frame): boolean {
  const parts = taken as readonly Value[];
  switch (pattern.kind) {
    case "constant":
      return isEqual(constant(pattern.value), taken);
    case "case":
      return (
        parts[0] === pattern.index &&
        pattern.fields.every((field) => fits(field.pattern, parts[field.slot + 1], frame))
      );
    case "record":
      return pattern.fields.every((field) => fits(field.pattern, parts[field.slot], frame));
    case "tuple":
      return pattern.elements.every((element, index) => fits(element, parts[index], frame));
    case "alternatives":
      return pattern.alternatives.some((each) => fits(each, taken, frame));
    case "range": {
      const { from, to, inclusive } = pattern;
      const number = taken as number;
      const isAbove = from === null || from <= number;
      return isAbove && (to === null || (inclusive ? number <= to : number < to));
    }
    case "list":
      return fitsList(pattern, parts, frame);
    default:
      bind(pattern, taken, frame);
      return true;
  }
}

function fitsList(
  { before, rest, after }: Extract<TypedPattern, { kind: "list" }>,
  parts: readonly Value[],
  frame: Frame,
): boolean {
  const most = before.length + after.length;
  if (rest === null ? parts.length !== most : parts.length < most) return false;
  const end = parts.length - after.length;
  const middle = rest?.local ?? null;
  if (middle !== null) frame.set(middle, parts.slice(before.length, end));
  return (
    before.every((each, index) => fits(each, parts[index], frame)) &&
    after.every((each, index) => fits(each, parts[end + index], frame))
  );
}

/** The value of a constant. */
export function constant(known: ConstantValue): Value {
  if (known.kind === "enum") return [known.index, ...known.values.map(constant)];
  return "values" in known ? known.values.map(constant) : known.value;
}
