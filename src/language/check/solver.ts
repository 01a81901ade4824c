/**
 * Inference: unknown types and units, and the equations between them.
 *
 * An unknown is a variable whose name starts with `?`, which no program can write; all other
 * variables stand for themselves. Unknown types have numbers besides, under which the solver finds
 * what they stand for. Unit equations are solved over ℚ, so one unknown is enough to
 * solve each.
 * Source: A. Kennedy, "Types for Units-of-Measure: Theory and Practice", 2009.
 */

import { invertRational, negateRational, ONE } from "../../machine/types/rational.ts";
import type { EnumType, RecordType, Type } from "../../machine/types/type.ts";
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
  /** What unknown types stand for, by their numbers. */
  readonly types: (Type | null)[];
  readonly units: Map<string, UnitTerm>;
  unitCount: number;
}

interface Unknown {
  readonly kind: "variable";
  readonly name: "?";
  readonly number: number;
}

/**
 * The type of what has already been reported: it fits everything, so that one cause has one
 * message.
 */
export const ERROR: Type = { kind: "variable", name: "?error" };
export const FLOAT: Type = { kind: "float", unit: DIMENSIONLESS, display: null };

export function newSolver(): Solver {
  return { types: [], units: new Map(), unitCount: 0 };
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
  const unknown: Unknown = { kind: "variable", name: "?", number: solver.types.length };
  solver.types.push(null);
  return unknown;
}

export function freshUnit(solver: Solver): UnitTerm {
  solver.unitCount += 1;
  return unitVariable(`?${solver.unitCount}`);
}

/** The type with its outermost unknown replaced, as far as it is known. */
export function resolved(solver: Solver, type: Type): Type {
  // asked more often than anything else, and mostly of a type that is known
  if (type.kind !== "variable") return type;
  let current: Type = type;
  while (isUnknown(current)) {
    const solution: Type | null = solver.types[current.number];
    if (solution === null) return current;
    current = solution;
  }
  return current;
}

/** The unit with everything known put in. */
export function resolvedUnit(solver: Solver, unit: UnitTerm): UnitTerm {
  // most units have no variables, and walking through a map costs more than asking for its size
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
      return b.kind === "tuple" && unifyAll(solver, a.elements, b.elements);
    case "record":
      return (
        b.kind === "record" &&
        recordInfo(a.record) === recordInfo(b.record) &&
        unifyArguments(solver, a.record, b.record)
      );
    case "function":
      return (
        b.kind === "function" &&
        unifyAll(solver, a.parameters, b.parameters) &&
        unify(solver, a.result, b.result)
      );
    case "enum":
      return (
        b.kind === "enum" &&
        enumInfo(a.enum) === enumInfo(b.enum) &&
        unifyArguments(solver, a.enum, b.enum)
      );
    case "variable":
      return b.kind === "variable" && a.name === b.name;
    default:
      return a.kind === b.kind;
  }
}

/** The arguments of two types of one declaration. */
function unifyArguments(
  solver: Solver,
  a: RecordType | EnumType,
  b: RecordType | EnumType,
): boolean {
  if (!unifyAll(solver, a.typeArguments, b.typeArguments)) return false;
  for (let index = 0; index < a.unitArguments.length; index += 1) {
    if (!unifyUnits(solver, a.unitArguments[index], b.unitArguments[index])) return false;
  }
  return true;
}

function unifyAll(solver: Solver, left: readonly Type[], right: readonly Type[]): boolean {
  if (left.length !== right.length) return false;
  for (let index = 0; index < left.length; index += 1) {
    if (!unify(solver, left[index], right[index])) return false;
  }
  return true;
}

/** Makes two units equal if that is possible, by solving for one unknown. */
export function unifyUnits(solver: Solver, left: UnitTerm, right: UnitTerm): boolean {
  if (left === right) return true;
  const a = resolvedUnit(solver, left);
  const b = resolvedUnit(solver, right);
  // a lone unknown needs no division, and most equations have one
  if (isLoneUnknown(a) && b.variables.size === 0) return solveLone(solver, a, b);
  if (isLoneUnknown(b) && a.variables.size === 0) return solveLone(solver, b, a);
  const ratio = divideUnits(a, b);
  if (isDimensionless(ratio)) return true;
  for (const [name, exponent] of ratio.variables) {
    if (!isUnknownName(name)) continue;
    solver.units.set(name, solutionFor(ratio, name, exponent));
    return true;
  }
  return false;
}

