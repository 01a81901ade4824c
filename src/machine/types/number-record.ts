/**
 * Records that are numbers: their fields lie in registers of their own, as those of tuples do, and
 * they are shown as they are written, `1.0 - 2.0i`.
 */

import type { ModuleType } from "./module-type.ts";

/** What stands behind each part. */
export const TERM_UNITS: Readonly<Record<string, readonly string[]>> = {
  Complex: ["", "i"],
  Quaternion: ["", "i", "j", "k"],
};

/** Their names, which no program can declare. */
export const NUMBER_RECORDS: ReadonlySet<string> = new Set(Object.keys(TERM_UNITS));

/** What stands behind each part of a number of several Floats; null for all other records. */
export function termUnits(
  types: readonly ModuleType[],
  record: ModuleType & { kind: "record" },
): readonly string[] | null {
  const units = Object.hasOwn(TERM_UNITS, record.name) ? TERM_UNITS[record.name] : null;
  if (units === null || units.length !== record.fields.length) return null;
  return record.fields.every((field) => types[field.type].kind === "float") ? units : null;
}
