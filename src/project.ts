/**
 * Files that are checked again and again while people write: only what a change touches is done
 * anew.
 *
 * A file is parsed when its text changes. It is checked when its text changes, when its imports
 * lead elsewhere, when the interface of a file changes that it imports, at once or through others,
 * or when its reports point into a file that has changed.
 * Invariant: the reports are those of a project that sees the same files for the first time.
 * Not here: compiling, which begins anew (pipeline.ts), and who asks (an editor's server).
 */

import { openHouse, type House } from "./language/check/check.ts";
import { interfaceText, renewPlaces } from "./language/check/interface.ts";
import type { Layer } from "./language/check/session.ts";
import { plainPath } from "./language/import-path.ts";
import { load, type LoadedFile, type ParsedFile, parseFile, type Reader } from "./language/load.ts";
import { parsedPrelude } from "./language/prelude/parsed.ts";
import { checkLoaded, type FileReports } from "./pipeline.ts";
import type { SourceText } from "./source/text.ts";

export interface Project {
  /**
   * Opens a file with a text, or changes the text of one that is open. `null` closes it: what the
   * reader has is asked for again, of this file and of its folders.
   */
  change(path: string, text: string | null): void;
  /** Checks the open files and what they import. Cost: that of the files it checks anew. */
  check(): ProjectReports;
}

export interface ProjectReports {
  /** By path; what is imported stands before what imports it. */
  readonly files: ReadonlyMap<string, FileReports>;
  /** The files that were checked anew, in this order. */
  readonly checked: readonly string[];
}

/** A project without open files. The reader is asked once for each path until it is closed. */
export function openProject(reader: Reader): Project {
  return new OpenProject(reader);
}

/** A file as it was checked. */
interface Known {
  readonly reports: FileReports;
  /** Where its imports led, with the state of each file behind them. */
  readonly surroundings: string;
  /** Other files that its reports point into, as they were. */
  readonly pointedAt: ReadonlyMap<string, SourceText>;
  /** What others see of it; they are checked again when the number of it has changed. */
  readonly seen: string;
  readonly number: number;
  readonly layer: Layer | null;
}

class OpenProject implements Project {
  private readonly house: House = openHouse({ prelude: parsedPrelude() });
  private readonly files: ProjectFiles;
  private readonly parsed = new Map<string, ParsedFile>();
  private readonly known = new Map<string, Known>();
  private lastNumber = 0;

  constructor(reader: Reader) {
    this.files = new ProjectFiles(reader);
  }

  change(path: string, text: string | null): void {
    this.files.change(path, text);
  }

  check(): ProjectReports {
    const roots = [...this.files.open].map(([path, text]) => ({ path, text }));
    const loaded = load(roots, this.files, (path, content) => this.parse(path, content));
    const texts = new Map(loaded.map(({ path, text }) => [path, text]));
    for (const path of this.known.keys()) if (!texts.has(path)) this.drop(path);
    const checked: string[] = [];
    for (const file of loaded) {
      const surroundings = this.surroundingsOf(file);
      const known = this.known.get(file.path);
      if (known !== undefined && isCurrent(known, file, surroundings, texts)) continue;
      this.known.set(file.path, this.checkAnew(file, surroundings, known, texts));
      checked.push(file.path);
    }
    const files = loaded.map(({ path }) => [path, this.known.get(path)!.reports] as const);
    return { files: new Map(files), checked };
  }

  private parse(path: string, content: string): ParsedFile {
    const before = this.parsed.get(path);
    if (before?.text.content === content) return before;
    const parsed = parseFile(path, content);
    this.parsed.set(path, parsed);
    return parsed;
  }

  private drop(path: string): void {
    this.known.delete(path);
    this.parsed.delete(path);
    this.house.layers.delete(path);
  }

  private surroundingsOf({ imports }: LoadedFile): string {
    const targets = imports.map(({ target }) =>
      target.kind === "file"
        ? [target.path, this.known.get(target.path)!.number]
        : [target.kind, target],
    );
    return JSON.stringify(targets);
  }

  private checkAnew(
    file: LoadedFile,
    surroundings: string,
    before: Known | undefined,
    texts: ReadonlyMap<string, SourceText>,
  ): Known {
    const { path } = file;
    const { reports, layer } = checkLoaded(this.house, file);
    const isBroken = this.house.brokenFiles.has(path);
    const seen = `${layer === null} ${isBroken} ${surroundings} ${interfaceText(file.file)}`;
    const pointedAt = new Map<string, SourceText>();
    for (const { labels } of reports.diagnostics) {
      for (const { path: other = path } of labels) {
        const text = texts.get(other);
        if (other !== path && text !== undefined) pointedAt.set(other, text);
      }
    }
    const answer = { reports, surroundings, pointedAt, seen };
    if (before?.seen === seen && before.layer !== null && layer !== null) {
      // Others have seen the declarations that were there before, and have to meet them again.
      renewPlaces(before.layer, layer);
      this.house.layers.set(path, before.layer);
      return { ...answer, number: before.number, layer: before.layer };
    }
    this.lastNumber += 1;
    return { ...answer, number: this.lastNumber, layer };
  }
}

function isCurrent(
  { reports, surroundings, pointedAt }: Known,
  file: LoadedFile,
  now: string,
  texts: ReadonlyMap<string, SourceText>,
): boolean {
  if (reports.text !== file.text || surroundings !== now) return false;
  return [...pointedAt].every(([path, text]) => texts.get(path) === text);
}

/** The reader with the open files in front, and with a memory. */
class ProjectFiles implements Reader {
  readonly open = new Map<string, string>();
  private readonly reader: Reader;
  private readonly texts = new Map<string, string | null>();
  private readonly lists = new Map<string, readonly string[]>();
  private readonly identities = new Map<string, string>();

  constructor(reader: Reader) {
    this.reader = reader;
  }

  change(path: string, text: string | null): void {
    if (text !== null && this.open.has(path)) {
      this.open.set(path, text);
      return;
    }
    this.texts.delete(path);
    this.lists.clear();
    this.identities.clear();
    if (text === null) this.open.delete(path);
    else this.open.set(path, text);
  }

  read(path: string): string | null {
    return remembered(this.texts, path, () => this.reader.read(path));
  }

  list(folder: string): readonly string[] {
    return remembered(this.lists, folder, () => {
      const start = folder === "" ? "" : `${plainPath(folder)}/`;
      const opened = [...this.open.keys()].map(plainPath).filter((path) => path.startsWith(start));
      const names = opened.map((path) => path.slice(start.length).split("/")[0]);
      return [...new Set([...this.reader.list(folder), ...names])];
    });
  }

  identity(path: string): string {
    return remembered(this.identities, path, () => this.reader.identity(path));
  }
}

function remembered<Value>(memory: Map<string, Value>, key: string, ask: () => Value): Value {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const value = ask();
  memory.set(key, value);
  return value;
}
