/** The benchmark of the engine: its rows have their cases, and its participants agree. */
import { createHmac } from "node:crypto";
import { availableParallelism } from "node:os";
import { describe, expect, test } from "vitest";
import { checked, OPERATIONS, PASSES } from "./cases.ts";
import { ENGINE_CASES } from "./engine.ts";
import { PLAIN_CASES } from "./plain.ts";
import { ROWS } from "./rows.ts";
import { measureTeam } from "./team.ts";

test("every row has a case of the engine, and every case has a row", () => {
  const names = new Set(ROWS.map(({ name }) => name));
  expect([...names].toSorted()).toEqual(Object.keys(ENGINE_CASES).toSorted());
  const plain = ROWS.filter(({ targets }) => targets.some(({ peer }) => peer === "plain JS"));
  expect(plain.map(({ name }) => name).toSorted()).toEqual(Object.keys(PLAIN_CASES).toSorted());
});

describe("the engine computes what plain JavaScript does", () => {
  test.for(Object.keys(PLAIN_CASES))("%s", (name) => {
    const ours = checked(ENGINE_CASES[name], 3);
    const theirs = checked(PLAIN_CASES[name], 3);
    expect(ours.length).toBe(theirs.length);
    for (const [index, value] of ours.entries()) expect(value).toBeCloseTo(theirs[index], 12);
  });
});

test.runIf(availableParallelism() > 1)(
  "threads are measured in time that passes and in processor time",
  () => {
    const { elapsed, ratio, processorRatio } = measureTeam(1)!;
    expect(Math.min(...elapsed, processorRatio)).toBeGreaterThan(0);
    expect(ratio).toBe(elapsed[0] / elapsed[1]);
  },
);

test("the values of the pipeline's pattern are those of its key", () => {
  const values = checked(ENGINE_CASES["pipeline"], 1).slice(-OPERATIONS);
  const steps = Array.from({ length: OPERATIONS }, (_, k) => (PASSES - 1) * OPERATIONS + k);
  const expected = steps.map((step) => {
    const place = Buffer.alloc(12);
    place.writeBigUInt64BE(BigInt(Math.floor(step / 1_000_000)));
    place.writeUInt32BE(Math.floor((step % 1_000_000) / 8), 8);
    const code = createHmac("sha256", "a key of the mesh").update("resolang/pattern/1");
    return code
      .update(place)
      .digest()
      .readUInt32BE(4 * (step % 8));
  });
  expect(values).toEqual(expected);
});
