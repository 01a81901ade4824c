/** Passes over the tables of types and texts: indices, names, units, duplicates. */

import type { Module, ModuleType, ModuleUnit } from "../bytecode/module.ts";
import { BASE_UNITS } from "../types/unit.ts";
import type { Inspection } from "./refusal.ts";
import { childrenOf, holders } from "./type-table.ts";

export function checkTypes(module: Module, inspection: Inspection): void {
  const seen = new Set<string>();
  const withFloat = holders(module.types, (type) => type.kind === "float");
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
    if (type.kind === "map") {
      const { key: keys } = type;
      inspection.require(!withFloat[keys], "key", () => `keys of type ${index} hold a Float`);
    }
    const key = typeKey(type);
    inspection.require(
      !seen.has(key),
      "duplicate",
      () => `type ${index} stands in the table twice`,
    );
    seen.add(key);
  }
  checkFinite(module.types, inspection);
}

/**
 * Every type has a value that ends: a scalar and a list (it may be empty) have, a tuple or record
 * when all it holds have, an enum when it has such a case.
 */
function checkFinite(types: readonly ModuleType[], inspection: Inspection): void {
  const products = types.flatMap((type, owner) =>
    productsOf(type).map((parts) => ({ owner, parts, waiting: new Set(parts).size })),
  );
  const users = types.map((): typeof products => []);
  for (const product of products) {
    for (const part of new Set(product.parts)) users[part]?.push(product);
  }
  const isFinite = types.map(() => false);
  const ready = products.filter(({ waiting }) => waiting === 0);
  for (let product = ready.pop(); product !== undefined; product = ready.pop()) {
    const { owner } = product;
    if (isFinite[owner]) continue;
    isFinite[owner] = true;
    for (const user of users[owner]) {
      user.waiting -= 1;
      if (user.waiting === 0) ready.push(user);
    }
  }
  const endless = isFinite.indexOf(false);
  inspection.require(
    endless < 0,
    "finite",
    () => `every value of type ${endless} would hold another one, without an end`,
  );
}

/** What a value must hold, for each way to make one; an enum without cases is no matter here. */
function productsOf(type: ModuleType): readonly (readonly number[])[] {
  if (type.kind === "tuple" || type.kind === "record") return [childrenOf(type)];
  if (type.kind !== "enum" || type.cases.length === 0) return [[]];
  return type.cases.map(({ fields }) => fields.map((field) => field.type));
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
    case "map":
      return `map ${type.key} ${type.value}`;
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
