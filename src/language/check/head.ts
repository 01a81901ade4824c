/** The name that the functions of a type stand under. */

import type { Type } from "../../machine/types/type.ts";

/** The name that functions of a type carry in front, such as `List`; null for tuples. */
export function headOf(type: Type): string | null {
  switch (type.kind) {
    case "bool":
      return "Bool";
    case "int":
      return "Int";
    case "float":
      return "Float";
    case "string":
      return "String";
    case "list":
      return "List";
    case "map":
      return "Map";
    case "record":
      return type.record.name;
    case "enum":
      return type.enum.name;
    default:
      return null;
  }
}
