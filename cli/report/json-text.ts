/**
 * JSON on a stack of its own: what `JSON.stringify` writes, for values that nest deeper than calls
 * may.
 */

/** The text of an array or a plain object that is not written to its end. */
interface Open {
  readonly entries: readonly (readonly [key: string | null, value: unknown])[];
  readonly end: string;
  next: number;
}

/** The text of a value made of arrays, plain objects and what JSON has no parts for. */
export function jsonText(value: unknown): string {
  const pieces: string[] = [];
  const stack: Open[] = [];
  const begin = (each: unknown): void => {
    const isList = Array.isArray(each);
    if (!isList && !isPlainObject(each)) {
      pieces.push(JSON.stringify(each));
      return;
    }
    pieces.push(isList ? "[" : "{");
    const entries = isList
      ? each.map((item: unknown) => [null, item] as const)
      : Object.entries(each).filter(([, item]) => item !== undefined);
    stack.push({ entries, end: isList ? "]" : "}", next: 0 });
  };
  begin(value);
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const { entries, end, next } = top;
    if (next === entries.length) {
      pieces.push(end);
      stack.pop();
      continue;
    }
    top.next += 1;
    const [key, item] = entries[next];
    if (next > 0) pieces.push(",");
    if (key !== null) pieces.push(JSON.stringify(key), ":");
    begin(item);
  }
  return pieces.join("");
}

/** Not what `JSON.rawJSON` makes, which has no prototype. */
function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
