/** Types and units as people read them. */

import type { EnumType, RecordType, Type } from "../../machine/types/type.ts";
import { NUMBER_RECORDS } from "../../machine/types/number-record.ts";
import { showUnit } from "../../machine/types/unit-algebra.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import { nameOfUnit } from "../units/find.ts";
import { resolvedUnit, solved, type Solver } from "./solver.ts";

/** `Float[MW]`, `List[Int]`, `Point`: with the unit as it was written where that is known. */
export function showType(solver: Solver, type: Type): string {
  return show(solved(solver, type), solver);
}

/** The unit in its own name where it has one, else in base units; unknown parts are `_`. */
export function showFriendlyUnit(solver: Solver, unit: UnitTerm): string {
  const base = showBaseUnit(solver, unit);
  return nameOfUnit(base) ?? base;
}

/** The unit in base units: `kg*m^2/s^3`. */
export function showBaseUnit(solver: Solver, unit: UnitTerm): string {
  return showUnit(resolvedUnit(solver, unit)).replaceAll(/\?\d+/g, "_");
}

/** `1 argument`, `2 arguments`. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Without unit, or with one of which nothing is known, it is just a `Float`. */
function showFloat(unit: string): string {
  return unit === "1" || unit === "_" ? "Float" : `Float[${unit}]`;
}

function show(type: Type, solver: Solver): string {
  switch (type.kind) {
    case "nothing":
      return "()";
    case "never":
      return "Never";
    case "bool":
      return "Bool";
    case "int":
      return "Int";
    case "string":
      return "String";
    case "float":
      if (type.display !== null) return `Float[${type.display.text}]`;
      return showFloat(showFriendlyUnit(solver, type.unit));
    case "list":
      return `List[${show(type.element, solver)}]`;
    case "map":
      return `Map[${show(type.key, solver)}, ${show(type.value, solver)}]`;
    case "tuple":
      return `(${type.elements.map((element) => show(element, solver)).join(", ")})`;
    case "record":
      return showNamed(type.record, solver);
    case "function": {
      const parameters = type.parameters.map((each) => show(each, solver)).join(", ");
      const result = type.result.kind === "nothing" ? "" : ` -> ${show(type.result, solver)}`;
      return `fn(${parameters})${result}`;
    }
    case "enum":
      return showNamed(type.enum, solver);
    case "variable":
      return type.name.startsWith("?") ? "_" : type.name;
  }
}

/** `Point`, `Option[Int]`, `Graph[1/s]` */
function showNamed(type: RecordType | EnumType, solver: Solver): string {
  const types = type.typeArguments.map((argument) => show(argument, solver));
  const units = type.unitArguments.map((unit) => showFriendlyUnit(solver, unit));
  const isPlain = NUMBER_RECORDS.has(type.name) && (units[0] === "1" || units[0] === "_");
  const given = isPlain ? [] : [...types, ...units];
  return given.length === 0 ? type.name : `${type.name}[${given.join(", ")}]`;
}
