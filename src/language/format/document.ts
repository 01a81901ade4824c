/**
 * A document that knows where it may break: what the formatter builds and print.ts lays out.
 *
 * A group is printed on one line if it fits and nothing in it forces a break; otherwise each of its
 * own lines breaks. Source of the scheme: Wadler, "A prettier printer" (2003).
 */

export type Document =
  | string
  | readonly Document[]
  | {
      readonly kind: "line";
      readonly flat: string;
      readonly hard: boolean;
      readonly blank: boolean;
    }
  | {
      readonly kind: "group";
      readonly body: Document;
      readonly broken: boolean;
      /** Does it hold a comment that moves to the end of its last line? */
      readonly isCommented: boolean;
    }
  | { readonly kind: "indent"; readonly body: Document }
  /** Text that is there only when the group is broken. */
  | { readonly kind: "whenBroken"; readonly text: string }
  /** A comment that moves to the end of its line. */
  | { readonly kind: "suffix"; readonly text: string }
  /** A space and more on the same line if it fits there, otherwise on the next. */
  | { readonly kind: "fill"; readonly body: Document }
  /** A line end, unless the line is still empty. */
  | { readonly kind: "fresh" };

/** A space, or a line end in a broken group. */
export const LINE: Document = { kind: "line", flat: " ", hard: false, blank: false };
/** Nothing, or a line end in a broken group. */
export const SOFT_LINE: Document = { kind: "line", flat: "", hard: false, blank: false };
/** A line end; breaks every group around it. */
export const HARD_LINE: Document = { kind: "line", flat: "", hard: true, blank: false };
/** A line end and an empty line. */
export const BLANK_LINE: Document = { kind: "line", flat: "", hard: true, blank: true };
export const FRESH: Document = { kind: "fresh" };

/** A space or a line end, with an empty line before it in a broken group. */
export const LINE_WITH_BLANK: Document = { kind: "line", flat: " ", hard: false, blank: true };

export function indent(body: Document): Document {
  return { kind: "indent", body };
}

/** A group; `broken` breaks it whatever its length. */
export function group(body: Document, broken = false): Document {
  const reading = { broken, isCommented: false };
  read(body, reading);
  return { kind: "group", body, ...reading };
}

export function whenBroken(text: string): Document {
  return { kind: "whenBroken", text };
}

export function fill(body: Document): Document {
  return { kind: "fill", body };
}

export function suffix(text: string): Document {
  return { kind: "suffix", text };
}

/** What a group learns of its body, from left to right. */
interface Reading {
  broken: boolean;
  /** Is there a comment that waits for the end of the line? */
  isCommented: boolean;
}

/** A comment breaks the group it stands in when one of the group's own lines follows it. */
function read(document: Document, reading: Reading): void {
  if (typeof document === "string") return;
  if (isSequence(document)) {
    for (const part of document) read(part, reading);
    return;
  }
  switch (document.kind) {
    case "line":
      reading.broken ||= document.hard || reading.isCommented;
      return;
    case "group":
      reading.broken ||= document.broken;
      reading.isCommented ||= document.isCommented;
      return;
    case "fill":
      reading.broken ||= reading.isCommented;
      read(document.body, reading);
      return;
    case "indent":
      read(document.body, reading);
      return;
    case "fresh":
      reading.broken = true;
      return;
    case "suffix":
      reading.isCommented = true;
      return;
    case "whenBroken":
  }
}

export function isSequence(document: Document): document is readonly Document[] {
  return Array.isArray(document);
}
