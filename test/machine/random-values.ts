/** Random tables of types and random values of them, for property tests. */
import fc from "fast-check";
import type { ModuleType, ModuleValue } from "../../src/machine/bytecode/module.ts";
import { childrenOf } from "../../src/machine/verify/type-table.ts";

const scalars: readonly ModuleType[] = [
  { kind: "int" },
  { kind: "float", unit: null },
  { kind: "bool" },
  { kind: "string" },
];

const int = fc.oneof(
  fc.integer({ min: -20, max: 20 }),
  fc.maxSafeInteger(),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
);
const float = fc.oneof(fc.double(), fc.constantFrom(0, -0, 1, 0.1, 1e21, 1e-7, Number.NaN));
const string = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom("", '"{a}" \\ \n\r\t\u0001\u001f\u007f', "ω = 2π·f", "x".repeat(5000)),
);

/** A table whose later types contain earlier ones; the last one is a container. */
export const typeTables: fc.Arbitrary<readonly ModuleType[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom("list", "map", "tuple", "record", "enum"),
      parts: fc.array(fc.nat(), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((containers) => {
    const types = [...scalars];
    for (const { kind, parts } of containers) {
      const earlier = parts.map((part) => part % types.length);
      if (kind === "list") types.push({ kind, element: earlier[0] ?? 1 });
      else if (kind === "map") {
        const keys = [...types.keys()].filter((index) => !holdsFloat(types, index));
        const [first, second] = [earlier[0] ?? 0, earlier[1] ?? 1];
        types.push({ kind, key: keys[first % keys.length], value: second });
      } else if (kind === "tuple") {
        types.push({ kind, elements: earlier.length > 1 ? earlier : [0, ...earlier, 1] });
      } else if (kind === "enum") {
        const positional = earlier.map((type) => ({ name: "", type }));
        const named = earlier.map((type, index) => ({ name: `part_${index}`, type }));
        // one case holds values of the enum itself
        const itself = { name: "", type: types.length };
        const cases = [
          { name: "Nothing", fields: [] },
          { name: "Again", fields: [...positional.slice(0, 1), itself] },
          { name: "Several", fields: positional },
          { name: "Named", fields: named },
        ];
        types.push({ kind, name: `Enum${types.length}`, cases });
      } else {
        const fields = earlier.map((type, index) => ({ name: `field_${index}`, type }));
        types.push({ kind: "record", name: `Record${types.length}`, fields });
      }
    }
    return types;
  });

function holdsFloat(types: readonly ModuleType[], index: number): boolean {
  const type = types[index];
  const others = childrenOf(type).filter((child) => child !== index);
  return type.kind === "float" || others.some((child) => holdsFloat(types, child));
}

/** Values of one type of a table; an enum holds itself so many times at the most. */
export function valuesOf(
  types: readonly ModuleType[],
  typeIndex: number,
  depth = 5,
): fc.Arbitrary<ModuleValue> {
  const type = types[typeIndex];
  switch (type.kind) {
    case "int":
      return int.map((value) => value + 0);
    case "float":
      return float;
    case "bool":
      return fc.boolean();
    case "string":
      return string;
    case "list":
      return fc.array(valuesOf(types, type.element), { maxLength: 5 });
    case "map": {
      const entry = fc.tuple(valuesOf(types, type.key), valuesOf(types, type.value));
      return fc
        .uniqueArray(entry, { maxLength: 12, selector: ([key]) => JSON.stringify(key) })
        .map((entries) => entries.flat());
    }
    case "tuple":
      return fc.tuple(...type.elements.map((part) => valuesOf(types, part)));
    case "record":
      return fc.tuple(...type.fields.map((field) => valuesOf(types, field.type)));
    case "enum":
      return fc.oneof(
        ...type.cases
          .filter(({ name }) => depth > 0 || name !== "Again")
          .map(({ name, fields }) => {
            const tag = type.cases.findIndex((each) => each.name === name);
            const parts = fields.map((field) =>
              field.type === typeIndex
                ? fc.constant(null).chain(() => valuesOf(types, typeIndex, depth - 1))
                : valuesOf(types, field.type),
            );
            return fc.tuple(fc.constant(tag), ...parts);
          }),
      );
  }
}

/** A table and two values of its last type. */
export const typedPairs = typeTables.chain((types) => {
  const value = valuesOf(types, types.length - 1);
  return fc.tuple(fc.constant(types), value, value);
});
