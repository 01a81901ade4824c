/**
 * Every derived file stands on disk exactly as its table renders it; `npm run derive` writes them.
 */
import { expect, test } from "vitest";
import { isKernelFresh } from "../scripts/build-kernel.ts";
import { DERIVED_FILES, readOrNothing } from "../scripts/derive.ts";

test("no two renderers write the same file", () => {
  const paths = DERIVED_FILES.map(({ path }) => path);
  expect(paths).toEqual([...new Set(paths)]);
});

test("the kernel artefact is made of the sources as they are", () => {
  expect(isKernelFresh()).toBe(true);
});

for (const { path, render } of DERIVED_FILES) {
  test(`${path} is what its table renders`, () => {
    const onDisk = readOrNothing(new URL(`../${path}`, import.meta.url));
    expect(onDisk === null ? "missing: npm run derive" : onDisk).toBe(render());
  });
}
