/** What the manual knows about one diagnostic code: the shape of every entry of the catalogue. */

/**
 * How an example is turned into a program.
 *
 * - `program`: the whole text of a root file.
 * - `body`: statements; the reader of the example puts them into `fn main() { … }`.
 * - `assembly`: the text form of a module, for refusals of the verifier; lines `bytes 52 45 …` are
 * its bytes.
 */
export type ExampleKind = "program" | "body" | "assembly";

export interface CatalogueEntry {
  readonly severity: "error" | "warning";
  /** Title of the page: what goes wrong in general, lower case, no final stop. */
  readonly title: string;
  /** Markdown: why this is an error, and what to do; a few sentences. */
  readonly explanation: string;
  readonly exampleKind: ExampleKind;
  /** A smallest example that gets this code. */
  readonly bad: string;
  /** The same example, repaired: it gets no report. */
  readonly good: string;
}

/** A family of entries by code. */
export type CatalogueFamily = Readonly<Record<string, CatalogueEntry>>;
