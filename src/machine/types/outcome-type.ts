/** The enums `Option` and `Result` in a module: their names are the language's own. */

import type { ModuleType } from "./module-type.ts";

/** The cases whose content makes up the arguments of the type, in the order of its brackets. */
const ARGUMENT_CASES: Readonly<Record<string, readonly string[]>> = {
  Option: ["Some"],
  Result: ["Ok", "Err"],
};

/** The types in the brackets of an `Option` or a `Result`; none for any other type. */
export function outcomeArguments(type: ModuleType): readonly number[] {
  if (type.kind !== "enum" || !Object.hasOwn(ARGUMENT_CASES, type.name)) return [];
  return ARGUMENT_CASES[type.name].flatMap(
    (name) =>
      type.cases.find((each) => each.name === name)?.fields.map((field) => field.type) ?? [],
  );
}

/** An `Option` as people use it: what it may hold, and the number of the case that does. */
export interface OptionType {
  readonly content: number;
  readonly some: number;
  readonly none: number;
}

/**
 * What an `Option` may hold; null for any other type, and for an `Option` of an `Option`, whose
 * values need their cases to be told apart.
 */
export function optionType(types: readonly ModuleType[], typeIndex: number): OptionType | null {
  const type = types[typeIndex];
  if (type.kind !== "enum" || type.name !== "Option") return null;
  const [content] = outcomeArguments(type);
  const held = types[content];
  if (held.kind === "enum" && held.name === "Option") return null;
  const some = type.cases.findIndex((each) => each.name === "Some");
  return { content, some, none: 1 - some };
}
