/** Numbers of any number of parts, and their units. */

import { NUMBER_RECORDS } from "../../machine/types/number-record.ts";
import type { Type } from "../../machine/types/type.ts";
import { DIMENSIONLESS, type UnitTerm } from "../../machine/types/unit.ts";
import { resolved, type Solver } from "./solver.ts";

/** What a number is made of, and its unit. */
export interface Shape {
  readonly name: string;
  readonly unit: UnitTerm;
}

/** The name and the unit of a Complex, a Quaternion or a Float; null for other types. */
export function shapeOf(solver: Solver, type: Type): Shape | null {
  const known = resolved(solver, type);
  if (known.kind === "float") return { name: "Float", unit: known.unit };
  if (known.kind !== "record" || !NUMBER_RECORDS.has(known.record.name)) return null;
  return { name: known.record.name, unit: known.record.unitArguments[0] ?? DIMENSIONLESS };
}

/** The shape of a Complex or a Quaternion; null for others, Floats too. */
export function algebraOf(solver: Solver, type: Type): Shape | null {
  return resolved(solver, type).kind === "record" ? shapeOf(solver, type) : null;
}
