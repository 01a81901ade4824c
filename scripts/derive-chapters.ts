/** The headings of the guide, by which `resolang explain` finds its sections. */

import { readdirSync, readFileSync } from "node:fs";
import { formatted } from "./formatted.ts";

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
    return { path: `examples/guide/${file}`, title, sections };
  });
  const rendered =
    "/** The chapters of the guide. Derived from them by scripts/derive-chapters.ts. */\n\n" +
    "export interface Chapter {\n  readonly path: string;\n  readonly title: string;\n" +
    "  readonly sections: readonly string[];\n}\n\n" +
    `export const CHAPTERS: readonly Chapter[] = ${JSON.stringify(chapters)};\n`;
  return formatted(CHAPTERS_PATH, rendered);
}
