/** What canonical bytes can be refused for. */

/** Every reason, with what it means; each is hit by a test. */
export const DECODE_REASONS = {
  truncated: "the bytes end before the value does",
  trailing: "bytes follow where the value ends",
  varint: "an integer is written in more bytes than it needs",
  range: "an integer is larger than any that may stand here",
  sign: "zero is written with a minus sign",
  boolean: "a truth value is neither 0 nor 1",
  nan: "a NaN is not the canonical one",
  utf8: "text is not valid UTF-8",
  count: "a list claims more items than bytes are left for",
  tag: "a tag or a key is unknown, repeated or out of order",
} as const;

/** Keys of {@link DECODE_REASONS}. */
export type DecodeReason = keyof typeof DECODE_REASONS;

/** Bytes that are not the one canonical encoding of a value; caught where the decoding started. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
  readonly reason: DecodeReason;
  /** Where the refused value starts, in bytes from the start of the input. */
  readonly offset: number;

  constructor(reason: DecodeReason, offset: number) {
    super(`${DECODE_REASONS[reason]}, at byte ${offset}`);
    this.reason = reason;
    this.offset = offset;
  }
}
