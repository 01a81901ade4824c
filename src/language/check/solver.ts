/**
 * Inference: unknown types and units, and the equations between them.
 *
 * An unknown is a variable whose name starts with `?`, which no program can write; all other
 * variables stand for themselves. Unit equations are solved over ℚ, so one unknown is enough to
 * solve each.
 * Source: A. Kennedy, "Types for Units-of-Measure: Theory and Practice", 2009.
 */

import { invertRational, negateRational } from "../../machine/types/rational.ts";
import type { Type } from "../../machine/types/type.ts";
import {
  divideUnits,
  isDimensionless,
  raiseUnit,
  substituteUnits,
  unitVariable,
} from "../../machine/types/unit-algebra.ts";
import { DIMENSIONLESS, type Rational, type UnitTerm } from "../../machine/types/unit.ts";
import { enumInfo, recordInfo, withArguments } from "./record.ts";

export interface Solver {
  readonly types: Map<string, Type>;
  readonly units: Map<string, UnitTerm>;
  count: number;
}

/**
 * The type of what has already been reported: it fits everything, so that one cause has one
 * message.
 */
export const ERROR: Type = { kind: "variable", name: "?error" };
export const FLOAT: Type = { kind: "float", unit: DIMENSIONLESS, display: null };

export function newSolver(): Solver {
  return { types: new Map(), units: new Map(), count: 0 };
}

/** By their units, which have no variables. */
const FLOATS = new WeakMap<UnitTerm, Type>([[DIMENSIONLESS, FLOAT]]);

export function floatOf(unit: UnitTerm): Type {
  const known = FLOATS.get(unit);
  if (known !== undefined) return known;
  const type: Type = isDimensionless(unit) ? FLOAT : { kind: "float", unit, display: null };
  if (unit.variables.size === 0) FLOATS.set(unit, type);
  return type;
}

export function freshType(solver: Solver): Type {
  solver.count += 1;
  return { kind: "variable", name: `?${solver.count}` };
}

export function freshUnit(solver: Solver): UnitTerm {
  solver.count += 1;
  return unitVariable(`?${solver.count}`);
}

/** The type with its outermost unknown replaced, as far as it is known. */
export function resolved(solver: Solver, type: Type): Type {
  let current = type;
  while (current.kind === "variable") {
    const solution = solver.types.get(current.name);
    if (solution === undefined) return current;
    current = solution;
  }
  return current;
}

/** The unit with everything known put in. */
export function resolvedUnit(solver: Solver, unit: UnitTerm): UnitTerm {
  if (unit.variables.size === 0) return unit;
  let current = unit;
  while (hasSolution(solver, current)) current = substituteUnits(current, solver.units);
  return current;
}

function hasSolution(solver: Solver, unit: UnitTerm): boolean {
  for (const name of unit.variables.keys()) if (solver.units.has(name)) return true;
  return false;
}

/**
 * Makes two types equal if that is possible; `never` is not handled here but by whoever joins
 * paths.
 */
export function unify(solver: Solver, left: Type, right: Type): boolean {
  const a = resolved(solver, left);
  const b = resolved(solver, right);
  if (a === b) return true;
  if (isUnknown(a)) return bind(solver, a, b);
  if (isUnknown(b)) return bind(solver, b, a);
  if (isError(a) || isError(b)) return true;
  switch (a.kind) {
    case "float":
      return b.kind === "float" && unifyUnits(solver, a.unit, b.unit);
    case "list":
      return b.kind === "list" && unify(solver, a.element, b.element);
    case "map":
      return b.kind === "map" && unify(solver, a.key, b.key) && unify(solver, a.value, b.value);
    case "tuple":
      return (
        b.kind === "tuple" &&
        a.elements.length === b.elements.length &&
        a.elements.every((element, index) => unify(solver, element, b.elements[index]))
      );
    case "record":
      return (
        b.kind === "record" &&
        recordInfo(a.record) === recordInfo(b.record) &&
        a.record.typeArguments.every((argument, index) =>
          unify(solver, argument, b.record.typeArguments[index]),
        ) &&
        a.record.unitArguments.every((unit, index) =>
          unifyUnits(solver, unit, b.record.unitArguments[index]),
        )
      );
    case "function":
      return (
        b.kind === "function" &&
        a.parameters.length === b.parameters.length &&
        a.parameters.every((parameter, index) => unify(solver, parameter, b.parameters[index])) &&
        unify(solver, a.result, b.result)
      );
    case "enum":
      return (
        b.kind === "enum" &&
        enumInfo(a.enum) === enumInfo(b.enum) &&
        a.enum.typeArguments.every((argument, index) =>
          unify(solver, argument, b.enum.typeArguments[index]),
        ) &&
        a.enum.unitArguments.every((unit, index) =>
          unifyUnits(solver, unit, b.enum.unitArguments[index]),
        )
      );
    case "variable":
      return b.kind === "variable" && a.name === b.name;
    default:
      return a.kind === b.kind;
  }
}

/** Makes two units equal if that is possible, by solving for one unknown. */
export function unifyUnits(solver: Solver, left: UnitTerm, right: UnitTerm): boolean {
  if (left === right) return true;
  const ratio = resolvedUnit(solver, divideUnits(left, right));
  if (isDimensionless(ratio)) return true;
  for (const [name, exponent] of ratio.variables) {
    if (!name.startsWith("?")) continue;
    solver.units.set(name, solutionFor(ratio, name, exponent));
    return true;
  }
  return false;
}

