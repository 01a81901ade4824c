/** Merkle roots and proofs against RFC 9162 vectors made by others, and against themselves. */
import { existsSync, globSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { toHex } from "../../src/bytes/hash.ts";
import { inclusionProof, leafHash, merkleRoot, provesInclusion } from "../../src/bytes/merkle.ts";

const vectors = new URL("../../../shared/vectors/merkle/inclusion/", import.meta.url);

interface Vector {
  leafIdx: number;
  treeSize: number;
  root: string | null;
  leafHash: string | null;
  proof: string[] | null;
  desc: string;
  wantErr: boolean;
}

const decode = (text: string | null) => new Uint8Array(Buffer.from(text ?? "", "base64"));

test.skipIf(!existsSync(vectors))("inclusion proofs of transparency-dev/merkle", () => {
  const files = globSync("**/*.json", { cwd: vectors });
  expect(files.length).toBeGreaterThan(50);
  for (const file of files) {
    const vector = JSON.parse(readFileSync(new URL(file, vectors), "utf8")) as Vector;
    const holds = provesInclusion(
      decode(vector.leafHash),
      vector.leafIdx,
      vector.treeSize,
      (vector.proof ?? []).map(decode),
      decode(vector.root),
    );
    expect(holds, `${file}: ${vector.desc}`).toBe(!vector.wantErr);
  }
});

test("known roots", () => {
  // The empty tree and the tree of one empty leaf, as in the examples of Certificate Transparency.
  expect(toHex(merkleRoot([]))).toBe(
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  );
  expect(toHex(merkleRoot([new Uint8Array()]))).toBe(
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  );
});

test("every leaf is proven in its place and in no other", () => {
  fc.assert(
    fc.property(
      // Equal leaves may stand for each other.
      fc.uniqueArray(fc.uint8Array({ maxLength: 4 }), {
        minLength: 1,
        maxLength: 33,
        selector: toHex,
      }),
      fc.nat(),
      fc.nat(),
      (leaves, one, other) => {
        const index = one % leaves.length;
        const elsewhere = other % leaves.length;
        const root = merkleRoot(leaves);
        const proof = inclusionProof(leaves, index);
        const hash = leafHash(leaves[index]);
        expect(provesInclusion(hash, index, leaves.length, proof, root)).toBe(true);
        if (elsewhere !== index)
          expect(provesInclusion(hash, elsewhere, leaves.length, proof, root)).toBe(false);
      },
    ),
  );
});
