/**
 * Every example: its tests and `// expect:` lines hold, it is formatted, and both tiers give the
 * same result root.
 */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readExpectations } from "../../cli/expectations.ts";
import type { Tier } from "../../src/machine/run.ts";
import { call } from "../cli/script.ts";

const FOLDER = new URL("../../examples/", import.meta.url);
const ORACLES = readdirSync(new URL("oracles/", FOLDER)).map((name) => `oracles/${name}`);
const NAMES = [...readdirSync(FOLDER), ...ORACLES].filter((name) => name.endsWith(".reso"));

/** Runs a command in the folder of the examples; gives its exit code and what it wrote. */
async function command(...words: readonly string[]): Promise<{ code: number; out: string }> {
  const { exit, out, err } = await call(words, { folder: fileURLToPath(FOLDER) });
  return { code: exit, out: exit === 0 ? out : `${out}${err}` };
}

/** The words that an example asks to be started with. */
function argumentsOf(name: string): readonly string[] {
  const text = readFileSync(new URL(name, FOLDER), "utf8");
  return readExpectations(text, ".")?.words ?? [];
}

async function resultOf(name: string, tier: Tier): Promise<unknown> {
  const { code, out } = await command("run", "--json", "--tier", tier, name, ...argumentsOf(name));
  expect(code).toBe(0);
  const { result, fuel, outputs } = JSON.parse(out) as Record<string, unknown>;
  return { result, fuel, outputs };
}

describe.each(NAMES)("%s", (name) => {
  test("does what it says", async () => {
    const { code, out } = await command("test", name);
    expect(out).toContain(`✓ ${name}: expect`);
    expect(code).toBe(0);
  });

  test("has one result in both tiers", async () => {
    expect(await resultOf(name, "interpreter")).toEqual(await resultOf(name, "wasm"));
  });

  test("is formatted", async () => {
    expect((await command("fmt", "--check", name)).code).toBe(0);
  });
});

test("files that examples import are formatted, and their own tests pass", async () => {
  expect((await command("fmt", "--check", "grids")).code).toBe(0);
  expect((await command("test", "grids")).code).toBe(0);
});

test("the angles of the New England grid are close to the published ones", async () => {
  const { out } = await command(
    "run",
    "--json",
    "new-england.reso",
    ...argumentsOf("new-england.reso"),
  );
  const { outputs } = JSON.parse(out) as {
    outputs: { angles: { columns: Record<string, { values: number[] }> } };
  };
  const { found, published } = outputs.angles.columns;
  const degrees = found.values.map(
    (angle, index) => ((angle - published.values[index]) * 180) / Math.PI,
  );
  const squares = degrees.map((difference) => difference * difference);
  const mean = squares.reduce((sum, square) => sum + square, 0) / squares.length;
  expect(Math.sqrt(mean)).toBeLessThanOrEqual(0.25);
  expect(Math.max(...degrees.map(Math.abs))).toBeLessThanOrEqual(0.8);
});
