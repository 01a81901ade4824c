/**
 * The file around a receipt: canonical text with a digest per field, so that any changed character
 * is named.
 *
 * Invariants: `unseal(seal(receipt))` gives the receipt and no changes; a text that differs from
 * the sealed one in any character has a change, or is refused.
 * Not here: whether the run really happened so (machine/confirm.ts); a seal is no signature.
 */

import { hashFor, toHex } from "../../bytes/hash.ts";
import { Fault } from "../../fault.ts";
import { malformedField, RECEIPT_FIELDS } from "./read-receipt.ts";
import { RECEIPT_SCHEMA, type Receipt } from "./receipt.ts";

const FIELD_PURPOSE = "resolang/receipt-field/1";
const DIGESTS = "digests";
const FIELDS = Object.keys(RECEIPT_FIELDS) as (keyof Receipt)[];

export interface Unsealed {
  /** What the file says now; null when that has not the form of a receipt. */
  readonly receipt: Receipt | null;
  /** One sentence for each thing that is not as it was written; none for a file that is whole. */
  readonly changes: readonly string[];
}

/** The text of the receipt's file; the receipt's fields are in their order. Cost: linear. */
export function seal(receipt: Receipt): string {
  const digests = Object.fromEntries(FIELDS.map((field) => [field, digest(receipt[field])]));
  const content = { ...receipt, [DIGESTS]: digests };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function digest(value: unknown): string {
  const text = JSON.stringify(value) ?? "";
  return toHex(hashFor(FIELD_PURPOSE, new TextEncoder().encode(text)));
}

/**
 * Reads a receipt's file and names whatever has changed since it was written.
 *
 * @param path of the file, for messages
 * @throws {Fault} `receipt/unreadable` when the text is no JSON, no receipt, or one of another
 *   version
 */
export function unseal(text: string, path: string): Unsealed {
  const content = parseObject(text, path);
  if (FIELDS.every((field) => !Object.hasOwn(content, field))) {
    throw unreadable(path, "is not a receipt: it has none of a receipt's fields");
  }
  const { schema } = content;
  // A digest that fits tells a file of another version from one whose schema was changed.
  if (schema !== RECEIPT_SCHEMA && digestsOf(content)["schema"] === digest(schema)) {
    const found = JSON.stringify(schema);
    throw unreadable(path, `is of version ${found}; this reader knows "${RECEIPT_SCHEMA}"`);
  }
  const changes = changedFields(content);
  const malformed = malformedField(content);
  if (malformed !== null && changes.length === 0) {
    const reason = `its field \`${malformed}\` is not of the form it has in one`;
    throw unreadable(path, `is not a receipt: ${reason}`);
  }
  if (malformed !== null) return { receipt: null, changes };
  const receipt = Object.fromEntries(
    FIELDS.map((field) => [field, content[field]]),
  ) as unknown as Receipt;
  if (changes.length > 0) return { receipt, changes };
  const layout = layoutChange(text, seal(receipt));
  return { receipt, changes: layout === null ? [] : [layout] };
}

/** Fields whose digest does not fit, that are missing, or that no receipt has. */
function changedFields(content: Readonly<Record<string, unknown>>): readonly string[] {
  const written = digestsOf(content);
  const changes: string[] = [];
  for (const field of FIELDS) {
    if (!Object.hasOwn(content, field)) changes.push(`field \`${field}\` is missing`);
    else if (!Object.hasOwn(written, field)) changes.push(`the digest of \`${field}\` is missing`);
    else if (digest(content[field]) !== written[field]) {
      changes.push(`field \`${field}\` has changed since the receipt was written, or its digest`);
    }
  }
  const isField = (name: string): boolean => FIELDS.some((field) => field === name);
  for (const name of Object.keys(content)) {
    if (name !== DIGESTS && !isField(name)) changes.push(`field \`${name}\` belongs to no receipt`);
  }
  for (const name of Object.keys(written)) {
    if (!isField(name)) changes.push(`the digest of \`${name}\` belongs to no receipt`);
  }
  return changes;
}

function digestsOf(content: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const digests = content[DIGESTS];
  return isObject(digests) ? digests : {};
}

function parseObject(text: string, path: string): Readonly<Record<string, unknown>> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "not JSON";
    throw unreadable(path, `is not a receipt: ${reason}`, error);
  }
  if (isObject(content)) return content;
  throw unreadable(path, "is not a receipt: it holds no JSON object");
}

function unreadable(path: string, reason: string, cause?: unknown): Fault {
  return new Fault("receipt/unreadable", `${path} ${reason}`, cause);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Catches what parsing hides: spaces, the spelling of numbers and escapes, fields given twice. */
function layoutChange(text: string, canonical: string): string | null {
  if (text === canonical) return null;
  const lines = text.split("\n");
  const expected = canonical.split("\n");
  const line = lines.findIndex((content, index) => content !== expected[index]);
  return `line ${line < 0 ? lines.length : line + 1} is not spelled as it was written`;
}
