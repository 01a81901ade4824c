/** What a receipt says and a new run of its module does not. */

export interface Difference {
  /** Field of the receipt. */
  readonly field: string;
  /** One sentence, lower case, no final stop. */
  readonly message: string;
  /** Where in the outputs it is. */
  readonly place?: OutputPlace;
}

export interface OutputPlace {
  readonly output: string;
  /** From 0. */
  readonly row: number;
  readonly column: string;
  /**
   * Of a number from 0, its lowest, to 63; of anything else from the start of its canonical bytes.
   */
  readonly bit: number;
}
