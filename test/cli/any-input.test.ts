/** Whatever is given to a program, it runs or the user is told; nothing is ever our bug. */

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, type Called } from "./script.ts";

const folder = mkdtempSync(join(tmpdir(), "resolang-any-"));
const RUNS = { numRuns: 150 };

const PROGRAM = `record Line { from: Int, load: Float[MW], name: String, open: Bool }
param n: Int = 1 in 0..=1_000_000
param width: Float[1/s] = 1[1/s]
param angle: Float[deg] = 1deg
param open: Bool = false
param name: String = ""
param lines: List[Line] = []

fn main() {
  print "{n} {width} {angle} {open} {name} {lines.length()}"
}
`;

beforeAll(() => {
  writeFileSync(join(folder, "a.reso"), PROGRAM);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const number = fc.oneof(
  fc.double().map(String),
  fc.bigInt().map(String),
  fc.stringMatching(/^[+-]?[\d_.]{1,6}(?:[eE][+-]?\d{1,4})?$/u),
);
const unit = fc.oneof(
  fc.constantFrom("", "MW", "/s", "1/s", "rad/s", "deg", "Hz", "kg*m^2/s^3", "s^-1", "[1/s]", "[]"),
  fc.stringMatching(/^[a-zµΩ°%/*^()\d[\] -]{0,8}$/u),
);
const cell = fc.oneof(
  fc.tuple(number, unit).map(([digits, text]) => digits + text),
  fc.constantFrom("true", "false", "NaN", "-Infinity", "", '"', "a,b", "-0"),
  fc.string({ unit: "binary", maxLength: 8 }),
);
const option = fc.constantFrom(
  "--n",
  "--width",
  "--angle",
  "--open",
  "--name",
  "--m",
  "--set",
  "-x",
);

/** What was called, when it ended otherwise than these. */
function surprise(called: Called, exits: readonly number[]): Called | null {
  return exits.includes(called.exit) ? null : called;
}

test("words of the command line", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(option, cell, fc.boolean())), async (given) => {
      const words = given.flatMap(([name, text, isAttached]) =>
        isAttached ? [`${name}=${text}`] : [name, text],
      );
      const called = await call(["run", "a.reso", ...words], { folder });
      expect(surprise(called, [0, 2])).toBeNull();
    }),
    RUNS,
  );
});

test("tables", async () => {
  const heading = fc.constantFrom("from", "load", "load[MW]", "load[kW]", "name", "open", "x", '"');
  const row = fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(","));
  const rows = fc.tuple(fc.array(heading), fc.array(row, { maxLength: 4 }));
  const table = rows.map(([header, body]) => [header.join(","), ...body].join("\n"));
  const good = fc
    .array(fc.tuple(cell, cell, cell, cell), { maxLength: 3 })
    .map((body) => ["from,load[MW],name,open", ...body.map((cells) => cells.join(","))].join("\n"));
  await fc.assert(
    fc.asyncProperty(fc.oneof(table, good, fc.string()), async (text) => {
      writeFileSync(join(folder, "t.csv"), text);
      const called = await call(["run", "a.reso", "--lines", "@t.csv"], { folder });
      expect(surprise(called, [0, 4])).toBeNull();
    }),
    RUNS,
  );
});

test("values in JSON", async () => {
  const line = fc.record(
    {
      from: fc.oneof(fc.integer(), fc.double(), fc.string()),
      load: fc.oneof(fc.double(), cell, fc.constant(null)),
      name: fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.integer()),
      open: fc.oneof(fc.boolean(), fc.constant("true")),
    },
    { requiredKeys: ["from", "name"] },
  );
  const content = fc.oneof(
    fc.array(line, { maxLength: 3 }).map((lines) => JSON.stringify(lines)),
    fc.json(),
    fc.string(),
  );
  await fc.assert(
    fc.asyncProperty(content, async (text) => {
      writeFileSync(join(folder, "t.json"), text);
      const called = await call(["run", "a.reso", "--lines", "@t.json"], { folder });
      expect(surprise(called, [0, 4])).toBeNull();
    }),
    RUNS,
  );
});

test("bytes of a program", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array(), fc.constantFrom("b.reso", "b.resoc"), async (bytes, name) => {
      writeFileSync(join(folder, name), bytes);
      const called = await call(["run", name], { folder });
      expect(surprise(called, [0, 1, 4])).toBeNull();
      writeFileSync(join(folder, "r.json"), bytes);
      expect((await call(["verify", "r.json"], { folder })).exit).toBe(4);
    }),
    RUNS,
  );
});
