/** The rule on imports: each file imports only what the table of zones lets its zone import. */
import { posix } from "node:path";
import { isScript, lineOf } from "./tree.ts";
import type { Rule, TreeFile, Violation } from "./tree.ts";
import { zoneOf } from "./zones.ts";
import type { Zone } from "./zones.ts";

/** One import of a file. */
export type Import = { readonly specifier: string; readonly line: number };

/** Every import, `export … from` and dynamic `import()` of a file, comments left out. */
export function importsOf(file: TreeFile): Import[] {
  const found: Import[] = [];
  // Found in the code, where strings are blanked, so that it is one; its words come from the text.
  for (const match of file.code.matchAll(/\b(?:from|import)\b\s*\(?/gu)) {
    const quoted = /^[^\n"']*?\(?\s*["']([^"'\n]+)["']/u.exec(file.text.slice(match.index));
    if (quoted === null) continue;
    const between = file.code.slice(match.index, match.index + quoted[0].length);
    if (!/^(?:from|import)\s*\(?\s*$/u.test(between)) continue;
    found.push({ specifier: quoted[1], line: lineOf(file.text, match.index) });
  }
  return found;
}

/** The path of the file that a relative specifier names. */
export function resolveImport(from: string, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(from), specifier));
}

export const importRule: Rule = {
  name: "imports",
  check: (tree) => tree.filter(({ path }) => isScript(path)).flatMap(checkFile),
};

function checkFile(file: TreeFile): Violation[] {
  const zone = zoneOf(file.path);
  if (zone === undefined) {
    const message = "belongs to no zone: add it to the table in test/tidy/zones.ts";
    return [{ path: file.path, line: 1, message }];
  }
  if (zone.name === "kernel") return [];
  return importsOf(file).flatMap(({ specifier, line }) => {
    const message = specifier.startsWith(".")
      ? objectToFile(zone, resolveImport(file.path, specifier))
      : objectToPackage(zone, specifier);
    return message === null ? [] : [{ path: file.path, line, message }];
  });
}

function objectToFile(zone: Zone, target: string): string | null {
  const other = zoneOf(target);
  if (other === undefined) return `imports ${target}, which belongs to no zone`;
  if (other.name === zone.name || other.name === "fault") return null;
  if (zone.imports.includes(other.name)) return null;
  const allowed = ["fault", ...zone.imports].join(", ");
  return `${zone.name} may not import ${other.name} (${target}); it may import ${allowed}`;
}

function objectToPackage(zone: Zone, specifier: string): string | null {
  const allowed = zone.packages ?? [];
  const fits = allowed.some(
    (name) =>
      specifier === name ||
      specifier.startsWith(`${name}/`) ||
      (name === "node:" && specifier.startsWith(name)),
  );
  if (fits) return null;
  const instead = allowed.length === 0 ? "no package" : allowed.join(", ");
  return `${zone.name} may not import "${specifier}"; of packages it may import ${instead}`;
}
