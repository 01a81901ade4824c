/** What `resolang doctor` finds where something is wrong. */
import { expect, test } from "vitest";
import {
  examine,
  type Installation,
  OLDEST_NODE,
  thisInstallation,
} from "../../cli/examination.ts";
import packageJson from "../../package.json" with { type: "json" };

/** Names of what is wrong with this installation, changed. */
function wrong(change: Partial<Installation>): string[] {
  const { findings } = examine({ ...thisInstallation(), rerun: (program) => program, ...change });
  return findings.filter(({ isFine }) => !isFine).map(({ name }) => name);
}

test("nothing is wrong with this one", () => {
  const { findings, differing } = examine(thisInstallation());
  expect(differing).toEqual([]);
  expect(findings.filter(({ isFine }) => !isFine)).toEqual([]);
});

test("an older Node", () => {
  expect(packageJson.engines.node).toBe(`>=${OLDEST_NODE}`);
  expect(wrong({ node: "22.11.9" })).toEqual(["node"]);
  expect(wrong({ node: "20.19.0" })).toEqual(["node"]);
  expect(wrong({ node: OLDEST_NODE })).toEqual([]);
  expect(wrong({ node: "24.0.0" })).toEqual([]);
});

test("a changed artefact, and one that the host refuses", () => {
  const artefact = thisInstallation().artefact.slice();
  artefact[artefact.length - 1] ^= 1;
  expect(wrong({ artefact })).toContain("artefact");
  expect(wrong({ artefact: new Uint8Array([1, 2, 3]) })).toEqual(["webassembly", "artefact"]);
});

test("no memory for a run", () => {
  const reserve = (): never => {
    throw new RangeError("could not allocate memory");
  };
  expect(wrong({ reserve })).toEqual(["memory"]);
});

test("one bit of one kernel, and a kernel that is not there", () => {
  const bits = thisInstallation().recompute();
  const changed = bits.map((each) => ({ ...each, bytes: each.bytes.slice() }));
  changed[3].bytes[0] ^= 1;
  expect(wrong({ recompute: () => changed })).toEqual(["bits"]);
  const differing = (recompute: Installation["recompute"]): readonly string[] =>
    examine({ ...thisInstallation(), rerun: (program) => program, recompute }).differing;
  expect(differing(() => changed)).toEqual([bits[3].kernel]);
  expect(differing(() => bits.slice(1))).toEqual([bits[0].kernel]);
});
