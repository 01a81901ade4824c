/** The type of ranges, which are written `2..5` and not as the records that they are. */

import type { ModuleType } from "../../src/index.ts";

/** Whether a type is the prelude's `Range`. */
export function isRangeType(types: readonly ModuleType[], type: ModuleType): boolean {
  if (type.kind !== "record" || type.name !== "Range") return false;
  const fields = type.fields.map((field) => `${field.name} ${types[field.type].kind}`);
  return fields.join(", ") === "from int, to int";
}
