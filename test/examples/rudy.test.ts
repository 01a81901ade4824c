/**
 * Graphs of the G-set, made by `examples/rudy.reso` from their published parameters: counts of
 * nodes and edges, and the SHA-256 of the very text that rudy itself writes.
 */

import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { call } from "../cli/script.ts";

const folder = fileURLToPath(new URL("../../examples/", import.meta.url));

/** The file of a graph, with the blank that rudy leaves behind the counts. */
async function written(options: string): Promise<string> {
  const { out } = await call(["run", "rudy.reso", ...options.split(" ")], { folder });
  return out.replace("\n", " \n");
}

test.each([
  {
    name: "G1",
    options: "--nodes 800 --percent 6 --seed 8001",
    counts: "800 19176 ",
    sha256: "73bf704d8ffc55ba42260ab4cb659e3dcb6e729be70404d2cf476ba4e46d1665",
  },
  {
    name: "G6",
    options: "--nodes 800 --percent 6 --seed 8001 --signed",
    counts: "800 19176 ",
    sha256: "e3dd8b29205280f1ad5806849321cdff6f11324c75cb95647d5783f3e47a1103",
  },
  {
    name: "G22",
    options: "--nodes 2000 --percent 1 --seed 20001",
    counts: "2000 19990 ",
    sha256: "9baeee06eb147b1c9ca42b43be86592d4e6fc60784a85af9be5b63d1362ef28e",
  },
])("$name", async ({ options, counts, sha256 }) => {
  const text = await written(options);
  const [header, ...edges] = text.trimEnd().split("\n");
  expect(header).toBe(counts);
  expect(new Set(edges).size).toBe(Number(counts.split(" ")[1]));
  expect(createHash("sha256").update(text).digest("hex")).toBe(sha256);
});
