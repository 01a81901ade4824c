/** What to write instead, for traps where one can say so. */

const OF_KEYS =
  "where a key may be missing, ask with `m.get(key)`, or write `m.update(key, start, |x| x + 1)`";
const FROM_END = "indices begin at 0: counted from the end, the last one is `xs.length() - 1`";

/** A sentence about the trap with this code, which says this; null where there is none. */
export function trapHelp(code: string, message: string): string | null {
  switch (code) {
    case "key":
      return OF_KEYS;
    case "bounds":
      return message.startsWith("index -")
        ? FROM_END
        : "where an element may be missing, ask with `xs.get(i)`, which gives an `Option`";
    case "slice":
      return /\bat -/.test(message) ? FROM_END : null;
    default:
      return null;
  }
}
