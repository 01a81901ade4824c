/** Heads and parts of the AST's text, how they are laid out, and names, types and units. */

import type { Name, TypeSyntax, UnitSyntax } from "./ast.ts";

/** A head with parts in parentheses, or with nothing behind it. */
export interface Shape {
  readonly head: string;
  readonly parts: readonly Shape[] | null;
}

export function oneLine(shape: Shape): string {
  if (shape.parts === null) return shape.head;
  return `${shape.head}(${shape.parts.map(oneLine).join(", ")})`;
}

export function indented(shape: Shape, indentation: number, width: number): string {
  const flat = oneLine(shape);
  const margin = " ".repeat(indentation);
  if (shape.parts === null || shape.parts.length === 0 || flat.length + indentation <= width)
    return margin + flat;
  const parts = shape.parts.map((part) => indented(part, indentation + 2, width));
  return `${margin}${shape.head}(\n${parts.join(",\n")}\n${margin})`;
}

export function leaf(head: string): Shape {
  return { head, parts: null };
}

export function node(head: string, parts: readonly (Shape | null)[]): Shape {
  return { head, parts: parts.filter((part) => part !== null) };
}

export function named(label: string, shape: Shape | null): Shape | null {
  return shape === null ? null : { ...shape, head: `${label}: ${shape.head}` };
}

export function flag(label: string, isSet: boolean): Shape | null {
  return isSet ? leaf(label) : null;
}

export function nameShape(name: Name): Shape {
  return leaf(name.text === "" ? "Missing" : name.text);
}

export function optional<T>(value: T | null, shape: (value: T) => Shape): Shape | null {
  return value === null ? null : shape(value);
}

export function typeShape(type: TypeSyntax): Shape {
  switch (type.kind) {
    case "named": {
      if (type.arguments.length === 0) return nameShape(type.name);
      const given = type.arguments.map((argument) =>
        argument.kind === "type" ? typeShape(argument.type) : unitShape(argument.unit),
      );
      return node(type.name.text, given);
    }
    case "tuple":
      return node("TupleType", type.elements.map(typeShape));
    case "function":
      return node("FunctionType", [
        ...type.parameters.map(typeShape),
        named("result", optional(type.result, typeShape)),
      ]);
    case "error":
      return leaf("ErrorType");
  }
}

/** Units are shown as they are written, in brackets: `[m/s^2]`. */
export function unitShape(unit: UnitSyntax): Shape {
  return leaf(`[${unitText(unit, false)}]`);
}

function unitText(unit: UnitSyntax, isInner: boolean): string {
  switch (unit.kind) {
    case "one":
      return "1";
    case "name":
      return unit.name;
    case "error":
      return "?";
    case "power": {
      const exponent =
        unit.denominator === 1 ? `${unit.numerator}` : `(${unit.numerator}/${unit.denominator})`;
      return `${unitText(unit.operand, true)}^${exponent}`;
    }
    case "multiply":
    case "divide": {
      const operator = unit.kind === "multiply" ? "*" : "/";
      const isGroup = unit.right.kind === "multiply" || unit.right.kind === "divide";
      const text = `${unitText(unit.left, false)}${operator}${unitText(unit.right, isGroup)}`;
      return isInner ? `(${text})` : text;
    }
  }
}
