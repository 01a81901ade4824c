/** The ends of strings, and the letters of ASCII, as JavaScript has them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ModuleType } from "../../../src/machine/types/module-type.ts";
import { writeToHeap } from "../../../src/machine/values/heap.ts";
import { startTestHeap } from "../artefact.ts";
import { readFromHeap } from "../read-from-heap.ts";

const TYPES: readonly ModuleType[] = [{ kind: "string" }];

const piece = fc.oneof(
  fc.constantFrom("", " ", "\t", "\n\v\f\r", "a", "Z", "@[`{", "ω", "Ω", "𝄞", "\u00a0", "\u2003"),
  fc.string({ unit: "grapheme", maxLength: 3 }),
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));

function change(name: string, given: string): unknown {
  const heap = startTestHeap(TYPES);
  const string = writeToHeap(heap, 0, given);
  const changed = heap.kernel[name](string);
  expect(readFromHeap(heap, 0, string)).toBe(given);
  return readFromHeap(heap, 0, changed);
}

test("trim takes the white space of ASCII and no other", () => {
  fc.assert(
    fc.property(text, (given) => {
      expect(change("text_trim", given)).toBe(given.replace(/^[ \t-\r]+|[ \t-\r]+$/g, ""));
    }),
  );
});

test("lower and upper change the letters of ASCII and no other", () => {
  fc.assert(
    fc.property(text, (given) => {
      const lower = given.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
      const upper = given.replace(/[a-z]/g, (letter) => letter.toUpperCase());
      expect(change("text_lower", given)).toBe(lower);
      expect(change("text_upper", given)).toBe(upper);
    }),
  );
});

test("starts_with and ends_with", () => {
  fc.assert(
    fc.property(text, text, fc.boolean(), (one, other, isPart) => {
      const heap = startTestHeap(TYPES);
      const whole = isPart ? `${other}${one}${other}` : one;
      const [string, part] = [whole, other].map((each) => writeToHeap(heap, 0, each));
      expect(Boolean(heap.kernel["text_starts_with"](string, part))).toBe(whole.startsWith(other));
      expect(Boolean(heap.kernel["text_ends_with"](string, part))).toBe(whole.endsWith(other));
    }),
  );
});
