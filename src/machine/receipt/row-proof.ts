/**
 * Proof that one row belongs to an output, without the other rows: its bytes and the path to the
 * Merkle root that the result root binds.
 *
 * Source: RFC 9162, section 2.1.3.
 */

import { fromHex, HASH_BYTES, toHex } from "../../bytes/hash.ts";
import { inclusionProof, leafHash, provesInclusion } from "../../bytes/merkle.ts";

export const ROW_PROOF_SCHEMA = "resolang.row-proof/1";

/** Hashes and bytes in hexadecimal, so that it can be written as JSON. */
export interface RowProof {
  readonly schema: typeof ROW_PROOF_SCHEMA;
  readonly output: string;
  /** From 0. */
  readonly row: number;
  readonly rowCount: number;
  /** Canonical bytes of the row. */
  readonly bytes: string;
  /** From the leaf up. */
  readonly path: readonly string[];
}

/**
 * Proves row number `row` of an output.
 *
 * Cost: two hashes per row.
 * @param row from 0, below the number of rows
 */
export function proveRow(
  output: { readonly name: string; readonly rows: readonly Uint8Array[] },
  row: number,
): RowProof {
  return {
    schema: ROW_PROOF_SCHEMA,
    output: output.name,
    row,
    rowCount: output.rows.length,
    bytes: toHex(output.rows[row]),
    path: inclusionProof(output.rows, row).map(toHex),
  };
}

/**
 * Whether the proof shows that its bytes are that row of the output with this root.
 *
 * Any input gives an answer. Cost: logarithmic in the number of rows.
 * @param root of the output as its receipt has it, in hexadecimal
 */
export function isRowProven(proof: RowProof, root: string): boolean {
  const bytes = fromHex(proof.bytes);
  const rootHash = fromHex(root);
  const path = proof.path.map(fromHex);
  if (bytes === null || rootHash === null || rootHash.length !== HASH_BYTES) return false;
  if (!path.every((hash) => hash !== null)) return false;
  return provesInclusion(leafHash(bytes), proof.row, proof.rowCount, path, rootHash);
}
