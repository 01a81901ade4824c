/** How a value of named parts is written, with types in the place of values: `Disc(Float[m])`. */

import { type ModuleCase, type ModuleType, showModuleType } from "../../src/index.ts";

/** `Dot`, `Disc(Float[m])`, `Line { from: Int, to: Int }`: a record, or a case of an enum. */
export function formText(types: readonly ModuleType[], { name, fields }: ModuleCase): string {
  if (fields.length === 0) return name;
  const parts = fields.map((field) => {
    const shown = showModuleType(types, field.type);
    return field.name === "" ? shown : `${field.name}: ${shown}`;
  });
  return fields[0].name === "" ? `${name}(${parts.join(", ")})` : `${name} { ${parts.join(", ")} }`;
}
