/**
 * The first seed of a slice: `SEED` when it is given, else a new one; every failure names its own
 * seed.
 */

export function sliceSeed(): number {
  const given = process.env["SEED"];
  return given === undefined ? Math.floor(Math.random() * 1_000_000_000) : Number(given);
}
