/**
 * What the lexer, the layout and the parser found wrong: a report that does not know its file yet.
 */

type Digits = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12";

export type MistakeCode = `E01${Digits}` | `E01${13 | 14 | 15 | 16 | 17 | 18 | 19 | 22 | 23}`;

/** A second place of a report. */
export interface MistakeLabel {
  readonly span: { readonly start: number; readonly end: number };
  readonly text: string;
}

export interface Mistake {
  /** One of the syntax codes of the catalogue. */
  readonly code: MistakeCode;
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly labels?: readonly MistakeLabel[];
  readonly notes?: readonly string[];
  /** Reported even where the line has another report. */
  readonly isOwnCause?: boolean;
  /** A block without braces: what follows is read as if it stood outside. */
  readonly losesBlock?: boolean;
  readonly help?: readonly string[];
  readonly edits?: readonly {
    readonly span: { readonly start: number; readonly end: number };
    readonly replacement: string;
    readonly confidence: "certain" | "likely";
  }[];
}
