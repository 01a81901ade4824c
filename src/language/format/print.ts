/** Lays out a document in lines of a given width. */

import { isSequence, type Document } from "./document.ts";

interface Command {
  readonly indentation: number;
  readonly broken: boolean;
  readonly document: Document;
}

/** The text of a document, without spaces at line ends. Cost: linear, times the width at most. */
export function print(document: Document, width: number): string {
  const lines = new Lines();
  const waiting: Command[] = [{ indentation: 0, broken: true, document }];
  let command = waiting.pop();
  while (command !== undefined) {
    step(command, waiting, lines, width);
    command = waiting.pop();
  }
  return lines.finish();
}

/** The output so far. */
class Lines {
  column = 0;
  private parts: string[] = [];
  private suffixes: string[] = [];
  /** Spaces that are written only when something follows them. */
  private indentation = 0;

  text(text: string): void {
    if (text === "") return;
    if (this.column === 0 && this.indentation > 0) {
      this.parts.push(" ".repeat(this.indentation));
      this.column = this.indentation;
    }
    this.parts.push(text);
    const lastLine = text.lastIndexOf("\n");
    this.column = lastLine < 0 ? this.column + text.length : text.length - lastLine - 1;
  }

  suffix(text: string): void {
    this.suffixes.push(text);
  }

  /** The column of the next text. */
  reached(): number {
    return this.column === 0 ? this.indentation : this.column;
  }

  isFresh(): boolean {
    return this.column === 0 && this.suffixes.length === 0;
  }

  end(indentation: number, blank: boolean): void {
    this.flush();
    this.parts.push(blank ? "\n\n" : "\n");
    this.column = 0;
    this.indentation = indentation;
  }

  finish(): string {
    this.flush();
    const text = this.parts.join("").trimEnd();
    return text === "" ? "" : `${text}\n`;
  }

  private flush(): void {
    const last = this.parts.length - 1;
    if (last >= 0 && this.parts[last].endsWith(" ")) this.parts[last] = this.parts[last].trimEnd();
    for (const text of this.suffixes) this.text(this.column === 0 ? text : ` ${text}`);
    this.suffixes = [];
  }
}

function step(command: Command, waiting: Command[], lines: Lines, width: number): void {
  const { document, indentation, broken } = command;
  if (typeof document === "string") {
    lines.text(document);
    return;
  }
  if (isSequence(document)) {
    for (let at = document.length - 1; at >= 0; at -= 1)
      waiting.push({ indentation, broken, document: document[at] });
    return;
  }
  switch (document.kind) {
    case "indent":
      waiting.push({ indentation: indentation + 2, broken, document: document.body });
      return;
    case "group": {
      const flat: Command = { indentation, broken: false, document: document.body };
      const isFlat = !document.broken && fits(flat, waiting, width - lines.reached());
      waiting.push(isFlat ? flat : { ...flat, broken: true });
      return;
    }
    case "fill": {
      const body: Command = { indentation, broken: false, document: document.body };
      if (broken && !fits(body, waiting, width - lines.reached() - 1))
        lines.end(indentation, false);
      else lines.text(" ");
      waiting.push(body);
      return;
    }
    case "line":
      if (document.hard || broken) lines.end(indentation, document.blank);
      else lines.text(document.flat);
      return;
    case "whenBroken":
      if (broken) lines.text(document.text);
      return;
    case "suffix":
      lines.suffix(document.text);
      return;
    case "fresh":
      if (!lines.isFresh()) lines.end(indentation, false);
  }
}

/** Does a command, with what follows it up to the next line end, fit into a room? */
function fits(first: Command, waiting: readonly Command[], room: number): boolean {
  const inside: Command[] = [first];
  let left = room;
  let next = waiting.length - 1;
  while (left >= 0) {
    const command = inside.pop() ?? waiting[next--];
    if (command === undefined) return true;
    const { document, broken } = command;
    if (typeof document === "string") {
      const lineEnd = document.indexOf("\n");
      if (lineEnd >= 0) return lineEnd <= left;
      left -= document.length;
    } else if (isSequence(document)) {
      for (let at = document.length - 1; at >= 0; at -= 1)
        inside.push({ ...command, document: document[at] });
    } else if (document.kind === "indent") {
      inside.push({ ...command, document: document.body });
    } else if (document.kind === "group") {
      // What follows may break at its own first line; what is asked about may not.
      inside.push({ ...command, broken: broken || document.broken, document: document.body });
    } else if (document.kind === "fill") {
      if (broken) return true;
      left -= 1;
      inside.push({ ...command, document: document.body });
    } else if (document.kind === "line") {
      if (document.hard || broken) return true;
      left -= document.flat.length;
    } else if (document.kind === "whenBroken") {
      if (broken) left -= document.text.length;
    } else if (document.kind === "fresh") {
      return true;
    }
  }
  return false;
}
