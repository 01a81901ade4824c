/** The headings of the guide, by which `resolang explain` finds its sections. */

import { readdirSync, readFileSync } from "node:fs";

export const CHAPTERS_PATH = "src/language/manual/chapters.ts";

const GUIDE = new URL("../examples/guide/", import.meta.url);
/** The pages that list others: the guide's own, and the library. */
const LISTS: ReadonlySet<string> = new Set(["README.md", "library.md"]);

/** Renders the chapters with their headings, in the order of their files. */
export function renderChapters(): string {
  const files = readdirSync(GUIDE).filter((name) => name.endsWith(".md") && !LISTS.has(name));
  const chapters = files.toSorted().map((file) => {
    const text = readFileSync(new URL(file, GUIDE), "utf8").replaceAll(/^```[^]*?^```$/gmu, "");
    const [title, ...sections] = [...text.matchAll(/^##? (.+)$/gmu)].map(([, heading]) => heading);
    const lines = sections.map((heading) => `      ${JSON.stringify(heading)},\n`).join("");
    return (
      `  {\n    path: ${JSON.stringify(`examples/guide/${file}`)},\n` +
      `    title: ${JSON.stringify(title)},\n    sections: [\n${lines}    ],\n  },\n`
    );
  });
  return (
    "/** The chapters of the guide. Derived from them by scripts/derive-chapters.ts. */\n\n" +
    "export interface Chapter {\n  readonly path: string;\n  readonly title: string;\n" +
    "  readonly sections: readonly string[];\n}\n\n" +
    `export const CHAPTERS: readonly Chapter[] = [\n${chapters.join("")}];\n`
  );
}
