/**
 * The JSON of a receipt's file as a Receipt, field by field; whatever is not of its form is named.
 */

import { LIMITS, type LimitName } from "../limits.ts";
import { TRAPS } from "../trap.ts";
import { RECEIPT_SCHEMA, type Receipt } from "./receipt.ts";

type Shape = (value: unknown) => boolean;

const isText: Shape = (value) => typeof value === "string";
const isCount: Shape = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const isHash: Shape = (value) => typeof value === "string" && /^[0-9a-f]{64}$/u.test(value);
const isHex: Shape = (value) => typeof value === "string" && /^(?:[0-9a-f]{2})*$/u.test(value);
const isBase64: Shape = (value) =>
  typeof value === "string" && Buffer.from(value, "base64").toString("base64") === value;

const oneOf =
  (...values: readonly unknown[]): Shape =>
  (value) =>
    values.includes(value);
const nullOr =
  (shape: Shape): Shape =>
  (value) =>
    value === null || shape(value);
const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every((item) => shape(item));
/** An object with exactly these fields. */
const objectOf =
  (fields: Readonly<Record<string, Shape>>): Shape =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.keys(value).length === Object.keys(fields).length &&
    Object.entries(fields).every(
      ([name, shape]) =>
        Object.hasOwn(value, name) && shape((value as Readonly<Record<string, unknown>>)[name]),
    );

const isLimit =
  (name: LimitName): Shape =>
  (value) =>
    isCount(value) &&
    (value as number) >= LIMITS[name].minimum &&
    (value as number) <= LIMITS[name].maximum;

/** The form of each field, in the order of the file. */
export const RECEIPT_FIELDS: Readonly<Record<keyof Receipt, Shape>> = {
  schema: oneOf(RECEIPT_SCHEMA),
  result: isHash,
  program: isHash,
  semantics: isCount,
  parameters: listOf(objectOf({ name: isText, type: isText, value: isText, bytes: isHex })),
  limits: objectOf({
    fuel: isLimit("fuel"),
    memory: isLimit("memory"),
    depth: isLimit("depth"),
    output: isLimit("output"),
  }),
  status: oneOf("ok", "trap"),
  trap: nullOr(
    objectOf({
      code: oneOf(...Object.keys(TRAPS)),
      number: isCount,
      functionIndex: isCount,
      instructionIndex: isCount,
      message: isText,
    }),
  ),
  fuel: isCount,
  log: listOf(isText),
  outputs: listOf(
    objectOf({ name: isText, type: isText, rows: isCount, root: isHash, bytes: isBase64 }),
  ),
  module: isBase64,
  informative: objectOf({
    tool: isText,
    artefact: isHash,
    place: nullOr(isText),
    stack: listOf(isText),
  }),
};

/** The name of the first field that is not of its form, or null when all are. */
export function malformedField(content: Readonly<Record<string, unknown>>): string | null {
  const found = Object.entries(RECEIPT_FIELDS).find(([name, shape]) => !shape(content[name]));
  return found === undefined ? null : found[0];
}
