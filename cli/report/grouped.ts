/** Whole numbers as the language writes them: `1_000_000`. */

/** Without the host's table of locales, which takes longer to load than a short program runs. */
export function grouped(count: number): string {
  return String(count).replaceAll(/\B(?=(?:\d{3})+$)/gu, "_");
}