/** An unknown to the first power, and nothing else. */
function isLoneUnknown({ base, variables }: UnitTerm): boolean {
  if (variables.size !== 1 || base.size !== 0) return false;
  for (const [name, exponent] of variables) return isUnknownName(name) && exponent === ONE;
  return false;
}

function solveLone(solver: Solver, { variables }: UnitTerm, solution: UnitTerm): boolean {
  for (const name of variables.keys()) solver.units.set(name, solution);
  return true;
}

/** From `name^exponent · rest = 1`: name = rest^(−1/exponent). */
function solutionFor(ratio: UnitTerm, name: string, exponent: Rational): UnitTerm {
  const others = new Map(ratio.variables);
  others.delete(name);
  const rest: UnitTerm = { base: ratio.base, variables: others };
  return raiseUnit(rest, negateRational(invertRational(exponent)));
}

export function isError(type: Type): boolean {
  return type === ERROR;
}

export function isUnknown(type: Type): type is Unknown {
  return type.kind === "variable" && type.name === "?";
}

const QUESTION_MARK = 0x3f;

function isUnknownName(name: string): boolean {
  return name.charCodeAt(0) === QUESTION_MARK;
}

/** After a report nobody asks what the type would have been. */
export function absorbUnknown(solver: Solver, type: Type): void {
  if (isUnknown(resolved(solver, type))) unify(solver, type, ERROR);
}

function bind(solver: Solver, unknown: Unknown, value: Type): boolean {
  if (occurs(solver, unknown, value)) return false;
  solver.types[unknown.number] = value;
  return true;
}

function occurs(solver: Solver, unknown: Unknown, type: Type): boolean {
  const current = resolved(solver, type);
  switch (current.kind) {
    case "variable":
      return current === unknown;
    case "list":
      return occurs(solver, unknown, current.element);
    case "map":
      return occurs(solver, unknown, current.key) || occurs(solver, unknown, current.value);
    case "tuple":
      return occursInAny(solver, unknown, current.elements);
    case "function":
      return (
        occursInAny(solver, unknown, current.parameters) || occurs(solver, unknown, current.result)
      );
    case "record":
      return occursInAny(solver, unknown, current.record.typeArguments);
    case "enum":
      return occursInAny(solver, unknown, current.enum.typeArguments);
    default:
      return false;
  }
}

function occursInAny(solver: Solver, unknown: Unknown, types: readonly Type[]): boolean {
  for (const type of types) if (occurs(solver, unknown, type)) return true;
  return false;
}

/** Whether anything in the type may still become known, or has an error in it. */
export function isOpen(type: Type): boolean {
  switch (type.kind) {
    case "int":
    case "bool":
      return false;
    case "float":
      return type.unit.variables.size > 0 && hasUnknownUnit(type.unit);
    case "variable":
      return isUnknownName(type.name);
    case "list":
      return isOpen(type.element);
    case "map":
      return isOpen(type.key) || isOpen(type.value);
    case "tuple":
      return isAnyOpen(type.elements);
    case "function":
      return isAnyOpen(type.parameters) || isOpen(type.result);
    case "record":
      return hasOpenArgument(type.record);
    case "enum":
      return hasOpenArgument(type.enum);
    default:
      return false;
  }
}

function isAnyOpen(types: readonly Type[]): boolean {
  for (let index = 0; index < types.length; index += 1) if (isOpen(types[index])) return true;
  return false;
}

function hasOpenArgument({ typeArguments, unitArguments }: RecordType | EnumType): boolean {
  if (isAnyOpen(typeArguments)) return true;
  for (let index = 0; index < unitArguments.length; index += 1) {
    if (hasUnknownUnit(unitArguments[index])) return true;
  }
  return false;
}

function hasUnknownUnit({ variables }: UnitTerm): boolean {
  if (variables.size === 0) return false;
  for (const name of variables.keys()) if (isUnknownName(name)) return true;
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
