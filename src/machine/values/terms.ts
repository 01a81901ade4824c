/** Records that are shown as sums, as they are written: `1.0 - 2.0i`. */

import type { ModuleType } from "../types/module-type.ts";

const UNITS: Readonly<Record<string, readonly string[]>> = {
  Complex: ["", "i"],
  Quaternion: ["", "i", "j", "k"],
};

/** What stands behind each part of a number of several Floats; null for all other records. */
export function termUnits(
  types: readonly ModuleType[],
  record: ModuleType & { kind: "record" },
): readonly string[] | null {
  const units = Object.hasOwn(UNITS, record.name) ? UNITS[record.name] : null;
  if (units === null || units.length !== record.fields.length) return null;
  return record.fields.every((field) => types[field.type].kind === "float") ? units : null;
}
