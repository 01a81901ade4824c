/** What the decoders of a module share: lists, tags, and how they refuse. */

import type { ByteReader } from "../../bytes/reader.ts";
import { MODULE_LIMITS, type ModuleLimitName } from "./limits.ts";

/** Why the bytes are no module, and where. */
export interface DecodeProblem {
  readonly code: "E0401" | "E0402" | "E0403" | "E0404" | "E0405" | "E0406" | "E0407" | "E0408";
  /** Where the refused value starts, in bytes. */
  readonly offset: number;
  /** One sentence, lower case, no final stop. */
  readonly message: string;
}

/** Thrown by the decoders, and caught by `decodeModule`. */
export class Refused extends Error {
  readonly problem: DecodeProblem;
  constructor(code: DecodeProblem["code"], offset: number, message: string) {
    super(message);
    this.problem = { code, offset, message };
  }
}

export function refuse(code: DecodeProblem["code"], offset: number, message: string): never {
  throw new Refused(code, offset, message);
}

export function tooMany(limit: ModuleLimitName, found: number, offset: number): never {
  const { maximum } = MODULE_LIMITS[limit];
  return refuse("E0407", offset, `\`${limit}\` is ${found}, and may be ${maximum} at most`);
}

export function readList<Item>(
  reader: ByteReader,
  limit: ModuleLimitName,
  read: (reader: ByteReader) => Item,
): Item[] {
  const { offset } = reader;
  const count = reader.count();
  if (count > MODULE_LIMITS[limit].maximum) tooMany(limit, count, offset);
  const items: Item[] = [];
  for (let left = count; left > 0; left -= 1) items.push(read(reader));
  return items;
}

/** A byte below `count`, as an index into a table named `what`. */
export function readTag(reader: ByteReader, count: number, what: string): number {
  const { offset } = reader;
  const tag = reader.u8();
  if (tag >= count) refuse("E0406", offset, `${tag} is no ${what}`);
  return tag;
}
