/** Types of random programs that hold themselves, and the smallest values of any type. */

import type { ModuleType } from "../../../src/machine/bytecode/module.ts";
import { slotTypes } from "../../../src/machine/values/value.ts";
import type { Program } from "./program.ts";

/** Types that hold themselves, and no Float: they are the same with units and without. */
export function addCircle(
  { chance, types, typeIndex, pool, closed }: Program,
  simple: readonly number[],
): void {
  // the first one names the two behind it before they are there
  const first = typeIndex({ kind: "enum", name: "Chain", cases: [] });
  const field = (type: number) => ({ name: "", type });
  const [chain, list, record] = [first, first + 1, first + 2];
  const cases = [
    { name: "End", fields: [] },
    { name: "Link", fields: [field(chance.pick(simple)), field(chain)] },
    { name: "Fork", fields: [field(chain), field(chance.pick(simple)), field(chain)] },
    { name: "Many", fields: [field(list)] },
    { name: "Both", fields: [field(record), field(chance.pick(simple))] },
  ];
  const circle: readonly ModuleType[] = [
    { kind: "enum", name: "Chain", cases },
    { kind: "list", element: chain },
    {
      kind: "record",
      name: "Rose",
      fields: [
        { name: "head", type: chain },
        { name: "rest", type: list },
      ],
    },
  ];
  for (const [offset, type] of circle.entries()) {
    const index = offset === 0 ? first : typeIndex(type);
    types[index] = type;
    closed.add(index);
    pool.push(index);
  }
}

/** How deep the smallest values of each type are; types without values that end are not there. */
const heights = new WeakMap<readonly ModuleType[], ReadonlyMap<number, number>>();

function heightsOf(types: readonly ModuleType[]): ReadonlyMap<number, number> {
  const known = heights.get(types);
  if (known !== undefined && types.length === known.size) return known;
  const found = new Map<number, number>();
  let isNew = true;
  const highest = (parts: readonly number[]): number =>
    parts.reduce((most, part) => Math.max(most, found.get(part) ?? Infinity), 0);
  while (isNew) {
    isNew = false;
    for (const [index, type] of types.entries()) {
      if (found.has(index)) continue;
      const height =
        type.kind === "enum"
          ? Math.min(...type.cases.map(({ fields }) => highest(fields.map((each) => each.type))))
          : type.kind === "tuple" || type.kind === "record"
            ? highest(slotTypes(type))
            : 0;
      if (height === Infinity) continue;
      found.set(index, height + 1);
      isNew = true;
    }
  }
  heights.set(types, found);
  return found;
}

/** The case of an enum whose values end first. */
export function lowestCase(
  types: readonly ModuleType[],
  { cases }: Extract<ModuleType, { kind: "enum" }>,
): number {
  const known = heightsOf(types);
  const heightOf = ({ fields }: (typeof cases)[number]): number =>
    Math.max(0, ...fields.map((field) => known.get(field.type) ?? Infinity));
  const all = cases.map(heightOf);
  return all.indexOf(Math.min(...all));
}
