/** The page of the examples: it has each of them once, with the first sentence of its comment. */

import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect, test } from "vitest";

const FOLDER = new URL("../../examples/", import.meta.url);
const page = readFileSync(new URL("README.md", FOLDER), "utf8");

/** The first paragraph of a file's comment, on one line. */
function summaryOf(file: string): string {
  const lines = readFileSync(new URL(file, FOLDER), "utf8").split("\n");
  const first = lines.slice(
    0,
    lines.findIndex((line) => !line.startsWith("//! ")),
  );
  return first.map((line) => line.slice("//! ".length)).join(" ");
}

test("every example stands on the page, with what it says about itself", () => {
  const oracles = readdirSync(new URL("oracles/", FOLDER)).map((file) => `oracles/${file}`);
  const files = [...readdirSync(FOLDER), ...oracles].filter((file) => file.endsWith(".reso"));
  const wanted = files.map((file) => {
    const name = basename(file, ".reso");
    return `* [${name}](${file}): ${summaryOf(file)}`;
  });
  const found = page.split("\n").filter((line) => line.startsWith("* ["));
  expect(found.toSorted()).toEqual(wanted.toSorted());
});

test("topics list their examples in order", () => {
  for (const topic of page.split("\n## ").slice(1)) {
    const names = [...topic.matchAll(/^\* \[(?<name>.*?)\]/gmu)].map(
      ({ groups }) => groups?.name ?? "",
    );
    const ordered = names.toSorted();
    expect(names).toEqual(ordered);
  }
});
