/**
 * Types and units of a module as people read them: `List[Float[MW]]`, `kg*m^2/s^3`.
 *
 * Not here: types of the checker (language/check/show.ts).
 */

import type { ModuleType, ModuleUnit } from "./module-type.ts";
import { outcomeArguments } from "./outcome-type.ts";
import { showUnit } from "./unit-algebra.ts";
import type { UnitTerm } from "./unit.ts";

const ANGLES: ReadonlySet<string> = new Set(["rad", "deg", "arcmin", "arcsec", "mrad"]);

/** The type as the language writes it, with the unit that people see; others by their name. */
export function showModuleType(types: readonly ModuleType[], typeIndex: number): string {
  const type = types[typeIndex];
  switch (type.kind) {
    case "int":
      return "Int";
    case "bool":
      return "Bool";
    case "string":
      return "String";
    case "float": {
      const unit = type.unit === null ? "1" : showDisplayUnit(type.unit);
      return unit === "1" ? "Float" : `Float[${unit}]`;
    }
    case "list":
      return `List[${showModuleType(types, type.element)}]`;
    case "map":
      return `Map[${showModuleType(types, type.key)}, ${showModuleType(types, type.value)}]`;
    case "tuple":
      return `(${type.elements.map((element) => showModuleType(types, element)).join(", ")})`;
    case "record":
      return type.name;
    case "enum": {
      const inside = outcomeArguments(type).map((argument) => showModuleType(types, argument));
      return inside.length === 0 ? type.name : `${type.name}[${inside.join(", ")}]`;
    }
  }
}

/** The unit that numbers are shown in: `MW`, or the base units where none was written. */
export function showDisplayUnit(unit: ModuleUnit): string {
  return unit.display?.text ?? showBaseUnits(unit);
}

/**
 * The unit that values carry: `kg*m^2/s^3`, `1` for plain numbers, `rad` for what is shown as an
 * angle.
 */
export function showBaseUnits(unit: ModuleUnit): string {
  if (unit.exponents.length === 0 && ANGLES.has(unit.display?.text ?? "")) return "rad";
  return showUnit(unitTermOf(unit));
}

/** What a unit of a module measures. */
export function unitTermOf(unit: ModuleUnit): UnitTerm {
  const powers = unit.exponents.map(({ base, exponent }) => [base, exponent] as const);
  return { base: new Map(powers), variables: new Map() };
}
