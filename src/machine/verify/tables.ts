/** Passes over the tables of types and texts: indices, names, units, duplicates. */

import { MODULE_LIMITS } from "../bytecode/limits.ts";
import type { Module, ModuleType, ModuleUnit } from "../bytecode/module.ts";
import { BASE_UNITS } from "../types/unit.ts";
import type { Inspection } from "./refusal.ts";
import { childrenOf } from "./type-table.ts";

export function checkTypes(module: Module, inspection: Inspection): void {
  const seen = new Set<string>();
  for (const [index, type] of module.types.entries()) {
    for (const child of childrenOf(type)) {
      inspection.require(
        module.types[child] !== undefined,
        "index",
        () => `type ${index} holds type ${child}, and there are ${module.types.length} types`,
      );
    }
    if (type.kind === "record") checkFieldNames(type, index, inspection);
    if (type.kind === "enum") checkCaseNames(type, index, inspection);
    if (type.kind === "float" && type.unit !== null) checkUnit(type.unit, index, inspection);
    const key = typeKey(type);
    inspection.require(
      !seen.has(key),
      "duplicate",
      () => `type ${index} stands in the table twice`,
    );
    seen.add(key);
  }
  checkNesting(module.types, inspection);
}

/** Types are finite: from those that hold nothing outwards, every type is met, and not too deep. */
function checkNesting(types: readonly ModuleType[], inspection: Inspection): void {
  const parents: number[][] = types.map(() => []);
  const waiting = types.map((type) => childrenOf(type).length);
  for (const [index, type] of types.entries()) {
    for (const child of childrenOf(type)) parents[child]?.push(index);
  }
  const nesting = types.map(() => 0);
  const ready = [...types.keys()].filter((index) => waiting[index] === 0);
  let met = 0;
  for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
    met += 1;
    for (const parent of parents[index]) {
      nesting[parent] = Math.max(nesting[parent], nesting[index] + 1);
      waiting[parent] -= 1;
      if (waiting[parent] === 0) ready.push(parent);
    }
  }
  inspection.require(met === types.length, "finite", () => "a type holds itself");
  const { maximum } = MODULE_LIMITS.typeNesting;
  const isShallow = nesting.every((depth) => depth <= maximum);
  inspection.require(isShallow, "limit", () => `types are nested more than ${maximum} deep`);
}

export function checkTexts(module: Module, inspection: Inspection): void {
  const seen = new Set<string>();
  for (const [index, text] of module.texts.entries()) {
    inspection.require(
      !seen.has(text),
      "duplicate",
      () => `text ${index} stands in the table twice`,
    );
    seen.add(text);
  }
}

function checkFieldNames(
  type: ModuleType & { readonly kind: "record" },
  index: number,
  inspection: Inspection,
): void {
  inspection.require(type.name !== "", "name", () => `type ${index} is a record without a name`);
  const names = new Set(type.fields.map((field) => field.name));
  inspection.require(
    names.size === type.fields.length && !names.has(""),
    "name",
    () => `fields of record \`${type.name}\` share a name or have none`,
  );
}

/** What a case carries is named throughout, or not at all. */
function checkCaseNames(
  type: ModuleType & { readonly kind: "enum" },
  index: number,
  inspection: Inspection,
): void {
  inspection.require(type.name !== "", "name", () => `type ${index} is an enum without a name`);
  const names = new Set(type.cases.map((each) => each.name));
  inspection.require(
    names.size === type.cases.length && !names.has(""),
    "name",
    () => `cases of enum \`${type.name}\` share a name or have none`,
  );
  for (const { name, fields } of type.cases) {
    const isPositional = fields.every((field) => field.name === "");
    const fieldNames = new Set(fields.map((field) => field.name));
    inspection.require(
      isPositional || (fieldNames.size === fields.length && !fieldNames.has("")),
      "name",
      () => `some of what case \`${name}\` carries shares a name or has none`,
    );
  }
}

function checkUnit(unit: ModuleUnit, index: number, inspection: Inspection): void {
  let before = -1;
  for (const { base, exponent } of unit.exponents) {
    const position = BASE_UNITS.indexOf(base);
    const { numerator, denominator } = exponent;
    const isCanonical =
      position > before &&
      Number.isSafeInteger(numerator) &&
      Number.isSafeInteger(denominator) &&
      numerator !== 0 &&
      denominator > 0 &&
      greatestCommonDivisor(Math.abs(numerator), denominator) === 1;
    inspection.require(
      isCanonical,
      "unit",
      () =>
        `the unit of type ${index} has \`${base}\` out of order, to the power of zero, ` +
        "or not in lowest terms",
    );
    before = position;
  }
  const { display } = unit;
  inspection.require(
    display === null || (display.text !== "" && display.scale > 0 && display.scale < Infinity),
    "unit",
    () => `type ${index} is shown in a unit without a name or with no finite scale above zero`,
  );
}

function greatestCommonDivisor(a: number, b: number): number {
  while (b !== 0) [a, b] = [b, a % b];
  return a;
}

/** Equal for equal entries of the table only. */
export function typeKey(type: ModuleType): string {
  switch (type.kind) {
    case "list":
      return `list ${type.element}`;
    case "tuple":
      return `tuple ${type.elements.join(" ")}`;
    case "record": {
      const fields = type.fields.map((field) => [field.name, field.type]);
      return `record ${JSON.stringify([type.name, fields])}`;
    }
    case "enum": {
      const cases = type.cases.map(({ name, fields }) => [
        name,
        fields.map((field) => [field.name, field.type]),
      ]);
      return `enum ${JSON.stringify([type.name, cases])}`;
    }
    case "float": {
      if (type.unit === null) return "erased";
      const { exponents, display } = type.unit;
      const powers = exponents.map(({ base, exponent }) => [
        base,
        exponent.numerator,
        exponent.denominator,
      ]);
      return `float ${JSON.stringify([powers, display?.text, display?.scale])}`;
    }
    default:
      return type.kind;
  }
}
