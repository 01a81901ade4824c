/** Lines and columns: every kind of line end, and characters of two UTF-16 units. */

import { expect, test } from "vitest";
import { positionAt } from "../../src/source/position.ts";
import { lineText, sourceText } from "../../src/source/text.ts";

const TEXT = sourceText("lines.reso", "one\r\ntwo 🜁 three\rfour\n\nsix");

test("lines end with any of the three line ends", () => {
  const lines = TEXT.lineStarts.map((_, lineIndex) => lineText(TEXT, lineIndex));
  expect(lines).toEqual(["one", "two 🜁 three", "four", "", "six"]);
});

test("people count from one, in characters", () => {
  expect(positionAt(TEXT, 0)).toEqual({ line: 1, column: 1 });
  expect(positionAt(TEXT, TEXT.content.indexOf("three"))).toEqual({ line: 2, column: 7 });
  expect(positionAt(TEXT, TEXT.content.length)).toEqual({ line: 5, column: 4 });
  expect(positionAt(TEXT, 9_999)).toEqual({ line: 5, column: 4 });
});
