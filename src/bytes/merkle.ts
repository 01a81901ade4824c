/**
 * Merkle trees over lists of byte strings: one root for all, and short proofs about single leaves.
 *
 * Source: RFC 9162, section 2.1 (the hash of a leaf begins with 0x00, of a node with 0x01, and a
 * tree of n leaves splits at the largest power of two below n).
 */

import { equalBytes, HASH_BYTES, sha256 } from "./hash.ts";

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** The hash of one leaf. */
export function leafHash(leaf: Uint8Array): Uint8Array {
  return sha256(LEAF, leaf);
}

/**
 * The root over `leaves` in their order; of none it is the hash of no bytes.
 *
 * Cost: two hashes per leaf.
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  return leaves.length === 0 ? sha256() : rootOf(leaves.map(leafHash), 0, leaves.length);
}

/**
 * The hashes from leaf `index` up to the root that prove the leaf's place in the tree.
 *
 * @param index from 0, below the number of leaves
 */
export function inclusionProof(
  leaves: readonly Uint8Array[],
  index: number,
): readonly Uint8Array[] {
  const hashes = leaves.map(leafHash);
  const path: Uint8Array[] = [];
  let from = 0;
  let to = hashes.length;
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (index < middle) {
      path.push(rootOf(hashes, middle, to));
      to = middle;
    } else {
      path.push(rootOf(hashes, from, middle));
      from = middle;
    }
  }
  return path.reverse();
}

/**
 * Whether `proof` shows that the leaf with `hash` is number `index` of the `size` leaves under
 * `root`.
 *
 * Any input gives an answer. Source: RFC 9162, section 2.1.3.2.
 */
export function provesInclusion(
  hash: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return false;
  if (index < 0 || index >= size || hash.length !== HASH_BYTES) return false;
  let position = index;
  let last = size - 1;
  let current = hash;
  for (const sibling of proof) {
    if (last === 0 || sibling.length !== HASH_BYTES) return false;
    if (position % 2 === 1 || position === last) {
      current = sha256(NODE, sibling, current);
      while (position % 2 === 0 && position !== 0) {
        position = position / 2;
        last = Math.floor(last / 2);
      }
    } else {
      current = sha256(NODE, current, sibling);
    }
    position = Math.floor(position / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && equalBytes(current, root);
}

function rootOf(hashes: readonly Uint8Array[], from: number, to: number): Uint8Array {
  if (to - from === 1) return hashes[from];
  const middle = from + split(to - from);
  return sha256(NODE, rootOf(hashes, from, middle), rootOf(hashes, middle, to));
}

/** The largest power of two below `count`, which is at least 2. */
function split(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}
