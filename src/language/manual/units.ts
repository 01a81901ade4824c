/** Pages of units, and the units of one dimension beside each other. */

import { showUnit, unitOf } from "../../machine/types/unit-algebra.ts";
import { PREFIXES, UNITS, type UnitEntry } from "../units/table.ts";
import type { ManualPage } from "./page.ts";

export const UNIT_PAGES: readonly ManualPage[] = Object.entries(UNITS).map(([name, entry]) =>
  unitPage(name, entry, ""),
);

/** The page of a unit, or of one behind a prefix, such as `MW`; null when there is no such unit. */
export function prefixedUnitPage(name: string): ManualPage | null {
  for (const length of [2, 1]) {
    const prefix = name.slice(0, length);
    const unit = name.slice(length);
    if (!Object.hasOwn(PREFIXES, prefix) || !Object.hasOwn(UNITS, unit)) continue;
    if (UNITS[unit].prefixable) return unitPage(unit, UNITS[unit], prefix);
  }
  return null;
}

/** By dimension in base units, in the order of the table. */
export function unitsByDimension(): ReadonlyMap<string, readonly ManualPage[]> {
  const groups = new Map<string, ManualPage[]>();
  for (const page of UNIT_PAGES) {
    const dimension = dimensionOf(UNITS[page.name]);
    groups.set(dimension, [...(groups.get(dimension) ?? []), page]);
  }
  return groups;
}

function dimensionOf({ dimension }: UnitEntry): string {
  return showUnit(unitOf(dimension));
}

/** `= 1e6 kg*m^2/s^3`, `= π · 1/180`: the value in base units. */
function valueOf(entry: UnitEntry, prefix: string): string {
  const power = prefix === "" ? "" : `1e${PREFIXES[prefix]}`;
  const scale = entry.scale === "1" ? "" : entry.scale;
  const factors = [power, scale, entry.pi === 0 ? "" : "π"].filter((factor) => factor !== "");
  const number = factors.length === 0 ? "1" : factors.join(" · ");
  const dimension = dimensionOf(entry);
  return dimension === "1" ? number : `${number} ${dimension}`;
}

function unitPage(unit: string, entry: UnitEntry, prefix: string): ManualPage {
  const name = `${prefix}${unit}`;
  const withPrefix = `Prefixes such as k, M, m may stand before it: k${unit}.`;
  const without = "No prefix may stand before it.";
  const doc =
    prefix === "" ? entry.documentation : `${entry.documentation}, with the prefix ${prefix}`;
  return {
    kind: "unit",
    name,
    signature: `1${name} = ${valueOf(entry, prefix)}`,
    doc: `${doc[0].toUpperCase()}${doc.slice(1)}.`,
    facts: prefix === "" ? [entry.prefixable ? withPrefix : without] : [],
    example: null,
    isInner: false,
  };
}
