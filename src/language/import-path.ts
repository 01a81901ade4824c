/** Paths as imports write them, and where they lead: relative to the importing file, no ending. */

export const ENDING = ".reso";

/** What is wrong with a path as it is written, and a path that may have been meant. */
export interface PathProblem {
  readonly message: string;
  readonly meant: string | null;
}

/** A name of a file or a folder that every system can have. */
const SEGMENT = /^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?$/;

/** The parts of a path, or what is wrong with it. `..` stands in front only. */
export function readImportPath(written: string): readonly string[] | PathProblem {
  if (written === "") return { message: "an import names a file", meant: null };
  if (written.includes("\\")) {
    return { message: "folders are separated by `/`", meant: written.replaceAll("\\", "/") };
  }
  if (/^(?:\/|[A-Za-z]:|~)/.test(written)) {
    return {
      message: "a path starts at the folder of this file, so that a program can move as a whole",
      meant: null,
    };
  }
  if (written.endsWith(ENDING)) {
    const meant = written.slice(0, -ENDING.length);
    return { message: `a path stands without \`${ENDING}\``, meant };
  }
  if (written.startsWith("./")) {
    return {
      message: "a path starts at the folder of this file anyway",
      meant: written.slice(2),
    };
  }
  const parts = written.split("/");
  const up = parts.findIndex((part) => part !== "..");
  const wrong = up < 0 ? ".." : parts.slice(up).find((part) => !SEGMENT.test(part));
  if (wrong === undefined) return parts;
  if (wrong === "..") {
    return { message: "`..` leads out of a folder, and stands in front of a path", meant: null };
  }
  const message =
    wrong === "" ? "a part of the path is empty" : `\`${wrong}\` is no name of a file here`;
  return { message, meant: null };
}

/** The folder of a file, `""` where paths begin. */
export function folderOf(path: string): string {
  const at = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
  return at < 0 ? "" : at === 0 ? "/" : path.slice(0, at);
}

/** A folder and one step further: into a folder, or out of it with `..`. */
export function step(folder: string, part: string): string {
  if (part !== "..")
    return folder === "" || folder === "/" ? `${folder}${part}` : `${folder}/${part}`;
  const last = folder.slice(folder.lastIndexOf("/") + 1);
  if (folder === "" || last === "..") return folder === "" ? ".." : `${folder}/..`;
  return last === "." ? `${folder.slice(0, -1)}..` : folderOf(folder);
}

/** A path without `.` in it and without `name/..`: equal for equal files, links aside. */
export function plainPath(path: string): string {
  const isAbsolute = path.startsWith("/");
  const parts: string[] = [];
  for (const part of path.replaceAll("\\", "/").split("/")) {
    if (part === "" || part === ".") continue;
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== ".." || !isAbsolute) parts.push(part);
  }
  return `${isAbsolute ? "/" : ""}${parts.join("/")}`;
}

/** A path as seen from the folder of another file: `grids/ring.reso`, `../units.reso`. */
export function relativePath(path: string, from: string): string {
  const to = plainPath(path).split("/");
  const base = plainPath(folderOf(from))
    .split("/")
    .filter((part) => part !== "");
  const isSame = plainPath(path).startsWith("/") === plainPath(from).startsWith("/");
  const parts = to[0] === "" ? to.slice(1) : to;
  if (!isSame) return parts.at(-1)!;
  let common = 0;
  while (common < base.length && common < parts.length - 1 && base[common] === parts[common])
    common += 1;
  return [...base.slice(common).map(() => ".."), ...parts.slice(common)].join("/");
}

/** The name under which a file is known where it is imported; null if it cannot be one. */
export function nameOfImport(written: string): string | null {
  const last = written.slice(written.lastIndexOf("/") + 1);
  return /^[a-z_][a-z0-9_]*$/.test(last) ? last : null;
}
