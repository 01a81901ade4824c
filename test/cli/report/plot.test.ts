/** Plots of any numbers: they fit their width, and their ticks are round, in order and few. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { shellOn } from "../../../cli/process-shell.ts";
import { paletteOf } from "../../../cli/report/palette.ts";
import { renderPlot, scaleOf } from "../../../cli/report/plot.ts";
import { roundedScale, ticksOf } from "../../../cli/report/ticks.ts";

const silent = { write: () => true };
const plain = paletteOf(
  shellOn({
    out: silent,
    err: silent,
    environment: {},
    folder: ".",
    readInput: () => new Uint8Array(),
  }).out,
);

const numbers = fc.array(fc.oneof(fc.double(), fc.integer(), fc.constantFrom(0, 1, 1e9, NaN)), {
  maxLength: 30,
});

test("plots keep their width", () => {
  fc.assert(
    fc.property(numbers, numbers, fc.integer({ min: 1, max: 200 }), (x, y, columns) => {
      const length = Math.min(x.length, y.length);
      const series = [{ label: "y", x: x.slice(0, length), y: y.slice(0, length) }];
      const lines = renderPlot({ x: "x", y: "[MW]", series }, columns, plain);
      // Below 60 columns a plot stays readable and runs over.
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(Math.max(columns, 60));
      expect([0, 18]).toContain(lines.length);
    }),
  );
});

test("ticks are few, in order, and told apart", () => {
  fc.assert(
    fc.property(fc.double(), fc.double(), fc.integer({ min: 2, max: 12 }), (one, other, most) => {
      const scale = scaleOf([one, other]);
      if (scale === null) return;
      const ticks = ticksOf(scale, most);
      expect(ticks.length).toBeLessThanOrEqual(most + 1);
      const values = ticks.map(({ value }) => value);
      expect(values).toEqual(values.toSorted((a, b) => a - b));
      expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length);
      const slack = (scale.to - scale.from) * 1e-6;
      const rounded = roundedScale(scale, most);
      expect(rounded.from).toBeLessThanOrEqual(scale.from + slack);
      expect(rounded.to).toBeGreaterThanOrEqual(scale.to - slack);
    }),
  );
});

test("ticks as people count", () => {
  const texts = (from: number, to: number, most: number): readonly string[] =>
    ticksOf({ from, to }, most).map(({ text }) => text);
  expect(texts(0, 1, 6)).toEqual(["0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
  expect(texts(0, 4, 5)).toEqual(["0", "1", "2", "3", "4"]);
  expect(texts(-7.4, 12.1, 5)).toEqual(["-5", "0", "5", "10"]);
  expect(texts(0.001, 0.0042, 5)).toEqual(["0.001", "0.002", "0.003", "0.004"]);
  expect(texts(0, 1e12, 3)).toEqual(["0", "5e11", "1e12"]);
});
