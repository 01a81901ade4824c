/**
 * Every derived file stands on disk exactly as its table renders it; `npm run derive` writes them.
 */
import { expect, test } from "vitest";
import { DERIVED_FILES, readOrNothing } from "../scripts/derive.ts";

test("no two renderers write the same file", () => {
  const paths = DERIVED_FILES.map(({ path }) => path);
  expect(paths).toEqual([...new Set(paths)]);
});

for (const { path, render } of DERIVED_FILES) {
  test(`${path} is what its table renders`, () => {
    const onDisk = readOrNothing(new URL(`../${path}`, import.meta.url));
    expect(onDisk === null ? "missing: npm run derive" : onDisk).toBe(render());
  });
}
