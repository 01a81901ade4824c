/** Pieces of code that a report repeats: signs of other languages in them become ours. */

/** Strings, which stay as they are, and what is rewritten between them. */
const PIECES = /"(?:[^"\\]|\\.)*"|[^"]+/g;

const SIGNS: readonly (readonly [sign: RegExp, ours: string])[] = [
  [/(^|[(,=+*/<>|-]\s*)&(?:mut\s+)?(?=[\p{L}_])/gu, "$1"],
  [/\*\*/g, "^"],
  [/\.len\(\)/g, ".length()"],
  [/\s*&&\s*/g, " and "],
  [/(^|[\s(,])!(?=[\p{L}_(])/gu, "$1not "],
  [/(?<=[^\s|])\s*\|\|\s*(?=[^\s|])/g, " or "],
];

/**
 * Code with the signs of this language.
 *
 * @param names names that stand behind numbers for a product: `2x` for `x`
 */
export function rewritten(code: string, names: readonly string[] = []): string {
  return code.replaceAll(PIECES, (piece) => {
    if (piece.startsWith('"')) return piece;
    let text = piece;
    for (const [sign, ours] of SIGNS) text = text.replaceAll(sign, ours);
    for (const name of names) {
      const product = new RegExp(
        `(?<![\\p{L}\\d_.])(\\d[\\d_.]*)(?=${name}(?![\\p{L}\\d_]))`,
        "gu",
      );
      text = text.replaceAll(product, "$1 * ");
    }
    return text;
  });
}
