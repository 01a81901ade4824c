/** How a value of named parts is written: a record, or a case of an enum. */

import { type ModuleCase, type ModuleType, showModuleType } from "../../src/index.ts";

/** With types in the place of values: `Dot`, `Disc(Float[m])`, `Line { from: Int, to: Int }`. */
export function formText(
  types: readonly ModuleType[],
  part: ModuleCase & { readonly kind?: "record" },
): string {
  return partsText(part, (type) => showModuleType(types, type));
}

/** @param show what stands in the place of a value of a type, given by its index */
export function partsText(
  { name, fields, kind }: ModuleCase & { readonly kind?: "record" },
  show: (type: number) => string,
): string {
  if (fields.length === 0) return kind === "record" ? `${name} {}` : name;
  const parts = fields.map((field) =>
    field.name === "" ? show(field.type) : `${field.name}: ${show(field.type)}`,
  );
  return fields[0].name === "" ? `${name}(${parts.join(", ")})` : `${name} { ${parts.join(", ")} }`;
}
