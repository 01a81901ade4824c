/** What a unit name stands for: the exact unit first, then a prefix and a prefixable unit. */

import { showUnit, unitOf } from "../../machine/types/unit-algebra.ts";
import type { UnitTerm } from "../../machine/types/unit.ts";
import {
  exactFromInteger,
  exactFromText,
  invertExact,
  multiplyExact,
  type Exact,
} from "./exact.ts";
import { PREFIXES, UNITS, type UnitEntry } from "./table.ts";

/** A unit as a value: what it measures, and how many base units it is. */
export interface UnitValue {
  readonly term: UnitTerm;
  readonly scale: Exact;
}

/** The unit of this name, or null. Cost: constant. */
export function findUnit(name: string): UnitValue | null {
  const before = FOUND.get(name);
  if (before !== undefined) return before;
  const found = lookUp(name);
  if (found !== null) FOUND.set(name, found);
  return found;
}

/** Units that were asked for; there are as many as the table has with its prefixes. */
const FOUND = new Map<string, UnitValue>();

function lookUp(name: string): UnitValue | null {
  if (Object.hasOwn(UNITS, name)) return unitValue(UNITS[name], 0);
  for (const length of [2, 1]) {
    const prefix = name.slice(0, length);
    const rest = name.slice(length);
    if (!Object.hasOwn(PREFIXES, prefix) || !Object.hasOwn(UNITS, rest)) continue;
    if (UNITS[rest].prefixable) return unitValue(UNITS[rest], PREFIXES[prefix]);
  }
  return null;
}

/** Units, with and without prefix, that differ from a name in case only: `mW` and `MW` for `mw`. */
export function unitsInOtherCase(name: string): string[] {
  const wanted = name.toLowerCase();
  const found = new Set<string>();
  for (const [unit, { prefixable }] of Object.entries(UNITS)) {
    if (unit.toLowerCase() === wanted) found.add(unit);
    if (!prefixable || !wanted.endsWith(unit.toLowerCase())) continue;
    for (const prefix of Object.keys(PREFIXES)) {
      if ((prefix + unit).toLowerCase() === wanted) found.add(prefix + unit);
    }
  }
  return [...found];
}

/** Units with the prefixes of everyday, for suggestions. */
export function prefixedUnits(): string[] {
  const units = Object.keys(UNITS).filter((unit) => UNITS[unit].prefixable);
  return ["m", "k", "M", "u", "n", "c"].flatMap((prefix) => units.map((unit) => prefix + unit));
}

/** Short forms that are no symbols. */
const SHORT_WORDS: Readonly<Record<string, string>> = {
  sec: "s",
  msec: "ms",
  usec: "us",
  nsec: "ns",
  hr: "h",
  minute: "min",
  millisecond: "ms",
  microsecond: "us",
  kilometre: "km",
  kilometer: "km",
  meter: "m",
  megawatt: "MW",
  kilowatt: "kW",
  "°": "deg",
};

/** The unit that is written out: `W` for `watts`; null if none. */
export function unitInWords(name: string): string | null {
  const wanted = name.toLowerCase().replace(/s$/, "");
  if (Object.hasOwn(SHORT_WORDS, wanted)) return SHORT_WORDS[wanted];
  for (const [unit, { documentation }] of Object.entries(UNITS)) {
    const [word] = documentation.split(":");
    if (word.replace(/s$/, "") === wanted) return unit;
  }
  return null;
}

/** The name of a derived unit of scale 1 by its base form: `W` for `kg*m^2/s^3`; null if none. */
export function nameOfUnit(baseForm: string): string | null {
  return DERIVED_NAMES.get(baseForm) ?? null;
}

function unitValue(entry: UnitEntry, powerOfTen: number): UnitValue {
  const [above, below = "1"] = entry.scale.split("/");
  const scale = multiplyExact(exactFromText(above), invertExact(exactFromText(below)));
  const prefix = exactFromInteger(10n ** BigInt(Math.abs(powerOfTen)));
  return {
    term: unitOf(entry.dimension),
    scale: multiplyExact({ ...scale, pi: entry.pi }, powerOfTen < 0 ? invertExact(prefix) : prefix),
  };
}

const DERIVED_NAMES = derivedNames();

function derivedNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [name, entry] of Object.entries(UNITS)) {
    const shown = showUnit(unitOf(entry.dimension));
    const isDerived = Object.keys(entry.dimension).length > 1 && entry.scale === "1";
    if (isDerived && !names.has(shown)) names.set(shown, name);
  }
  return names;
}
