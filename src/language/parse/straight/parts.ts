/**
 * The parts of a node, as its reader gets them: the tokens and the nodes that it consists of, in
 * the order of the text.
 */

import { MISTAKE, TOKEN } from "../../../../grammar/direct-stack.ts";
import type { Mistake } from "../../../../grammar/mistake.ts";
import type { TokenTable } from "../../../../grammar/token-table.ts";
import { tokenCode, type TokenName, TOKENS } from "../../../../grammar/tokens.ts";
import { kindCode, type NodeKind } from "../../../../grammar/tree.ts";
import type { Span } from "../../../source/span.ts";
import type { Block, Expression, Name } from "../../ast.ts";
import type { WrittenToken } from "../reading.ts";

/** See DirectStack in grammar/direct-stack.ts. */
export interface Parts {
  readonly text: string;
  readonly table: TokenTable;
  /** What needs a report; when there is any, the text is read again in the other way. */
  readonly mistakes: Mistake[];
  /** May `{` after a name begin a record where the parser is? */
  readonly recordAllowed: boolean;
  /** Columns of the table: by token, its code, and where it begins and ends. */
  readonly tokenCodes: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** By token: 1 when there is a line end before it that counts. */
  readonly begins: Uint8Array;
  readonly kinds: Uint8Array;
  readonly firsts: Int32Array;
  readonly lasts: Int32Array;
  readonly depths: Int32Array;
  readonly values: unknown[];
  /** Where lists are put together, one at a time: what has grown keeps room for 16 more. */
  readonly row: unknown[];
}

/** What the node becomes whose parts go from one on up to another one. */
export type Reader = (parts: Parts, from: number, to: number) => unknown;

export type Readers = Partial<Record<NodeKind, Reader>>;

const BLOCK = kindCode("block");

export function isNode(parts: Parts, part: number): boolean {
  return parts.kinds[part] !== TOKEN;
}

/** Is a part a token with this code? */
export function isToken(parts: Parts, part: number, code: number): boolean {
  return parts.kinds[part] === TOKEN && parts.tokenCodes[parts.firsts[part]] === code;
}

/** The code of the first token of a part. */
export function codeAt(parts: Parts, part: number): number {
  return parts.tokenCodes[parts.firsts[part]];
}

/** The text of a part that is a token. */
export function imageAt(parts: Parts, part: number): string {
  return parts.table.image(parts.firsts[part]);
}

/** A part that is a token, for who reads single ones. */
export function tokenAt(parts: Parts, part: number): WrittenToken {
  const token = parts.firsts[part];
  return {
    name: TOKENS[parts.tokenCodes[token]].name,
    image: parts.table.image(token),
    start: parts.starts[token],
    end: parts.ends[token],
  };
}

/** Does a part begin a line of its own? */
export function beginsLine(parts: Parts, part: number): boolean {
  return parts.begins[parts.firsts[part]] === 1;
}

/** From the first token of one part up to the last one before another part. */
export function spanOf(parts: Parts, from: number, to: number): Span {
  return {
    start: parts.starts[parts.firsts[from]],
    end: parts.ends[parts.lasts[to - 1]],
  };
}

export function nameAt(parts: Parts, part: number): Name {
  const token = parts.firsts[part];
  const span = { start: parts.starts[token], end: parts.ends[token] };
  return { text: parts.table.image(token), span };
}

/** The expression that a part is; a block may be one. */
export function expressionAt(parts: Parts, part: number): Expression {
  if (parts.kinds[part] !== BLOCK) return parts.values[part] as Expression;
  const block = parts.values[part] as Block;
  return { kind: "block", block, span: block.span };
}

/** All lists without anything in them. */
export const NONE: readonly never[] = [];

/** The first values of a row, as a list without room for more. */
export function listOf<Value>(row: readonly Value[], count: number = row.length): readonly Value[] {
  return count === 0 ? NONE : row.slice(0, count);
}

/**
 * What nodes among some parts are: there have to be commas, or other tokens, between them.
 *
 * @param valueAt what the node is; it is its value otherwise
 */
export function separated<Value>(
  parts: Parts,
  from: number,
  to: number,
  valueAt: ((parts: Parts, part: number) => Value) | null = null,
): readonly Value[] {
  const { kinds, values, row } = parts;
  let count = 0;
  let isBehind = false;
  for (let part = from; part < to; part += 1) {
    if (kinds[part] === TOKEN) {
      isBehind = false;
    } else {
      if (isBehind) throw MISTAKE;
      isBehind = true;
      row[count] = valueAt === null ? values[part] : valueAt(parts, part);
      count += 1;
    }
  }
  return listOf(row as Value[], count);
}

/** The tokens with a name among some parts that are tokens. */
export function tokensAmong(
  parts: Parts,
  from: number,
  to: number,
  name: TokenName,
): WrittenToken[] {
  const code = tokenCode(name);
  const found: WrittenToken[] = [];
  for (let part = from; part < to; part += 1) {
    if (isToken(parts, part, code)) found.push(tokenAt(parts, part));
  }
  return found;
}

/** What stands where the text can only have something else, if it has no mistake. */
export function demand(holds: boolean): void {
  if (!holds) throw MISTAKE;
}