/** From `name^exponent · rest = 1`: name = rest^(−1/exponent). */
function solutionFor(ratio: UnitTerm, name: string, exponent: Rational): UnitTerm {
  const others = new Map(ratio.variables);
  others.delete(name);
  const rest: UnitTerm = { base: ratio.base, variables: others };
  return raiseUnit(rest, negateRational(invertRational(exponent)));
}

export function isError(type: Type): boolean {
  return type.kind === "variable" && type.name === "?error";
}

export function isUnknown(type: Type): type is Type & { kind: "variable" } {
  return type.kind === "variable" && type.name.startsWith("?") && type.name !== "?error";
}

/** After a report nobody asks what the type would have been. */
export function absorbUnknown(solver: Solver, type: Type): void {
  if (isUnknown(resolved(solver, type))) unify(solver, type, ERROR);
}

function bind(solver: Solver, unknown: Type & { kind: "variable" }, value: Type): boolean {
  if (isUnknown(value) && value.name === unknown.name) return true;
  if (occurs(solver, unknown.name, value)) return false;
  solver.types.set(unknown.name, value);
  return true;
}

function occurs(solver: Solver, name: string, type: Type): boolean {
  const current = resolved(solver, type);
  switch (current.kind) {
    case "variable":
      return current.name === name;
    case "list":
      return occurs(solver, name, current.element);
    case "map":
      return occurs(solver, name, current.key) || occurs(solver, name, current.value);
    case "tuple":
      return current.elements.some((element) => occurs(solver, name, element));
    case "function":
      return [...current.parameters, current.result].some((part) => occurs(solver, name, part));
    case "record":
      return current.record.typeArguments.some((argument) => occurs(solver, name, argument));
    case "enum":
      return current.enum.typeArguments.some((argument) => occurs(solver, name, argument));
    default:
      return false;
  }
}

/** Whether anything in the type may still become known, or has an error in it. */
export function isOpen(type: Type): boolean {
  switch (type.kind) {
    case "variable":
      return type.name.startsWith("?");
    case "float":
      return hasUnknownUnit(type.unit);
    case "list":
      return isOpen(type.element);
    case "map":
      return isOpen(type.key) || isOpen(type.value);
    case "tuple":
      return type.elements.some(isOpen);
    case "function":
      return type.parameters.some(isOpen) || isOpen(type.result);
    case "record":
      return (
        type.record.typeArguments.some(isOpen) || type.record.unitArguments.some(hasUnknownUnit)
      );
    case "enum":
      return type.enum.typeArguments.some(isOpen) || type.enum.unitArguments.some(hasUnknownUnit);
    default:
      return false;
  }
}

function hasUnknownUnit(unit: UnitTerm): boolean {
  for (const name of unit.variables.keys()) if (name.startsWith("?")) return true;
  return false;
}

/** The type with everything known put in, at all depths. */
export function solved(solver: Solver, type: Type): Type {
  if (!isOpen(type)) return type;
  const current = resolved(solver, type);
  switch (current.kind) {
    case "float":
      return hasUnknownUnit(current.unit)
        ? { ...current, unit: resolvedUnit(solver, current.unit) }
        : current;
    case "list":
      return { kind: "list", element: solved(solver, current.element) };
    case "map":
      return {
        kind: "map",
        key: solved(solver, current.key),
        value: solved(solver, current.value),
      };
    case "tuple":
      return { kind: "tuple", elements: current.elements.map((each) => solved(solver, each)) };
    case "function":
      return {
        kind: "function",
        parameters: current.parameters.map((each) => solved(solver, each)),
        result: solved(solver, current.result),
      };
    case "record":
    case "enum":
      return withArguments(
        current,
        (argument) => solved(solver, argument),
        (unit) => resolvedUnit(solver, unit),
      );
    default:
      return current;
  }
}

/** The solved type; units that nothing decided are dimensionless. */
export function settled(solver: Solver, type: Type): Type {
  const current = solved(solver, type);
  return isOpen(current) ? withoutUnknownUnits(current) : current;
}

function withoutUnknownUnits(type: Type): Type {
  switch (type.kind) {
    case "float":
      return { ...type, unit: withoutUnknowns(type.unit) };
    case "list":
      return { kind: "list", element: withoutUnknownUnits(type.element) };
    case "map": {
      const [key, value] = [type.key, type.value].map(withoutUnknownUnits);
      return { kind: "map", key, value };
    }
    case "tuple":
      return { kind: "tuple", elements: type.elements.map(withoutUnknownUnits) };
    case "function":
      return {
        kind: "function",
        parameters: type.parameters.map(withoutUnknownUnits),
        result: withoutUnknownUnits(type.result),
      };
    case "record":
    case "enum":
      return withArguments(type, withoutUnknownUnits, withoutUnknowns);
    default:
      return type;
  }
}

function withoutUnknowns(unit: UnitTerm): UnitTerm {
  const variables = new Map([...unit.variables].filter(([name]) => !name.startsWith("?")));
  return { base: unit.base, variables };
}
